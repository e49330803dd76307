package import DialogueEngine

/// The changes of a conversation in the order in which they were made, and what they come to.
///
/// It holds events and no conversation: from the same beginning, the same events give the same answers. Undoing is an
/// event as well, so that nothing that happened is ever taken out.
package struct Session: Sendable {
  /// Everything that happened, oldest first.
  package private(set) var events: [Event] = []
  /// The answers as they are now, by key, as they are kept.
  package private(set) var answers: [String: StoredAnswer]
  /// The changes in force, oldest first, and those undone, the last undone at the end.
  private var done: [Change] = []
  private var undone: [Change] = []

  /// Something that happened to the answers.
  package enum Event: Hashable, Sendable {
    case changed(Change)
    case undone
    case redone
  }

  /// The answers that one turn changed: as they were and as they are, nil where there was or is none.
  package struct Change: Hashable, Sendable {
    package var before: [String: StoredAnswer?]
    package var after: [String: StoredAnswer?]

    package init(before: [String: StoredAnswer?], after: [String: StoredAnswer?]) {
      (self.before, self.after) = (before, after)
    }

    /// The keys of the answers that changed.
    package var keys: [String] { after.keys.sorted() }
  }

  /// A session that begins with these answers.
  package init(answers: [String: StoredAnswer] = [:]) {
    self.answers = answers
  }

  /// A session in which these events have happened.
  package init(answers: [String: StoredAnswer] = [:], events: [Event]) {
    self.init(answers: answers)
    for event in events { apply(event) }
  }

  /// The last change that is in force.
  package var last: Change? { done.last }

  /// Notes what a turn has changed; nothing if it has changed nothing.
  package mutating func turn(to now: [String: StoredAnswer]) {
    var change = Change(before: [:], after: [:])
    for key in Set(answers.keys).union(now.keys) where answers[key] != now[key] {
      change.before.updateValue(answers[key], forKey: key)
      change.after.updateValue(now[key], forKey: key)
    }
    if !change.after.isEmpty { apply(.changed(change)) }
  }

  /// Takes back the last change that is in force; nil if there is none.
  package mutating func undo() -> (change: Change, answers: [String: StoredAnswer])? {
    guard let change = done.last else { return nil }
    apply(.undone)
    return (change, answers)
  }

  /// Makes the change again that was taken back last; nil if another was made since, or none was taken back.
  package mutating func redo() -> (change: Change, answers: [String: StoredAnswer])? {
    guard let change = undone.last else { return nil }
    apply(.redone)
    return (change, answers)
  }

  private mutating func apply(_ event: Event) {
    switch event {
    case .changed(let change):
      set(change.after)
      done.append(change)
      undone = []
    case .undone:
      guard let change = done.popLast() else { return }
      set(change.before)
      undone.append(change)
    case .redone:
      guard let change = undone.popLast() else { return }
      set(change.after)
      done.append(change)
    }
    events.append(event)
  }

  private mutating func set(_ values: [String: StoredAnswer?]) {
    for (key, value) in values { answers[key] = value }
  }
}
