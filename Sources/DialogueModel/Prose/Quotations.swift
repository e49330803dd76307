extension String {
  /// The text with blanks in place of the words in quotation marks, which are someone else's.
  ///
  /// A double mark that is never closed runs to the end; after a figure it stands for inches, and begins nothing.
  /// A single mark counts only if it comes before a word and is closed after one; elsewhere it is an apostrophe, which
  /// is returned in its plain form.
  package var withoutQuotations: String { parted.outside }

  /// The words inside each pair of quotation marks, in order, by the same rules; what is never closed is left out.
  package var quotations: [String] { parted.inside }

  private var parted: (outside: String, inside: [String]) {
    let letters = Array(self)
    let isClosedLater = Self.singleMarksClosedLater(letters)
    var result: [Character] = []
    var inside: [String] = []
    var quotation = ""
    var closing: ((Character) -> Bool)?
    for (at, letter) in letters.enumerated() {
      let isInWord = at > 0 && letters[at - 1].isPartOfWord
      let isBeforeWord = at + 1 < letters.count && letters[at + 1].isPartOfWord
      if let closes = closing {
        if closes(letter), letter.isDoubleMark || !isBeforeWord {
          closing = nil
          if !quotation.trimmed.isEmpty { inside.append(quotation.trimmed) }
          quotation = ""
        } else {
          quotation.append(letter)
        }
        result.append(letter.isNewline ? letter : " ")
      } else if letter.isDoubleMark, !(at > 0 && letters[at - 1].isNumber) {
        closing = \.isDoubleMark
        result.append(" ")
      } else if letter.isSingleMark, !isInWord, isBeforeWord, isClosedLater[at] {
        closing = \.isSingleMark
        result.append(" ")
      } else {
        result.append(letter.isSingleMark ? "'" : letter)
      }
    }
    return (String(result), inside)
  }

  /// For each letter, whether a single mark follows later in its line that is not in front of a word.
  private static func singleMarksClosedLater(_ letters: [Character]) -> [Bool] {
    var result = [Bool](repeating: false, count: letters.count)
    var isClosed = false
    for at in letters.indices.reversed() {
      result[at] = isClosed
      let isBeforeWord = at + 1 < letters.count && letters[at + 1].isPartOfWord
      if letters[at].isNewline { isClosed = false }
      if letters[at].isSingleMark, !isBeforeWord { isClosed = true }
    }
    return result
  }

  /// Whether it has a double quotation mark, or is in single ones as a whole.
  package var hasQuotations: Bool { contains(where: \.isDoubleMark) || insideQuotes != nil }
}

extension Character {
  fileprivate var isDoubleMark: Bool { "\"“”„«»".contains(self) }
  fileprivate var isSingleMark: Bool { "'‘’".contains(self) }
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}

extension String {
  /// The text inside one pair of quotation marks around the whole; nil if there is no such pair.
  package var insideQuotes: String? {
    let text = trimmed
    let pairs: [(Character, Character)] = [("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’")]
    guard text.count > 2, let first = text.first, let last = text.last,
      pairs.contains(where: { $0 == (first, last) })
    else { return nil }
    let inside = text.dropFirst().dropLast()
    return inside.contains { $0 == first || $0 == last } && first != "'" && first != "‘"
      ? nil : String(inside)
  }
}
