/// A text of a pack with its slots: what a question, a notice or a letter says.
package struct Text: Hashable, Sendable {
  package var pieces: [Piece]

  package init(_ pieces: [Piece] = []) {
    self.pieces = pieces
  }

  /// The text, where nothing in it can read otherwise.
  package var fixedWords: String? {
    if pieces.isEmpty { return "" }
    guard pieces.count == 1, case .words(let words)? = pieces.first else { return nil }
    return words
  }

  package indirect enum Piece: Hashable, Sendable {
    case words(String)
    /// Lines of a vocabulary, each after what stands before the first on its line.
    case lines([String])
    /// A live answer, or what stands in for it; nil is a marked gap.
    case answer(question: Int, standIn: String?, place: SourcePlace)
    /// The name of an item of a typed list, by its place.
    case item(question: Int, place: Int)
    /// A field of the vocabulary item that a one of is answered with.
    case field(question: Int, name: String, standIn: String?, place: SourcePlace)
    case today(Days)
    /// The questions still without a value, a line each.
    case gaps
    /// Its parts in the order of the dates they print, the latest first; those without one last.
    case newestFirst(Text)
    /// Who approved the pack, or that it is not approved.
    case approval
    /// A part shown only when a condition holds, and what is shown when not.
    case part(when: Test, Text, otherwise: Text)
  }

  package enum Days: Hashable, Sendable {
    case plus(Int)
    case plusWorking(Int)
  }
}

/// A letter of a pack.
package struct Letter: Hashable, Sendable {
  package var id: String
  /// A few words for what it is.
  package var label: String?
  package var text: Text
  package var place: SourcePlace

  package init(id: String, text: Text, place: SourcePlace) {
    self.id = id
    self.text = text
    self.place = place
  }
}
