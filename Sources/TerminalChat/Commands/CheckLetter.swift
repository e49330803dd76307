import DialogueEngine
import DialogueModel

/// Says what to look at again before a letter is sent.
enum CheckLetter: ChatAction {
  static let action = Command.Action.checkLetter

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    let found = chat.toLookAt
    return (found.isEmpty ? [chat.words(.checkClear)] : found) + [chat.question]
  }
}

extension Chat {
  /// What the pack would have looked at again, and wordings that it knows better ones for; empty if there is nothing.
  var toLookAt: [String] {
    let says = words.commands.first { $0.action == .checkLetter }?.says
    let own = says.map { conversation.print($0).trimmed } ?? ""
    var lines = own.isEmpty ? [] : [own]
    var told: Set<String> = []
    while let advice = conversation.advice(besides: told) {
      told.insert(advice.words)
      guard let place = conversation.reviewed.firstIndex(of: advice.question) else { continue }
      lines.append(
        words(
          .wordingAdvice,
          ["words": advice.words, "advice": advice.advice, "number": String(place + 1)]))
    }
    return lines.isEmpty ? [] : [([words(.checkFirst)] + lines).joined(separator: "\n")]
  }
}
