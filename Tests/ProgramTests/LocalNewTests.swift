import Foundation
import Support
import Testing

/// Filling in a local file line by line, over a pipe and in a terminal.
struct LocalNewTests {
  private static let shape = """
    pack: street-tree
    title: A tree that worries you
    version: "1"
    entry: tree
    local:
      fields:
        officer:
          label: the tree officer
          gap: none
          hint: A name and a number.
        office:
          label: when the office is open
          gap: none
          type: hours
        trees:
          label: how many trees there are
          gap: none
          type: number
        fenced:
          label: whether they are fenced
          gap: none
          type: yes-no
      lists:
        depots:
          fields:
            phone:
              label: telephone
              gap: none
            town:
              label: its town
              gap: none
              item-of: towns
            hours:
              label: its hours
              gap: none
              type: hours
        towns:
          fields:
            desk:
              label: the desk
              gap: none

    """

  /// The pack with that shape, and an empty configuration folder.
  private func use(_ body: (_ arguments: [String], _ folder: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try withTreePack(["pack.yaml": Self.shape]) { try body($0, folder.path) }
  }

  private static let replies = [
    "Ash Vale, 01632 960180: ask for \"Ash\" # first", "Mo to Fri", "Monday to Friday 9am to 5pm",
    "many", "12", "", "Christmas", "2026-12-25, 2026-12-26", "Over Ford", "", "Hill & Dale",
    "Room 3", "", "North", "", "nowhere", "over ford", "always", "north", "No", "01632", "",
    "Monday 9:00 to 5:00", "", "", "yes",
  ]

  private static let written = """
    # `curious local check` says what is absent here, and what to check again.
    # A line that starts with # says nothing yet: fill it in, and take the # away.
    local: street-tree
    # The day you last checked every line below that has no day of its own.
    checked-on: 2026-11-16
    # The days on which offices are shut, whatever their hours say.
    holidays:
      - 2026-12-25
      - 2026-12-26
    fields:
      # the tree officer
      officer: "Ash Vale, 01632 960180: ask for \\"Ash\\" # first"
      # when the office is open
      office: Monday to Friday 9am to 5pm
      # how many trees there are
      trees: 12
      # whether they are fenced
    # fenced:
    lists:
      towns:
        over-ford:
          label: Over Ford
          # the desk
    #     desk:
        hill-dale:
          label: "Hill & Dale"
          # the desk
          desk: Room 3
      depots:
        north:
          label: North
          # telephone
    #     phone:
          # its town
          town: over-ford
          # its hours
          hours: always
        item-no:
          label: No
          # telephone
          phone: 01632
          # its town
    #     town:
          # its hours
    #     hours:

    """

  private func input(_ replies: some Sequence<String>) -> String {
    replies.map { "\($0)\n" }.joined()
  }

  @Test func `The file is asked for line by line, shown and written for its owner alone`() throws {
    try use { arguments, folder in
      let path = "\(folder)/curious/street-tree.local.yaml"
      let environment = ["XDG_CONFIG_HOME": folder]
      let run = try Program.run(
        ["local", "new"] + arguments, input: input(Self.replies), environment: environment)
      #expect(run.code == 0, "\(run.output)\(run.errors)")
      for said in [
        "The tree officer:\nA name and a number.\n", "mo to fri: these hours can't be read.",
        "It is digits, such as 24.", "Christmas is not a date such as 2026-12-25.",
        "Towns. The name of one:\n", "Towns. Add another? Its name:\n",
        "North, its town:\nOne of: Over Ford, Hill & Dale.\n",
        "It is one of: Over Ford, Hill & Dale.",
        "There is north already.", "end it after it begins".replacing("end", with: "End"),
        "\n\(Self.written)\nWrite this to \(path)?", "Written: \(path). Only you can read it.",
      ] {
        #expect(run.output.contains(said), "\(said) is not in \(run.output)")
      }
      #expect(try TestPacks.text(at: path) == Self.written)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/curious").count == 1)
      // It is a local file, which lacks what was left out.
      let check = try Program.run(["local", "check"] + arguments, environment: environment)
      #expect(check.output.contains("  fenced: whether they are fenced\n"), "\(check.errors)")
      #expect(check.output.contains("  depots.north.phone: telephone\n"))
      #expect(!check.output.contains("officer: the tree officer"))
      // It is never written over.
      let again = try Program.run(
        ["local", "new"] + arguments, input: input(Self.replies), environment: environment)
      #expect(again.code == 1)
      #expect(again.output == "")
      #expect(again.errors.hasPrefix("There is a file already: \(path). It was not changed."))
      #expect(try TestPacks.text(at: path) == Self.written)
    }
  }

  @Test func `Nothing is written where the input ends, at a no, or where all is left out`() throws {
    try use { arguments, folder in
      let path = "\(folder)/mine.yaml"
      let command = ["local", "new"] + arguments + ["--output", path]
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for count in [0, 1, 5, 14, Self.replies.count - 1] {
        let run = try Program.run(command, input: input(Self.replies.prefix(count)))
        #expect(run.code == 1)
        #expect(run.errors == "Nothing was written.\n", "\(count)")
      }
      let no = try Program.run(command, input: input(Self.replies.dropLast() + ["perhaps", "no"]))
      #expect(no.code == 1)
      #expect(no.errors == "Nothing was written.\n")
      let empty = try Program.run(command, input: String(repeating: "\n", count: 20))
      #expect(empty.code == 1)
      #expect(empty.errors == "Everything was left out, so nothing was written.\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      let yes = try Program.run(command, input: input(Self.replies))
      #expect(yes.code == 0)
      #expect(yes.output.contains("Use it with --local \(path)."))
      #expect(try TestPacks.text(at: path) == Self.written)
    }
  }

  @Test func `A folder that can't be written to is an error in a line`() throws {
    try use { arguments, _ in
      let run = try Program.run(
        ["local", "new"] + arguments + ["--output", "/proc/none/mine.yaml"],
        input: input(Self.replies))
      #expect(run.code == 3)
      #expect(
        run.errors == "The file /proc/none/mine.yaml can't be written. Nothing was changed.\n")
    }
  }

