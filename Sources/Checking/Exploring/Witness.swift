import DialogueScript
import Screening

/// The answers that lead to something seen in an exploration.
struct Witness {
  private(set) var answers: [Int: Answer] = [:]
  private let script: Script
  private var order: [Int] = []

  init(_ choices: [Exploration.Choice], _ script: Script) {
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

  /// The conversation had with these answers, all else skipped.
  func conversation(today: CivilDate) -> Conversation? {
    conversation(on: script, answers, today: today)
  }

  /// The same without a local file, on the script read without one: its fields have no answers then, and its
  /// lists no items.
  func conversation(today: CivilDate, withoutLocal plain: Script) -> Conversation? {
    let told = answers.compactMap { number, answer -> (Int, Answer)? in
      let question = script.questions[number]
      guard number >= script.localCount, let there = plain.numbers[question.key],
        plain.questions[there].options.count == question.options.count
      else { return nil }
      return (there, answer)
    }
    return conversation(on: plain, Dictionary(told) { first, _ in first }, today: today)
  }

  private func conversation(
    on script: Script, _ answers: [Int: Answer], today: CivilDate
  ) -> Conversation? {
    var other = script
    other.localAnswers = [:]
    var conversation = Conversation(other, answers: Answers(answers), today: today)
    var turns = 0
    while let question = conversation.question {
      turns += 1
      guard turns < 10_000 else { return nil }
      conversation.answer(question, with: .skipped)
    }
    return conversation
  }

  /// The answers that tell something, a few of them.
  var description: String {
    let told = order.filter { $0 >= script.localCount }.map { question in
      "`\(script.questions[question].key)` is \(words(for: answers[question] ?? .notKnown, question))"
    }
    return told.isEmpty ? "everything is skipped" : told.prefix(6).joined(separator: ", ")
  }

  private func words(for answer: Answer, _ question: Int) -> String {
    let options = script.questions[question].options
    return switch answer {
    case .value(.option(let option)): options[option].id
    case .value(.options(let chosen)):
      chosen.isEmpty ? "empty" : chosen.map { options[$0].id }.joined(separator: ", ")
    case .value(.items(let items)):
      items.contains { !$0.isRemoved } ? "not empty" : "empty"
    case .value(.number(let number)): number.formattedPlain
    case .value(.date(let date, _)): date.iso
    case .value(.text): "given"
    case .notKnown, .skipped, .toFindOut: "not known"
    }
  }
}

extension Double {
  /// Without a fraction where there is none.
  var formattedPlain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
