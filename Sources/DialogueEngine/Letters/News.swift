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
      var label = Document.Line()
      label.add(print(script.questions[number].label), from: .letter)
      for new in news(in: answer, to: number, since: before.liveAnswer(number), before) {
        document.blocks.append(.row(label: label, value: new(key)))
      }
    }
    guard !document.blocks.isEmpty, let first = drafts.first else { return nil }
    // Who it is about: the first row of the letter for each kind of name.
    var kinds: Set<String> = []
    let rows = first.document.blocks.filter { row in
      guard let kind = kindOfName(in: row), kinds.insert(kind).inserted else { return false }
      return !document.blocks.contains(row)
    }
    document.blocks = rows + document.blocks
    document.head = first.document.head.map { field in
      guard field.kind == .title else { return field }
      return Document.Field(.title, label: "", text: Document.Line(script.words(.whatIsNew)))
    }
    if isPractice { document.mark(asPracticeIn: script.words) }
    return Draft(
      letter: "what-is-new", label: script.words(.whatIsNew), item: nil, document: document,
      parts: [])
  }

  /// The kind of name that a row has from an answer; nil if it has none.
  private func kindOfName(in block: Document.Block) -> String? {
    guard case .row(_, let value) = block else { return nil }
    return value.runs.lazy.compactMap { run in
      guard case .answer(let key) = run.source, let number = self.script.numbers[key],
        case .labelled(let kind)? = self.script.questions[number].holding
      else { return nil }
      return kind
    }.first
  }

  /// What is new in an answer: of a list each new item, of longer words what was added, else the words and what they
  /// were before.
  private func news(
    in answer: Answer, to number: Int, since old: Answer?, _ before: Conversation
  ) -> [(String) -> Document.Line] {
    func line(_ words: String, was: String? = nil) -> (String) -> Document.Line {
      { key in
        var line = Document.Line()
        line.add(words.trimmed, from: .answer(key))
        if let was { line.add(" " + self.script.words(.itWas, ["words": was]), from: .answer(key)) }
        return line
      }
    }
    if case .value(.items(let items)) = answer {
      var known: [Item] = []
      if case .value(.items(let items))? = old { known = items }
      return items.filter { !$0.isRemoved && !known.contains($0) }.map { line($0.name) }
    }
    let whole = words(for: answer, to: number)
    guard let old else { return [line(whole)] }
    let was = before.words(for: old, to: number)
    return [
      whole.hasPrefix(was) ? line(String(whole.dropFirst(was.count))) : line(whole, was: was)
    ]
  }
}
