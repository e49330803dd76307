package import DialogueEngine
package import DialogueModel

/// How a chat ended, so that what is said about it afterwards is true.
package struct ChatEnd: Sendable {
  /// The conversation as it was when the chat ended.
  package var conversation: Conversation
  /// Whether the letter has been shown as it then was.
  package var isDraftShown = true
  /// The input line at which reading stopped and the reason; nil if reading didn't stop early.
  package var stop: (line: Int, why: Phrase)?
  /// The case that it is kept as; nil if it is not kept.
  package var keptAs: String?

  /// What to say about a conversation that stopped early; nil if it is finished.
  package var words: String? {
    let words = conversation.script.words
    if let stop {
      return words(.stoppedAtLine, ["line": String(stop.line), "why": why(stop.why)]).trimmed
    }
    guard !conversation.isFinished else { return nil }
    // What a practice leaves is not to be sent, finished or not.
    if conversation.isPractice { return words(.practice) }
    if let keptAs { return words(.endedKept, ["case": keptAs]) }
    return words(isDraftShown ? .endedEarly : .endedUnseen)
  }

  /// The phrase itself, or nothing if it would repeat what was typed.
  private func why(_ phrase: Phrase) -> String {
    phrase.arguments.isEmpty ? conversation.script.words(phrase) : ""
  }
}
