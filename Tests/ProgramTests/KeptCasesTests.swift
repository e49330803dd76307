import CaseStore
import DialogueModel
import Foundation
import Support
import Testing

/// Conversations that are kept on the machine, through the real program in a real terminal.
struct KeptCasesTests {
  /// The first account of the pack about trees, which is checked in no time.
  static let opening = ["by the gate. Zebedee.", ""]
  /// A folder with that pack.
  static let dialogues: String = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let pack = folder.appendingPathComponent("street-tree")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? FileManager.default.copyItem(at: URL(fileURLWithPath: TestPacks.streetTree), to: pack)
    for (path, text) in EveryKindPack.files {
      try? Data(text.utf8).write(to: pack.appendingPathComponent(path))
    }
    return folder.path
  }()
  static let passphrase = "four words of straw"

  static func arguments(_ folder: String, day: String = "2026-11-16") -> [String] {
    [
      "--dialogues", dialogues, "--no-local", "--cases", folder, "--today", day,
      "--now", "11:40", "--plain",
    ]
  }

  static func chat(_ folder: String, day: String = "2026-11-16") throws -> PseudoTerminal {
    try PseudoTerminal(["chat"] + arguments(folder, day: day))
  }

  /// Types lines, each once the program waits for one.
  static func type(_ lines: [String], _ terminal: PseudoTerminal) throws {
    for line in lines {
      try terminal.expect("> ")
      terminal.type(line + Key.enter)
    }
  }

  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func `A conversation that was killed is gone on with where it was`() throws {
    try Self.withFolder { folder in
      let first = try Self.chat(folder)
      try Self.type(Self.opening, first)
      try first.expect("Store it, locked with a passphrase")
      try Self.type(["1"], first)
      try first.expect("Make up a passphrase")
      first.type(Self.passphrase + Key.enter)
      try first.expect("Once more:")
      first.type(Self.passphrase + Key.enter)
      try first.expect("as case 2026-11-16-1.")
      try Self.type(["yes"], first)
      try first.expect("Since when?")
      first.send(SIGKILL)
      _ = first.finish()

      let second = try Self.chat(folder, day: "2026-11-18")
      try second.expect("(2026-11-16-1). Type resume")
      try Self.type(["resume"], second)
      try second.expect("Your passphrase")
      second.type("not that one" + Key.enter)
      try second.expect("That is not the passphrase.")
      second.type(Self.passphrase + Key.enter)
      try second.expect("It is Wednesday 18 November 2026 now.")
      try second.expect("Since when?")
      try Self.type(["/review"], second)
      try second.expect("by the gate. Zebedee.")
      try second.expect("yes")
      try Self.type(["undo", "undo"], second)
      try second.expect("Where does the tree stand?")
      // The passphrase is never shown.
      #expect(!first.output.contains("straw") && !second.output.contains("straw"))
      second.send(SIGKILL)
      _ = second.finish()
    }
  }

  @Test func `What was to come and has passed by then is asked again, and Enter keeps it`() throws {
    try Self.withFolder { folder in
      let first = try Self.chat(folder)
      let said = ["2", "yes", "10 Nov", "3pm", "tomorrow 8am"]
      try Self.type(Self.opening + said, first)
      try first.expect("How many metres high?")
      first.send(SIGKILL)
      _ = first.finish()
      // Before its time nothing is said of it.
      let before = try PseudoTerminal(["cases", "resume", "2026-11-16-1"] + Self.arguments(folder))
      try before.expect("How many metres high?")
      #expect(!before.output.contains("has passed"))
      before.send(SIGKILL)
      _ = before.finish()

      let after = try PseudoTerminal(
        ["cases", "resume", "2026-11-16-1"] + Self.arguments(folder, day: "2026-11-17"))
      try after.expect(
        "has passed now: When can someone come?, 8am today, Tuesday 17 November 2026.")
      try after.expect("Your answer now: 8am today, Tuesday 17 November 2026")
      try Self.type([""], after)
      try after.expect("How many metres high?")
      try Self.type(["change When can someone come?", "tomorrow 9am", "review"], after)
      try after.expect("9am tomorrow, Wednesday 18 November 2026")
      after.send(SIGKILL)
      _ = after.finish()
    }
  }

  @Test func `With a key file it is kept without a word, and lines of an account are not lost`()
    throws
  {
    try Self.withFolder { folder in
      let first = try Self.chat(folder)
      try Self.type(Self.opening + ["2"], first)
      try first.expect("as case 2026-11-16-1.")
      first.send(SIGKILL)
      _ = first.finish()
      let second = try Self.chat(folder)
      try Self.type(Array(Self.opening.dropLast()), second)
      try second.expect("> ")
      second.send(SIGKILL)
      _ = second.finish()
      // Nothing is kept of the second: it had not come to an account.
      let list = try Program.run(["cases", "list", "--cases", folder])
      #expect(list.output.hasPrefix("2026-11-16-1  left before its end, last used 20"))
      #expect(list.output.count { $0 == "\n" } == 1)
      let third = try Self.chat(folder)
      try Self.type(Self.opening, third)
      try third.expect("as case 2026-11-16-2.")
      // A second account, half typed.
      try Self.type(["change 1", "Later there was a red van."], third)
      try third.expect("> ")
      third.send(SIGKILL)
      _ = third.finish()
      let fourth = try PseudoTerminal(
        ["cases", "resume", "2026-11-16-2"] + Self.arguments(folder))
      try fourth.expect("I still have what you had typed")
      try fourth.expect("Later there was a red van.")
      try Self.type(["It had no plate.", "", "/review"], fourth)
      try fourth.expect("Later there was a red van.\r\nIt had no plate.")
      fourth.send(SIGKILL)
      _ = fourth.finish()
    }
  }

  @Test func `Nothing is kept without a yes, and nobody is asked with --no-save`() throws {
    try Self.withFolder { folder in
      let first = try Self.chat(folder)
      try Self.type(Self.opening + ["3"], first)
      try first.expect("Nothing is stored.")
      try Self.type(["quit"], first)
      #expect(first.finish() == 1)
      #expect(!FileManager.default.fileExists(atPath: folder))
      let second = try PseudoTerminal(["chat", "--no-save"] + Self.arguments(folder))
      try Self.type(Self.opening + ["yes"], second)
      try second.expect("Since when?")
      try Self.type(["quit"], second)
      #expect(second.finish() == 1)
      #expect(!second.output.contains("Store it"))
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  @Test
  func `A letter names the case and a fingerprint, and the commands for cases find it by a name`()
    throws
  {
    try Self.withFolder { folder in
      let chat = try Self.chat(folder)
      try Self.type(Self.opening + ["2"], chat)
      try chat.expect("as case 2026-11-16-1.")
      try Self.type(["draft"], chat)
      let page = try chat.expect("fingerprint ")
      #expect(page.contains("Case 2026-11-16-1, "))
      try Self.type(["sent to the depot at 11:50"], chat)
      try chat.expect("history of this case: sent to the depot at 11:50")
      try Self.type(["quit"], chat)
      try chat.expect("curious cases resume 2026-11-16-1")
      #expect(chat.finish() == 1)
      let mark = try #require(
        chat.output.firstMatch(of: /fingerprint ([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})\./)?.1)
      let options = Array(Self.arguments(folder).dropLast())
      let draft = try Program.run(["cases", "draft", "2026-11-16-1"] + options)
      #expect(draft.code == 0)
      #expect(draft.output.contains("Case 2026-11-16-1, fingerprint \(mark)."))
      let show = try Program.run(["cases", "show", "2026-11-16-1"] + options)
      #expect(show.output.contains("by the gate. Zebedee."))
      let other = try Program.run(["cases", "show", "nobody"] + options)
      #expect(
        other.errors == "There is no case nobody. `curious cases list` shows those there are.\n")
      #expect(other.code == 1)
      let erase = try Program.run(["cases", "erase", "2026-11-16-1", "--yes", "--cases", folder])
      #expect(erase.output.hasPrefix("Case 2026-11-16-1 is erased.\n"))
      let gone = try Program.run(["cases", "show", "2026-11-16-1"] + options)
      #expect(gone.errors.hasPrefix("This case was erased on "))
    }
  }

  @Test func `A case that is open elsewhere is refused, with who has it`() throws {
    try Self.withFolder { folder in
      let chat = try Self.chat(folder)
      try Self.type(Self.opening + ["2"], chat)
      try chat.expect("as case 2026-11-16-1.")
      try chat.expect("> ")
      let other = try PseudoTerminal(["cases", "resume"] + Self.arguments(folder))
      try other.expect("This case is open elsewhere: by process ")
      #expect(other.finish() == 1)
      chat.send(SIGKILL)
      _ = chat.finish()
    }
  }

  @Test func `A practice and a trial keep nothing, and do not ask`() throws {
    try Self.withFolder { folder in
      for option in ["--practice", "--try"] {
        let chat = try PseudoTerminal(
          [
            "chat", option, "--dialogues", TestPacks.withoutRules, "--cases", folder,
            "--plain",
          ])
        try Self.type(["no", "at school", "She came in a black cab.", "", "14"], chat)
        try chat.expect("Do you know of any of these?")
        chat.send(SIGKILL)
        _ = chat.finish()
        #expect(!chat.output.contains("Store it"))
        #expect(!FileManager.default.fileExists(atPath: folder))
      }
    }
  }
}
