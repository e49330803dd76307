package import DialogueEngine
import DialogueModel

/// The chat over plain lines, which needs no terminal at either end.
package struct LineChat {
  private var chat: Chat
  private let hands: ChatHands
  /// The kept conversation to go on with; nil to begin one.
  private let kept: Resumption?

  /// A chat for this conversation, or for the kept one that it goes on with.
  package init(
    _ conversation: Conversation, in world: ChatWorld, hands: ChatHands, resuming kept: Resumption?
  ) {
    chat = Chat(conversation, in: world)
    self.hands = hands
    self.kept = kept
  }

  /// Asks and answers until the input ends or the user leaves.
  ///
  /// Piped lines are echoed after the prompt, as a terminal would show them. With a pipe, reading stops at the
  /// first line that is not understood, so that no later line answers a question it was not meant for.
  package mutating func run(
    isPiped: Bool, readLine: () -> String?, write output: (String) -> Void
  ) -> ChatEnd {
    let columns = hands.columns
    func write(_ text: String) { output(columns().map { text.wrapped(to: $0) } ?? text) }
    let prompt = chat.words(.prompt)
    let opening = kept.map { chat.resume($0) } ?? chat.opening
    write(hands.finish(opening, of: &chat) + "\n")
    output(prompt)
    var number = 0
    var stop: (line: Int, why: Phrase)?
    while !chat.isOver, stop == nil, let line = readLine() {
      number += 1
      if isPiped { output(line.withControlsVisible + "\n") }
      chat.conversation.minute = hands.minute()
      let said = hands.finish(chat.take(line), of: &chat)
      if chat.clearsScreen { write("\n" + chat.words(.cannotClear) + "\n") }
      if !said.isEmpty { write("\n" + said + "\n") }
      if isPiped, let miss = chat.miss { stop = (number, miss) }
      if !chat.isOver { output(prompt) }
    }
    if !chat.isOver { write("\n") }
    let said = hands.finish(chat.end(), of: &chat)
    if !said.isEmpty { write(said + "\n") }
    if isPiped, stop == nil, let miss = chat.miss { stop = (number, miss) }
    if isPiped, chat.hasUnshownNote {
      write("\n" + chat.withStanding(chat.drafts().joined(separator: "\n\n")) + "\n")
    }
    if !chat.conversation.isFinished {
      write("\n" + hands.finish(chat.leave(), of: &chat) + "\n")
    }
    return ChatEnd(conversation: chat.conversation, stop: stop, keptAs: chat.keptAs)
  }
}
