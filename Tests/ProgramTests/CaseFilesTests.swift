import CaseStore
import DialogueEngine
import Foundation
import Support
import Testing

/// What a kept conversation leaves on the disk, and what becomes of it when the disk does not play along.
struct CaseFilesTests {
  /// Fifty words that are nowhere else.
  private static let words = (1...50).map { "zyx\($0 * 7919)wvu" }

  /// Runs a conversation with its home, its temporary files and its cases in one folder.
  private func withHome(_ body: (_ home: String, _ environment: [String: String]) throws -> Void)
    throws
  {
    try KeptCasesTests.withFolder { home in
      try FileManager.default.createDirectory(
        atPath: "\(home)/tmp", withIntermediateDirectories: true)
      try body(
        home,
        [
          "HOME": home, "TMPDIR": "\(home)/tmp", "XDG_STATE_HOME": "\(home)/state",
          "XDG_CONFIG_HOME": "\(home)/config", "XDG_DATA_HOME": "\(home)/data",
          "HISTFILE": "\(home)/history",
        ])
    }
  }

  private func start(
    _ environment: [String: String], dialogues: String = KeptCasesTests.dialogues,
    through wrapper: [String] = []
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      [
        "--dialogues", dialogues, "--no-local", "--today", "2026-11-16",
        "--plain",
      ], environment: environment, through: wrapper)
  }

  /// How many of the words are in the files below a folder, in any encoding that a program would write.
  private func found(in home: String) throws -> Int {
    var bytes = Data()
    for path in try FileManager.default.subpathsOfDirectory(atPath: home) {
      bytes += FileManager.default.contents(atPath: "\(home)/\(path)") ?? Data()
    }
    return Self.words.count { word in
      [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian].contains {
        bytes.range(of: word.data(using: $0) ?? Data([0])) != nil
      }
    }
  }

  @Test func `No byte on the disk says what was typed, also after a kill`() throws {
    try withHome { home, environment in
      let chat = try start(environment, dialogues: TestPacks.withoutRules)
      try KeptCasesTests.type(["no", "at school \(Self.words[0])"], chat)
      try KeptCasesTests.type(Self.words[1..<30].map { "It said \($0)." } + ["", "2"], chat)
      try chat.expect("as case 2026-11-16-1.")
      try KeptCasesTests.type(["14"], chat)
      try KeptCasesTests.type(Self.words[30..<45].map { "note \($0)" }, chat)
      // Half an account, and replies that are not understood.
      try KeptCasesTests.type(["change what happened", Self.words[45], Self.words[46]], chat)
      try chat.expect("> ")
      chat.send(SIGKILL)
      _ = chat.finish()
      #expect(try found(in: home) == 0)
      // Gone on with, and saved by the person: then the same look finds them.
      let again = try start(environment, dialogues: TestPacks.withoutRules)
      try KeptCasesTests.type(["resume"] + Self.words[47...] + ["", "add it"], again)
      try KeptCasesTests.type(["/save text \(home)/letters"], again)
      try again.expect("Saved, for you alone to read")
      try KeptCasesTests.type(["quit"], again)
      _ = again.finish()
      #expect(try found(in: home) == 50)
      #expect(try found(in: "\(home)/state") == 0)
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: TracesTests.strace),
      "strace is not installed"))
  func `Nothing is written outside the folder of cases and the files that the person names`() throws
  {
    try withHome { home, environment in
      let trace = "\(home)/trace"
      let chat = try start(
        environment,
        through: [
          TracesTests.strace, "-f", "-qq", "-s", "4096", "-o", trace, "-e",
          "trace=open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,truncate",
        ])
      try KeptCasesTests.type(KeptCasesTests.opening + ["2", "yes"], chat)
      try KeptCasesTests.type(["/save text \(home)/letters"], chat)
      try chat.expect("Saved, for you alone to read")
      try KeptCasesTests.type(["quit"], chat)
      _ = chat.finish()
      let lines = try TestPacks.text(at: trace).split(separator: "\n")
      let writes = lines.filter { line in
        guard !line.contains(" = -1 "), !line.contains("resumed>") else { return false }
        return !line.contains("open") || line.contains("O_WRONLY") || line.contains("O_RDWR")
          || line.contains("O_CREAT") || line.contains("O_TMPFILE")
      }
      #expect(writes.count >= 6)
      for line in writes {
        let isOurs =
          ["\"\(home)/state", "\"\(home)/letters", "\"/dev/tty\"", "\"/dev/null\""].contains {
            line.contains($0)
          }
        #expect(isOurs, "\(line)")
      }
      #expect(writes.contains { $0.contains("\(home)/letters") })
    }
  }

  @Test func `A full disk is told once, the conversation goes on, and what was kept stays`() throws
  {
    try withHome { home, environment in
      let first = try start(environment)
      try KeptCasesTests.type(KeptCasesTests.opening + ["2", "yes"], first)
      try first.expect("Since when?")
      first.send(SIGKILL)
      _ = first.finish()
      // No file may grow beyond 220 KB now, and the log beside the cases is on its way there.
      let wrapper = ["bash", "-c", "ulimit -f 220; exec \"$@\"", "bash"]
      let chat = try start(environment, through: wrapper)
      try KeptCasesTests.type(["resume"], chat)
      try chat.expect("You are back in case 2026-11-16-1")
      for number in 0..<60 {
        try KeptCasesTests.type(["change 2", number.isMultiple(of: 2) ? "no" : "yes"], chat)
      }
      try KeptCasesTests.type(["/review"], chat)
      try chat.expect("by the gate. Zebedee.")
      try KeptCasesTests.type(["/save text \(home)/letters"], chat)
      try chat.expect("Saved, for you alone to read")
      chat.send(SIGKILL)
      _ = chat.finish()
      let told = chat.output.components(separatedBy: "What you type is not being stored just now.")
      #expect(told.count == 2)
      let folder = CaseFolder("\(home)/state/curious")
      let book = try Casebook(in: folder).unlock(.keyFile)
      let record = try book.read(book.find("2026-11-16-1"))
      #expect(record.damage.isEmpty)
      #expect(record.answers(after: record.entries.count)["tree.place"] != nil)
      #expect(record.entries.count > 10)
    }
  }

  @Test(arguments: ["a file where the folder would be", "readable by others", "a damaged file"])
  func `Where nothing can be kept, the reason is said and the conversation goes on`(
    _ trouble: String
  ) throws {
    try withHome { home, environment in
      let state = "\(home)/state"
      var said = "can't be written."
      switch trouble {
      case "a file where the folder would be":
        try Data().write(to: URL(fileURLWithPath: state))
      case "readable by others":
        try FileManager.default.createDirectory(
          atPath: "\(state)/curious", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o755])
        said = "chmod 700 \(state)/curious"
      default:
        try FileManager.default.createDirectory(
          atPath: "\(state)/curious", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
        _ = FileManager.default.createFile(
          atPath: "\(state)/curious/cases.db", contents: Data(repeating: 65, count: 9000),
          attributes: [.posixPermissions: 0o600])
        said = "cases.db is damaged."
      }
      let chat = try start(environment)
      if trouble == "a damaged file" {
        try chat.expect(said)
        try KeptCasesTests.type(KeptCasesTests.opening, chat)
      } else {
        try KeptCasesTests.type(KeptCasesTests.opening + ["2"], chat)
        try chat.expect(said)
      }
      try KeptCasesTests.type(["yes"], chat)
      try chat.expect("Since when?")
      try KeptCasesTests.type(["/review"], chat)
      try chat.expect("by the gate. Zebedee.")
      chat.send(SIGKILL)
      _ = chat.finish()
    }
  }

  @Test func `A clock that runs backwards loses nothing`() throws {
    try KeptCasesTests.withFolder { folder in
      let first = try KeptCasesTests.chat(folder, day: "2026-11-18")
      try KeptCasesTests.type(KeptCasesTests.opening + ["2", "yes"], first)
      try first.expect("Since when?")
      first.send(SIGKILL)
      _ = first.finish()
      let second = try KeptCasesTests.chat(folder, day: "2026-11-16")
      try KeptCasesTests.type(["resume"], second)
      try second.expect("It is Monday 16 November 2026 now.")
      try KeptCasesTests.type(["not known", "/review"], second)
      try second.expect("by the gate. Zebedee.")
      second.send(SIGKILL)
      _ = second.finish()
      let verify = try Program.run(["cases", "verify", "--cases", folder])
      #expect(verify.code == 0)
      #expect(verify.output.hasPrefix("Case 2026-11-18-1: as it was left"))
    }
  }

  @Test func `Two conversations are kept side by side, turn by turn`() throws {
    try withTreePack(EveryKindPack.files) { arguments in
      try KeptCasesTests.withFolder { folder in
        _ = try Casebook.make(in: CaseFolder(folder), .keyFile)
        let options = ["chat"] + arguments + ["--no-local", "--cases", folder, "--plain"]
        let both = try [PseudoTerminal(options), PseudoTerminal(options)]
        for (number, chat) in both.enumerated() {
          try KeptCasesTests.type(["by gate \(number)", "", "no"], chat)
        }
        // A thousand turns, each with the other conversation's beside it.
        for turn in 0..<250 {
          for line in ["change 2", turn.isMultiple(of: 2) ? "yes" : "no"] {
            for chat in both { try KeptCasesTests.type([line], chat) }
          }
        }
        for chat in both {
          try chat.expect("> ")
          chat.send(SIGKILL)
          _ = chat.finish()
        }
        let book = try Casebook(in: CaseFolder(folder)).unlock(.keyFile)
        let records = try book.book.rows().map { try book.read($0) }
        #expect(records.count == 2)
        #expect(records.allSatisfy { $0.damage.isEmpty && $0.events.count == 252 })
        let places = records.compactMap { $0.answers(after: $0.entries.count)["tree.place"] }
        #expect(Set(places) == [.text("by gate 0"), .text("by gate 1")])
      }
    }
  }
}
