import DialogueModel
import Documents

extension Document {
  /// Marks a letter about an invented story, so that nobody can take it for a real one.
  ///
  /// It has a marking, which starts with the words for practice as its title does, and ends by saying so again. That
  /// it can be sent before it is finished is left out.
  mutating func mark(asPracticeIn words: Words) {
    notice = Line()
    if !head.contains(where: { $0.kind == .marking }) {
      head.insert(Field(.marking, label: "", text: Line(words(.practice))), at: 0)
    }
    for at in head.indices where [.marking, .title].contains(head[at].kind) {
      guard !head[at].text.text.hasPrefix(words(.practice)) else { continue }
      var marked = Line(words(.practiceStart))
      marked.add(head[at].text)
      head[at].text = marked
    }
    var end = Line(words(.practiceEnd))
    if !footer.isEmpty {
      end.add("\n", from: .letter)
      end.add(footer)
    }
    footer = end
  }
}
