import Documents
import Foundation
import Testing

/// Letters as drafts for a mail program.
struct MailFormatTests {
  @Test(
    .enabled(
      if: Schema.hasValidator,
      "no Python with its packages in .build/python: run `make needs-python`"))
  func `A mail is read back with its headers, its text and its attachments, and nothing else`()
    throws
  {
    let documents = HostileDocument.all
    let mails = zip(HostileDocument.seeds, documents).map { seed, document in
      mail(of: document, seed: seed)
    }
    let read = try ReadBack.run("letter-eml.py", mails.map(\.bytes))
    #expect(read.count == documents.count)
    for (mail, (json, document)) in zip(mails, zip(read, documents)) {
      let names = json["headers"].items.map { $0.text ?? "" }
      #expect(names == ["X-Unsent", "MIME-Version", "To", "Subject", "Content-Type"])
      #expect(json["to"] == "o'brien.team+new@front-door.northmere.example")
      let subject = json["subject"].text ?? ""
      #expect(subject.words == mail.subject.words)
      #expect(subject.unicodeScalars.allSatisfy { !isControl($0) })
      let text = document.plainText.replacing("\r\n", with: " \n").replacing("\r", with: " ")
      #expect(json["text"].text == text.replacing("\n", with: "\r\n") + "\r\n")
      #expect(json["attachments"].items.map { $0["type"].text } == mail.files.map(\.mediaType))
      #expect(
        json["attachments"].items.map { ($0["name"].text ?? "").words }
          == mail.files.map(\.name.words))
      #expect(
        json["attachments"].items.map { $0["bytes"].text }
          == mail.files.map { Data($0.bytes).base64EncodedString() })
      #expect(json["defects"] == [])
    }
  }

  @Test(
    .enabled(
      if: Schema.hasValidator,
      "no Python with its packages in .build/python: run `make needs-python`"))
  func
    `A letter of a scenario as a mail has its text, its Word file, and a subject without an answer`()
    throws
  {
    let letters = PageFormatTests.letters
    let files = letters.map { $0.file(.eml, language: "en-GB", name: "letter") }
    let read = try ReadBack.run("letter-eml.py", files)
    #expect(read.count == letters.count)
    for (json, document) in zip(read, letters) {
      #expect(
        json["text"].text == document.plainText.replacing("\n", with: "\r\n") + "\r\n")
      #expect(
        json["attachments"].items.map { $0["bytes"].text }
          == [Data(document.docx(language: "en-GB")).base64EncodedString()])
      #expect(json["attachments"].items.map { $0["name"].text } == ["letter.docx"])
      let subject = json["subject"].text ?? ""
      #expect(!subject.isEmpty)
      for run in document.head.flatMap(\.text.runs) {
        if case .answer = run.source { #expect(!subject.contains(run.text), "\(run.text)") }
      }
      #expect(json["defects"] == [])
    }
  }

  private struct Mail {
    var subject: String
    var files: [MailAttachment]
    var bytes: [UInt8]
  }

  private func mail(of document: Document, seed: Int) -> Mail {
    var hostile = HostileDocument(seed: UInt64(seed) + 1000)
    let subject = hostile.someWords() + hostile.someWords()
    let files = [
      MailAttachment(
        name: "2026-03-14-referral.docx",
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        bytes: document.docx(language: "en-GB")),
      MailAttachment(
        name: "a" + hostile.someWords(), mediaType: "text/html",
        bytes: Array(document.html(language: "en-GB").utf8)),
      MailAttachment(name: "empty.bin", mediaType: "application/octet-stream", bytes: []),
    ]
    let bytes = document.eml(
      to: "o'brien.team+new@front-door.northmere.example", subject: subject, attachments: files)
    return Mail(subject: subject, files: files, bytes: bytes)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }

  @Test(arguments: [
    "", "@", "a@", "@b.example", "a@b", "a@@b.example", "a@b@c.example", "a b@c.example",
    "a@b.example\r\nBcc: c@d.example", "a@b.example\n", "A <a@b.example>",
    "a@b.example, c@d.example",
    "\"a\"@b.example", ".a@b.example", "a.@b.example", "a..b@c.example", "a@-b.example",
    "a@b-.example", "a@b..example", "a@.example", "a@b.example.", "a@[127.0.0.1]", "ä@b.example",
    "a@bücher.example", "a%b@c.example", "a@b.example;", "a(x)@b.example",
    String(repeating: "a", count: 65) + "@b.example",
    "a@" + String(repeating: "b", count: 64) + ".example",
  ])
  func `An address that is not plain is left out`(_ address: String) {
    let mail = text(of: Document().eml(to: address, subject: "S", attachments: []))
    #expect(mail == text(of: Document().eml(to: nil, subject: "S", attachments: [])))
    #expect(!mail.contains("To:"))
  }

  @Test(arguments: [
    "text", "text/", "/html", "a/b/c", "text/html\r\nX: y", "text/html; x=\"", "té/x", "a b/c",
  ])
  func `A malformed type is that of any file`(_ type: String) {
    let file = MailAttachment(name: "a", mediaType: type, bytes: [])
    let mail = text(of: Document().eml(to: nil, subject: "S", attachments: [file]))
    #expect(mail.contains("\r\nContent-Type: application/octet-stream\r\n"))
    #expect(mail.split(separator: "Content-Type:").count == 4)
  }

  @Test func `A short mail is these bytes`() {
    var document = Document()
    document.blocks = [.paragraph(Document.Line("One\nTwo"))]
    let file = MailAttachment(name: "é \"1\".txt", mediaType: "text/plain", bytes: [1, 2, 3, 4])
    let mail = text(
      of: document.eml(to: "a@b.example", subject: "Referral – today", attachments: [file]))
    #expect(
      mail.split(separator: "\r\n", omittingEmptySubsequences: false) == [
        "X-Unsent: 1", "MIME-Version: 1.0", "To: a@b.example",
        "Subject: =?utf-8?B?UmVmZXJyYWwg4oCTIHRvZGF5?=",
        "Content-Type: multipart/mixed; boundary=\"=_part_=\"", "",
        "--=_part_=", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64", "Content-Disposition: inline", "",
        "T25lDQogIFR3bw0K", "",
        "--=_part_=", "Content-Type: text/plain", "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;", " filename*=utf-8''%C3%A9%20%221%22.txt", "",
        "AQIDBA==", "",
        "--=_part_=--", "",
      ])
  }

  private func text(of mail: [UInt8]) -> String { String(decoding: mail, as: UTF8.self) }
}
