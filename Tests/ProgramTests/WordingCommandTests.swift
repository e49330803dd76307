import Foundation
import Support
import Testing

/// Wording exported and imported by the program itself.
struct WordingCommandTests {
  @Test func `Every text is in the exported document, under its id`() throws {
    let pack = "\(TestPacks.root)/Tests/Packs"
    let run = try Program.run(["wording", "export", "street-tree", "--dialogues", pack])
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("# The wording of street-tree\n\n"))
    for part in [
      "\n## tree.yaml\n\n### tree.place.text\n\n```text\nWhere does the tree stand?\n```\n",
      "\n### vocabulary harms.split.label\n\n```text\nA split in the trunk\n```\n",
      "\n### phrase banner\n\n```text\nA place to report a tree.\n```\n",
    ] {
      #expect(run.output.contains(part))
    }
    #expect(!run.output.contains("### phrase prompt"), "it is not the pack's own")
    #expect(
      try Program.run(["wording", "export", "--pack", "street-tree", "--dialogues", pack]) == run)
  }

  @Test func `Import writes the changed texts and touches no other file`() throws {
    try withDialogues { folder in
      let document = "\(folder)/wording.md"
      let words = ["--dialogues", "\(folder)/Dialogues"]
      let out = try Program.run(["wording", "export", "--output", document] + words)
      #expect(out == Outcome(output: "", errors: "", code: 0))
      #expect(
        try Program.run(["wording", "import", document, "street-tree"] + words)
          == Outcome(output: "No text differs, and no file was changed.\n", errors: "", code: 0))
      let pack = "\(folder)/Dialogues/street-tree"
      // A file that only its owner may read keeps its permissions, and a link stays a link.
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: "\(pack)/tree.yaml")
      try FileManager.default.moveItem(
        atPath: "\(pack)/letters/tree-officer.md", toPath: "\(folder)/linked.md")
      try FileManager.default.createSymbolicLink(
        atPath: "\(pack)/letters/tree-officer.md", withDestinationPath: "\(folder)/linked.md")
      let before = try contents(of: folder)
      let edited = try TestPacks.text(at: document)
        .replacing("Where does the tree stand?", with: "Where is it: street, and number?")
        .replacing("Does it lean more than it did?", with: "Does it lean?")
        .replacing("Please come today.", with: "Come today.\nPlease.")
      try edited.write(toFile: document, atomically: true, encoding: .utf8)
      #expect(
        try Program.run(["wording", "import", document] + words)
          == Outcome(
            output: "Changed 3 texts: 1 in letters/tree-officer.md, 2 in tree.yaml.\n", errors: "",
            code: 0))
      var after = try contents(of: folder)
      after["wording.md"] = before["wording.md"]
      let tree = try #require(before["Dialogues/street-tree/tree.yaml"])
      var wanted = before
      wanted["Dialogues/street-tree/tree.yaml"] =
        tree.replacing("Where does the tree stand?", with: "\"Where is it: street, and number?\"")
        .replacing("Does it lean more than it did?", with: "Does it lean?")
      for path in ["linked.md", "Dialogues/street-tree/letters/tree-officer.md"] {
        wanted[path] = before[path]?.replacing("Please come today.", with: "Come today.\nPlease.")
      }
      #expect(after == wanted)
      let mode = try FileManager.default.attributesOfItem(atPath: "\(pack)/tree.yaml")
      #expect(mode[.posixPermissions] as? Int == 0o600)
      let link = try FileManager.default.attributesOfItem(atPath: "\(pack)/letters/tree-officer.md")
      #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
    }
  }

  @Test func `A document with faults changes no file`() throws {
    try withDialogues { folder in
      let document = "\(folder)/wording.md"
      let words = ["--dialogues", "\(folder)/Dialogues"]
      try """
      ### tree.place.text

      ```
      Where?
      ```

      ### letter tree-officer

      ```
      Where: <<tree.place>>
      ```

      ### tree.plaice.text

      """.write(toFile: document, atomically: true, encoding: .utf8)
      let before = try contents(of: folder)
      let run = try Program.run(["wording", "import", document] + words)
      #expect(run.code == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("\(document):7:5: `<<end>>` is gone from this text\n"))
      #expect(run.errors.contains("\(document):13:5: there is no text below `tree.plaice.text`\n"))
      #expect(run.errors.hasSuffix("The wording has 5 problems, and no file was changed.\n"))
      #expect(try contents(of: folder) == before)
    }
  }

  @Test func `An import or export that can't be done is reported in one line`() throws {
    try withDialogues { folder in
      let words = ["--dialogues", "\(folder)/Dialogues"]
      #expect(
        try Program.run(["wording", "import", "\(folder)/none.md"] + words)
          == Outcome(output: "", errors: "The file \(folder)/none.md can't be read.\n", code: 3))
      #expect(
        try Program.run(["wording", "export", "--output", "\(folder)/none/wording.md"] + words)
          == Outcome(
            output: "",
            errors: "The file \(folder)/none/wording.md can't be written. Nothing was changed.\n",
            code: 3))
      #expect(
        try Program.run(["wording", "export", "street-tree", "--pack", "other"] + words)
          == Outcome(
            output: "", errors: "Say which pack once: 'street-tree' or --pack other.\n", code: 2))
      try "dialogue: x\n".write(
        toFile: "\(folder)/Dialogues/street-tree/x.yaml", atomically: true, encoding: .utf8)
      for command in [["export"], ["import", "\(folder)/none.md"]] {
        let run = try Program.run(["wording"] + command + words)
        #expect(run.code == 1)
        #expect(run.errors.hasSuffix("The pack has 1 problem and can't be used yet.\n"))
      }
    }
  }

  /// The pack about trees, in its own folder of packs.
  private func withDialogues(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let dialogues = folder.appendingPathComponent("Dialogues")
    try FileManager.default.createDirectory(at: dialogues, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: TestPacks.streetTree, toPath: dialogues.appendingPathComponent("street-tree").path)
    try body(folder.path)
  }

  /// Every file below a folder, including hidden ones, to see that none is left over.
  private func contents(of folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      files[path] = try? TestPacks.text(at: "\(folder)/\(path)")
    }
    return files
  }
}
