import DialogueEngine
import Documents
import Foundation
import Scenarios
import Testing

/// Letters full of hostile words as HTML and as Word files, read back by programs that know nothing of ours.
@Suite(
  .enabled(
    if: Schema.hasValidator,
    "no Python with its packages in .build/python: run `make needs-python`"))
struct PageFormatTests {
  @Test func `HTML is read back as the same blocks with the same words, and has no other markup`()
    throws
  {
    let documents = HostileDocument.all
    let read = try ReadBack.run(
      "letter-html.py", documents.map { Array($0.html(language: "en-GB").utf8) })
    #expect(read.count == documents.count)
    for (seed, (page, document)) in zip(HostileDocument.seeds, zip(read, documents)) {
      expectSame(page, document, seed)
      #expect(page["language"] == "en-GB")
      #expect(
        page["policy"]
          == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
    }
  }

  @Test func `A Word file is read back as the same blocks with the same words`() throws {
    let documents = HostileDocument.all
    let read = try ReadBack.run("letter-docx.py", documents.map { $0.docx(language: "en-GB") })
    #expect(read.count == documents.count)
    for (seed, (page, document)) in zip(HostileDocument.seeds, zip(read, documents)) {
      expectSame(page, document, seed)
      #expect(page["language"] == "en-GB")
      #expect(page["footer"] == "PAGE / NUMPAGES")
    }
  }

  /// The letters of all scenarios of the shipped pack, each with its page of what to do.
  static let letters = PracticeTests.played.flatMap { played in
    let conversation = played.played.conversation
    return (conversation.drafts + [conversation.whatToDo].compactMap(\.self)).map(\.document)
  }

  @Test func `The letters of every scenario are read back from HTML and from Word files`() throws {
    try #require(Self.letters.count > 200)
    let pages = Self.letters.map { Array($0.html(language: "en-GB").utf8) }
    let words = Self.letters.map { $0.docx(language: "en-GB") }
    for (script, files) in [("letter-html.py", pages), ("letter-docx.py", words)] {
      let read = try ReadBack.run(script, files)
      #expect(read.count == Self.letters.count)
      for (number, (page, document)) in zip(read, Self.letters).enumerated() {
        expectSame(page, document, number)
      }
    }
  }

  private func expectSame(_ page: JSON, _ document: Document, _ seed: Int) {
    let spoken = page["blocks"].items.map(Spoken.init)
    #expect(spoken == document.allSpoken, "seed \(seed)")
    #expect(
      spoken.flatMap(\.words).joined() == document.plainText.words, "seed \(seed), as plain text")
    #expect(page["odd"] == [], "seed \(seed)")
    #expect(page["gaps"].items.map(\.text) == document.gaps, "seed \(seed)")
    #expect(
      page["header"].items.map { ($0.text ?? "").words } == document.headerWords, "seed \(seed)")
    let title = document.head.first { $0.kind == .title }
    if let title { #expect(page["title"].text?.words == title.text.text.words, "seed \(seed)") }
  }
}

struct PageFormatBytesTests {
  @Test func `Equal letters are equal bytes in every format`() {
    for seed in 1...20 {
      var (one, other) = (HostileDocument(seed: UInt64(seed)), HostileDocument(seed: UInt64(seed)))
      let (first, second) = (one.document(), other.document())
      #expect(first.html(language: "en-GB") == second.html(language: "en-GB"))
      #expect(first.docx(language: "en-GB") == second.docx(language: "en-GB"))
      #expect(
        first.eml(to: nil, subject: "S", attachments: [])
          == second.eml(to: nil, subject: "S", attachments: []))
    }
  }

  @Test func `No sign that turns the text or controls a machine is in a page`() {
    for document in HostileDocument.all {
      let scalars = document.html(language: "en-GB").unicodeScalars
      #expect(
        scalars.allSatisfy { scalar in
          switch scalar.value {
          case 0x00...0x09, 0x0B...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
            scalar == "\t"
          default: true
          }
        })
    }
  }

  @Test func `An empty letter has a page in every format`() {
    let document = Document()
    #expect(document.html(language: "en-GB").contains("<main></main>"))
    #expect(!document.docx(language: "en-GB").isEmpty)
    #expect(!document.eml(to: nil, subject: "", attachments: []).isEmpty)
  }

  @Test func `A table without cells is not shown`() {
    var document = Document()
    document.blocks = [.table(header: [], rows: []), .table(header: [], rows: [[], []])]
    #expect(document.html(language: "en-GB") == Document().html(language: "en-GB"))
    #expect(document.docx(language: "en-GB") == Document().docx(language: "en-GB"))
  }

  @Test func `An archive has the checksum of each file and the same time for all`() {
    var archive = ZIPArchive()
    archive.add("a", Array("123456789".utf8))
    #expect(
      archive.bytes.prefix(40) == [
        0x50, 0x4B, 3, 4, 20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0,
        9, 0, 0, 0, 1, 0, 0, 0, 0x61, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39,
      ])
  }
}
