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
    let meant = plain.without(words[.articles])
    func isMeant(_ phrase: String) -> Bool {
      let phrase = NormalizedReply(phrase).without(words[.articles])
      // Between the items of a list, a comma is more than punctuation.
      if asItem, meant.words.contains(",") { return meant.words == phrase.words }
      return meant == phrase
    }
    let labelled = options.indices.filter { isMeant(options[$0].label) }
    guard labelled.isEmpty else { return labelled }
    return options.indices.filter { number in
      let id = question.type == .yesNo ? [] : [options[number].id]
      return (id + options[number].synonyms).contains(where: isMeant)
    }
  }

  /// The options whose label or synonym contains these words.
  fileprivate func options(_ question: Question, withPiece plain: NormalizedReply) -> [Int] {
    let piece = plain.without(words[.articles])
    guard !piece.isMade(of: words[.articles]) else { return [] }
    return question.options.indices.filter { number in
      let option = question.options[number]
      return ([option.label] + option.synonyms).contains { NormalizedReply($0).contains(piece) }
    }
  }
}

extension Conversation {
  func oneOf(_ plain: NormalizedReply, _ question: Question) -> ParsedReply {
    let pieces = script.options(question, withPiece: plain)
    return pieces.isEmpty ? .notUnderstood : .ambiguous(pieces, part: plain.typed)
  }

  /// Reads all, none, or options with separators between them; if one part can't be read, none is taken.
  func anyOf(_ plain: NormalizedReply, _ question: Question) -> ParsedReply {
    let words = script.words
    if words[.all].contains(where: plain.matches) {
      // "All of these" does not mean the option that says "none of these".
      let all = question.combinableOptions
      return all.isEmpty ? .notUnderstood : .answer(.value(.options(all)))
    }
    if (words[.none] + words[.no]).contains(where: plain.matches) {
      return .answer(.value(.options([])))
    }
    var chosen = Set<Int>()
    var parts = plain.parts(between: words[.between])[...]
    while let first = parts.first {
      if let (options, count) = longest(parts, of: plain, question) {
        chosen.formUnion(options)
        parts.removeFirst(count)
        continue
      }
      let part = plain[first]
      let several = script.options(question, meantBy: part, asItem: true)
      let pieces = several.isEmpty ? script.options(question, withPiece: part) : several
      return pieces.isEmpty ? .notUnderstood : .ambiguous(pieces, part: part.typed)
    }
    return chosen.isEmpty ? .notUnderstood : .answer(.value(.options(chosen.sorted())))
  }

  /// The longest run of parts that is one option, since a label may contain commas; else one part made of numbers.
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
    let numbers = plain[first].words.map { ($0.asWholeNumber ?? 0) - 1 }
    return numbers.allSatisfy(question.options.indices.contains) ? (numbers, 1) : nil
  }
}
