/// A text as phrases are looked for in it: its words, each with its sentence and its clause.
struct PhraseText {
  /// One word of the text.
  struct Word {
    /// The word in lower case, with a plain apostrophe.
    var text: String
    /// Its bytes in the text.
    var bytes: Range<Int>
    /// The number of its sentence.
    var sentence: Int
    /// The number of its clause, counted through the whole text.
    var clause: Int
  }

  private(set) var words: [Word] = []
  private let grammar: PhraseGrammar
  private let letters: [Unicode.Scalar]
  /// The byte that each letter starts at, and the number of bytes.
  private var starts: [Int] = [0]
  private var sentence = 0
  private var clause = 0
  private var isAfterComma = false

  /// Splits a text into words; letters and digits in a row are two, and `£`, `%` and `&`, read as and, are words of their own.
  init(_ text: String, _ grammar: PhraseGrammar = PhraseGrammar()) {
    self.grammar = grammar
    letters = Array(text.unicodeScalars)
    starts.reserveCapacity(letters.count + 1)
    for letter in letters { starts.append((starts.last ?? 0) + UTF8.width(letter)) }
    words.reserveCapacity(letters.count / 5)
    var at = 0
    while at < letters.count {
      let end = max(endOfWord(at), endOfNumber(at))
      if end > at { add(at..<end) } else { readSign(at) }
      at = max(end, at + 1)
    }
  }

  /// Whether a text is a single word as it is written here: lower-case letters with an apostrophe inside, or a sign.
  static func isWord(_ text: String) -> Bool {
    guard text.utf8.first != UInt8(ascii: "'"), text.utf8.last != UInt8(ascii: "'") else {
      return false
    }
    return !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || $0 == "'" || !$0.isASCII && $0.isOfWord
      } || text == "£" || text == "%"
  }

  /// The end of the word that starts here; letters on both sides of an apostrophe are one word.
  private func endOfWord(_ start: Int) -> Int {
    var at = start
    while at < letters.count {
      let isInside = at > start && letters[at].isApostrophe && at + 1 < letters.count
      guard letters[at].isOfWord || isInside && letters[at + 1].isOfWord else { break }
      at += 1
    }
    return at
  }

  /// The end of the number that starts here, with the points and colons inside it.
  private func endOfNumber(_ start: Int) -> Int {
    var at = start
    while at < letters.count {
      let isInside = at > start && (letters[at] == "." || letters[at] == ":")
      guard
        letters[at].isDigit || isInside && at + 1 < letters.count && letters[at + 1].isDigit
      else { break }
      at += 1
    }
    return at
  }

  private mutating func readSign(_ at: Int) {
    switch letters[at] {
    case ",": isAfterComma = true
    case ":", "(", ")", "–", "—": clause += 1
    case "-"
    where at > 0 && letters[at - 1] == " " && at + 1 < letters.count && letters[at + 1] == " ":
      clause += 1
    case ".", "!", "?", ";", "\n", "…":
      sentence += 1
      clause += 1
    case "£", "%", "&": add(at..<at + 1)
    default: break
    }
  }

  private mutating func add(_ range: Range<Int>) {
    var text = ""
    for letter in letters[range] {
      if letter.isApostrophe {
        text += "'"
      } else if letter == "&" {
        text += "and"
      } else if letter.isASCII {
        text.unicodeScalars.append(letter.lowerCase)
      } else {
        text += letter.properties.lowercaseMapping
      }
    }
    let isJoined = isAfterComma || words.last.map { grammar.joins.contains($0.text) } ?? false
    if grammar.clauseOpeners.contains(text)
      || isJoined && words.last?.sentence == sentence && grammar.clauseSubjects.contains(text)
    {
      clause += 1
    }
    words.append(
      Word(
        text: text, bytes: starts[range.lowerBound]..<starts[range.upperBound],
        sentence: sentence, clause: clause))
    isAfterComma = false
  }
}

extension Unicode.Scalar {
  fileprivate var isApostrophe: Bool { self == "'" || self == "’" }
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isOfWord: Bool {
    isASCII ? ("a"..."z").contains(lowerCase) : properties.isAlphabetic
  }
  /// An ASCII letter in lower case; any other sign as it is.
  fileprivate var lowerCase: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
