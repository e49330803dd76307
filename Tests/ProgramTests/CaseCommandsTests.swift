import DialogueModel
import Foundation
import Support
import Testing

/// What can be done with kept cases outside the conversation.
struct CaseCommandsTests {
  /// Today by the machine's clock, which histories have.
  private static var today: CivilDate? {
    var (seconds, now) = (time(nil), tm())
    localtime_r(&seconds, &now)
    return CivilDate(
      year: Int(now.tm_year) + 1900, month: Int(now.tm_mon) + 1, day: Int(now.tm_mday))
  }

  /// The folder of a case of the first pack that has come to its account, and has had its letter saved.
  private static let folder = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .path
    let chat = try PseudoTerminal(["chat", "--now", "11:40", "--plain"] + options(folder))
    try KeptCasesTests.type(
      ["no", "at the youth club until 6pm", "She came in a black cab. Zebedee.", "", "2"], chat)
    try chat.expect("as case 2026-11-16-1.")
    try KeptCasesTests.type(["14", "undo", "15", "/save text \(folder)/letters"], chat)
    try chat.expect("Saved, for you alone to read")
    try KeptCasesTests.type(["sent to the front door at 11:50", "quit"], chat)
    #expect(chat.finish() == 1)
    return folder
  }

  private static func options(_ folder: String) -> [String] {
    [
      "--dialogues", TestPacks.withoutRules, "--no-local", "--cases", folder, "--today",
      "2026-11-16",
    ]
  }

  /// A copy of that folder of its own.
  private func withCase(_ body: (_ folder: String, _ options: [String]) throws -> Void) throws {
    try KeptCasesTests.withFolder { folder in
      try FileManager.default.copyItem(atPath: Self.folder.get(), toPath: folder)
      try body(folder, Self.options(folder))
    }
  }

  private func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try Program.run(["cases"] + arguments, input: input)
  }

  @Test func `A history tells what was asked and answered, when, and what left`() throws {
    try withCase { _, options in
      let history = try run(["history", "2026-11-16-1"] + options)
      #expect(history.code == 0)
      let lines = history.output.split(separator: "\n").map(String.init)
      #expect(lines[0] == "Case 2026-11-16-1")
      #expect(
        lines[1].wholeMatch(
          of:
            /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d  Opened by \S+, with child-sexual-exploitation 0\.1, digest [0-9a-f]{12}, counting from 2026-11-16/
        ) != nil, "\(lines[1])")
      let told = lines.dropFirst().map { $0.dropFirst(28) }
      for line in [
        "Answered “Danger or missing now”: not that I know of",
        "Answered “Where they are now”: at the youth club until 6pm",
        "Answered “What happened”: She came in a black cab. Zebedee.",
        "Asked “Age”", "Answered “Age”: 14", "Taken back “Age”: no answer (it was: 14)",
        "Answered “Age”: 15",
      ] { #expect(told.contains { $0 == line }, "\(line)") }
      #expect(
        told.contains { $0.hasPrefix("Said to be sent to the front door at 11:50, fingerprint ") })
      let saved = try #require(told.first { $0.hasPrefix("Saved as files: ") })
      let mark = try #require(lines.last).suffix(15).dropLast()
      #expect(saved.hasSuffix("fingerprint \(mark)"))
      let json = try run(["history", "2026-11-16-1", "--format", "json"] + options)
      let entries = try json.output.split(separator: "\n").map { try JSON(line: $0) }
      #expect(entries.count == lines.count - 2)
    }
  }

  @Test
  func `A note goes into the letters, and what is new since they left is a letter of its own`()
    throws
  {
    try withCase { _, options in
      let nothing = try run(["new", "2026-11-16-1"] + options)
      #expect(nothing.code == 1)
      #expect(nothing.errors.hasPrefix("Nothing is new since"))
      let note = try run(["note", "2026-11-16-1"] + options, input: "The cab was Polo green.\n")
      #expect(note == Outcome(output: "Added to case 2026-11-16-1.\n", errors: "", code: 0))
      let new = try run(["new", "2026-11-16-1"] + options)
      #expect(new.code == 0)
      #expect(new.output.contains("The cab was Polo green."))
      #expect(!new.output.contains("She came in a black cab."))
      let letter = try run(["draft", "2026-11-16-1"] + options)
      #expect(letter.output.contains("The cab was Polo green."))
      let empty = try run(["note", "2026-11-16-1"] + options, input: " \n")
      #expect(empty == Outcome(output: "", errors: "Nothing was added.\n", code: 1))
    }
  }

  @Test func `A case that has been kept for long enough is due, and goes once someone says so`()
    throws
  {
    try withCase { folder, options in
      let pack = Array(options.prefix(2))
      let last = try #require(Self.today)
      func day(_ later: Int) -> String { CivilDate(dayNumber: last.dayNumber + later).iso }
      let local = ["--local", "\(TestPacks.shipped)/local.example.yaml", "--cases", folder]
      // The example keeps what came to nothing for 30 days.
      let early = try run(["due", "--today", day(30)] + pack + local)
      #expect(early == Outcome(output: "", errors: "No case is due.\n", code: 1))
      let due = try run(["due", "--today", day(31)] + pack + local)
      #expect(due.output == "2026-11-16-1  last used \(last.iso)\n")
      let no = try run(["due", "--erase", "--today", day(31)] + pack + local, input: "no\n")
      #expect(no.errors == "Nothing was erased.\n")
      let yes = try run(
        ["due", "--erase", "--today", day(31)] + pack + local, input: "erase\n")
      #expect(yes.output.contains("Case 2026-11-16-1 is erased.\n"))
      #expect(try run(["due", "--today", day(31)] + pack + local).code == 1)
      let without = try run(["due"] + options)
      #expect(without.errors.hasPrefix("Your local file does not say how long cases are kept."))
    }
  }

  @Test func `A case goes to another machine, where nothing was kept, and other secrets open both`()
    throws
  {
    try withCase { folder, options in
      let file = "\(folder)/for-the-lead"
      let export = try PseudoTerminal(
        ["cases", "export", "2026-11-16-1", "--output", file, "--cases", folder])
      try type(["too short", "a file needs words", "a file needs words"], export)
      try export.expect("is in \(file), sealed.")
      #expect(export.finish() == 0)
      try KeptCasesTests.withFolder { there in
        let taken = try PseudoTerminal(["cases", "import", file, "--cases", there])
        try type(["over there now", "over there now", "a file needs words"], taken)
        try taken.expect("It is new here.")
        taken.type("yes" + Key.enter)
        try taken.expect("It is here as case ")
        #expect(taken.finish() == 0)
        let rekey = try PseudoTerminal(["cases", "rekey", "key-file", "--cases", there])
        try type(["over there now"], rekey)
        try rekey.expect("from now on. Keep a copy.")
        #expect(rekey.finish() == 0)
        let list = try run(["list", "--cases", there]).output
        let name = String(list.prefix { $0 != " " })
        let show = try run(["show", name] + Self.options(there))
        #expect(show.output.contains("She came in a black cab. Zebedee."))
        #expect(try run(["verify", "--cases", there]).code == 0)
        for terminal in [export, taken, rekey] {
          #expect(
            !terminal.output.contains("needs words") && !terminal.output.contains("over there"))
        }
      }
    }
  }

  /// Types passphrases, each once it is asked for.
  private func type(_ lines: [String], _ terminal: PseudoTerminal) throws {
    for line in lines {
      try terminal.expect(":")
      try terminal.expect("\n")
      terminal.type(line + Key.enter)
    }
  }
}
