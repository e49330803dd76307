import Foundation
import Support
import Testing

/// The local file in the user's configuration folder, and the reports about it.
struct LocalTests {
  static let shape = """
    pack: street-tree
    title: A tree that worries you
    version: "1"
    entry: tree
    local:
      check-every: 180
      fields:
        officer:
          label: the tree officer
          gap: "[to fill in: the tree officer]"
      lists:
        depots:
          fields:
            phone:
              label: telephone
              gap: "[to fill in: telephone]"
    """
  static let whole = """
    local: street-tree
    checked-on: 2026-11-02
    fields:
      officer: Ash Vale
    lists:
      depots:
        north:
          label: North
          phone: the yard, extension 12
    """

  /// The pack about trees with a declaration of local fields, and a configuration folder with this
  /// file.
  private func withLocal(
    _ text: String?,
    _ body: (_ arguments: [String], _ folder: String, _ path: String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = folder.appendingPathComponent("curious")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    let file = files.appendingPathComponent("street-tree.local.yaml")
    if let text { try Data(text.utf8).write(to: file) }
    try withTreePack([
      "pack.yaml": Self.shape,
      "letters/tree-officer.md": "To <<local.officer>>\n\nWhere: <<tree.place>>\n",
    ]) { try body($0, folder.path, file.path) }
  }

  private func letter(_ arguments: [String], _ environment: [String: String]) throws -> String {
    let run = try Program.run(arguments, input: "here\nquit\n", environment: environment)
    let line = run.output.split(separator: "\n").last { $0.hasPrefix("To ") }
    return line.map(String.init) ?? run.errors
  }

  @Test func `The local file is found, unless another is given or none is wanted`() throws {
    try withLocal(Self.whole) { arguments, folder, path in
      let environment = ["XDG_CONFIG_HOME": folder]
      #expect(try letter(arguments, environment) == "To Ash Vale")
      #expect(
        try letter(arguments + ["--no-local"], environment) == "To [to fill in: the tree officer]")
      let other = "\(folder)/other.yaml"
      try Data(Self.whole.replacing("Ash", with: "Rowan").utf8).write(
        to: URL(fileURLWithPath: other))
      #expect(try letter(arguments + ["--local", other], environment) == "To Rowan Vale")
      let both = try Program.run(arguments + ["--local", other, "--no-local"])
      #expect(both.code == 2)
      let bulk = try Program.run(
        ["draft"] + arguments, input: #"{"answers": {}}"# + "\n", environment: environment)
      #expect(bulk.output.contains("To Ash Vale"))
    }
  }

  @Test func `The local file is below the home folder unless an absolute folder is configured`()
    throws
  {
    try withLocal(Self.whole) { arguments, folder, _ in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/.config", withDestinationPath: folder)
      for settings in ["", "settings"] {
        #expect(
          try letter(arguments, ["XDG_CONFIG_HOME": settings, "HOME": folder]) == "To Ash Vale")
      }
    }
  }

