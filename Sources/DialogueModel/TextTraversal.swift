extension Text {
  /// One side of a condition: the one that a visited piece is in.
  package struct Side: Sendable {
    /// The condition.
    package var test: Test
    /// Whether this side is printed when the condition holds, or when it does not.
    package var isTaken: Bool

    package init(test: Test, isTaken: Bool) {
      self.test = test
      self.isTaken = isTaken
    }
  }

  /// Visits each piece in order, a condition before the pieces under it, with those around it from the outside in.
  package func visit(in sides: [Side] = [], _ body: (Piece, [Side]) -> Void) {
    for piece in pieces {
      body(piece, sides)
      switch piece {
      case .when(let test, let text, let otherwise):
        text.visit(in: sides + [Side(test: test, isTaken: true)], body)
        otherwise.visit(in: sides + [Side(test: test, isTaken: false)], body)
      case .part(_, let text): text.visit(in: sides, body)
      case .joined(let texts): for text in texts { text.visit(in: sides, body) }
      case .words, .lines, .option, .answer, .item, .field, .earlier, .today, .now, .number,
        .approval,
        .quotations:
        break
      }
    }
  }
}
