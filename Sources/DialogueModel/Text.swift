/// A text of the pack with its slots: what a question, a notice or a letter says.
package struct Text: Hashable, Sendable {
  /// The words, slots and parts in order; printed one after the other they are the text.
  package var pieces: [Piece]

  package init(_ pieces: [Piece] = []) {
    self.pieces = pieces
  }

  /// The text itself if it always reads the same, else nil.
  package var fixedWords: String? {
    if pieces.isEmpty { return "" }
    guard pieces.count == 1, case .words(let words)? = pieces.first else { return nil }
    return words
  }

  /// A stretch of words, or something that is filled in when the text is printed.
  package indirect enum Piece: Hashable, Sendable {
    case words(String)
    /// Lines of a vocabulary; what precedes the first on its line is printed before each.
    case lines([String])
    /// A live answer, or its stand-in; a nil stand-in prints a marked gap.
    case answer(question: Int, standIn: String?, place: SourcePlace)
    /// The label of an option that the answer to an any of has, in a letter.
    case option(String, question: Int)
    /// The name of an item of a typed list, by its place.
    case item(question: Int, place: Int)
    /// A field of the vocabulary item that answers a one of.
    case field(question: Int, name: String, standIn: String?, place: SourcePlace)
    /// A moment that was answered, less some minutes; the stand-in if it has no time of day.
    case earlier(question: Int, minutes: Int, standIn: String, place: SourcePlace)
    case today(Days)
    /// The day, and the time if that is known.
    case now
    /// How many numbers the text or the letter has printed so far, with this one: 1, 2, 3.
    case number
    /// Who approved the pack, or that it is not approved.
    case approval
    /// A text printed if a condition holds, and another printed otherwise.
    case when(Test, Text, otherwise: Text)
    /// A text of a letter that safety rules can name.
    case part(PartName, Text)
    /// Texts of which those that say something are joined as a list is: "A, B and C".
    case joined([Text])
    /// What a text answer has in quotation marks; in a letter's quotation, one block for each.
    case quotations(question: Int, place: SourcePlace)
  }

  /// The number of days from today to the date that a slot prints.
  package enum Days: Hashable, Sendable {
    case plus(Int)
    case plusWorking(Int)
  }
}
