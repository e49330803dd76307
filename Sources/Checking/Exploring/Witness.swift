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
          answers[question] = .value(.options(options + [option]))
        case .value(.items(let items))?:
          // Those before it are there too, but removed again.
          let before = ((items.last?.number ?? 0)..<option).map {
            Item(number: $0 + 1, name: "…", isRemoved: true)
          }
          answers[question] = .value(
            .items(items + before + [Item(number: option + 1, name: "…")]))
        default: break
        }
      case .item, .open: break
      }
    }
  }

  /// The conversation had with these answers, all else skipped.
  func conversation(today: CivilDate, on other: Script? = nil) -> Conversation? {
    var script = other ?? script
    script.localAnswers = [:]
    // Without a local file its lists have no items, and its fields no answers.
    let isPlain = other != nil && self.script.questions.count == script.questions.count
    let told = answers.filter { number, _ in
      let question = script.questions.indices.contains(number) ? script.questions[number] : nil
      guard let question else { return false }
      return !isPlain
        || number >= script.localCount
          && (!question.options.isEmpty || ![.oneOf, .anyOf].contains(question.type))
    }
    var conversation = Conversation(script, answers: told, today: today)
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
  fileprivate var formattedPlain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
