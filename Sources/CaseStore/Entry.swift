package import Session

/// Something that happened to a case, for its history; nothing is ever taken out of it but with the whole case.
package struct Entry: Hashable, Sendable {
  /// When, by the clock of the machine: `2026-11-30T11:40:05+00:00`.
  package var moment: String
  package var what: What

  package enum What: Hashable, Sendable {
    /// The case was begun, or gone on with, in this pack, by the account of this name on the machine, and counted from
    /// this day: `2026-11-30`.
    case opened(PackIdentity, by: String, day: String)
    /// A question was put, by its key.
    case asked(String)
    /// Answers changed, were taken back, or were made again; with the keys that were set aside and came back by it.
    case answers(Session.Event, parked: [String], restored: [String])
    /// Letters were shown, with the fingerprint they carry.
    case drafted([String], fingerprint: String)
    /// Letters were written to files, copied, or printed.
    case letOut(Way, [String], fingerprint: String)
    /// Someone said to whom a letter was sent, in their words, when the answers had this fingerprint.
    case sent(String, fingerprint: String)
    /// A sealed copy was made for another machine.
    case exported
    /// The case came from another machine, where it had this name.
    case imported(String)
  }

  /// How a letter left.
  package enum Way: String, Hashable, Sendable, CaseIterable {
    case saved
    case copied
    case printed
  }

  package init(moment: String, what: What) {
    self.moment = moment
    self.what = what
  }
}

/// Which pack answers were given to.
package struct PackIdentity: Hashable, Sendable {
  package var name: String
  package var version: String
  /// The digest of its files, so that a change of a word shows.
  package var digest: String

  package init(name: String, version: String, digest: String) {
    (self.name, self.version, self.digest) = (name, version, digest)
  }
}

/// What was typed and is no answer yet, and where the conversation stood, so that all is there when someone goes on.
package struct Pending: Hashable, Sendable {
  /// The question that is open, by its key; nil at the end.
  package var question: String?
  /// The lines so far of an answer of several lines.
  package var lines: [String]
  /// The replies that were not understood, by the key of the question.
  package var misunderstood: [String: [String]]
  /// The questions whose answers were not used, by key.
  package var parked: [String]
  /// The questions that are asked once more for what someone wrote, by key.
  package var offered: [String]
  /// Whether an outcome is said only once nothing is asked once more.
  package var holdsOutcome: Bool

  package init(
    question: String? = nil, lines: [String] = [], misunderstood: [String: [String]] = [:],
    parked: [String] = [], offered: [String] = [], holdsOutcome: Bool = false
  ) {
    self.question = question
    self.lines = lines
    self.misunderstood = misunderstood
    self.parked = parked
    self.offered = offered
    self.holdsOutcome = holdsOutcome
  }
}

/// What a list shows of a case, and finds it by.
package struct Summary: Hashable, Sendable {
  package var pack: String
  /// The outcomes so far, by id.
  package var outcomes: [String]
  /// The names that were typed in.
  package var names: [String]

  package init(pack: String, outcomes: [String] = [], names: [String] = []) {
    (self.pack, self.outcomes, self.names) = (pack, outcomes, names)
  }
}
