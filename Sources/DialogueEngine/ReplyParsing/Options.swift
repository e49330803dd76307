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
    let meant = options.indices.filter { number in
      let id = question.type == .yesNo ? [] : [options[number].id]
      return (id + options[number].synonyms).contains(where: isMeant)
    }
    let sharing = sharing(whole, with: meant, question)
    return sharing.isEmpty ? meant : sharing
  }

  /// The options that have a word which means one of them, if at least two others have it too; else none.
  ///
  /// An option's own id is always its own.
  private func sharing(
    _ word: NormalizedReply, with meant: [Int], _ question: Question
  ) -> [Int] {
    guard meant.count == 1, let own = meant.first, word.count == 1,
      question.options[own].id != word.text, !words[.pronouns].contains(where: word.matches)
    else { return [] }
    let all = options(question, withPiece: word)
    return all.count > 2 && all.contains(own) ? all : []
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

extension Conversation {
  /// The only option that has these words in its label or a synonym; nil for one word, which says too little.
  ///
  /// A single letter may be the mark of an option.
  func piece(_ reply: NormalizedReply, of question: Question) -> Int? {
    let little = script.words[.articles] + script.words[.between] + script.words[.pronouns]
    let telling = reply.words.filter { word in
      word != "," && word.count > 2 && !little.contains { $0.lowercased() == word }
    }
    let isMark = reply.count == 1 && reply.words[0].count == 1
    guard telling.count > 1 || isMark else { return nil }
    let pieces = script.options(question, withPiece: reply)
    return pieces.count == 1 ? pieces[0] : nil
  }

  /// The options that begin with a no, or with a yes, if a reply says no more than that and there are several.
  ///
  /// "Nobody's told her yet" denies what one option says, and does not say which of the others is meant.
  func optionsSaidAlike(_ plain: NormalizedReply, _ question: Question) -> [Int] {
    let words = script.words
    guard plain.count <= 8, OptionMentions(plain, question, words).options.isEmpty else {
      return []
    }
    let deny = words[.negation] + words[.echoVerbNot] + words[.noOne]
    let isNo = plain.contains(anyOf: deny) || plain.longestOpening(among: words[.no]) > 0
    guard isNo || plain.longestOpening(among: words[.yes]) > 0 else { return [] }
    let alike = question.options.indices.filter { number in
      let label = NormalizedReply(question.options[number].label)
      let clause = label[0..<(label.words.firstIndex(of: ",") ?? label.count)]
      return isNo
        ? clause.longestOpening(among: words[.no]) > 0
          || clause.contains(anyOf: words[.echoVerbNot])
        : clause.longestOpening(among: words[.yes]) > 0
    }
    return alike.count > 1 ? alike : []
  }
}

/// What a reply picks out of several options, as far as it can be read.
struct Picks {
  var chosen: Set<Int> = []
  /// What was taken out again, and is not meant by other words either.
  var takenOut: Set<Int> = []
  /// The parts that pick nothing.
  var rest: [NormalizedReply] = []

  var answer: Answer { .value(.options(chosen.sorted())) }
}

extension Conversation {
  /// Reads one option by its place: "number two", "the last one".
  func oneOf(_ plain: NormalizedReply, _ question: Question) -> ParsedReply {
    let placed = Positions(words: script.words, count: question.options.count).picked(by: plain)
    if placed.count == 1 { return .answer(.value(.option(placed[0]))) }
    let alike = optionsSaidAlike(plain, question)
    let pieces = alike.isEmpty ? script.options(question, withPiece: plain) : alike
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
    // "(1)(3)" and "#1 #3" need no other sign between them.
    let brackets = ["(", ")", "[", "]", "#"]
    var parts = plain.parts(between: script.words[.between] + brackets)
      .flatMap { corrections(in: plain, $0) }[...]
    while let first = parts.first {
      if let (options, count) = longest(parts, of: plain, question) {
        picks.chosen.formUnion(options)
        parts.removeFirst(count)
        continue
      }
      let typed = plain[first]
      let turn = typed.longestOpening(among: script.words[.correction])
      let part = typed[turn..<typed.count].withoutEnds(script.words[.takenOut])
      let not = part.longestOpening(among: script.words[.except] + script.words[.takesOut])
      if not > 0, !picks.chosen.isEmpty,
        let (options, _) = longest(
          [not..<part.count], of: part, question)
      {
        picks.takenOut.formUnion(options)
      } else {
        picks.rest.append(typed)
      }
      parts.removeFirst()
    }
    picks.chosen.subtract(picks.takenOut)
    return picks
  }

  /// The part, and what corrects it, as parts of their own: "the crack, actually take it out".
  private func corrections(in plain: NormalizedReply, _ part: Range<Int>) -> [Range<Int>] {
    let turn = part.dropFirst().first { at in
      let turns = script.words[.correction] + script.words[.except]
      return plain[at..<part.upperBound].longestOpening(among: turns) > 0
    }
    return turn.map { [part.lowerBound..<$0, $0..<part.upperBound] } ?? [part]
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
