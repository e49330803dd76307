import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Session
import Support
import Testing

@testable import TerminalChat

/// A kept conversation that is gone on with in a changed pack: every answer is there, used or listed.
struct ScriptChangeTests {
  /// What may be done to a pack between two days, each to questions of its own.
  enum Change: String, CaseIterable {
    case addQuestion, removeQuestion, renameQuestion, reorder, addOption, removeOption, tighten,
      changeType
  }

  private struct Question {
    var key: String
    var lines: [String]
  }

  /// A pack of a dozen questions, after these changes.
  private func files(_ changes: Set<Change>) throws -> [SourceFile] {
    var questions = [
      Question(key: "told", lines: ["answer: text", "lines: yes"]),
      Question(
        key: "kind", lines: ["answer: one of", "options:", "  oak: An oak", "  ash: An ash"]),
      Question(
        key: "seen", lines: ["answer: any of", "options:", "  split: A split", "  rot: Rot"]),
      Question(key: "high", lines: ["answer: number", "at-most: 100"]),
      Question(key: "when", lines: ["answer: date", "earliest: 2020-01-01"]),
      Question(key: "owner", lines: ["answer: text"]),
      Question(key: "leans", lines: ["answer: yes-no"]),
      Question(key: "people", lines: ["answer: list of person", "at-most: 4"]),
    ]
    func edit(_ key: String, _ body: (inout Question) -> Void) throws {
      body(&questions[try #require(questions.firstIndex { $0.key == key })])
    }
    for change in changes {
      switch change {
      case .addQuestion: questions.insert(Question(key: "near", lines: ["answer: text"]), at: 1)
      case .removeQuestion: questions.removeAll { $0.key == "owner" }
      case .renameQuestion:
        try edit("told") { $0 = Question(key: "account", lines: $0.lines + ["was: told"]) }
      case .reorder: questions.reverse()
      case .addOption: try edit("kind") { $0.lines.append("  elm: An elm") }
      case .removeOption: try edit("seen") { $0.lines.removeLast() }
      case .tighten: try edit("high") { $0.lines = ["answer: number", "at-most: 10"] }
      case .changeType: try edit("leans") { $0.lines = ["answer: text"] }
      }
    }
    let steps = questions.map { question in
      "  - ask: \(question.key)\n    text: \(question.key)?\n"
        + question.lines.map { "    \($0)\n" }.joined()
    }
    var all = try TestPacks.files(in: TestPacks.streetTree).filter {
      ["pack.yaml", "outcomes.yaml", "../language.yaml", "language.yaml"].contains($0.path)
    }
    all.append(SourceFile(path: "letters/tree-officer.md", text: "Seen.\n"))
    all.append(
      SourceFile(
        path: "tree.yaml",
        text: "dialogue: tree\nsteps:\n" + steps.joined()
          + "  - conclude: look\n    outcome: send-someone\n"))
    return all
  }

  private static let today = CivilDate(iso: "2026-11-16")

  private static let answers: [String: StoredAnswer] = [
    "tree.told": .text("by the gate\nof the park"), "tree.kind": .text("ash"),
    "tree.seen": .list(["split", "rot"]), "tree.high": .number(40),
    "tree.when": .scalar(.date, "2026-11-02", words: "2 nov"), "tree.owner": .text("the council"),
    "tree.leans": .truth(true),
    "tree.people": .items([StoredItem(number: 1, name: "Kim")], instead: nil),
  ]

  static let pairs = Change.allCases.flatMap { first in
    Change.allCases.map { [first, $0] }
  }

  @Test(arguments: pairs)
  func `Nothing is dropped in silence`(_ changes: [Change]) throws {
    let today = try #require(Self.today)
    let old = try Script.read(files: try files([]))
    let new = try Script.read(files: try files(Set(changes)))
    #expect((old.digest == new.digest) == false)
    let kept = Conversation(old, stored: Self.answers, today: today).kept
    #expect(kept == Self.answers)
    let conversation = Conversation(new, stored: kept, today: today)
    // Each answer is used, or stored beside the others as it was.
    for (key, answer) in Self.answers {
      let number = new.number(of: key)
      let present = number.map { new.questions[$0].key } ?? key
      #expect(conversation.kept[present] == answer, "\(key)")
    }
    // And going on says which are not used.
    var chat = Chat(Conversation(new, today: today))
    let page = chat.resume(
      Resumption(
        name: "2026-11-16-1",
        events: [
          .changed(
            .init(before: Self.answers.mapValues { _ in nil }, after: Self.answers.mapValues { $0 })
          )
        ], question: nil, lines: [], misunderstood: [:], parked: [], outcomes: [], offered: [],
        holdsOutcome: false,
        sent: nil, day: today, left: "then", fingerprint: { _ in "" }))
    for change in changes {
      let told =
        switch change {
        case .removeQuestion: "tree.owner: the council"
        case .removeOption: "tree.seen: rot"
        case .tighten: "tree.high: 40"
        case .changeType: "tree.leans: yes"
        case .addQuestion, .renameQuestion, .reorder, .addOption: "You are back"
        }
      #expect(page.contains(told), "\(change)")
    }
    // The old pack, put back, has all of them again.
    let back = Conversation(old, stored: chat.conversation.kept, today: today)
    for key in Self.answers.keys {
      #expect(
        back.kept[key] == Self.answers[key]
          || key == "tree.told" && back.kept["tree.account"] == Self.answers[key], "\(key)")
    }
  }
}
