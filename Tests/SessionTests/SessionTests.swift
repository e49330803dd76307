import DialogueCompiler
import DialogueEngine
import DialogueModel
import Scenarios
import Session
import Support
import Testing

/// What has happened to the answers of a conversation, and what it comes to.
struct SessionTests {
  /// A session after some random turns, with the answers as they were after each.
  private static func session(
    seed: UInt64
  ) -> (session: Session, states: [[String: StoredAnswer]]) {
    var random = SeededGenerator(seed: seed)
    var session = Session()
    var states: [[String: StoredAnswer]] = [[:]]
    for turn in 0..<Int.random(in: 1...30, using: &random) {
      var now = states.last ?? [:]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let key = "visit.\(Int.random(in: 0..<6, using: &random))"
        now[key] = Bool.random(using: &random) ? .text("turn \(turn)") : nil
      }
      session.turn(to: now)
      if now != states.last { states.append(now) }
    }
    return (session, states)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `Undone to the beginning every state comes back, and done again the last one`(
    _ seed: UInt64
  ) {
    var (session, states) = Self.session(seed: seed)
    for state in states.dropLast().reversed() { #expect(session.undo()?.answers == state) }
    #expect(session.undo() == nil)
    for state in states.dropFirst() { #expect(session.redo()?.answers == state) }
    #expect(session.redo() == nil)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `The same events come to the same answers`(_ seed: UInt64) {
    var session = Self.session(seed: seed).session
    _ = session.undo()
    var again = Session(events: session.events)
    #expect(again.undo()?.answers == session.undo()?.answers)
    #expect(again.redo()?.answers == session.redo()?.answers)
    #expect(again.events == session.events)
  }

  @Test func `A new change after an undo ends what could be done again`() {
    var session = Session()
    session.turn(to: ["visit.safe": .truth(true)])
    _ = session.undo()
    session.turn(to: ["visit.safe": .truth(false)])
    #expect(session.redo() == nil)
    #expect(session.undo()?.answers == [:])
  }

  @Test func `A turn that changes nothing is no event`() {
    var session = Session(answers: ["visit.safe": .truth(true)])
    session.turn(to: ["visit.safe": .truth(true)])
    #expect(session.events.isEmpty)
  }
}
