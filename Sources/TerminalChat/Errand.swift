package import DialogueEngine
package import Documents

/// Something that a chat asks to have done in the world outside: it does nothing there itself.
package enum Errand: Sendable {
  case save(Saving)
  /// Letters for the clipboard, as plain text.
  case copy(String)
  /// Letters for a printer, as plain text.
  case print(String)

  /// Letters to be written to files.
  package struct Saving: Sendable {
    package var drafts: [Draft]
    package var kind: Kind
    package var folder: String
  }

  /// What the files are.
  package enum Kind: Hashable, Sendable {
    case format(FileFormat)
    /// Made from a Word file or a web page by a program that is found on the machine.
    case pdf

    /// How people name it, and how the names of files end.
    package var name: String {
      switch self {
      case .format(let format): format.rawValue
      case .pdf: "pdf"
      }
    }

    /// The kind by a name that people type; nil for any other word.
    init?(typed name: String) {
      switch name {
      case "pdf": self = .pdf
      case "word", "doc": self = .format(.docx)
      case "mail", "email": self = .format(.eml)
      case "txt": self = .format(.text)
      case "md": self = .format(.markdown)
      default:
        guard let format = FileFormat(rawValue: name) else { return nil }
        self = .format(format)
      }
    }
  }

  /// What came of it.
  package enum Outcome: Sendable {
    /// The files that were written, and why others were not, if some were not.
    case saved([String], why: String?)
    case copied
    case printed
    /// Nothing was done, for this reason, which may be empty.
    case failed(String)
  }
}

/// Does errands; the program's own hands.
package typealias Desk = (Errand) -> Errand.Outcome
