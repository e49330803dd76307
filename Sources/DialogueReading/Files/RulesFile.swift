import DialogueScript

extension PackReader {
  mutating func readRules(_ tree: Tree) {
    guard let fields = fields(tree, of: "a file of safety rules", required: ["rules"]) else {
      return
    }
    pack.rules += list("rules", in: fields).compactMap { rule($0) }
  }

  private mutating func rule(_ tree: Tree) -> RuleSource? {
    guard
      let fields = fields(
        tree, of: "a safety rule", required: ["rule"], optional: ["when", "always", "never"]),
      let name = text("rule", in: fields)
    else { return nil }
    let when = condition("when", in: fields)
    if (fields["always"] == nil) == (fields["never"] == nil) {
      tell(
        "a safety rule needs either `always:` or `never:`",
        fix: "write what must hold, or what must not", at: name.place)
      return nil
    }
    if let notice = text("always", in: fields), let word = noticeFirst(notice) {
      return RuleSource(name: name, when: when, demand: .noticeFirst(word))
    }
    if let always = condition("always", in: fields) {
      return RuleSource(name: name, when: when, demand: .always(always))
    }
    return condition("never", in: fields).map {
      RuleSource(name: name, when: when, demand: .never($0))
    }
  }

  /// The step in `notice STEP comes before the next question`.
  private func noticeFirst(_ scalar: Scalar) -> Word? {
    let words = ConditionParser.words(of: scalar, from: 0)
    guard words.count == 7, words[0].text == "notice",
      words[2...].map(\.text).joined(separator: " ") == "comes before the next question"
    else { return nil }
    return words[1]
  }
}
