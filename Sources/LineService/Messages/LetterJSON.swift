package import DialogueEngine
import DialogueModel
package import Documents
import JSON

/// Writes a letter of the line with this number to a file, and returns its name; nil if that can't be done.
package typealias LetterSaving = @Sendable (Draft, FileFormat, Int) -> String?

/// The results of a conversation as programs read them, both in the service and in bulk.
extension Conversation {
  /// Writes whether it is finished, its outcomes with the reasons, and what is still to be found out; `pseudonyms`
  /// replaces the names in them.
  func writeOutcome(by pseudonyms: Pseudonyms?, to writer: inout JSONWriter) {
    func replaced(_ text: String) -> String { pseudonyms?.replacing(in: text) ?? text }
    writer.member("finished", isFinished)
    writer.member("outcomes", walk.outcomes.lazy.map { script.outcomes[$0].id })
    writer.name("reasons")
    writer.object { writer in
      for (outcome, text) in reasons {
        writer.key(outcome)
        writer.text(replaced(text))
      }
    }
    writer.name("gaps")
    writer.array { writer in
      for gap in gaps {
        writer.object { writer in
          writer.member("question", script.questions[gap.question].key)
          writer.member("gap", replaced(gap.words))
        }
      }
    }
  }

  /// Writes the letters in these formats, the most important one first; `pseudonyms` makes them copies without names.
  ///
  /// Where they are saved, the names of their files come in place of those formats.
  func writeLetters(
    _ letters: [Int], in formats: LetterFormats, by pseudonyms: Pseudonyms?,
    saving: (save: LetterSaving, line: Int)? = nil,
    to writer: inout JSONWriter
  ) {
    writer.name("letters")
    writer.array { writer in
      for drafted in letters.flatMap(draft) {
        let draft =
          pseudonyms.map { drafted.pseudonymised(by: $0, in: script.words).copy } ?? drafted
        writer.object { writer in
          writer.member("letter", draft.letter)
          if let label = draft.label { writer.member("label", label) }
          if let item = draft.item {
            writer.name("for")
            writer.object { writer in
              writer.member("id", item.id)
              writer.member("name", item.name)
            }
          }
          if formats.contains(.json) {
            writer.name("document")
            writer.write(draft.document)
          }
          if let saving {
            write(draft, filesOf: formats, saving.save, line: saving.line, to: &writer)
          } else {
            write(draft.document, in: formats, name: draft.letter, to: &writer)
          }
        }
      }
    }
  }

  /// Writes a letter in each format but that of parts; a file that is no text is in base64.
  private func write(
    _ document: Document, in formats: LetterFormats, name: String, to writer: inout JSONWriter
  ) {
    if formats.contains(.text) { writer.member("text", document.plainText) }
    if formats.contains(.markdown) { writer.member("markdown", document.markdown) }
    let language = script.words.language
    if formats.contains(.html) { writer.member("html", document.html(language: language)) }
    for format in formats.files where format == .docx || format == .eml {
      let bytes = document.file(format, language: language, name: name)
      writer.member(format.rawValue, String(decoding: Base64.letters(bytes), as: UTF8.self))
    }
  }

  /// Saves a letter in each format, and writes the names of the files; says so if one can't be saved.
  private func write(
    _ draft: Draft, filesOf formats: LetterFormats, _ save: LetterSaving, line: Int,
    to writer: inout JSONWriter
  ) {
    let names = formats.files.map { save(draft, $0, line) }
    writer.member("files", names.compactMap(\.self))
    if names.contains(nil) { writer.member("error", "A file of this letter could not be saved.") }
  }
}
