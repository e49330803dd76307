import DialogueEngine
import DialogueModel
import Documents
import Foundation
import TerminalChat

/// Does what the chat asks for outside: writes letters to files, to the terminal's clipboard, to a printer.
struct LetterDesk {
  var today: CivilDate
  var language: String
  /// Whether the terminal takes sequences that set its clipboard.
  var hasClipboard: Bool

  func callAsFunction(_ errand: Errand) -> Errand.Outcome {
    switch errand {
    case .save(let saving): save(saving)
    case .copy(let sheet): copy(sheet.text)
    case .print(let sheet): print(sheet.text)
    case .keep, .resume: .failed("")
    }
  }

  private func save(_ saving: Errand.Saving) -> Errand.Outcome {
    let folder = NSString(string: saving.folder).expandingTildeInPath
    let files = LetterFiles(folder: folder, language: language)
    var written: [String] = []
    for draft in saving.drafts {
      do {
        let stem = LetterFiles.stem(of: draft, on: today)
        let path =
          switch saving.kind {
          case .format(let format): try files.write(draft.document, as: format, stem: stem)
          case .pdf: try files.writePDF(of: draft.document, stem: stem)
          }
        written.append(path)
      } catch {
        return .saved(written, why: (error as? Failure)?.message ?? "\(error)")
      }
    }
    if let reminder = saving.reminder, !written.isEmpty {
      do {
        written.append(try files.write(reminder, stem: "\(today.iso)-reminder"))
      } catch {
        return .saved(written, why: (error as? Failure)?.message ?? "\(error)")
      }
    }
    return .saved(written, why: nil)
  }

  /// Sends a text to the clipboard of the terminal (OSC 52), which also reaches through SSH.
  private func copy(_ text: String) -> Errand.Outcome {
    guard hasClipboard else { return .failed("") }
    let letters = String(decoding: Base64.letters(Array(text.utf8)), as: UTF8.self)
    Output.write("\u{1B}]52;c;\(letters)\u{7}")
    return .copied
  }

  /// Prints through the system's own `lp`, if there is one.
  private func print(_ text: String) -> Errand.Outcome {
    guard let lp = OtherProgram.find(["lp"]) else { return .failed("there is no lp here.") }
    let page = text.wrapped(to: 80) + "\n"
    guard OtherProgram.run(lp, [], input: Data(page.utf8)) else {
      return .failed("lp found no printer.")
    }
    return .printed
  }
}
