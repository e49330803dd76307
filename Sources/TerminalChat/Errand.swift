package import DialogueEngine
package import Documents

/// Something that a chat asks to have done in the world outside: it does nothing there itself.
package enum Errand: Sendable {
  case save(Saving)
  /// Letters for the clipboard.
  case copy(Sheet)
  /// Letters for a printer.
  case print(Sheet)
  /// Keep this conversation on the machine from now on.
  case keep(Opening)
  /// Go on with a kept conversation, by its name; empty for the one that was left last.
  case resume(String)

  /// Letters as plain text.
  package struct Sheet: Sendable {
    package var letters: [String]
    package var text: String
  }

  /// What is to open the cases that are kept.
  package enum Opening: Sendable {
    /// A passphrase that is made up now.
    case passphrase
    /// A key file that is made now.
    case keyFile
    /// What opens those that are there.
    case asBefore
  }

  /// Letters to be written to files.
  package struct Saving: Sendable {
    package var drafts: [Draft]
    package var kind: Kind
    package var folder: String
    /// A reminder that goes with them; nil if there is none.
    package var reminder: CalendarEntry?
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

  /// What came of having a conversation kept.
  package enum Keeping: Sendable {
    /// It is kept as the case of this name, whose letters carry this fingerprint.
    case kept(String, Fingerprinting)
    case notKept(why: String)
  }

  /// What came of it.
  package enum Outcome: Sendable {
    /// The files that were written, and why others were not, if some were not.
    case saved([String], why: String?)
    case copied
    case printed
    /// Nothing was done, for this reason, which may be empty.
    case failed(String)
    case keeping(Keeping)
    case resumed(Resumption)
    /// The case can't be opened, for this reason.
    case notResumed(String)
  }
}

/// Does errands; the program's own hands.
package typealias Desk = (Errand) -> Errand.Outcome
