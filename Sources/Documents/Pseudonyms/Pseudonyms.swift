/// What replaces the names of one conversation, and which words are names.
///
/// Only values go in, so that equal answers always get equal labels.
package struct Pseudonyms: Sendable {
  /// What stands in for what has no label of its own.
  package struct StandIns: Sendable {
    package var name: String
    package var number: String
    package var address: String
    package var date: String

    package init(name: String, number: String, address: String, date: String) {
      (self.name, self.number) = (name, number)
      (self.address, self.date) = (address, date)
    }
  }

  let standIns: StandIns
  let vocabulary: Vocabulary
  /// The names that answers were marked for, each with its label.
  private(set) var names: [Name] = []
  /// The places in `names` of every word of a name, in lower case.
  private(set) var places: [String: [Int]] = [:]
  /// Words with a capital within a sentence somewhere, in lower case: these are taken for names everywhere.
  private(set) var found: Set<String> = []
  /// Digits of marked numbers, which pass for something else when they are few.
  private(set) var digits: Set<String> = []
  /// The questions whose answers are in words of the pack, by their keys.
  package var ownAnswers: Set<String> = []
  /// What stands in for the whole answer to a question, by its key.
  package var wholeAnswers: [String: String] = [:]

  package init(_ standIns: StandIns, _ vocabulary: Vocabulary) {
    (self.standIns, self.vocabulary) = (standIns, vocabulary)
  }

  /// A name that is replaced wherever it occurs.
  struct Name: Sendable {
    var label: String
    /// The ways in which it is written, each as its words in lower case.
    var forms: [[String]]
  }
}

extension Pseudonyms {
  /// Notes the names in words of which nothing is known, so that they are replaced at the start of sentences too.
  package mutating func note(_ text: String) {
    let reading = IdentifyingWords(text)
    let names = groups(in: reading) { !reading.words[$0].isFirst && isName(reading, $0) }
    for name in names {
      // The plain words of Harbour School are no names by themselves; those of Will Young are.
      let special = name.words.filter { !vocabulary.isPlain($0) }
      found.formUnion(special.isEmpty ? name.words : special)
    }
  }

  /// Marks the names in an answer: the first of them gets the label, the others only a stand-in.
  ///
  /// A name that comes
  /// late is of something else: "men in the flat over the shop in Bell Lane".
  ///
  /// `label` is asked for only if there is a name and no earlier answer had it. An item of a list is a name even if it
  /// is a plain word with a capital, such as Rose.
  package mutating func mark(namesIn text: String, isItem: Bool = false, label: () -> String) {
    let standIn = standIns.name
    for (place, name) in namesMarked(in: text, isItem: isItem).enumerated() {
      add(name.words, label: place == 0 && name.start < 6 ? label : { standIn })
    }
    note(text)
  }

  /// Marks a whole text as one name, such as what a choice is called.
  package mutating func mark(name text: String, label: () -> String) {
    let whole = IdentifyingWords(text).words.map(\.plain)
    guard !whole.isEmpty else { return }
    let at = add(whole, label: label)
    for name in namesMarked(in: text, isItem: true) { append(name.words, to: at) }
  }

  /// Marks the numbers in an answer that is replaced as a whole.
  package mutating func mark(numbersIn text: String) {
    note(text)
    for word in IdentifyingWords(text).words where word.kind == .digits && word.text.count > 2 {
      digits.insert(word.text)
    }
  }

  /// Adds a name, to an earlier one if either has all words of the other.
  @discardableResult
  private mutating func add(_ name: [String], label: () -> String) -> Int {
    let words = Set(name)
    let same = names.indices.first { at in
      names[at].forms.contains { words.isSubset(of: $0) || words.isSuperset(of: $0) }
    }
    if let same {
      if names[same].label == standIns.name { names[same].label = label() }
      append(name, to: same)
      return same
    }
    names.append(Name(label: label(), forms: []))
    append(name, to: names.count - 1)
    return names.count - 1
  }

  private mutating func append(_ name: [String], to at: Int) {
    guard !names[at].forms.contains(name) else { return }
    names[at].forms.append(name)
    for word in name {
      for part in [word] + word.parts where places[part]?.contains(at) != true {
        places[part, default: []].append(at)
      }
    }
  }

  /// The names in an answer that was marked for having some.
  ///
  /// What has capitals is a name; where nothing has, what is no word of the pack is one. What comes before the first
  /// comma may be plain words, such as Rose Bell, if all of them have a capital.
  private func namesMarked(in text: String, isItem: Bool) -> [(start: Int, words: [String])] {
    let reading = IdentifyingWords(text)
    let words = reading.words
    let end = words.indices.dropFirst().first { !reading.isJoined($0) } ?? words.count
    let isLead = ((isItem ? 1 : 2)...4).contains(end) && words[..<end].allSatisfy(\.text.hasInitial)
    var names = groups(in: reading) { isLead && $0 < end || isName(reading, $0) }
    if names.isEmpty {
      names = groups(in: reading) { at in
        words[at].kind == .letters && words[at].text.count > 2
          && !vocabulary.isPlain(words[at].plain) && !vocabulary.allows(words[at])
      }
    }
    return names
  }

  /// The words that pass the test, with those next to one another as one name.
  private func groups(in reading: IdentifyingWords, where isIn: (Int) -> Bool)
    -> [(start: Int, words: [String])]
  {
    var names: [(start: Int, words: [String])] = []
    var last: Int?
    for (at, word) in reading.words.enumerated() where isIn(at) {
      if let last, last == at - 1, reading.isJoined(at) {
        names[names.count - 1].words.append(word.plain)
      } else {
        names.append((at, [word.plain]))
      }
      last = at
    }
    return names
  }

  /// Whether a word of a text may be a name, by its letters and its place.
  func isName(_ reading: IdentifyingWords, _ at: Int) -> Bool {
    let word = reading.words[at]
    switch word.kind {
    case .digits: return false
    case .address, .handle: return true
    case .mixed:
      // `3pm` and `14th` begin with a digit.
      return word.text.first?.isNumber != true && !vocabulary.allows(word)
    case .letters: break
    }
    if word.text.hasUncased { return !vocabulary.isPlain(word.plain) }
    guard word.text.hasCapital else {
      return found.contains(word.plain) && !vocabulary.isPlain(word.plain)
    }
    if vocabulary.allows(word) { return false }
    if word.isFirst, vocabulary.isPlain(word.plain) { return found.contains(word.plain) }
    return true
  }
}

extension String {
  /// Whether it begins with a capital.
  fileprivate var hasInitial: Bool { first?.isUppercase == true }

  /// The parts of a name with a hyphen or an apostrophe that are long enough to be one.
  fileprivate var parts: [String] {
    guard contains(where: { "-'".contains($0) }) else { return [] }
    return split { "-'".contains($0) }.filter { $0.count > 2 }.map(String.init)
  }
}
