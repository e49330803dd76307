import DialogueModel

/// What a tag says after the words that tell its kind; `place` is where the tag's own words begin.
extension Tag {
  /// The condition of `<<when: …>>`.
  func test(at place: SourcePlace) throws(Diagnostic) -> TestSyntax {
    try ConditionParser.parse(inner(at: place))
  }

  /// The name in `<<include: …>>` and the like.
  func name(at place: SourcePlace) throws(Diagnostic) -> Word {
    try name(after: rest.skipped, at: place)
  }

  func name(after skipped: Int, at place: SourcePlace) throws(Diagnostic) -> Word {
    let words = text.dropFirst(skipped)
    let margin = words.prefix { $0 == " " }.count
    let name = Word(text: String(words).trimmed, place: place.after(skipped + margin))
    guard Name.parts(of: name.text).allSatisfy(Name.isWellFormed) else {
      throw Diagnostic(
        .slot, "`\(name.text)` can't be a name",
        fix: "write `<<\(text.prefix(skipped)) name>>`, in lower-case letters, digits and hyphens",
        at: name.place)
    }
    return name
  }

  /// What a repeated part says: `LIST as NAME`, optionally followed by `where CONDITION`.
  func rounds(at place: SourcePlace) throws(Diagnostic) -> RoundsSyntax {
    try RoundsSyntax(inner(at: place), written: "<<\(text.prefix(rest.skipped)) LIST as NAME>>")
  }

  private func inner(at place: SourcePlace) -> Scalar {
    Scalar(text: rest.text, place: place.after(rest.skipped))
  }
}

extension RoundsSyntax {
  /// Parses `LIST as NAME where CONDITION`; `written` is the form to suggest.
  init(_ inner: Scalar, written: String) throws(Diagnostic) {
    let words = ConditionParser.words(of: inner, from: 0)
    guard words.count >= 3, words[1].text == "as", Name.isWellFormed(words[2].text),
      words.count == 3 || (words[3].text == "where" && words.count > 4)
    else {
      throw Diagnostic(
        .slot, "this part does not say what it repeats",
        fix: "write `\(written)`, or add `where` and a condition", at: inner.place)
    }
    (list, name) = (words[0], words[2])
    guard words.count > 4 else { return }
    let start = words[4].place.column - inner.place.column
    test = try ConditionParser.parse(inner, from: start)
  }
}
