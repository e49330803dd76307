/// Finds the phrases of a pack's classes in texts.
///
/// Every word of the phrases has a number, so that only phrases that can begin with a word are tried there.
package struct PhraseFinder: Sendable {
  /// A phrase that was found in a text.
  package struct Find: Hashable, Sendable {
    /// The number of its class.
    package var number: Int
    /// The phrase, as it is written in the pack.
    package var phrase: String
    /// The bytes of the text from its first word to its last.
    package var bytes: Range<Int>
  }

  private let grammar: PhraseGrammar
  private var phrases: [Phrase] = []
  /// The elements of all phrases, one after the other.
  private var elements: [Element] = []
  /// The numbers of the words that phrases have, as they stand and without their endings.
  private var exactWords: [String: Int] = [:]
  private var roots: [String: Int] = [:]
  /// The phrases that can begin with a word, by its number; and those that can begin with a figure.
  private var byFirstWord: [[Int]] = []
  private var byFigure: [Int] = []
  /// What can stand at one place of a phrase, each once.
  private var places: [Place] = []
  private var numbersOfPlaces: [[PhrasePattern.Choice]: Int] = [:]

  private struct Phrase {
    /// The number of the class; nil for a phrase that applies to every class.
    var owner: Int?
    var role: PhraseClass.Role
    /// Where its elements are.
    var elements: Range<Int>
    var text: String
    /// Whether the phrase itself has a word that denies.
    var denies: Bool
  }

  private enum Element {
    case place(Int, isOptional: Bool)
    case gap(Int)
  }

  /// What can stand at one place: words, as a set of bits, and figures.
  private struct Place {
    var words: [UInt64] = []
    var members: [Int] = []
    var figures: [ClosedRange<Int>] = []
    /// Whether one of the words denies.
    var denies = false

    mutating func insert(_ word: Int) {
      members.append(word)
      while words.count <= word >> 6 { words.append(0) }
      words[word >> 6] |= 1 << UInt64(word & 63)
    }

    func has(_ word: Int) -> Bool {
      word >= 0 && word >> 6 < words.count && words[word >> 6] & 1 << UInt64(word & 63) != 0
    }

    func has(_ word: Word) -> Bool {
      has(word.root) || has(word.exact)
        || !figures.isEmpty
          && word.figure.map { figure in figures.contains { $0 ~= figure } } == true
    }
  }

  /// A word of a text, by its numbers; below zero where no phrase has it.
  private struct Word {
    var exact: Int
    var root: Int
    var figure: Int?
    var sentence: Int
    var clause: Int
    var denies: Bool
    var undenies: Bool
    package var bytes: Range<Int>
  }

  /// Prepares the phrases of these classes, and those that apply to every class.
  ///
  /// A list that a phrase names and that is not there counts as empty.
  package init(
    _ classes: [PhraseClass], everywhere: [PhraseClass.Role: [PhrasePattern]] = [:],
    lists: [String: [PhrasePattern.Choice]] = [:], grammar: PhraseGrammar = PhraseGrammar()
  ) {
    self.grammar = grammar
    let denials = Set(grammar.denials.flatMap { [$0, $0.withoutEnding] })
    for role in PhraseClass.Role.allCases {
      for pattern in everywhere[role] ?? [] { add(pattern, role, of: nil, lists, denials) }
      for (number, phraseClass) in classes.enumerated() {
        for pattern in phraseClass.phrases[role] ?? [] {
          add(pattern, role, of: number, lists, denials)
        }
      }
    }
  }

  private mutating func add(
    _ pattern: PhrasePattern, _ role: PhraseClass.Role, of owner: Int?,
    _ lists: [String: [PhrasePattern.Choice]], _ denials: Set<String>
  ) {
    let start = elements.count
    var denies = false
    var mayBegin = true
    for element in pattern.elements {
      switch element {
      case .gap(let most): elements.append(.gap(most))
      case .word(let choices, let isOptional):
        let place = number(ofPlaceFor: choices, lists, denials)
        elements.append(.place(place, isOptional: isOptional))
        denies = denies || places[place].denies
        if mayBegin { register(phrases.count, at: place) }
        mayBegin = mayBegin && isOptional
      }
    }
    phrases.append(
      Phrase(
        owner: owner, role: role, elements: start..<elements.count, text: pattern.text,
        denies: denies))
  }

  private mutating func number(
    ofPlaceFor choices: [PhrasePattern.Choice], _ lists: [String: [PhrasePattern.Choice]],
    _ denials: Set<String>
  ) -> Int {
    if let number = numbersOfPlaces[choices] { return number }
    var place = Place()
    for choice in choices { insert(choice, into: &place, lists, denials) }
    numbersOfPlaces[choices] = places.count
    places.append(place)
    return places.count - 1
  }

  private mutating func insert(
    _ choice: PhrasePattern.Choice, into place: inout Place,
    _ lists: [String: [PhrasePattern.Choice]], _ denials: Set<String>
  ) {
    switch choice {
    case .root(let word):
      place.insert(number(of: word, in: \.roots))
      place.denies = place.denies || denials.contains(word)
    case .exact(let word):
      place.insert(number(of: word, in: \.exactWords))
      place.denies = place.denies || denials.contains(word)
    case .number(let range): place.figures.append(range)
    case .list(let name):
      // A list has no other lists.
      for word in lists[name] ?? [] { insert(word, into: &place, [:], denials) }
    }
  }

  private mutating func number(
    of word: String, in words: WritableKeyPath<PhraseFinder, [String: Int]>
  ) -> Int {
    if let number = self[keyPath: words][word] { return number }
    self[keyPath: words][word] = byFirstWord.count
    byFirstWord.append([])
    return byFirstWord.count - 1
  }

  private mutating func register(_ phrase: Int, at place: Int) {
    for word in Set(places[place].members) { byFirstWord[word].append(phrase) }
    if !places[place].figures.isEmpty { byFigure.append(phrase) }
  }
}

