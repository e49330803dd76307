import DialogueModel

/// A letter file as written, before its names are resolved.
struct LetterSyntax: Sendable {
  var id: String
  /// The list that the letter is written once per item of.
  var rounds: RoundsSyntax?
  var blocks: [Block]
  var place: SourcePlace

  indirect enum Block: Sendable {
    case line(Line)
    case gaps
    case pageBreak
    case when(TestSyntax, [Block], otherwise: [Block])
    case forEach(RoundsSyntax, [Block])
    case part(Word, [Block])
    /// By gravity and then by date, or by date alone.
    case sorted(isByGravity: Bool, [Block])
    case include(Word)
  }

  struct Line: Sendable {
    var kind: Letter.Line.Kind
    var texts: [TextSyntax]
    var isAlways: Bool
    var place: SourcePlace
  }
}

/// Blocks that letters share, by name.
struct FragmentSyntax: Sendable {
  var name: Word
  var blocks: [LetterSyntax.Block]
  /// The text of a fragment that is one line, for lines that include it.
  var text: TextSyntax?
}
