import DialogueModel

extension Text {
  /// The same text in as few pieces as possible, so that constant words are joined once and not for each reply.
  ///
  /// Line ends at the end of the text, which are never printed, are left out.
  var joined: Text {
    var line: String? = ""
    var pieces = Self.join(pieces, &line)
    if case .words(var words)? = pieces.last {
      while words.utf8.last == 0x0A { words.removeLast() }
      pieces.removeLast()
      if !words.isEmpty { pieces.append(.words(words)) }
    }
    return Text(pieces)
  }

  /// Joins pieces; `line` is what precedes them on their line, or nil if that varies.
  private static func join(_ pieces: [Piece], _ line: inout String?) -> [Piece] {
    var joined: [Piece] = []
    func add(_ words: String, _ line: inout String?) {
      if case .words(let before)? = joined.last {
        joined[joined.count - 1] = .words(before + words)
      } else if !words.isEmpty {
        joined.append(.words(words))
      }
      line = words.utf8.contains(0x0A) ? String(words.lastLine) : line.map { $0 + words }
    }
    for piece in pieces {
      switch piece {
      case .words(let words): add(words, &line)
      case .lines(let lines):
        if let lead = lines.count > 1 ? line : "" {
          add(lines.joined(separator: "\n" + lead), &line)
        } else {
          joined.append(piece)
        }
      case .when(let test, let text, let otherwise):
        var other = line
        joined.append(
          .when(
            test, Text(join(text.pieces, &line)),
            otherwise: Text(join(otherwise.pieces, &other))))
        if other != line { line = nil }
      case .part(let name, let text): joined.append(.part(name, Text(join(text.pieces, &line))))
      case .joined, .option, .answer, .item, .field, .earlier, .today, .now, .number, .approval,
        .quotations:
        joined.append(piece)
        line = nil
      }
    }
    return joined
  }
}
