import DialogueEngine
import DialogueModel

/// One conversation with a program, changed in place while it lasts.
final class Session {
  var conversation: Conversation
  /// The conversation's script.
  let script: Script
  /// The index of its pack in the service.
  let pack: Int
  /// How often in a row a reply has not been understood.
  var misses: Int
  /// The name under which the service holds it; nil if the program carries it.
  var name: String?
  /// The second at which it was last used.
  var second = 0
  /// A counter that orders all held conversations by their last use.
  var use = 0

  init(_ conversation: Conversation, pack: Int, misses: Int = 0) {
    self.conversation = conversation
    script = conversation.script
    self.pack = pack
    self.misses = misses
  }

  /// The question being asked; nil when nothing more is asked.
  var question: Int? { conversation.question }

  /// Stops asking a question again and goes on to the next one; returns what waited for that.
  func cancelReopen() -> [Message] {
    misses = 0
    return conversation.cancelReopen()
  }
}

/// The result of a request that advances a conversation.
struct Turn {
  var session: Session
  var said: [Message] = []
  /// What a change did, or would do in a preview.
  var effect: Conversation.Effect?
}