  @Test func `A local file with a fault is reported, and no conversation starts`() throws {
    try withLocal(Self.whole.replacing("officer:", with: "oficer:")) { arguments, folder, path in
      for command in [[], ["draft"], ["local", "check"]] {
        let run = try Program.run(
          command + arguments, environment: ["XDG_CONFIG_HOME": folder])
        #expect(run.code == 1)
        #expect(run.output == "")
        #expect(
          run.errors == """
            \(path):4:3: the pack has no local field `oficer`
                oficer: Ash Vale
                ^
              did you mean `officer`?
            The pack has 1 problem and can't be used yet.

            """)
      }
    }
  }

  @Test func `Scenarios are played without the user's local file`() throws {
    try withLocal("nonsense") { arguments, folder, _ in
      let run = try Program.run(
        ["test"] + arguments, environment: ["XDG_CONFIG_HOME": folder])
      #expect(run.code != 3 && !run.errors.contains("nonsense"))
    }
  }

  private func check(
    _ text: String?, today: String = "2026-11-16"
  ) throws -> (said: String, code: Int32, path: String) {
    var result = (said: "", code: Int32(0), path: "")
    try withLocal(text) { arguments, folder, path in
      let run = try Program.run(
        ["local", "check"] + arguments.dropLast() + [today],
        environment: ["XDG_CONFIG_HOME": folder])
      result = (run.output + run.errors, run.code, path)
    }
    return result
  }

  @Test func `A complete local file, checked recently, is reported as such`() throws {
    // 180 days after 2 November 2026 is 1 May 2027.
    for today in ["2026-11-16", "2027-05-01"] {
      let found = try check(Self.whole, today: today)
      #expect(found.code == 0)
      #expect(
        found.said == """
          Local file: \(found.path)
          Nothing is absent, and nothing was last checked more than 180 days ago.

          """)
    }
  }

  @Test func `Absent entries and overdue checks of the local file are reported`() throws {
    let found = try check(
      """
      local: street-tree
      checked-on: 2026-11-02
      lists:
        depots:
          north:
            label: North
            checked-on: 2026-01-05
          south:
            label: South
            phone: the yard, extension 13
      """)
    #expect(found.code == 1)
    #expect(
      found.said == """
        Local file: \(found.path)
        Absent:
          officer: the tree officer
          depots.north.phone: telephone
        Last checked more than 180 days ago:
          depots.north: 2026-01-05

        """)
    let late = try check(Self.whole, today: "2027-05-02")
    #expect(late.code == 1)
    #expect(late.said.hasSuffix("ago:\n  fields: 2026-11-02\n  depots.north: 2026-11-02\n"))
    let empty = try check("local: street-tree\nchecked-on: 2026-11-02\nfields:\n  officer: Ash\n")
    #expect(empty.said.hasSuffix("Absent:\n  depots: no item\n"))
  }

  @Test func `What is still invented in a local file is reported`() throws {
    let example = Self.whole.replacing("Ash Vale", with: "Ash Vale, the officer")
      .replacing("North", with: "Northby").replacing("extension 12", with: "room 4")
    let mine = """
      local: street-tree
      checked-on: 2026-11-02
      fields:
        officer: Ash Vale, the officer
      lists:
        depots:
          south:
            label: South
            phone: the yard, room 4
          west:
            label: Northby
            phone: "+44 (0)1632 960 180"
          east:
            label: East
            phone: ring 020 7946 0181 or 07700-900182
          last:
            label: Last
            phone: 01632 961180, 0207946 018
      """
    try withLocal(mine) { arguments, folder, path in
      let pack = URL(fileURLWithPath: arguments[1]).appendingPathComponent("street-tree")
      try Data(example.utf8).write(to: pack.appendingPathComponent("local.example.yaml"))
      let run = try Program.run(
        ["local", "check"] + arguments, environment: ["XDG_CONFIG_HOME": folder])
      #expect(run.code == 1)
      #expect(
        run.output == """
          Local file: \(path)
          Still the invented example:
            officer: Ash Vale, the officer
            depots.south.phone: the yard, room 4
            depots.west.label: Northby
          Kept for drama, so nobody answers these numbers:
            depots.west.phone: +44 (0)1632 960 180
            depots.east.phone: ring 020 7946 0181 or 07700-900182

          """)
    }
  }

  @Test func `The invented example of the first pack can't pass for a real local file`() throws {
    let run = try Program.run([
      "local", "check", "--dialogues", "\(TestPacks.root)/Dialogues", "--today", "2026-11-16",
      "--local", "\(TestPacks.shipped)/local.example.yaml",
    ])
    #expect(run.code == 1)
    #expect(run.output.contains("Still the invented example:\n  your-name: Alex Marsh\n"))
    #expect(run.output.contains("  councils.northby.front-door: 01632 960001, front.door@"))
    #expect(!run.output.contains("Absent:"))
    #expect(!run.output.contains(".hours"))
  }

  @Test func `Holidays that are all past are reported where a local file has opening hours`() throws
  {
    let shape = Self.shape.replacing(
      "gap: \"[to fill in: telephone]\"",
      with: "gap: none\n          type: hours")
    for (today, isAbsent) in [("2026-12-25", false), ("2026-12-26", true)] {
      try withLocal(
        Self.whole.replacing("the yard, extension 12", with: "always")
          .replacing("fields:", with: "holidays:\n  - 2026-12-25\nfields:")
      ) { arguments, folder, _ in
        let pack = URL(fileURLWithPath: arguments[1]).appendingPathComponent("street-tree")
        try Data(shape.utf8).write(to: pack.appendingPathComponent("pack.yaml"))
        let run = try Program.run(
          ["local", "check"] + arguments.dropLast() + [today],
          environment: ["XDG_CONFIG_HOME": folder])
        #expect(run.code == (isAbsent ? 1 : 0), "\(run.errors)")
        #expect(
          run.output.contains("  holidays: days to come on which offices are shut\n") == isAbsent)
      }
    }
  }

  @Test func `Without a local file, the report says where the program looked`() throws {
    let found = try check(nil)
    #expect(found.code == 1)
    #expect(
      found.said
        == "There is no local file. Looked for \(found.path). `curious local new` writes one.\n")
    let none = try Program.run(["local", "check"] + PipeTests.streetTree)
    #expect(
      none == Outcome(output: "The pack street-tree takes no local file.\n", errors: "", code: 0))
  }
}
