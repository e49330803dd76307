import DialogueModel

extension Compiler {
  /// The question that a name refers to here; nil, without a report, if there is none.
  func findQuestion(_ name: String, in scope: Scope) -> Int? {
    for prefix in scope.prefixes {
      if let number = names[prefix + name] { return number }
    }
    return nil
  }

  /// The question that a name refers to here; reports it if there is none, or if it is asked only later.
  mutating func question(
    _ name: Word, _ code: Diagnostic.Code = .unknownName, in scope: Scope
  ) -> Int? {
    guard let number = findQuestion(name.text, in: scope) else {
      reportUnknown(code, "question", name.text, at: name.place, among: namesKnown(in: scope))
      return nil
    }
    guard number < scope.position || !mainQuestions.contains(number) else {
      report(
        .notYetAsked, "`\(name.text)` has not been asked at this point",
        fix: "move this after the question, or the question before this", at: name.place)
      return nil
    }
    return number
  }

  mutating func question(
    _ name: Word, of types: [AnswerType], for what: String, in scope: Scope
  ) -> Int? {
    guard let number = question(name, in: scope) else { return nil }
    guard types.contains(script.questions[number].type) else {
      let wanted = types.map(\.rawValue).joined(separator: " or ")
      report(
        .wrongType,
        "\(what) needs \(wanted); `\(name.text)` is \(script.questions[number].type.rawValue)",
        fix: types.count == 1
          ? types[0].scalar.map { "compare a \(types[0].rawValue) with \($0.example)" } : nil,
        at: name.place)
      return nil
    }
    return number
  }

  /// Every name as it could be written here, for suggestions.
  private func namesKnown(in scope: Scope) -> [String] {
    names.keys.flatMap { key in
      scope.prefixes.filter { key.hasPrefix($0) }.map { String(key.dropFirst($0.count)) }
    }
  }

  /// The target of a jump, which must be later in the same list of steps.
  mutating func target(_ name: Scalar, from at: Int, in block: [Placed], start: Int) -> Step.Target
  {
    switch name.text {
    case "end": return .end
    case "finish": return .finish
    default: break
    }
    if name.text.hasPrefix("conclude ") {
      let outcome = String(name.text.dropFirst(9)).trimmed
      guard let number = script.outcomes.firstIndex(where: { $0.id == outcome }) else {
        reportUnknown(
          .noSuchTarget, "outcome", outcome, at: name.place(at: 9),
          among: script.outcomes.map(\.id))
        return .unresolved
      }
      return .conclude(outcome: number)
    }
    guard let later = block.firstIndex(where: { $0.step.id.text == name.text }) else {
      guard !isLost(name.text) else { return .unresolved }
      report(
        .noSuchTarget, "there is no step `\(name.text)` in this list of steps",
        fix: Name.suggestion(for: name.text, among: block.map(\.step.id.text))
          ?? "a jump names a later step of the same dialogue and the same list, `end`, `finish`, or "
          + "`conclude OUTCOME`", at: name.place)
      return .unresolved
    }
    guard later > at else {
      report(
        .loop, "`\(name.text)` is not later than this step",
        fix: "only jumps forward can end; to repeat, use `for each`", at: name.place)
      return .unresolved
    }
    let inside = block[at].groups
    if let entered = block[later].groups.first(where: { !inside.contains($0) && $0 != at }) {
      let group = block[entered].step.id.text
      report(
        .noSuchTarget, "`\(name.text)` is in the group `\(group)`, and this step is not",
        fix: "go to `\(group)`, whose condition is then looked at, or take the step out of it",
        at: name.place)
      return .unresolved
    }
    return .step(start + stepOffset(of: later, in: block))
  }

  /// The number of script steps before this step of a block: a composite becomes one for each of its parts.
  func stepOffset(of index: Int, in block: [Placed]) -> Int {
    block[..<index].reduce(0) { $0 + $1.stepCount }
  }
}

extension Placed {
  var stepCount: Int {
    if case .ask = step.kind { max(1, questions.count) } else { 1 }
  }
}
