/// A text in which what may identify someone is being replaced.
struct PseudonymisedText {
  /// The text so far.
  private(set) var text = ""
  /// The words that were taken for names although no answer was marked for them, in order.
  private(set) var unmarked: [String] = []
  private let pseudonyms: Pseudonyms
  private let reading: IdentifyingWords
  /// Whether the text is someone's own words, in which all that may identify is replaced.
  private let isFree: Bool
  /// The name that the text ends with at the moment, so that the next word can belong to it.
  private var last: Replaced?

  private struct Replaced {
    var label: String
    var isMarked: Bool
    /// The text before the name.
    var before: String
  }

  init(_ text: String, _ pseudonyms: Pseudonyms, isFree: Bool) {
    (self.pseudonyms, self.isFree) = (pseudonyms, isFree)
    reading = IdentifyingWords(text)
    var at = 0
    while at < reading.words.count { at += replace(at) }
    self.text += reading.gaps.last ?? ""
  }

  /// Writes the word at this place, or what stands in for it, and returns how many words that took.
  private mutating func replace(_ at: Int) -> Int {
    if let (label, count) = pseudonyms.marked(in: reading, at, isFree: isFree) {
      add(label, isMarked: true, ending: reading.words[at + count - 1].ending, at)
      return count
    }
    if isFree {
      if let (label, count) = pseudonyms.number(in: reading, at) {
        text += reading.gaps[at] + label
        last = nil
        return count
      }
      if pseudonyms.isName(reading, at) {
        let word = reading.words[at]
        if !unmarked.contains(word.text) { unmarked.append(word.text) }
        let label =
          word.kind == .address ? pseudonyms.standIns.address : pseudonyms.standIns.name
        add(label, isMarked: false, ending: word.ending, at)
        return 1
      }
    }
    text += reading.gaps[at] + reading.words[at].text + reading.words[at].ending
    last = nil
    return 1
  }

  /// Writes a label; names next to one another are one, with the label of the one that is known.
  private mutating func add(_ label: String, isMarked: Bool, ending: String, _ at: Int) {
    if let last, reading.isJoined(at) {
      if last.label == label || !isMarked && last.label != pseudonyms.standIns.address {
        text += ending
        if !ending.isEmpty { self.last = nil }
        return
      }
      if !last.isMarked, last.label == pseudonyms.standIns.name {
        text = last.before + label + ending
        self.last =
          ending.isEmpty ? Replaced(label: label, isMarked: true, before: last.before) : nil
        return
      }
    }
    text += reading.gaps[at]
    let before = text
    text += label + ending
    last = ending.isEmpty ? Replaced(label: label, isMarked: isMarked, before: before) : nil
  }
}

extension Pseudonyms {
  /// The label of the marked name that begins at this word, and the number of its words; nil if none does.
  func marked(
    in reading: IdentifyingWords, _ at: Int, isFree: Bool
  ) -> (label: String, count: Int)? {
    let word = reading.words[at]
    guard word.kind != .digits, !places.isEmpty else { return nil }
    var best: (label: String, count: Int)?
    for (name, plain) in candidates(word.plain) {
      let (count, isWhole) = names[name].length(from: plain, in: reading, at)
      guard count > (best?.count ?? 0) else { continue }
      // Of a part of the name, one word has to mean it: "the old" is not yet "the old quay".
      let isIt = (0..<count).contains { place in
        let word = reading.words[at + place]
        return isMeant(name, by: word, place == 0 ? plain : word.plain, isFree: isFree)
      }
      if count > 1 && isWhole || isIt { best = (names[name].label, count) }
    }
    return best
  }

  /// The names that a word may belong to, with the word of the name that it is.
  private func candidates(_ word: String) -> [(name: Int, word: String)] {
    var forms = [word]
    if word.hasSuffix("s"), word.count > 3 { forms.append(String(word.dropLast())) }
    if word.contains("-") { forms += word.split(separator: "-").map(String.init) }
    return forms.flatMap { form in (places[form] ?? []).map { ($0, form) } }
  }

  /// Whether one word of a name means it without the others: a word that anyone may write needs a capital.
  private func isMeant(
    _ name: Int, by word: IdentifyingWords.Word, _ plain: String, isFree: Bool
  ) -> Bool {
    let isMonth = vocabulary.months.contains(plain)
    let isOwn = vocabulary.allows(word) && !isMonth
    if !isOwn, !isMonth, plain.count > 1, !vocabulary.isPlain(plain) { return true }
    guard word.text.hasCapital, plain != "i" else { return false }
    // "School" of a name such as "Harbour School" is said of others too.
    if isOwn { return isFree && names[name].forms.contains([plain]) }
    return isFree && plain.count > 1 || !word.isFirst && (isFree || !isMonth)
  }
}

extension Pseudonyms.Name {
  /// How many words from this one on are the name, in its order, and whether they are all of it.
  fileprivate func length(
    from plain: String, in reading: IdentifyingWords, _ at: Int
  ) -> (count: Int, isWhole: Bool) {
    var longest = (count: 1, isWhole: false)
    for form in forms {
      for start in form.indices where form[start] == plain {
        var count = 1
        while start + count < form.count, at + count < reading.words.count,
          reading.isJoined(at + count), reading.words[at + count].plain == form[start + count]
        {
          count += 1
        }
        if count >= longest.count { longest = (count, count == form.count) }
      }
    }
    return longest
  }
}
