/// A reply or phrase as its words, in lower case, for comparing.
///
/// A sign that is part of no word, such as `<` or `~`, becomes a word that no phrase has, so that a reply with one is
/// asked again. A separator of list items, or a line end, becomes the word `,`.
package struct NormalizedReply: Equatable {
  /// The words in the form that is compared.
  package let words: [String]
  /// Where each word is in the source, with the punctuation around it that was left out.
  private let places: [Range<String.Index>]
  private let source: String

  /// Splits a text into its words.
  package init(_ text: String) {
    self = Self.ofASCII(text) ?? NormalizedReply(anyLetters: text)
  }

  /// Does the same as `init(anyLetters:)` in less time; nil for text that is not all ASCII.
  package static func ofASCII(_ text: String) -> NormalizedReply? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var reading = ReplyNormalizer(text)
    let bytes = text.utf8
    for at in bytes.indices {
      let byte = bytes[at]
      let end = bytes.index(after: at)
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        reading.take(String(UnicodeScalar(byte | 0x20)), .ofWord, at..<end)
      default: reading.take(String(UnicodeScalar(byte)), ReplySign(ascii: byte), at..<end)
      }
    }
    return NormalizedReply(reading)
  }

  /// Reads any text letter by letter.
  package init(anyLetters text: String) {
    var reading = ReplyNormalizer(text)
    for at in text.indices {
      let letter = text[at]
      let sign = ReplySign(letter)
      let form = letter == "’" ? "'" : letter.lowercased()
      reading.take(form, sign, at..<text.index(after: at))
    }
    self.init(reading)
  }

  private init(_ reading: ReplyNormalizer) {
    var reading = reading
    reading.endRun()
    (words, places, source) = (reading.words, reading.places, reading.text)
  }

  private init(_ other: NormalizedReply, _ range: Range<Int>) {
    words = Array(other.words[range])
    places = Array(other.places[range])
    source = other.source
  }

  /// Compares the words without commas; apostrophes may be left out on the left.
  package static func == (a: NormalizedReply, b: NormalizedReply) -> Bool {
    a.words.filter { $0 != "," }.fits(b.words.filter { $0 != "," })
  }

  /// Whether these words are the phrase's.
  package func matches(_ phrase: String) -> Bool {
    mayOpen(like: phrase) && self == NormalizedReply(phrase)
  }

  /// The words after the phrase if the reply begins with it, else nil.
  package func rest(after phrase: String) -> NormalizedReply? {
    mayOpen(like: phrase) ? rest(after: NormalizedReply(phrase)) : nil
  }

  /// False if the first letters differ, which saves splitting most phrases.
  private func mayOpen(like phrase: String) -> Bool {
    guard let own = words.first(where: { $0 != "," })?.utf8.first else { return true }
    return Self.letter(opening: phrase).map { $0 == own } ?? true
  }

  /// The phrases without those that begin with a letter that none of the words does.
  private func possible(_ phrases: [String]) -> [String] {
    let own = Set(words.compactMap(\.utf8.first))
    return phrases.filter { Self.letter(opening: $0).map(own.contains) ?? true }
  }

  /// The plain letter that a phrase begins with, as a small one.
  private static func letter(opening phrase: String) -> UInt8? {
    phrase.utf8.first.map { $0 | 0x20 }.flatMap {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 : nil
    }
  }

  /// Whether it has no words besides commas.
  package var isEmpty: Bool { words.allSatisfy { $0 == "," } }
  /// The number of words, including commas.
  package var count: Int { words.count }
  /// The words in the form that is compared, joined by blanks.
  package var text: String { words.joined(separator: " ") }

  /// The number that the reply consists of; nil if it has anything but digits.
  package var wholeNumber: Int? { words.count == 1 ? words[0].asWholeNumber : nil }

  /// Whether it is at most one short sentence.
  package var isShort: Bool {
    words.count <= 12 && !places.dropLast().contains { ".!?".contains(source[$0].last ?? " ") }
  }

  /// The words as typed, without the punctuation at either end.
  package var typed: String {
    guard let first = places.first, let last = places.last else { return "" }
    var typed = source[first.lowerBound..<last.upperBound]
    while let first = typed.first, first.isWhitespace || ",:".contains(first) {
      typed.removeFirst()
    }
    while let last = typed.last, last.isWhitespace || ",.!?".contains(last) { typed.removeLast() }
    return typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The words after these if the reply begins with them, else nil.
  package func rest(after opening: NormalizedReply) -> NormalizedReply? {
    guard !opening.isEmpty, words.prefix(opening.words.count).fits(opening.words) else {
      return nil
    }
    let from = opening.words.count
    let comma = words.dropFirst(from).first == "," ? 1 : 0
    return self[from + comma..<words.count]
  }

  /// The number of words of the longest of these phrases that the reply begins with; 0 if it begins with none.
  package func longestOpening(among phrases: [String]) -> Int {
    phrases.lazy.compactMap { phrase -> Int? in
      guard mayOpen(like: phrase), words.first != "," else { return nil }
      let phrase = NormalizedReply(phrase)
      return words.prefix(phrase.count).fits(phrase.words) ? phrase.count : nil
    }.max() ?? 0
  }

  /// Whether it has one of these phrases anywhere.
  package func contains(anyOf phrases: [String]) -> Bool {
    words.indices.contains { self[$0..<words.count].longestOpening(among: phrases) > 0 }
  }

  /// Some of its words, by a range that is clamped to those there are.
  package subscript(range: Range<Int>) -> NormalizedReply {
    NormalizedReply(self, range.clamped(to: 0..<words.count))
  }

  /// The reply without question marks at its end, unless it consists of them.
  package var withoutQuestionMark: NormalizedReply {
    var end = words.count
    while end > 1, words[end - 1] == "?" { end -= 1 }
    return end == words.count ? self : self[0..<end]
  }

  /// The same with a comma for each bracket: "no (it doesn't)" as "no, it doesn't".
  package var withoutBrackets: NormalizedReply {
    guard words.contains(where: { $0 == "(" || $0 == ")" }) else { return self }
    return NormalizedReply(
      words.map { $0 == "(" || $0 == ")" ? "," : $0 }.joined(separator: " "))
  }

  /// The reply without an article in front.
  package func without(_ articles: [String]) -> NormalizedReply {
    guard words.count > 1, articles.contains(where: { $0.lowercased() == words[0] }) else {
      return self
    }
    return self[1..<words.count]
  }

  /// The same with a hyphen between letters read as a blank: "oak-tree" as "oak tree".
  package var unhyphenated: NormalizedReply {
    guard words.contains(where: { $0.contains("-") && $0.contains(where: \.isLetter) }) else {
      return self
    }
    return NormalizedReply(
      words.map { $0.contains(where: \.isNumber) ? $0 : $0.replacing("-", with: " ") }
        .joined(separator: " "))
  }

  /// The reply without any of these phrases at its beginning and its end, unless it consists of them.
  package func withoutEnds(_ phrases: [String]) -> NormalizedReply {
    var reply = self
    for phrase in possible(phrases) {
      let count = NormalizedReply(phrase).count
      if reply.count > count, reply[0..<count].matches(phrase) {
        reply = reply[count..<reply.count]
      }
      let end = reply.count - count
      if end > 0, reply[end..<reply.count].matches(phrase) { reply = reply[0..<end] }
    }
    return reply
  }

  /// Whether it has these words, together and in this order.
  package func contains(_ other: NormalizedReply) -> Bool {
    guard !other.isEmpty, other.words.count <= words.count else { return false }
    return (0...(words.count - other.words.count)).contains {
      words[$0...].starts(with: other.words)
    }
  }

  /// Whether it consists of these phrases alone, commas aside; if some are needed, at least one of those must be among
  /// them.
  package func isMade(of phrases: [String], andOneOf needed: [String]? = nil) -> Bool {
    // No reply that says so little has more words.
    guard words.count <= 40 else { return false }
    let around = possible(phrases).map { NormalizedReply($0).words }
    let needed = needed.map { possible($0).map { NormalizedReply($0).words } }
    // Positions that phrases reach: before a needed one has been found, and after.
    var before = [Bool](repeating: false, count: words.count + 1)
    var after = before
    before[0] = needed != nil
    after[0] = needed == nil
    for at in words.indices where before[at] || after[at] {
      if words[at] == "," {
        before[at + 1] = before[at + 1] || before[at]
        after[at + 1] = after[at + 1] || after[at]
      }
      let rest = words[at...]
      func reach(_ phrases: [[String]], _ body: (Int) -> Void) {
        for phrase in phrases
        where !phrase.isEmpty && rest.prefix(phrase.count).fits(phrase) {
          body(at + phrase.count)
        }
      }
      reach(around + [[","]]) { end in
        before[end] = before[end] || before[at]
        after[end] = after[end] || after[at]
      }
      if before[at] { reach(needed ?? []) { after[$0] = true } }
    }
    return after[words.count]
  }

  /// The ranges of words between the separators of list items.
  package func parts(between separators: [String]) -> [Range<Int>] {
    let separators = Set(separators.map { $0.lowercased() } + [","])
    return words.indices.split { separators.contains(words[$0]) }
      .map { $0.startIndex..<$0.endIndex }
  }
}

extension Sequence<String> {
  /// Whether these typed words match a phrase's; they may lack its apostrophes.
  fileprivate func fits(_ phrase: [String]) -> Bool {
    elementsEqual(phrase) { typed, meant in
      typed == meant || meant.contains("'") && typed == meant.replacing("'", with: "")
    }
  }
}

extension String {
  /// The number that the digits make; nil if there is anything but digits.
  package var asWholeNumber: Int? {
    utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(self) : nil
  }
}
