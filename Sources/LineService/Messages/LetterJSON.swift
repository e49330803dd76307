import DialogueEngine
import DialogueModel
import Documents

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
  func writeLetters(
    _ letters: [Int], in formats: LetterFormats, by pseudonyms: Pseudonyms?,
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
          if formats.contains(.text) { writer.member("text", draft.document.plainText) }
          if formats.contains(.markdown) { writer.member("markdown", draft.document.markdown) }
          if formats.contains(.json) {
            writer.name("document")
            writer.write(draft.document)
          }
        }
      }
    }
  }
}
