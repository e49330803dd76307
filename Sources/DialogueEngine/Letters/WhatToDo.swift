import DialogueModel
import Documents

extension Conversation {
  /// A page of what to do: the words of every outcome reached and of the notices in force, each line once; nil if there
  /// are none.
  package var whatToDo: Draft? {
    let said = opening.filter { $0.outcome != nil || $0.isNotice }
    guard !said.isEmpty else { return nil }
    var lines: [String] = []
    for line in said.flatMap({ $0.text.split(separator: "\n").map { String($0).trimmed } })
    where !lines.contains(line) {
      lines.append(line)
    }
    var document = Document()
    document.head = [
      Document.Field(.title, label: "", text: Document.Line(script.words(.whatToDo))),
      Document.Field(
        .written, label: script.words(.headWritten), text: Document.Line(wordsForNow)),
    ]
    document.blocks = lines.map { .paragraph(Document.Line($0)) }
    if isPractice { document.mark(asPracticeIn: script.words) }
    return Draft(
      letter: Self.whatToDoName, label: script.words(.whatToDo), item: nil, document: document,
      parts: [])
  }

  private static let whatToDoName = "what-to-do"
}
