import DialogueModel
import Documents

extension Conversation {
  /// A page of what to do and who to ring: the words of every outcome reached, the chart's last; nil if there are none.
  package var whatToDo: Draft? {
    let outcomes = opening.filter { $0.outcome != nil }
    guard !outcomes.isEmpty else { return nil }
    var document = Document()
    document.head = [
      Document.Field(.title, label: "", text: Document.Line(script.words(.whatToDo))),
      Document.Field(
        .written, label: script.words(.headWritten), text: Document.Line(wordsForNow)),
    ]
    document.blocks = outcomes.flatMap { outcome in
      outcome.text.split(separator: "\n").map { .paragraph(Document.Line(String($0).trimmed)) }
    }
    if isPractice { document.mark(asPracticeIn: script.words) }
    return Draft(
      letter: Self.whatToDoName, label: script.words(.whatToDo), item: nil, document: document,
      parts: [])
  }

  private static let whatToDoName = "what-to-do"
}
