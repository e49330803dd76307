extension Text {
  /// A side of a conditional part: the one that a visited piece is in.
  package struct Side: Sendable {
    /// The condition of the part.
    package var test: Test
    /// Whether this side is printed when the condition holds, or when it does not.
    package var isTaken: Bool
  }

  /// Visits each piece in order, a part before the pieces in it, with the enclosing parts from the outside in.
  package func visit(in sides: [Side] = [], _ body: (Piece, [Side]) -> Void) {
    for piece in pieces {
      body(piece, sides)
      switch piece {
      case .part(let test, let text, let otherwise):
        text.visit(in: sides + [Side(test: test, isTaken: true)], body)
        otherwise.visit(in: sides + [Side(test: test, isTaken: false)], body)
      case .newestFirst(let text): text.visit(in: sides, body)
      case .words, .lines, .answer, .item, .field, .today, .gaps, .approval: break
      }
    }
  }
}
