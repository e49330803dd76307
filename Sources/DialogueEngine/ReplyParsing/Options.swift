import DialogueModel

extension Script {
  /// The options that the whole of a reply means: by their label, else by their number, id or a synonym.
  ///
  /// There are several if options share a word, and none if the reply is only a piece of one.
  func options(
    _ question: Question, meantBy plain: NormalizedReply, asItem: Bool = false
  ) -> [Int] {
    guard [.yesNo, .oneOf, .anyOf].contains(question.type), !plain.isEmpty else { return [] }
    let options = question.options
    if let number = plain.wholeNumber {
      return options.indices.contains(number - 1) ? [number - 1] : []
    }
    let whole = plain.unhyphenated.without(words[.articles])
    let bare = whole.withoutEnds(words[.courtesy] + words[.filler])
    func isMeant(_ phrase: String) -> Bool {
      let phrase = NormalizedReply(phrase).unhyphenated.without(words[.articles])
      // Between the items of a list, a comma is more than punctuation.
      if asItem, whole.words.contains(",") { return whole.words == phrase.words }
      return whole == phrase || bare == phrase
    }
    let labelled = options.indices.filter { isMeant(options[$0].label) }
    guard labelled.isEmpty else { return labelled }
    return options.indices.filter { number in
      let id = question.type == .yesNo ? [] : [options[number].id]
      return (id + options[number].synonyms).contains(where: isMeant)
    }
  }

  /// The options whose label or synonym contains these words.
  func options(_ question: Question, withPiece plain: NormalizedReply) -> [Int] {
    let piece = plain.without(words[.articles])
    guard !piece.isMade(of: words[.articles]) else { return [] }
    return question.options.indices.filter { number in
      let option = question.options[number]
      return ([option.label] + option.synonyms).contains { NormalizedReply($0).contains(piece) }
    }
  }
}

/// What a reply picks out of several options, as far as it can be read.
struct Picks {
  var chosen: Set<Int> = []
  /// The parts that pick nothing.
  var rest: [NormalizedReply] = []

  var answer: Answer { .value(.options(chosen.sorted())) }
}

extension Conversation {
  /// Reads one option by its place: "number two", "the last one".
  func oneOf(_ plain: NormalizedReply, _ question: Question) -> ParsedReply {
    let placed = Positions(words: script.words, count: question.options.count).picked(by: plain)
    if placed.count == 1 { return .answer(.value(.option(placed[0]))) }
    let pieces = script.options(question, withPiece: plain)
    return pieces.isEmpty ? .notUnderstood : .ambiguous(pieces, part: plain.typed)
  }

  /// Reads all, none, all but some, or options with separators between them; if one part can't be read, none is taken.
  func anyOf(_ plain: NormalizedReply, _ question: Question) -> ParsedReply {
    let words = script.words
    // "All of these" does not mean the option that says "none of these".
    let all = question.combinableOptions
    let isAll = words[.all].contains { phrase in
      // "All 4" is all if there are four.
      plain.rest(after: phrase).map { $0.isEmpty || $0.wholeNumber == all.count } ?? false
    }
    if isAll {
      return all.isEmpty ? .notUnderstood : .answer(.value(.options(all)))
    }
    let around = words[.courtesy] + words[.afterNoOne]
    if plain.isMade(of: around, andOneOf: words[.none] + words[.no]) {
      return .answer(.value(.options([])))
    }
    if let rest = words[.allExcept].lazy.compactMap({ plain.rest(after: $0) }).first,
      !rest.isEmpty, !all.isEmpty
    {
      let picks = picks(rest, question)
      return picks.rest.isEmpty && !picks.chosen.isEmpty
        ? .answer(.value(.options(all.filter { !picks.chosen.contains($0) }))) : .notUnderstood
    }
    let picks = picks(plain, question)
    if picks.rest.isEmpty, !picks.chosen.isEmpty { return .answer(picks.answer) }
    guard let part = picks.rest.first else { return .notUnderstood }
    let several = script.options(question, meantBy: part, asItem: true)
    let pieces = several.isEmpty ? script.options(question, withPiece: part) : several
    return pieces.isEmpty ? .notUnderstood : .ambiguous(pieces, part: part.typed)
  }

  /// Reads each part between separators by itself; one behind "not" is taken out again.
  func picks(_ plain: NormalizedReply, _ question: Question) -> Picks {
    var picks = Picks()
    var without: Set<Int> = []
    var parts = plain.parts(between: script.words[.between])[...]
    while let first = parts.first {
      if let (options, count) = longest(parts, of: plain, question) {
        picks.chosen.formUnion(options)
        parts.removeFirst(count)
        continue
      }
      let part = plain[first]
      let not = part.longestOpening(among: script.words[.except])
      if not > 0, !picks.chosen.isEmpty,
        let (options, _) = longest(
          [first.lowerBound + not..<first.upperBound], of: plain, question)
      {
        without.formUnion(options)
      } else {
        picks.rest.append(part)
      }
      parts.removeFirst()
    }
    picks.chosen.subtract(without)
    return picks
  }

  /// The longest run of parts that is one option, since a label may contain commas; else one part made of places.
  private func longest(
    _ parts: ArraySlice<Range<Int>>, of plain: NormalizedReply, _ question: Question
  ) -> (options: [Int], count: Int)? {
    guard let first = parts.first else { return nil }
    let longest = min(
      parts.count, question.options.map { NormalizedReply($0.label).count }.max() ?? 1)
    for count in (1...max(1, longest)).reversed() {
      guard let last = parts.dropFirst(count - 1).first else { continue }
      let run = plain[first.lowerBound..<last.upperBound]
      let options = script.options(question, meantBy: run, asItem: true)
      if options.count == 1 { return (options, count) }
    }
    let placed = Positions(words: script.words, count: question.options.count).picked(
      by: plain[first])
    return placed.isEmpty ? nil : (placed, 1)
  }
}
