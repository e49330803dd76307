/// A letter of a pack, which the live answers fill.
package struct Letter: Sendable {
  /// The letter's name: that of its file in `letters/`.
  package var id: String
  /// A few words that say what the letter is; nil if the pack gives none.
  package var label: String?
  /// The list that the letter is written once per item of; nil for one that is written once.
  package var list: Int?
  /// The documents it can become: one, or one for each item of its list.
  package var rounds: [Round] = []
  /// Where the letter begins in its file.
  package var place: SourcePlace

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }

  /// One document of a letter.
  package struct Round: Sendable {
    /// The item of the list that it is for, by its place among the options; nil for a letter without a list.
    package var item: Int?
    /// The condition under which it is written; nil if it always is.
    package var test: Test?
    /// What it holds.
    package var blocks: [Block]

    package init(item: Int?, test: Test?, blocks: [Block]) {
      self.item = item
      self.test = test
      self.blocks = blocks
    }
  }

  /// A block of a letter, or blocks that are printed under a condition, under a name or in an order.
  package indirect enum Block: Sendable {
    case line(Line)
    /// The questions that have no value, in one line.
    case gaps
    case pageBreak
    /// Blocks printed if a condition holds, and others printed otherwise.
    case when(Test, [Block], otherwise: [Block])
    /// The rounds of a list, each under its condition: a list without items needs no look at them.
    case each(list: Int, [Block])
    /// Blocks that safety rules can name.
    case part(PartName, [Block])
    /// Blocks in the order of their gravity, the gravest first, and then of the dates that they print.
    case sorted([Sorted])
  }

  /// The blocks of one item of a list that is sorted.
  package struct Sorted: Sendable {
    /// The condition under which they are printed; nil if they always are.
    package var test: Test?
    /// How grave the item is, as the pack says; 0 where it says nothing.
    package var gravity: Int
    package var blocks: [Block]

    package init(test: Test?, gravity: Int, blocks: [Block]) {
      self.test = test
      self.gravity = gravity
      self.blocks = blocks
    }
  }

  /// One line of a letter file that becomes a block of the document.
  package struct Line: Sendable {
    package var kind: Kind
    /// Its texts, as many and in the order that the kind says.
    package var texts: [Text]
    /// Whether it is printed even if nothing that it asks for has an answer.
    package var isAlways: Bool
    package var place: SourcePlace

    package init(_ kind: Kind, _ texts: [Text], isAlways: Bool, place: SourcePlace) {
      self.kind = kind
      self.texts = texts
      self.isAlways = isAlways
      self.place = place
    }

    /// What a line becomes.
    package enum Kind: Hashable, Sendable {
      /// Says something of the letter itself; one text.
      case head(Head)
      /// One text.
      case heading(level: Int)
      /// A label and a value.
      case row
      /// One text.
      case paragraph, item
      /// A day, a basis and words.
      case entry
      /// Words, and who said them, to whom and when.
      case quotation
      /// A text for each cell.
      case header, cells
    }
  }

  /// What a line says of the letter as a whole, by the word that letter files write for it.
  package enum Head: String, Sendable, CaseIterable {
    case title, marking, reference, to, from, written, subject
    /// The last line of the letter.
    case footer
  }
}

/// The name of a part of a letter, and where it is written.
package struct PartName: Hashable, Sendable {
  package var name: String
  package var place: SourcePlace

  package init(_ name: String, at place: SourcePlace) {
    self.name = name
    self.place = place
  }
}

extension Letter.Line {
  /// Which of its texts decide whether there is anything to print: the value of a row, the words of an entry or a
  /// quotation, any cell.
  package var content: Range<Int> {
    switch kind {
    case .row: 1..<2
    case .entry: 2..<3
    case .quotation: 0..<1
    case .head, .heading, .paragraph, .item, .header, .cells: 0..<texts.count
    }
  }
}

extension Letter {
  /// Visits every condition, part and line in order, each with the conditions around it from the outside in.
  package func visit(
    test: (Test, [Text.Side]) -> Void = { _, _ in },
    part: (PartName, [Text.Side]) -> Void = { _, _ in }, line: (Line, [Text.Side]) -> Void
  ) {
    for round in rounds {
      var sides: [Text.Side] = []
      if let condition = round.test {
        test(condition, [])
        sides = [Text.Side(test: condition, isTaken: true)]
      }
      for block in round.blocks { block.visit(in: sides, test: test, part: part, line: line) }
    }
  }
}

extension Letter.Block {
  /// Visits what is in this block, as `Letter.visit` does.
  package func visit(
    in sides: [Text.Side], test: (Test, [Text.Side]) -> Void,
    part: (PartName, [Text.Side]) -> Void, line: (Letter.Line, [Text.Side]) -> Void
  ) {
    switch self {
    case .line(let text): line(text, sides)
    case .gaps, .pageBreak: break
    case .when(let condition, let blocks, let otherwise):
      test(condition, sides)
      for (isTaken, blocks) in [(true, blocks), (false, otherwise)] {
        let inside = sides + [Text.Side(test: condition, isTaken: isTaken)]
        for block in blocks { block.visit(in: inside, test: test, part: part, line: line) }
      }
    case .each(_, let blocks):
      for block in blocks { block.visit(in: sides, test: test, part: part, line: line) }
    case .part(let name, let blocks):
      part(name, sides)
      for block in blocks { block.visit(in: sides, test: test, part: part, line: line) }
    case .sorted(let items):
      for item in items {
        var inside = sides
        if let condition = item.test {
          test(condition, sides)
          inside.append(Text.Side(test: condition, isTaken: true))
        }
        for block in item.blocks { block.visit(in: inside, test: test, part: part, line: line) }
      }
    }
  }
}

extension Letter {
  /// The names of its parts, with their places, in order; a part of a list once for each item.
  package var parts: [PartName] {
    var parts: [PartName] = []
    for round in rounds {
      for block in round.blocks { block.addParts(to: &parts) }
    }
    return parts
  }
}

extension Letter.Block {
  fileprivate func addParts(to parts: inout [PartName]) {
    switch self {
    case .line(let line):
      for text in line.texts {
        text.visit { piece, _ in
          if case .part(let name, _) = piece { parts.append(name) }
        }
      }
    case .gaps, .pageBreak: break
    case .when(_, let blocks, let otherwise):
      for block in blocks + otherwise { block.addParts(to: &parts) }
    case .each(_, let blocks): for block in blocks { block.addParts(to: &parts) }
    case .part(let name, let blocks):
      parts.append(name)
      for block in blocks { block.addParts(to: &parts) }
    case .sorted(let items): for block in items.flatMap(\.blocks) { block.addParts(to: &parts) }
    }
  }
}
