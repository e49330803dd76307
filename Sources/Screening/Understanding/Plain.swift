/// A reply or phrase as its words, in lower case and without punctuation, for comparing.
struct Plain: Equatable {
  /// The words, as compared.
  let words: [String]
  /// The same words as they were typed.
  private let typedWords: [Substring]

  init(_ text: String) {
    self = Self.ofASCII(text) ?? Plain(anyLetters: text)
  }

  /// The same, for text in which every byte is a letter: most of what is compared.
  private static func ofASCII(_ text: String) -> Plain? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var (words, typed): ([String], [Substring]) = ([], [])
    let bytes = text.utf8
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let start = at
      if bytes[at] == UInt8(ascii: ",") {
        at = bytes.index(after: at)
        words.append(",")
        typed.append(text[start..<at])
        continue
      }
      if (0x09...0x0D).contains(bytes[at]) || bytes[at] == 0x20 {
        at = bytes.index(after: at)
        continue
      }
      var word: [UInt8] = []
      while at < bytes.endIndex,
        bytes[at] > 0x20 || bytes[at] < 0x09 || (0x0E...0x1F).contains(bytes[at]),
        bytes[at] != UInt8(ascii: ",")
      {
        switch bytes[at] {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(bytes[at] | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "?"),
          UInt8(ascii: "/"), UInt8(ascii: ":"):
          word.append(bytes[at])
        default: break
        }
        at = bytes.index(after: at)
      }
      while let last = word.last,
        last == UInt8(ascii: "'") || last == UInt8(ascii: ".") || last == UInt8(ascii: ":")
          || (last == UInt8(ascii: "?") && word.count > 1)
      {
        word.removeLast()
      }
      guard !word.isEmpty else { continue }
      words.append(String(decoding: word, as: UTF8.self))
      typed.append(text[start..<at])
    }
    return Plain(words: words, typedWords: typed)
  }

  private init(anyLetters text: String) {
    var words: [String] = []
    var typed: [Substring] = []
    func add(_ word: Substring) {
      let bare = word.lowercased().compactMap { letter -> Character? in
        if letter == "’" { return "'" }
        return letter.isLetter || letter.isNumber || "'-.?/:".contains(letter) ? letter : nil
      }
      var trimmed = bare[...]
      // A point or colon ends a word, or stands inside a number or time.
      while let last = trimmed.last, "'.:".contains(last) || (last == "?" && trimmed.count > 1) {
        trimmed.removeLast()
      }
      guard !trimmed.isEmpty else { return }
      words.append(String(trimmed))
      typed.append(word)
    }
    for run in text.split(whereSeparator: \.isWhitespace) {
      for (place, word) in run.split(separator: ",", omittingEmptySubsequences: false).enumerated()
      {
        // A comma is a word of its own, so that a list can be taken apart.
        if place > 0 {
          words.append(",")
          typed.append(",")
        }
        add(word)
      }
    }
    self.init(words: words, typedWords: typed)
  }

  private init(words: [String], typedWords: [Substring]) {
    self.words = words
    self.typedWords = typedWords
  }

  static func == (a: Plain, b: Plain) -> Bool {
    a.words.filter { $0 != "," } == b.words.filter { $0 != "," }
  }

  /// Whether these words are the phrase's.
  func matches(_ phrase: String) -> Bool { mayOpen(like: phrase) && self == Plain(phrase) }

  /// What follows the phrase, when the reply begins with it.
  func rest(after phrase: String) -> Plain? {
    mayOpen(like: phrase) ? rest(after: Plain(phrase)) : nil
  }

  /// False where the first letters differ: so most phrases need not be taken apart.
  private func mayOpen(like phrase: String) -> Bool {
    guard let first = phrase.utf8.first, let own = words.first(where: { $0 != "," })?.utf8.first
    else { return true }
    let isPlain = (first | 0x20) >= UInt8(ascii: "a") && (first | 0x20) <= UInt8(ascii: "z")
    return !isPlain || first | 0x20 == own
  }

  var isEmpty: Bool { words.allSatisfy { $0 == "," } }
  var count: Int { words.count }
  var text: String { words.joined(separator: " ") }

  /// One short sentence at most.
  var isShort: Bool {
    words.count <= 12 && !typedWords.dropLast().contains { ".!?".contains($0.last ?? " ") }
  }

  /// The words as typed, without the punctuation at their ends.
  var typed: String {
    var text = ""
    for word in typedWords { text += (word == "," || text.isEmpty ? "" : " ") + word }
    var trimmed = text[...]
    while let first = trimmed.first, ",: ".contains(first) { trimmed.removeFirst() }
    while let last = trimmed.last, ",.!? ".contains(last) { trimmed.removeLast() }
    return String(trimmed)
  }

  /// What follows these words, when the reply begins with them.
  func rest(after opening: Plain) -> Plain? {
    guard !opening.isEmpty, words.starts(with: opening.words) else { return nil }
    let from = opening.words.count
    let comma = words.dropFirst(from).first == "," ? 1 : 0
    return Plain(
      words: Array(words.dropFirst(from + comma)),
      typedWords: Array(typedWords.dropFirst(from + comma)))
  }

  /// Whether these words stand in it, together and in order.
  func contains(_ other: Plain) -> Bool {
    guard !other.isEmpty, other.words.count <= words.count else { return false }
    return (0...(words.count - other.words.count)).contains {
      words[$0...].starts(with: other.words)
    }
  }

  /// Whether it has no other words than these.
  func isOnly(_ known: [String]) -> Bool {
    if isEmpty { return true }
    let known = Set(known.flatMap { Plain($0).words })
    return words.allSatisfy { $0 == "," || known.contains($0) }
  }

  func contains(anyOf phrases: [String]) -> Bool {
    !isEmpty && phrases.contains { contains(Plain($0)) }
  }

  /// Splits at commas and at words that stand between options; numbers also at spaces.
  func parts(between separators: [Plain]) -> [Plain] {
    var parts: [Plain] = []
    var start = 0
    func close(_ end: Int) {
      guard end > start else { return }
      parts.append(
        Plain(words: Array(words[start..<end]), typedWords: Array(typedWords[start..<end])))
    }
    for at in words.indices {
      let isSeparator =
        words[at] == "," || separators.contains { $0.words == [words[at]] }
      let isNumber = Int(words[at]) != nil
      if isSeparator || isNumber {
        close(at)
        start = isSeparator ? at + 1 : at
      }
      if isNumber {
        close(at + 1)
        start = at + 1
      }
    }
    close(words.count)
    return parts
  }
}
