import DialogueEngine
import DialogueModel

/// What a random user types in reply to a question, meaningful or not.
struct RandomReplies: Sendable {
  private let script: Script
  private let choices: AnswerClasses
  /// What the pack's own examples say, so that users mention something.
  private let examples: [String]
  /// How likely this user is to pick an option, and to reply with something other than a value.
  private let (pick, unknown): (Double, Double)

  init(_ conversations: RandomConversations, using random: inout SeededGenerator) {
    script = conversations.script
    choices = conversations.choices
    examples = script.listening.classes.flatMap(\.examples).map(\.text)
    pick = [0, 0.15, 0.5, 0.9].randomElement(using: &random) ?? 0
    unknown = [0, 0.1, 0.3].randomElement(using: &random) ?? 0
  }

  /// The word that is accepted as an answer to every question.
  var skip: String { script.words[.skip].first ?? "" }

  func reply(
    to question: Int, in conversation: Conversation, using random: inout SeededGenerator
  ) -> String {
    let asked = script.questions[question]
    func chance(_ probability: Double) -> Bool {
      Double.random(in: 0..<1, using: &random) < probability
    }
    func word(_ list: WordList) -> String { script.words[list].randomElement(using: &random) ?? "" }
    if chance(unknown) {
      let states = [word(.notKnown), "\(word(.toFindOut)) \(name(&random))", skip, ""]
      return states.randomElement(using: &random) ?? ""
    }
    // Users also type things like these, which mostly mean nothing.
    if chance(0.02) {
      return ["???", "0", "-1", "/", "/?", "99999999999999999999", "\u{202E}"]
        .randomElement(using: &random) ?? ""
    }
    switch asked.type {
    case .yesNo: return chance(0.5) ? word(.yes) : word(.no)
    case .oneOf:
      guard let option = asked.options.indices.randomElement(using: &random) else { return skip }
      return chance(0.5) ? "\(option + 1)" : asked.options[option].label
    case .anyOf:
      // Mostly one exclusive option alone, or several others; sometimes a mixture, which is asked again.
      if let alone = asked.exclusiveOptions.randomElement(using: &random), chance(0.2) {
        return "\(alone + 1)"
      }
      let offered = chance(0.05) ? Array(asked.options.indices) : asked.combinableOptions
      let picked = offered.filter { _ in chance(pick) }.map { "\($0 + 1)" }
      return picked.isEmpty ? word(.none) : picked.joined(separator: ", ")
    case .list:
      let numbers = conversation.items(of: question).map(\.number)
      let number = numbers.randomElement(using: &random) ?? 1
      switch numbers.isEmpty ? 9 : Int.random(in: 0..<10, using: &random) {
      case 0...2: return "\(word(.remove)) \(number)"
      case 3: return "\(word(.restore)) \(number)"
      case 4: return "\(word(.rename)) \(number) \(word(.renameTo)) \(name(&random))"
      default: return chance(max(pick, 0.15)) ? name(&random) : word(.none)
      }
    case .text:
      let texts = examples.isEmpty || chance(0.7) ? Self.texts : examples
      return texts.randomElement(using: &random) ?? ""
    default:
      // The first answer is *not known*.
      let answers = choices.answers(to: question).dropFirst()
      return answers.randomElement(using: &random).map { conversation.words(for: $0, to: question) }
        ?? skip
    }
  }

  private func name(_ random: inout SeededGenerator) -> String {
    ["Kim", "Lee", "Sam O'Neill", "Ægir", "Kim"].randomElement(using: &random) ?? ""
  }

  private static let texts = [
    "By the gate, on Monday.", "\"We said so\"", "Two of them: one at the front, one behind",
    "naïve 漢字 🙂 e\u{301}", "<<today>> <<end>> <<x", "# - | : {}", "1", "a\tb\u{7}c",
    String(repeating: "so on and ", count: 40),
  ]
}
