import Documents
import Foundation
import Support
import Testing

/// The letters of all scenarios as LibreOffice reads and prints them.
@Suite(
  .enabled(
    if: Schema.hasValidator && Office.isHere,
    "no LibreOffice or no pdftotext: install libreoffice-writer and poppler-utils"))
struct OfficeTests {
  @Test
  func `LibreOffice reads and prints the words of every letter, with its marking on each page`()
    throws
  {
    let letters = PageFormatTests.letters
    let read = try ReadBack.run("letter-office.py", letters.map { $0.docx(language: "en-GB") })
    #expect(read.count == letters.count)
    for (number, (office, letter)) in zip(read, letters).enumerated() {
      let words = letter.plainText.words
      #expect(office["text"].text?.words == words, "letter \(number)")
      let marking = letter.head.first { $0.kind == .marking }?.text.text
      guard let marking else { continue }
      #expect(office["headers"].items.allSatisfy { $0.text?.hasPrefix(marking) == true })
      #expect(office["numbered"] == true, "letter \(number)")
      // In a table the label and the value of a row are side by side, so that only their letters can be compared.
      let printed = (office["pdf"].text ?? "").words.sorted()
      #expect(printed == words.sorted(), "letter \(number)")
    }
  }
}

/// LibreOffice and what reads PDF, if they are on this machine.
private enum Office {
  static var isHere: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["soffice", "pdftotext"].allSatisfy { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }
}
