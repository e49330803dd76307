package import DialogueEngine
package import DialogueModel

/// How a chat came to its end, so that what is said of it is true.
package struct ChatEnd: Sendable {
  package var conversation: Conversation
  /// The letter as it then was has been shown.
  package var isDraftShown = true
  /// The line of the input at which reading stopped, and why.
  package var stop: (line: Int, why: Phrase)?

  /// What is said of a conversation that stopped early; nil where there is nothing to say.
  package var words: String? {
    let words = conversation.script.words
    if let stop {
      return words(.stoppedAtLine, ["line": String(stop.line), "why": why(stop.why)]).trimmed
    }
    guard !conversation.isFinished else { return nil }
    return words(
      isDraftShown ? .endedEarly : .endedUnseen, ["count": String(conversation.left)])
  }

  /// The phrase itself, unless it repeats what was typed.
  private func why(_ phrase: Phrase) -> String {
    phrase.arguments.isEmpty ? conversation.script.words(phrase) : ""
  }
}
