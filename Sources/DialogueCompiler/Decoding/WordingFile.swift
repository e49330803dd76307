import DialogueModel

extension PackReader {
  mutating func readWording(_ tree: YAMLNode) {
    guard let file = fields(tree, as: .wording),
      let wording = file["wording"],
      let fields = fields(wording, as: .wordRules)
    else { return }
    pack.wordRules.sentenceWords = number("sentence-words", in: fields).map(Int.init)
    pack.wordRules.readingGrade = number("reading-grade", in: fields)
    pack.wordRules.forbidden += advice("forbidden", in: fields)
    pack.wordRules.instead += advice("instead", in: fields)
    pack.wordRules.claims += fields.texts("claims").map(\.text)
    pack.wordRules.requests += fields.texts("requests").map(\.text)
    pack.wordRules.known.formUnion(fields.texts("known").map(\.text))
  }

  private mutating func number(_ name: String, in fields: Fields) -> Double? {
    guard let scalar = fields.text(name) else { return nil }
    guard let number = Double(plain: scalar.text), (1...200).contains(number) else {
      report("`\(name):` is a number from 1 to 200", at: scalar.place)
      return nil
    }
    return number
  }

  private mutating func advice(_ name: String, in fields: Fields) -> [WordRules.Advice] {
    fields.entries(name).compactMap { entry in
      guard case .scalar(let advice) = entry.value else {
        report("`\(entry.key.text):` needs a line with what to write", at: entry.value.place)
        return nil
      }
      return WordRules.Advice(words: entry.key.text, advice: advice.text)
    }
  }

  mutating func readGlossary(_ tree: YAMLNode) {
    guard let file = fields(tree, as: .glossary) else { return }
    for entry in file.entries("glossary") {
      guard
        let fields = fields(entry.value, as: .term, called: entry.key.text),
        let means = fields.text("means")
      else { continue }
      var term = WordRules.Term(term: entry.key.text, means: means.text)
      term.also = fields.texts("also").map(\.text)
      term.source = fields.text("source")?.text
      pack.wordRules.glossary.append(term)
      if let source = fields.text("source") { pack.sourcesCited.append(source) }
    }
  }
}
