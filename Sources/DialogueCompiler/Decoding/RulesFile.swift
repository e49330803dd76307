import DialogueModel

extension PackReader {
  mutating func readRules(_ tree: YAMLNode) {
    guard let fields = fields(tree, as: .rules) else {
      return
    }
    pack.rules += fields.list("rules").compactMap { rule($0) }
  }

  private mutating func rule(_ tree: YAMLNode) -> RuleSyntax? {
    guard
      let fields = fields(tree, as: .rule),
      let name = fields.text("rule")
    else { return nil }
    let when = condition("when", in: fields)
    if (fields["always"] == nil) == (fields["never"] == nil) {
      report(
        "a safety rule needs either `always:` or `never:`",
        fix: "write what must hold, or what must not", at: name.place)
      return nil
    }
    if let always = fields.text("always") {
      if let step = noticeFirst(always) {
        return RuleSyntax(name: name, when: when, demand: .noticeFirst(step))
      }
      return demand(always, of: "always", "every", not: "any").map {
        RuleSyntax(name: name, when: when, demand: .always($0), isForEveryPoint: $1)
      }
    }
    return fields.text("never").flatMap { demand($0, of: "never", "any", not: "every") }.map {
      RuleSyntax(name: name, when: when, demand: .never($0), isForEveryPoint: $1)
    }
  }

  /// The step in `notice STEP comes before the next question`; nil for any other claim.
  private func noticeFirst(_ scalar: Scalar) -> Word? {
    let words = ConditionParser.words(of: scalar, from: 0)
    guard words.count == 7, words[0].text == "notice",
      words[2...].map(\.text).joined(separator: " ") == "comes before the next question"
    else { return nil }
    return words[1]
  }

  /// A condition, and whether it ends in `at every point`, or in `at any point` after `never:`.
  private mutating func demand(
    _ scalar: Scalar, of field: String, _ right: String, not wrong: String
  ) -> (TestSyntax, Bool)? {
    let last = ConditionParser.words(of: scalar, from: 0).suffix(3)
    let ending = last.map(\.text)
    if ending == ["at", wrong, "point"], let word = last.first {
      report(
        .condition, "`at \(wrong) point` does not go with `\(field):`",
        fix: "write `at \(right) point`", at: word.place)
      return nil
    }
    let isForEveryPoint = ending == ["at", right, "point"]
    return condition(scalar, leavingOut: isForEveryPoint ? 3 : 0).map { ($0, isForEveryPoint) }
  }
}
