/// The words that a pack and its language have themselves: these identify nobody.
package struct Vocabulary: Sendable {
  /// Words that anyone may begin a sentence with, in lower case.
  private var words: Set<String> = []
  /// Words that may have a capital within a sentence, as they are written.
  private var capitals: Set<String> = []
  /// Words that name nobody however they are written, such as "she", in lower case.
  private var small: Set<String> = []
  /// The names of months, in lower case.
  private(set) var months: Set<String> = []
  /// Words that come with a date of birth, in lower case.
  private(set) var birth: Set<String> = []

  /// The texts that have been added: a pack says many of them in every round.
  private var seen: Set<String> = []

  /// Starts without any words.
  package init() {}

  /// Adds the words of a text of the pack.
  package mutating func add(_ text: String) {
    guard seen.insert(text).inserted else { return }
    for word in IdentifyingWords(text).words {
      if word.text.hasCapital, !word.isFirst || word.text.count > 1 && word.text.isAllCapitals {
        capitals.insert(word.text)
      } else {
        words.insert(word.plain)
      }
    }
  }

  /// Adds words that may have a capital anywhere, such as weekdays and terms.
  package mutating func add(capitals texts: some Sequence<String>) {
    for word in texts.lazy.flatMap({ IdentifyingWords($0).words }) {
      if word.text.hasCapital { capitals.insert(word.text) }
      words.insert(word.plain)
    }
  }

  /// Adds words that name nobody however they are written, such as pronouns.
  package mutating func add(small texts: some Sequence<String>) {
    small.formUnion(texts.lazy.map(\.plainWord))
  }

  /// Adds the words of a text in which names may be told, as the explanation of a term has them.
  package mutating func add(plain text: String) {
    guard seen.insert(text).inserted else { return }
    for word in text.split(whereSeparator: { !$0.isLetter && !"'’-".contains($0) })
    where !word.contains(where: \.isUppercase) {
      words.insert(String(word).plainWord)
    }
  }

  /// Adds the names of months.
  package mutating func add(months names: some Sequence<String>) {
    let names = Array(names)
    add(capitals: names)
    months.formUnion(names.map(\.plainWord))
  }

  /// Adds words that come with a date of birth, such as "born".
  package mutating func add(birth words: some Sequence<String>) {
    birth.formUnion(words.map(\.plainWord))
  }

  /// Whether a word with a capital within a sentence is one of the pack's own, or "I".
  func allows(_ word: IdentifyingWords.Word) -> Bool {
    let text = word.text
    if small.contains(word.plain) { return true }
    if capitals.contains(text) || text.hasSuffix("s") && capitals.contains(String(text.dropLast()))
    {
      return true
    }
    return text.prefix { $0 != "'" && $0 != "’" } == "I"
  }

  /// Whether anyone may have written this word, in lower case, without meaning a name.
  func isPlain(_ word: String) -> Bool {
    if isKnown(word) { return true }
    if let end = word.firstIndex(of: "'") {
      let stem = word.hasSuffix("n't") ? word.dropLast(3) : word[..<end]
      return isKnown(String(stem))
    }
    let parts = word.split(separator: "-")
    return parts.count > 1 && parts.allSatisfy { isKnown(String($0)) }
  }

  /// Whether the pack has the word, or the word without an ending.
  private func isKnown(_ word: String) -> Bool {
    if words.contains(word) { return true }
    return ["s", "es", "d", "ed", "ing", "ly", "er"].contains { ending in
      let stem = String(word.dropLast(ending.count))
      return word.hasSuffix(ending) && stem.count > 3
        && (words.contains(stem) || words.contains(stem + "e"))
    }
  }
}

extension String {
  var hasCapital: Bool { contains(where: \.isUppercase) }

  var isAllCapitals: Bool { !contains { $0.isLetter && !$0.isUppercase } }

  /// Whether it has a letter of a script without capitals.
  var hasUncased: Bool { contains { $0.isLetter && !$0.isCased } }
}
