import DialogueModel

/// A pack's card, parsed but not yet resolved.
struct CardSyntax: Sendable {
  var title: Scalar
  var marking: String?
  var sections: [Section]

  struct Section: Sendable {
    var name: Scalar
    var heading: String
    var lines: [Line]
  }

  enum Line: Sendable {
    case ask(Scalar, showsOptions: Bool)
    case say(Scalar, text: String)
    case blank(Scalar, label: String, local: [Scalar])
  }
}

extension CardSyntax.Line {
  /// The name that the card gives it; nil for a question, whose name is the pack's.
  var name: Scalar? {
    switch self {
    case .ask: nil
    case .say(let name, _), .blank(let name, _, _): name
    }
  }
}
