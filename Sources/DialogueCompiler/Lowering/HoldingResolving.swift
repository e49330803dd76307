import DialogueModel

extension Compiler {
  /// What `holds:` says of a question or a local field; nil if it says nothing that goes with this type.
  mutating func holding(_ holds: Scalar?, of type: AnswerType) -> Holding? {
    guard let holds else { return nil }
    let kinds = script.words.pseudonyms.keys
    let plain = Holding.plain.first { $0.word == holds.text }?.holding
    guard let holding = plain ?? (kinds.contains(holds.text) ? .labelled(holds.text) : nil) else {
      reportUnknown(
        .unknownName, "kind of name", holds.text, at: holds.place,
        among: kinds + Holding.plain.map(\.word))
      return nil
    }
    guard holding.types.contains(type) else {
      let types = holding.types.map { "`answer: \($0.rawValue)`" }.joined(separator: " or ")
      report(
        .wrongType, "`holds: \(holds.text)` is for a question with \(types)", fix: "leave it out",
        at: holds.place)
      return nil
    }
    return holding
  }

  /// Reports `holds:` beside a composite, whose parts hold different things.
  mutating func reportHoldsNothing(_ holds: Scalar) {
    report(
      .wrongType, "a composite takes no `holds:`", fix: "give it to its parts", at: holds.place)
  }
}
