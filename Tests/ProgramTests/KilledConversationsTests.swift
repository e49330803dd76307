import CaseStore
import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Scenarios
import Session
import Support
import Testing

@testable import TerminalChat

/// Conversations that are ended by `kill -9` at any moment: what was acknowledged is there, and nothing else is.
///
/// A few of them each time; with KILLS in the environment as many as that (`make kills`).
struct KilledConversationsTests {
  private static let kills =
    ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 16

  /// What people type, wanted or not.
  private static let lines = [
    "", "yes", "no", "not sure", "yesterday", "2 nov", "14:30", "tomorrow 3pm", "12", "1", "1, 2",
    "all", "none", "not known", "undo", "redo", "back", "note the wind was strong", "change 1",
    "change 2", "Ash, Oak", "Elm", "remove 1", "draft", "help", "skip", "an oak", "ask Robin",
    "\"it creaks\" he said", "purple", "review", "add 1", "keep it", "change it",
    "sent to the depot",
  ]

  @Test(arguments: 0..<kills)
  func `Whatever was acknowledged before the kill is kept`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 2222)
    try KeptCasesTests.withFolder { folder in
      try withTreePack(EveryKindPack.files) { arguments in
        let place = CaseFolder(folder)
        _ = try Casebook.make(in: place, .keyFile)
        let options = arguments + ["--no-local", "--cases", folder, "--plain"]
        let dialogues = try #require(arguments.dropFirst().first)
        let script = try Script.read(files: try TestPacks.files(in: "\(dialogues)/street-tree"))
        var chat = Chat(
          Conversation(script, today: try #require(CivilDate(iso: "2026-11-16"))))
        let terminal = try PseudoTerminal(["chat"] + options)
        try terminal.expect("> ")
        // The first answer is the account, which nothing is kept before.
        var typed = ["by the gate", ""]
        let count = Int.random(in: 0...30, using: &random)
        for _ in 0..<count { typed.append(Self.lines.randomElement(using: &random) ?? "") }
        for line in typed {
          _ = chat.take(line)
          terminal.type(line + Key.enter)
          // The line itself is echoed behind the prompt before; the next prompt acknowledges it.
          try terminal.expect("\n> ")
        }
        let before = State(chat)
        // One more, killed before, while or after it is taken.
        let last = Self.lines.randomElement(using: &random) ?? ""
        _ = chat.take(last)
        terminal.type(last + Key.enter)
        // The kill is to come at any point of the turn, so it waits for nothing that the program does.
        usleep(UInt32.random(in: 0...4000, using: &random))
        terminal.send(SIGKILL)
        _ = terminal.finish()

        let book = try Casebook(in: place).unlock(.keyFile)
        let record = try book.read(book.find("2026-11-16-1"))
        #expect(record.damage.isEmpty, "seed \(seed)")
        let kept = State(record)
        #expect(
          kept == before || kept == State(chat), "seed \(seed): \(typed + [last])")
      }
    }
  }

  /// What must not be lost.
  private struct State: Equatable {
    var answers: [String: StoredAnswer]
    var events: [Session.Event]
    var lines: [String]
    var misunderstood: [String: [String]]

    init(_ chat: Chat) {
      let record = chat.record
      answers = record.conversation.kept
      events = record.events
      lines = record.lines
      misunderstood = Dictionary(
        uniqueKeysWithValues: record.misunderstood.map {
          (record.conversation.script.questions[$0.key].key, $0.value)
        })
    }

    init(_ record: CaseRecord) {
      events = record.events
      answers = Session(events: events).answers
      lines = record.pending.lines
      misunderstood = record.pending.misunderstood
    }
  }
}
