package import DialogueEngine
package import DialogueModel
package import Session

/// What there is on the machine to keep conversations in.
package enum KeepingPlace: Hashable, Sendable {
  /// Nothing is to be kept, and nobody asks.
  case none
  /// Nothing has been kept yet.
  case new
  /// Cases are kept, and a key file opens them.
  case openedByKeyFile
  /// Cases are kept, and a passphrase opens them.
  case openedByPassphrase
}

/// Whether this conversation is kept on the machine.
enum Keeping: Hashable, Sendable {
  /// It is not, and the person is asked once there is something to lose.
  case toBeAsked(KeepingPlace)
  case asking(KeepingPlace)
  /// It is, as the case of this name.
  case kept(String)
  /// It is not, and nobody asks again.
  case not
}

/// A conversation as it stands after a turn, to be kept.
package struct ChatRecord: Sendable {
  package var conversation: Conversation
  /// The changes of the answers so far, oldest first.
  package var events: [Session.Event]
  /// What else happened so far, oldest first.
  package var happenings: [Happening]
  /// The lines so far of an answer of several lines.
  package var lines: [String]
  /// The replies that were not taken, by question.
  package var misunderstood: [Int: [String]]

  /// Something that happened to a conversation besides its answers, for its history.
  package enum Happening: Hashable, Sendable {
    /// These letters were shown.
    case drafted([String])
    case saved([String])
    case copied([String])
    case printed([String])
    /// A letter was sent to someone, as the person puts it.
    case sent(String)
  }
}

/// A kept conversation that is gone on with.
package struct Resumption: Sendable {
  /// What the case is called.
  package var name: String
  /// What happened to its answers, oldest first.
  package var events: [Session.Event]
  /// The question that was open, by its key; nil at the end.
  package var question: String?
  package var lines: [String]
  /// The replies that were not taken, by the key of the question.
  package var misunderstood: [String: [String]]
  /// The questions whose answers were not used, by key.
  package var parked: [String]
  /// The outcomes that had been reached, by id.
  package var outcomes: [String]
  /// The questions that are asked once more, by key, and whether an outcome waits for them.
  package var offered: [String]
  package var holdsOutcome: Bool
  /// The answers when letters last left; nil if none has.
  package var sent: [String: StoredAnswer]?
  /// The day on which it was last gone on with.
  package var day: CivilDate
  /// When something was last typed, in words.
  package var left: String
  /// Makes the fingerprint that letters carry.
  package var fingerprint: Fingerprinting

  package init(
    name: String, events: [Session.Event], question: String?, lines: [String],
    misunderstood: [String: [String]], parked: [String], outcomes: [String], offered: [String],
    holdsOutcome: Bool,
    sent: [String: StoredAnswer]?, day: CivilDate,
    left: String, fingerprint: @escaping Fingerprinting
  ) {
    self.name = name
    self.events = events
    self.question = question
    self.lines = lines
    self.misunderstood = misunderstood
    self.parked = parked
    self.outcomes = outcomes
    self.offered = offered
    self.holdsOutcome = holdsOutcome
    self.sent = sent
    self.day = day
    self.left = left
    self.fingerprint = fingerprint
  }
}

/// Makes the mark that tells from which answers of a case a letter was written.
package typealias Fingerprinting = @Sendable ([String: StoredAnswer]) -> String

/// Keeps a conversation after each turn, if it is to be kept; says what the person must know of it.
package typealias Keeper = (ChatRecord) -> KeepingNews?

/// What has changed about keeping a conversation.
package enum KeepingNews: Hashable, Sendable {
  /// It can't be kept at the moment, for this reason.
  case stopped(String)
  /// It is kept again, with all that was typed in between.
  case again
}