  @Test func `A pack without local lines has no file to write`() throws {
    let run = try Program.run(["local", "new"] + PipeTests.streetTree)
    #expect(run.code == 1)
    #expect(run.errors == "The pack street-tree takes no local file.\n")
  }

  @Test(arguments: [(Key.control.c, 0), (Key.control.d, 0), (Key.control.c, 1), (Key.control.d, 1)])
  func `In a terminal, Ctrl-C and Ctrl-D write nothing and say so`(_ key: String, _ answered: Int)
    throws
  {
    try use { arguments, folder in
      let path = "\(folder)/mine.yaml"
      let terminal = try PseudoTerminal(["local", "new"] + arguments + ["--output", path])
      try terminal.expect("The tree officer:")
      try terminal.expect("> ")
      if answered > 0 {
        for reply in Self.replies.dropLast() {
          terminal.type(reply + Key.enter)
          try terminal.expect("> ")
        }
      }
      terminal.type(key)
      try terminal.expect("Nothing was written.")
      #expect(terminal.finish() == 1)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `In a terminal, the file is written at a yes`() throws {
    try use { arguments, folder in
      let path = "\(folder)/new/mine.yaml"
      let terminal = try PseudoTerminal(["local", "new"] + arguments + ["--output", path])
      for reply in Self.replies {
        try terminal.expect("> ")
        terminal.type(reply + Key.enter)
      }
      try terminal.expect("Only you can read it.")
      #expect(terminal.finish() == 0)
      #expect(try TestPacks.text(at: path) == Self.written)
    }
  }

  @Test func `A key that is no letter is asked again`() throws {
    try use { arguments, folder in
      let run = try Program.run(
        ["local", "new"] + arguments + ["--output", "\(folder)/mine.yaml"],
        input: "\u{1B}[DAsh\nAsh\n")
      #expect(run.output.contains("There is a key in it that is no letter, such as an arrow."))
      #expect(run.code == 1)
    }
  }
}
