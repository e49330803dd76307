import DialogueModel

extension Compiler {
  /// Resolves the names in a letter, and writes it out for each item of its list.
  mutating func resolveLetter(_ number: Int, _ source: LetterSyntax) {
    guard let list = source.rounds else {
      script.letters[number].rounds = [
        Letter.Round(item: nil, test: nil, blocks: blocks(source.blocks, in: .letter))
      ]
      return
    }
    script.letters[number].list = findQuestion(list.list.text, in: .letter)
    script.letters[number].rounds = rounds(list, in: .letter).enumerated().map { item, round in
      Letter.Round(
        item: item, test: round.test, blocks: blocks(source.blocks, in: round.scope))
    }
  }

  private mutating func blocks(
    _ source: [LetterSyntax.Block], in scope: Scope
  ) -> [Letter.Block] {
    source.flatMap { blocks($0, in: scope) }
  }

  private mutating func blocks(
    _ source: LetterSyntax.Block, in scope: Scope
  ) -> [Letter.Block] {
    switch source {
    case .line(let line): return lines(line, in: scope).map { .line($0) }
    case .gaps: return [.gaps]
    case .pageBreak: return [.pageBreak]
    case .when(let test, let blocks, let otherwise):
      return [
        .when(
          self.test(test, in: scope), self.blocks(blocks, in: scope),
          otherwise: self.blocks(otherwise, in: scope))
      ]
    case .forEach(let list, let body):
      let rounds = rounds(list, in: scope).flatMap { self.round($0, body) }
      return findQuestion(list.list.text, in: scope).map { [.each(list: $0, rounds)] } ?? rounds
    case .part(let name, let body):
      return [.part(PartName(name.text, at: name.place), blocks(body, in: scope))]
    case .sorted(let isByGravity, let body):
      return [.sorted(sorted(body, isByGravity: isByGravity, in: scope))]
    case .include(let name):
      guard let fragment = enterFragment(name) else { return [] }
      defer { leaveFragment() }
      return blocks(fragment.blocks, in: scope)
    }
  }

  /// The blocks of one round, under its condition if it has one.
  private mutating func round(
    _ round: ResolvedRound, _ body: [LetterSyntax.Block]
  ) -> [Letter.Block] {
    let blocks = blocks(body, in: round.scope)
    return round.test.map { [.when($0, blocks, otherwise: [])] } ?? blocks
  }

  /// What is sorted: each round of a list by the gravity of its item, and anything else by its date alone.
  private mutating func sorted(
    _ source: [LetterSyntax.Block], isByGravity: Bool, in scope: Scope
  ) -> [Letter.Sorted] {
    source.flatMap { block -> [Letter.Sorted] in
      switch block {
      case .forEach(let list, let body):
        return rounds(list, in: scope).flatMap { round in
          let gravity = isByGravity ? gravity(of: round.option) : 0
          let blocks = blocks(body, in: round.scope)
          return [Letter.Sorted(test: round.test, gravity: gravity, blocks: blocks)]
        }
      case .include(let name):
        guard let fragment = enterFragment(name) else { return [] }
        defer { leaveFragment() }
        return sorted(fragment.blocks, isByGravity: isByGravity, in: scope)
      default: return [Letter.Sorted(test: nil, gravity: 0, blocks: blocks(block, in: scope))]
      }
    }
  }

  private mutating func gravity(of option: AnswerOption) -> Int {
    guard let written = option.fields[AnswerOption.gravity] else { return 0 }
    guard written.count == 1, let gravity = Int(written[0]), (1...99).contains(gravity) else {
      if let place = option.place, inUse.insert(place).inserted {
        report(
          .wrongType,
          "the `\(AnswerOption.gravity):` of `\(option.id)` is not a number from 1 to 99",
          fix: "write a number; the gravest item has the highest", at: place)
      }
      return 0
    }
    return gravity
  }

  /// The lines that one line of a letter becomes: one, or one for each line of a vocabulary's field in it.
  private mutating func lines(
    _ source: LetterSyntax.Line, in scope: Scope
  ) -> [Letter.Line] {
    let texts = source.texts.map { letterText($0, in: scope) }
    reportQuotations(source.kind, texts)
    let count = texts.flatMap(\.pieces).reduce(1) { most, piece in
      if case .lines(let lines) = piece { max(most, lines.count) } else { most }
    }
    return (0..<count).map { number in
      Letter.Line(
        source.kind, texts.map { $0.line(number).joined }, isAlways: source.isAlways,
        place: source.place)
    }
  }

  /// Reports slots for quotations that are not the whole words of a quotation.
  private mutating func reportQuotations(_ kind: Letter.Line.Kind, _ texts: [Text]) {
    for (number, text) in texts.enumerated() {
      text.visit { piece, _ in
        guard case .quotations(let question, let place) = piece,
          kind != .quotation || number > 0 || text.pieces.count > 1
        else { return }
        let name = script.questions[question].key.withoutRounds
        report(
          .slot, "`<<quotes: \(name)>>` is a quotation by itself",
          fix: "write `> <<quotes: \(name)>> | WHO, TO WHOM, WHEN`", at: place)
      }
    }
  }

  /// The fragment to include, until `leaveFragment`; nil if there is no such fragment, or if it includes itself.
  mutating func enterFragment(_ name: Word) -> FragmentSyntax? {
    guard let fragment = source.fragments.first(where: { $0.name.text == name.text }) else {
      reportUnknown(
        .noSuchTarget, "fragment", name.text, at: name.place,
        among: source.fragments.map(\.name.text))
      return nil
    }
    let id = fragment.name.place
    guard !fragmentsUnderWay.contains(id) else {
      report(
        .loop, "the fragment `\(name.text)` includes itself",
        fix: "take out one of the `<<include: …>>` that lead back to it", at: name.place)
      return nil
    }
    inUse.insert(id)
    fragmentsUnderWay.append(id)
    return fragment
  }

  mutating func leaveFragment() { fragmentsUnderWay.removeLast() }
}

extension Text {
  /// The text with one line of each field that has several: the last where it has fewer.
  fileprivate func line(_ number: Int) -> Text {
    Text(
      pieces.map { piece in
        guard case .lines(let lines) = piece, let last = lines.last else { return piece }
        return .words(number < lines.count ? lines[number] : last)
      })
  }
}
