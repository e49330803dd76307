import DialogueEngine
import DialogueModel

/// One conversation with a program, changed in place for as long as it goes on.
final class Session {
  var conversation: Conversation
  /// The conversation's own.
  let script: Script
  /// The number of its pack.
  let pack: Int
  /// How often a reply to the question has not been understood.
  var misses: Int
  /// The name that the service keeps it under; nil where the program carries it.
  var name: String?
  /// When it was last used: the second, and among all that are held.
  var second = 0
  var use = 0

  init(_ conversation: Conversation, pack: Int, misses: Int = 0) {
    self.conversation = conversation
    script = conversation.script
    self.pack = pack
    self.misses = misses
  }

  /// The question that is asked.
  var question: Int? { conversation.question }

  /// Goes on with the first open question.
  func cancelReopen() {
    conversation.cancelReopen()
    misses = 0
  }
}

/// What came of a request that a conversation takes up.
struct Turn {
  var session: Session
  var said: [Message] = []
  /// What a change did, or would do.
  var effect: Conversation.Effect?
}
