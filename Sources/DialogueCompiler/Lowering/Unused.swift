import DialogueModel

extension Compiler {
  /// Marks a source as used, or reports that it is not declared.
  mutating func cite(_ name: Scalar) {
    if let declared = source.sources[name.text] {
      inUse.insert(declared.place)
    } else {
      reportUnknown(.unknownSource, "source", name.text, at: name.place, among: script.sources.keys)
    }
  }

  /// Reports what is declared and never named.
  mutating func reportUnused() {
    for source in source.sourcesCited { cite(source) }
    // A faulty file may be the one that names it.
    guard lost.isEmpty else { return }
    func look(_ what: String, _ name: String, _ place: SourcePlace) {
      guard !inUse.contains(place) else { return }
      report(
        .unused, "nothing names the \(what) `\(name)`",
        fix: "name it where it belongs, or delete it", at: place)
    }
    for vocabulary in source.vocabularies {
      look("vocabulary", vocabulary.name.text, vocabulary.name.place)
    }
    for fact in source.facts + source.dialogues.flatMap(\.facts) {
      look("fact", fact.name.text, fact.name.place)
    }
    for (name, composite) in source.composites { look("composite", name, composite.place) }
    for (name, source) in source.sources { look("source", name, source.place) }
    for fragment in source.fragments {
      look("fragment", fragment.name.text, fragment.name.place)
    }
    for (number, letter) in script.letters.enumerated()
    where !script.unfinishedLetters.contains(number)
      && !script.outcomes.contains(where: { $0.letters.contains(number) })
    {
      report(
        .unused, "no outcome drafts the letter `\(letter.id)`",
        fix: "name it under `letters:` of an outcome or `default-letters:`, or delete it",
        at: letter.place)
    }
  }
}
