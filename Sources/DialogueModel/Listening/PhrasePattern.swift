/// One phrase of a class as it is written in a pack's file: `wet/damp .. {wall} ?again`.
///
/// - A word stands for its forms in -s, -ed and -ing as well, and `"a word"` in quotes only for itself.
/// - `a/b` is either, `{name}` any word of a list, `{18-99}` a number, and `?a` may be left out.
/// - `..` is up to three words between, and `...` up to eight. A phrase never goes beyond its sentence.
package struct PhrasePattern: Hashable, Sendable {
  /// The words and gaps, in order.
  package let elements: [Element]
  /// The phrase as it is written.
  package let text: String

  /// What stands at one place of a phrase.
  package enum Element: Hashable, Sendable {
    /// One of several words.
    case word([Choice], isOptional: Bool)
    /// Any words, up to this number.
    case gap(Int)
  }

  /// One of the words that can stand at a place.
  package enum Choice: Hashable, Sendable {
    /// The word in any of its forms, without its ending.
    case root(String)
    /// Exactly this word.
    case exact(String)
    case number(ClosedRange<Int>)
    /// Any word of the list of that name.
    case list(String)
  }

  /// What is wrong in a phrase or a list, at a byte of the text, and what to do.
  package struct Fault: Error, Equatable {
    /// What is wrong.
    package var message: String
    /// What to do about it.
    package var fix: String
    /// The byte of the text that the fault is at.
    package var offset: Int
  }

  /// The names of the lists in the phrase.
  package var lists: [String] {
    elements.flatMap { element -> [String] in
      guard case .word(let choices, _) = element else { return [] }
      return choices.compactMap { if case .list(let name) = $0 { name } else { nil } }
    }
  }

  /// Reads a phrase.
  package init(_ text: String) throws(Fault) {
    var elements: [Element] = []
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: part.startIndex)
      switch String(decoding: part, as: UTF8.self) {
      case "..": elements.append(.gap(3))
      case "...": elements.append(.gap(8))
      case let word: elements.append(try Self.element(word, at: offset))
      }
    }
    let isGap = elements.map { if case .gap = $0 { true } else { false } }
    guard let first = isGap.first, let last = isGap.last, !first, !last else {
      throw Fault(
        message: "a phrase begins and ends with a word", fix: "leave out the dots there", offset: 0)
    }
    let isFree = elements.allSatisfy { if case .word(_, false) = $0 { false } else { true } }
    if isFree {
      throw Fault(
        message: "every word of the phrase may be left out", fix: "take the `?` from one of them",
        offset: 0)
    }
    if zip(isGap, isGap.dropFirst()).contains(where: { $0 && $1 }) {
      throw Fault(message: "two gaps in a row", fix: "write `...` for up to eight words", offset: 0)
    }
    if isGap.count(where: { $0 }) > 4 {
      throw Fault(
        message: "a phrase has four gaps at most", fix: "leave words out, or make two of it",
        offset: 0)
    }
    (self.elements, self.text) = (elements, text)
  }

  private static func element(_ part: String, at offset: Int) throws(Fault) -> Element {
    let isOptional = part.utf8.first == UInt8(ascii: "?")
    var choices: [Choice] = []
    var at = offset + (isOptional ? 1 : 0)
    let words = part.utf8.dropFirst(isOptional ? 1 : 0)
    for word in words.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      choices.append(try choice(String(decoding: word, as: UTF8.self), at: at))
      at += word.count + 1
    }
    return .word(choices, isOptional: isOptional)
  }

  /// Reads one of the words at a place, or a word of a list.
  package static func choice(_ word: String, at offset: Int) throws(Fault) -> Choice {
    let (first, last) = (word.utf8.first, word.utf8.last)
    if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") {
      return try list(String(word.dropFirst().dropLast()), at: offset)
    }
    if let number = word.asWholeNumber { return .number(number...number) }
    let isQuoted = first == UInt8(ascii: "\"") && last == first && word.utf8.count > 2
    let bare = isQuoted ? String(word.dropFirst().dropLast()) : word
    guard PhraseText.isWord(bare) else {
      let read = PhraseText(bare).words
      let parts = read.map(\.text).joined(separator: " ")
      throw Fault(
        message: "`\(word)` is no single word of a text",
        fix: read.count > 1
          ? "it is read as `\(parts)`: write a phrase with these words"
          : "write words, with `/` between those of which one is enough", offset: offset)
    }
    return isQuoted || bare.utf8.contains(UInt8(ascii: "'"))
      ? .exact(bare) : .root(bare.withoutEnding)
  }

  /// Reads what is between braces: the name of a list, or the bounds of a number.
  private static func list(_ name: String, at offset: Int) throws(Fault) -> Choice {
    let bounds = name.split(separator: "-", omittingEmptySubsequences: false).map {
      String($0).asWholeNumber
    }
    guard bounds.count == 2, let low = bounds[0], let top = bounds[1] else { return .list(name) }
    guard low <= top else {
      throw Fault(
        message: "no number is from \(low) to \(top)", fix: "write the lower one first",
        offset: offset)
    }
    return .number(low...top)
  }
}

extension String {
  /// The word without -s, -ed or -ing, so that its forms compare as one; short words and `'s` stay as they are.
  var withoutEnding: String {
    func ends(with ending: String, least: Int) -> Bool {
      utf8.count >= least && utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    if utf8.contains(UInt8(ascii: "'")) { return self }
    var ending = 0
    if ends(with: "ing", least: 7) {
      ending = 3
    } else if ends(with: "ed", least: 6) {
      ending = 2
    } else if ends(with: "s", least: 4), !ends(with: "ss", least: 4) {
      ending = 1
    }
    return ending == 0 ? self : String(decoding: utf8.dropLast(ending), as: UTF8.self)
  }
}
