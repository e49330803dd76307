import DialogueScript
import Screening

/// One conversation with a program: how it stands, and how often a reply to the question has not been
/// understood.
struct Talk: Sendable {
  var conversation: Conversation
  /// The number of its pack.
  var pack: Int
  var misses = 0
}

/// How a program holds on to a conversation.
enum Handle {
  /// The service keeps it, under a number.
  case held(Int)
  /// The program carries it, sealed.
  case carried
}

/// What came of a request that a conversation takes up.
struct Turn {
  var talk: Talk
  var handle: Handle
  var said: [Said] = []
  /// What a change did, or would do.
  var effect: Conversation.Effect?
}