extension PhraseFinder {
  /// The phrases of `find:` that count in this text, in the order in which they begin.
  package func finds(in text: String) -> [Find] {
    judged(text).compactMap { $0.reason == nil ? $0.find : nil }
  }

  /// Whether a class is found in a text, or why it is not.
  package enum Verdict: Equatable {
    case found
    case noPhrase
    case denied
    /// A phrase, as it is written, rules it out.
    case ruledOut(by: String)
  }

  /// Says whether the class of this number is found in a text.
  package func verdict(on number: Int, in text: String) -> Verdict {
    let own = judged(text).filter { $0.find.number == number }
    if own.contains(where: { $0.reason == nil }) { return .found }
    return own.compactMap(\.reason).first ?? .noPhrase
  }

  /// The phrases of `find:` in a text, each with the reason for which it does not count, if there is one.
  private func judged(_ text: String) -> [(find: Find, reason: Verdict?)] {
    let words = PhraseText(text, grammar).words.map(numbered)
    let matches = matches(in: words)
    let exclusions = matches.filter { match in
      let role = phrases[match.phrase].role
      return role != .find && !(role == .ordinary && isDenied(match, in: words))
    }
    return matches.compactMap { match in
      let phrase = phrases[match.phrase]
      guard phrase.role == .find, let number = phrase.owner else { return nil }
      let bytes = words[match.first].bytes.lowerBound..<words[match.last].bytes.upperBound
      var reason: Verdict?
      if !phrase.denies, isDenied(match, in: words) {
        reason = .denied
      } else if let ruling = exclusions.first(where: { rulesOut($0, match, in: words) }) {
        reason = .ruledOut(by: phrases[ruling.phrase].text)
      }
      return (Find(number: number, phrase: phrase.text, bytes: bytes), reason)
    }
  }

  private func numbered(_ word: PhraseText.Word) -> Word {
    Word(
      exact: exactWords[word.text] ?? -1, root: roots[word.text.withoutEnding] ?? -1,
      figure: word.text.asWholeNumber ?? grammar.numbers[word.text], sentence: word.sentence,
      clause: word.clause, denies: grammar.denials.contains(word.text),
      undenies: grammar.undeniers.contains(word.text), bytes: word.bytes)
  }

  /// A phrase of any role in a text, and the numbers of the words that it stands on.
  private struct Match {
    var phrase: Int
    var words: [Int]
    var first: Int { words[0] }
    var last: Int { words[words.count - 1] }
  }

  private func matches(in words: [Word]) -> [Match] {
    var matches: [Match] = []
    for (at, word) in words.enumerated() {
      var tried = word.root >= 0 ? byFirstWord[word.root] : []
      if word.exact >= 0 { tried += byFirstWord[word.exact].filter { !tried.contains($0) } }
      if word.figure != nil { tried += byFigure.filter { !tried.contains($0) } }
      for phrase in tried {
        var taken: [Int] = []
        let elements = phrases[phrase].elements
        if stands(elements, in: words, at: at, &taken) {
          matches.append(Match(phrase: phrase, words: taken))
        }
      }
    }
    return matches
  }

  /// Whether these elements stand here, and on which words; a gap is as short as it can be.
  private func stands(
    _ range: Range<Int>, in words: [Word], at: Int, _ taken: inout [Int]
  ) -> Bool {
    guard let first = range.first else { return true }
    let rest = (first + 1)..<range.upperBound
    func isInside(_ at: Int) -> Bool {
      at < words.count && (taken.isEmpty || words[at].sentence == words[taken[0]].sentence)
    }
    switch elements[first] {
    case .gap(let most):
      for start in at...at + most where isInside(start) {
        if stands(rest, in: words, at: start, &taken) { return true }
      }
      return false
    case .place(let place, let isOptional):
      if isInside(at), places[place].has(words[at]) {
        taken.append(at)
        if stands(rest, in: words, at: at + 1, &taken) { return true }
        taken.removeLast()
      }
      return isOptional && stands(rest, in: words, at: at, &taken)
    }
  }

  /// Whether a word before the match in its clause, or a word in one of its gaps, denies it.
  private func isDenied(_ match: Match, in words: [Word]) -> Bool {
    for (word, next) in zip(match.words, match.words.dropFirst())
    where words[(word + 1)..<next].contains(where: \.denies) { return true }
    let before = max(match.first - 7, 0)..<match.first
    let clause = words[match.first].clause
    for at in before.reversed() {
      guard words[at].clause == clause else { return false }
      if words[at].denies { return !words[at + 1].undenies }
    }
    return false
  }

  /// Whether a match that rules out phrases rules out this find.
  private func rulesOut(_ ruling: Match, _ find: Match, in words: [Word]) -> Bool {
    let phrase = phrases[ruling.phrase]
    guard phrase.owner == nil || phrase.owner == phrases[find.phrase].owner else { return false }
    switch phrase.role {
    case .find: return false
    case .except: return ruling.first <= find.last && find.first <= ruling.last
    case .ordinary:
      return abs(words[ruling.first].sentence - words[find.first].sentence) <= 1
    case .rulesOut: return true
    }
  }
}
