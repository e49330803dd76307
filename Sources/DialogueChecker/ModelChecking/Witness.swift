import DialogueEngine
import DialogueModel
import Scenarios

/// The answers on a path of an exploration, for the engine to replay.
struct Witness {
  private(set) var answers: [Int: Answer] = [:]
  let script: Script
  private var order: [Int] = []

  init(_ choices: [Exploration.Decision], _ script: Script) {
    self.script = script
    for choice in choices {
      switch choice {
      case .answer(let question, let answer):
        answers[question] = answer
        order.append(question)
      case .item(let question, let option, true):
        switch answers[question] {
        case .value(.options(let options))?:
          answers[question] = .value(.options((options + [option]).sorted()))
        case .value(.items(let items))?:
          let places = items.filter { !$0.isRemoved }.map { $0.number - 1 }
          answers[question] = .value(.items([Item](in: places + [option])))
        default: break
        }
      case .item, .open: break
      }
    }
  }

  /// The conversation with these answers, the others skipped, on the script with a free local file.
  func conversation(today: CivilDate) -> Conversation? {
    conversation(on: script, answers, localAnswers: [:], today: today)
  }

  /// The same on a script with one local file, or none: questions that it lacks get no answer.
  func conversation(today: CivilDate, on other: Script) -> Conversation? {
    let given = answers.compactMap { number, answer -> (Int, Answer)? in
      let question = script.questions[number]
      guard number >= script.localCount, let there = other.numbers[question.key],
        let answer = answer.renumbered(question.options, as: other.questions[there].options)
      else { return nil }
      return (there, answer)
    }
    return conversation(on: other, Dictionary(given) { first, _ in first }, today: today)
  }

  private func conversation(
    on script: Script, _ answers: [Int: Answer], localAnswers: [Int: Answer]? = nil,
    today: CivilDate
  ) -> Conversation? {
    var conversation = Conversation(
      script, answers: Answers(answers), localAnswers: localAnswers, today: today,
      minute: Checker.minute)
    var turns = 0
    while let question = conversation.question {
      turns += 1
      guard turns < 10_000 else { return nil }
      conversation.answer(question, with: .skipped)
    }
    return conversation
  }

  /// Up to six of the answers, for a message.
  var description: String {
    let given = order.filter { $0 >= script.localCount }.map { question in
      "`\(script.questions[question].key)` is \(words(for: answers[question] ?? .notKnown, question))"
    }
    return given.isEmpty ? "everything is skipped" : given.prefix(6).joined(separator: ", ")
  }

  private func words(for answer: Answer, _ question: Int) -> String {
    let options = script.questions[question].options
    return switch answer {
    case .value(.option(let option)): options[option].id
    case .value(.options(let chosen)):
      chosen.isEmpty ? "empty" : chosen.map { options[$0].id }.joined(separator: ", ")
    case .value(.items(let items)):
      items.contains { !$0.isRemoved } ? "not empty" : "empty"
    case .value(.scalar(let scalar)): scalar.literal
    case .value(.text): "given"
    case .notKnown, .skipped, .toFindOut: "not known"
    }
  }
}

extension Answer {
  /// The same answer where the options have other numbers; nil where one of them is not there.
  fileprivate func renumbered(_ options: [AnswerOption], as others: [AnswerOption]) -> Answer? {
    func there(_ option: Int) -> Int? { others.firstIndex { $0.id == options[option].id } }
    switch value {
    case .option(let option)?: return there(option).map { .value(.option($0)) }
    case .options(let chosen)?:
      let found = chosen.compactMap(there)
      return found.count == chosen.count ? .value(.options(found.sorted())) : nil
    default: return self
    }
  }
}
