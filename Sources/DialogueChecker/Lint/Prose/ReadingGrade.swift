import DialogueModel

/// The years of school needed to read a text: the Flesch-Kincaid grade.
///
/// Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted
/// Personnel, Research Branch Report 8-75, 1975.
struct ReadingGrade {
  /// The words of each glossary term, by the first word; readers have to learn those, however long they are.
  private var terms: [String: [[String]]] = [:]

  init(_ glossary: [WordRules.Term]) {
    for name in glossary.flatMap({ [$0.term] + $0.also }) {
      let words = Sentences(name).words.map(\.plain)
      if let first = words.first { terms[first, default: []].append(words) }
    }
  }

  func callAsFunction(_ sentences: [[Sentences.Word]]) -> Double {
    let words = sentences.joined().count
    guard words > 0 else { return 0 }
    let counted = sentences.flatMap(withoutTerms)
    let syllables = counted.reduce(0) { $0 + $1.plain.syllables }
    return 0.39 * Double(words) / Double(sentences.count)
      + 11.8 * Double(syllables) / Double(max(counted.count, 1)) - 15.59
  }

  /// The words whose syllables are counted.
  private func withoutTerms(_ sentence: [Sentences.Word]) -> [Sentences.Word] {
    var left: [Sentences.Word] = []
    var at = 0
    while at < sentence.count {
      let term = terms[sentence[at].plain]?
        .filter { sentence[at...].prefix($0.count).map(\.plain) == $0 }
        .map(\.count).max()
      if term == nil { left.append(sentence[at]) }
      at += term ?? 1
    }
    return left
  }
}
