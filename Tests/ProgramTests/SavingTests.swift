import Foundation
import Support
import Testing

/// Letters on their way out: files from the chat and from drafting in bulk, clipboard, printer.
struct SavingTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func chat(_ lines: [String]) throws -> Outcome {
    try Program.run(
      ["chat"] + PipeTests.streetTree + ["--today", "2026-11-16"],
      input: lines.map { $0 + "\n" }.joined())
  }

  private static let start = ["by the gate", "yes", "fungus"]

  @Test func `A letter is saved as a Word file that only its owner can read, and says where`()
    throws
  {
    try inFolder { folder in
      let run = try chat(Self.start + ["save \(folder.path)"])
      let names = try names(in: folder)
      #expect(names.allSatisfy { $0.hasPrefix("2026-11-16-") && $0.hasSuffix(".docx") }, "\(names)")
      #expect(names.contains("2026-11-16-tree-officer.docx"))
      for name in names {
        let path = folder.appendingPathComponent(name).path
        #expect(run.output.contains(path))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: Data("PK".utf8)))
      }
    }
  }

  @Test func `No file is ever written over`() throws {
    try inFolder { folder in
      _ = try chat(Self.start + ["save text \(folder.path)"])
      let first = folder.appendingPathComponent("2026-11-16-tree-officer.txt")
      let before = try Data(contentsOf: first)
      _ = try chat(["in the park", "no", "none", "save text \(folder.path)"])
      #expect(try Data(contentsOf: first) == before)
      #expect(try names(in: folder).contains("2026-11-16-tree-officer-2.txt"))
    }
  }

  @Test
  func `The folder is asked for, Enter takes the one that is proposed, and leave it saves nothing`()
    throws
  {
    try inFolder { folder in
      let asked = try chat(Self.start + ["save html", folder.path])
      #expect(asked.output.contains("Press Enter to save them there"))
      #expect(try names(in: folder).contains("2026-11-16-tree-officer.html"))
      let left = try chat(Self.start + ["save html", "leave it"])
      #expect(left.output.contains("Nothing was saved."))
      #expect(try names(in: folder).count { $0.hasSuffix("-2.html") } == 0)
    }
  }

  @Test(arguments: ["save exe", "save docs"])
  func `What is no kind of file and no folder is said`(_ typed: String) throws {
    #expect(try chat(Self.start + [typed]).output.contains("I can't save as"))
  }

  @Test func `A letter of a trial says in its file that it is not for use`() throws {
    try inFolder { folder in
      _ = try Program.run(
        ["chat", "--try"] + PipeTests.streetTree + ["--today", "2026-11-16"],
        input: (Self.start + ["save text \(folder.path)"]).map { $0 + "\n" }.joined())
      let files = try names(in: folder).filter { $0.hasSuffix(".txt") }
      #expect(files.count > 1)
      for name in files {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        #expect(text.hasPrefix("NOT FOR USE"), "\(name)")
      }
    }
  }

  @Test func `A folder that can't be written is said, and the chat goes on`() throws {
    let run = try chat(Self.start + ["save /proc/here", "review"])
    #expect(run.output.contains("Not saved: The file /proc/here/"))
    #expect(run.output.contains("1 "))
  }

  @Test func `Without a terminal there is no clipboard, and that is said`() throws {
    #expect(try chat(Self.start + ["copy"]).output.contains("I can't reach a clipboard from here."))
  }

  private func draft(_ options: [String], _ lines: [String]) throws -> [JSON] {
    let run = try Program.run(DraftTests.command + options, input: lines.map { $0 + "\n" }.joined())
    #expect(run.code == 0 && run.errors == "")
    return try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(JSON.self, from: Data($0.utf8))
    }
  }

  @Test
  func `Drafting in bulk writes each letter of each line as files, named by day, letter and line`()
    throws
  {
    let line =
      #"{"id": "Kim Ash", "answers": {"tree.place": "by the gate", "tree.leaning": false}}"#
    try inFolder { folder in
      let replies = try draft(
        ["--format", "docx,html,eml,text,markdown", "--output", folder.path],
        [line, "", line])
      let files = replies.map {
        $0["letters"].items.flatMap { $0["files"].items.map { $0.text ?? "" } }
      }
      #expect(files.count == 2)
      for (number, files) in zip(["000001", "000003"], files) {
        #expect(
          files.sorted()
            == ["docx", "eml", "html", "md", "txt"].map {
              "2026-11-16-tree-officer-\(number).\($0)"
            })
      }
      #expect(try names(in: folder) == files.joined().sorted())
      #expect(replies.allSatisfy { $0["letters"].items.allSatisfy { $0["text"].text == nil } })
      let text = folder.appendingPathComponent("2026-11-16-tree-officer-000001.txt")
      #expect(try String(contentsOf: text, encoding: .utf8).contains("To the tree officer"))
    }
  }

  @Test func `Equal answers give equal bytes in every format, and base64 in the line`() throws {
    let line = #"{"answers": {"tree.place": "by the gate"}}"#
    let replies = try draft(["--format", "html,docx,eml"], [line, line])
    #expect(replies.count == 2 && replies.first == replies.last)
    let letter = try #require(replies.first?["letters"].items.first)
    let docx = try #require(Data(base64Encoded: letter["docx"].text ?? ""))
    #expect(docx.starts(with: Data("PK".utf8)))
    #expect(
      letter["html"].text?.contains("<h1>") == true || letter["html"].text?.contains("<p>") == true)
    let eml = try #require(Data(base64Encoded: letter["eml"].text ?? ""))
    #expect(String(decoding: eml, as: UTF8.self).hasPrefix("X-Unsent: 1\r\n"))
  }
}
