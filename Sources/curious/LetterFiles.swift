import DialogueEngine
import DialogueModel
import Documents
import Foundation

/// Writes letters to files of one folder: each whole or not at all, for its owner alone, and never over another.
struct LetterFiles {
  var folder: String
  var language: String

  /// What a letter's file is called, without its ending: the day and the kind of letter, and never a name.
  static func stem(of draft: Draft, on day: CivilDate) -> String {
    let item = draft.item.map { "-\($0.id)" } ?? ""
    return "\(day.iso)-\(draft.letter)\(item)"
  }

  /// Writes a letter and returns its path; a number is added to the name if there is such a file already.
  func write(_ document: Document, as format: FileFormat, stem: String) throws -> String {
    let bytes = document.file(format, language: language, name: stem)
    return try write(Data(bytes), stem: stem, ending: format.ending)
  }

  /// Writes a letter as PDF, which a program on the machine makes of a Word file or a web page.
  func writePDF(of document: Document, stem: String) throws -> String {
    let data = try PDFMaker.pdf(of: document, language: language)
    return try write(data, stem: stem, ending: "pdf")
  }

  private static let mostOfOneName = 1000

  private func write(_ data: Data, stem: String, ending: String) throws -> String {
    for number in 1...Self.mostOfOneName {
      let name = number == 1 ? stem : "\(stem)-\(number)"
      let path = URL(fileURLWithPath: folder).appendingPathComponent("\(name).\(ending)").path
      if FileManager.default.fileExists(atPath: path) { continue }
      try NewFile.write(data, to: path)
      return path
    }
    throw NewFile.exists("\(folder)/\(stem).\(ending)")
  }
}
