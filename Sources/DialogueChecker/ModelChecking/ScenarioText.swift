import DialogueEngine
import DialogueModel

extension Conversation {
  /// The conversation as a scenario file that runs, with what it comes to.
  func scenario(of rule: SafetyRule, local: [String]) -> String {
    var lines = ["# Breaks the rule: \(rule.name)", "today: \(today.iso)"]
    if let minute, script.hasHours || script.questions.contains(where: { $0.type == .moment }) {
      lines.append("time: \(TimeAnswer.literal(Double(minute)))")
    }
    if !local.isEmpty { lines += ["local:"] + local.map { "  \($0)" } }
    var changes: [String] = []
    // What is said in the reply to another question.
    let alsoSaid = Set(walk.questions.compactMap { spoken($0)?.question })
    for question in walk.questions where !alsoSaid.contains(question) {
      let asked = script.questions[question]
      guard let answer = answers[question], !asked.isOptional || answer != .skipped else {
        continue
      }
      // What is never asked for is left out while it says nothing; else a command gives it where it stands, and what
      // has no command is added at the end.
      if asked.isQuiet, answer.value == nil { continue }
      let line = line(answer, to: asked, with: spoken(question)?.words)
      let hasCommand = script.words.commands.contains { $0.answering?.question == question }
      if asked.isQuiet, !hasCommand { changes.append("change \(line)") } else { lines.append(line) }
    }
    lines += changes
    let outcomes = walk.outcomes.map { script.outcomes[$0].id }
    if !outcomes.isEmpty { lines.append("=> outcome \(outcomes.joined(separator: ", "))") }
    // A letter for each item of a list that no item has is none.
    let letters = letters.filter { !draft($0).isEmpty }.map { script.letters[$0].id }
    lines.append(
      letters.isEmpty ? "=> no letters" : "=> letters \(letters.joined(separator: ", "))")
    if let question { lines.append("=> next: \(script.questions[question].key)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The quiet question that the reply to a question answers as well, and the words for it.
  private func spoken(_ question: Int) -> (question: Int, words: String)? {
    let asked = script.questions[question]
    guard answers[question]?.value != nil, let quiet = asked.moment ?? asked.birthDate,
      case .scalar(let value)? = answers[quiet]?.value
    else { return nil }
    let words = value.type.scalar?.reply(value.position, in: script.words) ?? ""
    return (quiet, words)
  }

  private func line(_ answer: Answer, to question: Question, with words: String?) -> String {
    let typed = reply(answer, to: question)
    let reply = words.map { question.type == .text ? $0 : "\(typed), \($0)" } ?? typed
    let lines = reply.split(separator: "\n")
    return lines.count == 1
      ? "\(question.key): \(lines[0])"
      : "\(question.key):\n" + lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// What a person would type for an answer.
  private func reply(_ answer: Answer, to question: Question) -> String {
    func word(_ list: WordList) -> String { script.words[list].first ?? "" }
    return switch answer {
    case .notKnown: word(.notKnown)
    case .skipped: word(.skip)
    case .toFindOut(let who): "\(word(.toFindOut)) \(who)"
    case .value(.option(let option)): question.options[option].id
    case .value(.options([])): word(.none)
    case .value(.options(let options)):
      options.map { question.options[$0].id }.joined(separator: ", ")
    case .value(.items(let items)): items.isEmpty ? word(.none) : listed(items)
    case .value(.text): "an answer"
    case .value(.scalar(let scalar)):
      scalar.type.scalar?.reply(scalar.position, in: script.words) ?? ""
    }
  }

  /// Items named by their places; those that are removed are named, and removed again.
  private func listed(_ items: [Item]) -> String {
    let remove = script.words[.remove].first ?? ""
    return
      (items.map { "item \($0.number)" }
      + items.filter(\.isRemoved).map { "\(remove) \($0.number)" }).joined(separator: "\n")
  }
}
