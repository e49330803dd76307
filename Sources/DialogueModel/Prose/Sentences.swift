/// A passage split for reading: its words, their places, and where sentences end.
///
/// Words between double quotation marks are someone else's, and the names in slots are left out.
package struct Sentences: Sendable {
  /// One word of a passage.
  package struct Word: Hashable, Sendable {
    /// The word as written.
    package var text: String
    /// The word in lower case, for comparing.
    package var plain: String
    /// The byte of the text that the word starts at.
    package var offset: Int
    /// Whether the word is between double quotation marks.
    package var isQuoted: Bool
  }

  /// The sentences in order, each as its words; none is empty.
  package private(set) var sentences: [[Word]] = []

  /// The sentences without the words between quotation marks.
  package var own: [[Word]] { sentences.map { $0.filter { !$0.isQuoted } }.filter { !$0.isEmpty } }

  /// All words in order, quoted ones included.
  package var words: [Word] { sentences.flatMap(\.self) }

  /// Splits a text; a line end also ends a sentence and a quotation.
  package init(_ text: String) {
    let text = Array(text.utf8).withoutTags
    var word: [UInt8] = []
    var sentence: [Word] = []
    var isQuoted = false
    func closeWord(_ end: Int) {
      defer { word = [] }
      while let last = word.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "'") {
        word.removeLast()
      }
      guard word.contains(where: \.isLetterOrDigit) else { return }
      let text = String(decoding: word, as: UTF8.self)
      sentence.append(
        Word(
          text: text, plain: text.lowercased(), offset: end - word.count, isQuoted: isQuoted))
    }
    func closeSentence() {
      if !sentence.isEmpty { sentences.append(sentence) }
      sentence = []
    }
    for (at, byte) in text.enumerated() {
      if byte.isLetterOrDigit || (!word.isEmpty && byte.joinsLetters) {
        word.append(byte)
        continue
      }
      // A point inside a number, a time or an address does not end a sentence.
      let next = at + 1 < text.count ? text[at + 1] : 0x20
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"), !word.isEmpty, next.isLetterOrDigit
      {
        word.append(byte)
        continue
      }
      closeWord(at)
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A:
        closeSentence()
        if byte == 0x0A { isQuoted = false }
      default: break
      }
    }
    closeWord(text.count)
    closeSentence()
  }
}

extension UInt8 {
  /// Whether the byte is part of a word; every byte beyond ASCII is, even of a punctuation mark.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  fileprivate var joinsLetters: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "'") }
}

extension [UInt8] {
  /// The text with blanks in place of each tag, except for the stand-in of an answer.
  fileprivate var withoutTags: [UInt8] {
    var text = self
    for tag in Tag.scan(self).tags {
      let (start, end) = (tag.bytes.lowerBound, tag.bytes.upperBound)
      let bar = tag.kind == .slot ? text[tag.bytes].firstIndex(of: UInt8(ascii: "|")) : nil
      for range in [start..<(bar ?? start) + 1, (bar == nil ? start : end - 2)..<end] {
        for at in range where text[at] != 0x0A { text[at] = UInt8(ascii: " ") }
      }
      // The text after `otherwise` is read in place of the text before it, so it starts a new sentence.
      if tag.kind == .otherwise || tag.kind == .otherwiseWhen { text[start] = 0x0A }
    }
    return text
  }
}
