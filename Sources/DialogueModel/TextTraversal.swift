extension Text {
  /// A side of a part that a piece stands in.
  package struct Side: Sendable {
    package var test: Test
    /// Shown where the test holds; else where it does not.
    package var isTaken: Bool
  }

  /// Visits each piece in order, a part before what is in it, with the parts around it from the outside in.
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
