import DialogueModel

extension PackReader {
  mutating func readWording(_ tree: YAMLNode) {
    guard let file = fields(tree, of: "the file of word rules", required: ["wording"]),
      let wording = file["wording"],
      let fields = fields(
        wording, of: "`wording:`",
        optional: ["sentence-words", "reading-grade", "forbidden", "instead", "known"])
    else { return }
    pack.wordRules.sentenceWords = number("sentence-words", in: fields).map(Int.init)
    pack.wordRules.readingGrade = number("reading-grade", in: fields)
    pack.wordRules.forbidden += advice("forbidden", in: fields)
    pack.wordRules.instead += advice("instead", in: fields)
    pack.wordRules.known.formUnion(texts("known", in: fields).map(\.text))
  }

  private mutating func number(_ name: String, in fields: Fields) -> Double? {
    guard let scalar = text(name, in: fields) else { return nil }
    guard let number = Double(plain: scalar.text), (1...200).contains(number) else {
      tell("`\(name):` is a number from 1 to 200", at: scalar.place)
      return nil
    }
    return number
  }

  private mutating func advice(_ name: String, in fields: Fields) -> [WordRules.Advice] {
    entries(name, in: fields).compactMap { entry in
      guard case .scalar(let advice) = entry.value else {
        tell("`\(entry.key.text):` needs a line with what to write", at: entry.value.place)
        return nil
      }
      return WordRules.Advice(words: entry.key.text, advice: advice.text)
    }
  }

  mutating func readGlossary(_ tree: YAMLNode) {
    guard let file = fields(tree, of: "the glossary", required: ["glossary"]) else { return }
    for entry in entries("glossary", in: file) {
      guard
        let fields = fields(
          entry.value, of: "the term `\(entry.key.text)`", required: ["means"],
          optional: ["also", "source"]),
        let means = text("means", in: fields)
      else { continue }
      var term = WordRules.Term(term: entry.key.text, means: means.text)
      term.also = texts("also", in: fields).map(\.text)
      term.source = text("source", in: fields)?.text
      pack.wordRules.glossary.append(term)
      if let source = text("source", in: fields) { pack.sourcesCited.append(source) }
    }
  }
}
