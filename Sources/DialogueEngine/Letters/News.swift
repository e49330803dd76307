import DialogueModel
import Documents

extension Conversation {
  /// A short letter of what is new since these answers were kept, to whom the most important letter goes; nil if
  /// nothing is.
  package func news(since kept: [String: StoredAnswer]) -> Draft? {
    let now = self.kept
    let before = with(kept: kept)
    var document = Document()
    for number in walk.questions where number >= script.localCount {
      let key = script.questions[number].key
      guard now[key] != nil, now[key] != kept[key], let answer = answers[number] else { continue }
      let old = before.liveAnswer(number).map { before.words(for: $0, to: number) }
      let whole = words(for: answer, to: number)
      // Of longer words or a list, only what has been added.
      let added = old.flatMap { whole.hasPrefix($0) ? String(whole.dropFirst($0.count)) : nil }
      var label = Document.Line()
      label.add(print(script.questions[number].label), from: .letter)
      var value = Document.Line()
      value.add((added ?? whole).trimmed, from: .answer(key))
      document.blocks.append(.row(label: label, value: value))
    }
    guard !document.blocks.isEmpty, let first = drafts.first else { return nil }
    document.head = first.document.head.map { field in
      guard field.kind == .title else { return field }
      return Document.Field(.title, label: "", text: Document.Line(script.words(.whatIsNew)))
    }
    if isPractice { document.mark(asPracticeIn: script.words) }
    return Draft(
      letter: "what-is-new", label: script.words(.whatIsNew), item: nil, document: document,
      parts: [])
  }
}
