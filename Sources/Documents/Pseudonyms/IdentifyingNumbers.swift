extension Pseudonyms {
  /// What stands in for the number that begins at this word, and how many words it has; nil if none does.
  func number(in reading: IdentifyingWords, _ at: Int) -> (label: String, count: Int)? {
    if let count = date(in: reading, at) { return (standIns.date, count) }
    if let count = postcode(in: reading, at) { return (standIns.address, count) }
    if let count = plate(in: reading, at) ?? digits(in: reading, at) {
      return (standIns.number, count)
    }
    let word = reading.words[at]
    // A record number such as QQ123456C, and part of a plate such as KX6.
    guard word.kind == .mixed, !vocabulary.allows(word) else { return nil }
    let isCode = word.text.first?.isNumber != true && word.text.isAllCapitals
    return isCode || word.text.longestDigits > 3 ? (standIns.number, 1) : nil
  }

  /// The length of a telephone number or the like: digits, perhaps in groups, of which one has four or all have six.
  private func digits(in reading: IdentifyingWords, _ at: Int) -> Int? {
    let words = reading.words
    guard words[at].kind == .digits else { return nil }
    var end = at + 1
    while end < words.count, words[end].kind == .digits, Self.joinsDigits(reading.gaps[end]) {
      end += 1
    }
    // The last groups may be something else: a number ends where a group of four does, or all of them do.
    let groups = words[at..<end].map(\.text)
    if groups.contains(where: { $0.count > 3 }) || groups.reduce(0, { $0 + $1.count }) > 5 {
      return end - at
    }
    return digits.contains(words[at].text) ? 1 : nil
  }

  private static func joinsDigits(_ gap: String) -> Bool {
    (1...2).contains(gap.count) && gap.allSatisfy { " -./()+–".contains($0) }
  }

  /// The length of a day with its year, or of a day that comes with a word such as "born".
  private func date(in reading: IdentifyingWords, _ at: Int) -> Int? {
    let words = reading.words
    if let count = dateInFigures(in: reading, at) { return count }
    var end = at
    func take(_ isRight: (IdentifyingWords.Word) -> Bool) -> Bool {
      guard end < words.count, end == at || reading.gaps[end].count < 3, isRight(words[end]) else {
        return false
      }
      end += 1
      return true
    }
    let isMonth = { (word: IdentifyingWords.Word) in months.contains(word.plain) }
    let monthFirst = take(isMonth)
    if monthFirst {
      guard take(\.isDay) else { return nil }
    } else {
      guard take(\.isDay) else { return nil }
      // "the 6th of May"
      if end < words.count, !isMonth(words[end]), words[end].text.count < 3 { end += 1 }
      guard take(isMonth) else { return nil }
    }
    if take({ $0.kind == .digits && $0.text.count == 4 }) { return end - at }
    guard words[max(0, at - 3)..<at].contains(where: { vocabulary.birth.contains($0.plain) }) else {
      return nil
    }
    _ = take { $0.kind == .digits && $0.text.count == 2 }
    return end - at
  }

  /// The length of a date such as 6/5/11.
  private func dateInFigures(in reading: IdentifyingWords, _ at: Int) -> Int? {
    let words = reading.words
    guard at + 2 < words.count, words[at...at + 2].allSatisfy({ $0.kind == .digits }),
      ["/", "-", "."].contains(reading.gaps[at + 1]), reading.gaps[at + 1] == reading.gaps[at + 2],
      words[at...at + 2].allSatisfy({ [1, 2, 4].contains($0.text.count) })
    else { return nil }
    // More groups make it another kind of number.
    let isLonger =
      at + 3 < words.count && words[at + 3].kind == .digits && reading.gaps[at + 3].count == 1
    return isLonger ? nil : 3
  }

  private var months: Set<String> { vocabulary.months }

  /// The length of a postcode, with or without its blank.
  private func postcode(in reading: IdentifyingWords, _ at: Int) -> Int? {
    let first = reading.words[at].text.uppercased()
    if first.shape.isPostcode, first.hasInwardCode { return 1 }
    guard at + 1 < reading.words.count, reading.gaps[at + 1].isBlank else { return nil }
    let both = first + reading.words[at + 1].text.uppercased()
    return reading.words[at + 1].text.count == 3 && both.shape.isPostcode && both.hasInwardCode
      ? 2 : nil
  }

  /// The length of a number plate of this century or the last, with or without its blank.
  private func plate(in reading: IdentifyingWords, _ at: Int) -> Int? {
    let words = reading.words
    if words[at].text.shape.isPlate { return 1 }
    guard at + 1 < words.count, reading.gaps[at + 1].isBlank else { return nil }
    let (first, second) = (words[at], words[at + 1])
    guard (first.text.shape + second.text.shape).isPlate,
      first.text.shape.last != second.text.shape.first
    else { return nil }
    // "yr10 had" and "for 3d" have the shape of one.
    let letters = first.kind == .letters ? first : second
    let isWord = vocabulary.isPlain(letters.plain) || months.contains(letters.plain)
    return letters.text.isAllCapitals || !isWord ? 2 : nil
  }
}

extension IdentifyingWords.Word {
  /// Whether it can be the day of a month: `6`, `6th`.
  fileprivate var isDay: Bool {
    let digits = text.prefix(while: \.isNumber).count
    return (1...2).contains(digits) && (text.count == digits || text.count == digits + 2)
  }
}

extension String {
  /// A letter as `L` and a digit as `D`; empty where there is anything else.
  fileprivate var shape: String {
    var shape = ""
    for letter in self {
      guard letter.isASCII, letter.isLetter || letter.isNumber else { return "" }
      shape += letter.isLetter ? "L" : "D"
    }
    return shape
  }

  fileprivate var isPlate: Bool {
    [
      "LLDDLLL", "LDLLL", "LDDLLL", "LDDDLLL", "LLLDL", "LLLDDL", "LLLDDDL", "LLLDDDD",
    ].contains(self)
  }

  fileprivate var isPostcode: Bool {
    ["LDDLL", "LDDDLL", "LDLDLL", "LLDDLL", "LLDDDLL", "LLDLDLL"].contains(self)
  }

  /// Whether its last two letters can end a postcode, so that `Y9 3pm` is none.
  fileprivate var hasInwardCode: Bool { suffix(2).allSatisfy { !"CIKMOV".contains($0) } }

  fileprivate var isBlank: Bool { self == " " || self == "-" }

  /// The length of the longest run of digits in it.
  fileprivate var longestDigits: Int { split { !$0.isNumber }.map(\.count).max() ?? 0 }
}
