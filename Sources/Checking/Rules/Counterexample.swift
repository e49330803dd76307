import DialogueScript
import Screening

extension Conversation {
  /// The conversation as a scenario file that runs, with what it comes to.
  func scenario(of rule: SafetyRule) -> String {
    var lines = ["# Breaks the rule: \(rule.name)", "today: \(today.iso)"]
    for question in walk.questions where !script.questions[question].isQuiet {
      let asked = script.questions[question]
      if asked.isOptional, answers[question] == .skipped { continue }
      let reply = reply(answers[question] ?? .skipped, to: asked)
      lines.append(
        reply.contains("\n")
          ? "\(asked.key):\n"
            + reply.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
          : "\(asked.key): \(reply)")
    }
    let outcomes = walk.outcomes.map { script.outcomes[$0].id }
    if !outcomes.isEmpty { lines.append("=> outcome \(outcomes.joined(separator: ", "))") }
    return lines.joined(separator: "\n") + "\n"
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
    case .value(.number(let number)): number.formattedPlain
    case .value(.date(let date, _)): date.iso
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
