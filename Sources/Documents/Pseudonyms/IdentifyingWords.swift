/// A text as its words and what is between them, for finding what may identify someone.
struct IdentifyingWords {
  /// The words, in order.
  private(set) var words: [Word] = []
  /// What is before each word, and at the end what is after the last one.
  private(set) var gaps: [String] = []

  struct Word {
    /// The word as written, without a possessive ending.
    var text: String
    /// The possessive ending, such as `'s`; empty for most words.
    var ending = ""
    /// The word in lower case without characters that can't be seen, for comparing.
    var plain = ""
    var kind = Kind.letters
    /// Whether it is where a sentence, a line or a quotation begins.
    var isFirst = false
  }

  enum Kind {
    case letters, digits
    /// Letters and digits together, or with a line below: `AB12`, `3pm`, `a_b`.
    case mixed
    /// An e-mail address or a web address, and a name on some service: `@name`.
    case address, handle
  }

  init(_ text: String) {
    let letters = Array(text)
    var (at, gap) = (0, "")
    while at < letters.count {
      let isAtStart =
        at == 0 || letters[at - 1].isWhitespace || Self.opening.contains(letters[at - 1])
      if isAtStart, let (word, length) = Self.address(letters[at...]) {
        add(word, after: &gap)
        at += length
      } else if letters[at].isOfWord {
        var end = at + 1
        while end < letters.count,
          letters[end].isOfWord || letters[end].isInvisible || Self.joins(letters, end)
        { end += 1 }
        add(Self.word(String(letters[at..<end])), after: &gap)
        at = end
      } else {
        gap.append(letters[at])
        at += 1
      }
    }
    gaps.append(gap)
  }

  private mutating func add(_ word: Word, after gap: inout String) {
    var word = word
    word.isFirst = words.last.map { Self.ends($0, gap) } ?? true
    words.append(word)
    gaps.append(gap)
    gap = ""
  }

  /// Whether a blank or a hyphen alone is before this word, so that it can be one name with the word before.
  func isJoined(_ at: Int) -> Bool { at > 0 && (gaps[at] == " " || gaps[at] == "-") }

  private static let opening: Set<Character> = [
    "(", "[", "{", "<", "\"", "'", "“", "‘", ":", "/", ",",
  ]
  private static let closing: Set<Character> = [
    ")", "]", "}", ">", "\"", "'", "”", "’", ".", ",", ";", ":", "!", "?",
  ]
  private static let beginning: Set<Character> = [
    ".", "!", "?", "…", ":", "\n", "\"", "“", "”", "'", "‘", "(", "[", "•", "*", ">", "|", "#", "=",
  ]

  /// Whether a sentence or a quotation begins after this word and gap; the point of "Mrs." ends none.
  private static func ends(_ word: Word, _ gap: String) -> Bool {
    if gap == ". ", word.text.first?.isUppercase == true, word.text.count <= 3,
      !word.plain.contains(where: "aeiouy".contains)
    {
      return false
    }
    return gap.contains(where: beginning.contains) || gap.hasPrefix("- ") || gap.contains("- ")
  }

  /// Whether an apostrophe or a hyphen between two letters joins them.
  private static func joins(_ letters: [Character], _ at: Int) -> Bool {
    "'’-".contains(letters[at]) && at + 1 < letters.count && letters[at - 1].isLetter
      && letters[at + 1].isLetter
  }

  private static func word(_ written: String) -> Word {
    var word = Word(text: written)
    for ending in ["'s", "’s", "'S", "’S"] where written.hasSuffix(ending) && written.count > 2 {
      word.text = String(written.dropLast(2))
      word.ending = String(written.suffix(2))
    }
    word.plain = word.text.plainWord
    if word.text.allSatisfy(\.isNumber) {
      word.kind = .digits
    } else if word.text.contains(where: { $0.isNumber || $0 == "_" }) {
      word.kind = .mixed
    }
    return word
  }

  /// An e-mail address, a web address or a handle at the start of these letters, and its length.
  private static func address(_ letters: ArraySlice<Character>) -> (Word, Int)? {
    guard letters.first.map({ $0.isOfWord || $0 == "@" }) == true else { return nil }
    var chunk = letters.prefix { !$0.isWhitespace }
    while let last = chunk.last, closing.contains(last) { chunk.removeLast() }
    guard chunk.count > 2, chunk.contains(where: { "@./".contains($0) }) else { return nil }
    let text = String(chunk)
    var word = Word(text: text, plain: text.plainWord, kind: .address)
    if let sign = chunk.firstIndex(of: "@") {
      if sign == chunk.startIndex { word.kind = .handle }
      return (word, chunk.count)
    }
    let isWeb = text.contains("://") || text.lowercased().hasPrefix("www.") || isDomain(chunk)
    return isWeb ? (word, chunk.count) : nil
  }

  /// Whether these letters are names with points between them, and perhaps a path: `a.example/b`.
  ///
  /// A point without a blank after it may also end a sentence, so the last name is short and its letters are small.
  private static func isDomain(_ chunk: ArraySlice<Character>) -> Bool {
    let host = chunk.prefix { $0 != "/" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, last.count >= 2, last.allSatisfy(\.isLetter)
    else {
      return false
    }
    return parts.allSatisfy { part in
      part.count > 1 && part.allSatisfy { $0.isOfWord || $0 == "-" }
        && part.contains { $0.isLetter && !$0.isUppercase }
    } && last.allSatisfy { $0.isASCII && $0.isLowercase }
  }
}

extension Character {
  /// Whether it is part of a word: a letter, a digit or a line below.
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }

  /// Whether it can't be seen, so that someone may have it within a word.
  fileprivate var isInvisible: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }
}

extension String {
  /// The word in lower case, with plain apostrophes and without characters that can't be seen.
  var plainWord: String {
    var scalars = UnicodeScalarView()
    for scalar in lowercased().unicodeScalars where scalar.properties.generalCategory != .format {
      scalars.append(scalar == "’" ? "'" : scalar)
    }
    return String(scalars)
  }
}
