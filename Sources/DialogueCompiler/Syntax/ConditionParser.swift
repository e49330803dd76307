import DialogueModel

/// Parses one condition.
///
/// Precedence, tightest first: comparison, `not`, `and`, `or`; `where` takes everything up to the
/// closing bracket.
struct ConditionParser {
  private var words: [Word]
  private var at = 0
  private var depth = 0
  private let end: SourcePlace

  /// Parses the text from the byte `start` on, without its last `last` words.
  static func parse(
    _ scalar: Scalar, from start: Int = 0, leavingOut last: Int = 0
  ) throws(Diagnostic) -> TestSyntax {
    guard scalar.text.utf8.count < 4000 else {
      throw Diagnostic(
        .condition, "a condition too long to read", fix: "name its parts under `facts:`",
        at: scalar.place)
    }
    var parser = ConditionParser(scalar, from: start, leavingOut: last)
    let condition = try parser.anyOf()
    if let word = parser.next {
      throw Diagnostic(
        .condition, "`\(word.text)` does not belong here",
        fix: "join two conditions with `and` or `or`",
        at: word.place)
    }
    return TestSyntax(condition: condition, place: parser.words.first?.place ?? scalar.place)
  }

  private init(_ scalar: Scalar, from start: Int, leavingOut last: Int) {
    let words = Self.words(of: scalar, from: start)
    self.words = words.dropLast(last)
    end = words.suffix(last).first?.place ?? scalar.place(at: scalar.text.utf8.count)
  }

  private var next: Word? { at < words.count ? words[at] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard next?.text == text else { return false }
    at += 1
    return true
  }

  private mutating func word(_ what: String) throws(Diagnostic) -> Word {
    guard let word = next else {
      throw Diagnostic(.condition, "the condition stops where \(what) was expected", at: end)
    }
    at += 1
    return word
  }

  private mutating func anyOf() throws(Diagnostic) -> ConditionSyntax {
    var parts = [try allOf()]
    while take("or") { parts.append(try allOf()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func allOf() throws(Diagnostic) -> ConditionSyntax {
    var parts = [try single()]
    while take("and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(Diagnostic) -> ConditionSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else {
      throw Diagnostic(
        .condition, "a condition nested too deep to read", fix: "name its parts under `facts:`",
        at: end)
    }
    if take("not") { return .not(try single()) }
    if take("(") {
      let inner = try anyOf()
      try close()
      return inner
    }
    if next?.text == "any" || next?.text == "no" { return try quantified() }
    if take("count") { return try count() }
    // A question may also be called `age`.
    if next?.text == "age", words.count > at + 1, words[at + 1].text == "of" {
      at += 2
      let name = try name()
      return .age(name, try comparison(), try number())
    }
    if let condition = try aboutLetters() { return condition }
    let ahead = words[at...].prefix(4).map(\.text)
    if ahead.count == 4, ahead[0] == "line", Array(ahead[2...]) == ["is", "shown"] {
      at += 1
      let line = try name()
      at += 2
      return .lineShown(line)
    }
    if Array(ahead.prefix(3)) == ["one", "chart", "outcome"] {
      at += 3
      return .oneChartOutcome(words[at - 3])
    }
    if next?.text == "outcome", words.count > at + 1, words[at + 1].text == "includes" {
      at += 2
      return .outcome(try names())
    }
    return try test(of: try name())
  }

  /// `letter L is drafted`, `letter L for each LIST`, `part P of letter L` or `answer Q in letter L`; nil for
  /// anything else.
  private mutating func aboutLetters() throws(Diagnostic) -> ConditionSyntax? {
    let ahead = words[at...].prefix(4).map(\.text)
    guard ahead.count == 4 else { return nil }
    switch (ahead[0], ahead[2], ahead[3]) {
    case ("letter", "is", "drafted"), ("letter", "for", "each"), ("part", "of", "letter"),
      ("answer", "in", "letter"):
      at += 1
      let named = try name()
      at += 2
      switch ahead[2] {
      case "is": return .letterDrafted(named)
      case "for": return .letterForEach(named, list: try name())
      case "of": return .partPrinted(named, letter: try name())
      default: return .answerPrinted(named, letter: try name())
      }
    default: return nil
    }
  }

  private mutating func quantified() throws(Diagnostic) -> ConditionSyntax {
    let negated = try word("`any` or `no`").text == "no"
    let list = try name()
    guard take("where") else { throw expected("`where`", as: "any rooms where damp is yes") }
    let item = ConditionSyntax.anyItem(list: list, try anyOf())
    return negated ? .not(item) : item
  }

  private mutating func count() throws(Diagnostic) -> ConditionSyntax {
    guard take("(") else { throw expected("a bracket", as: "count (rooms) >= 2") }
    let list = try name()
    let condition = take("where") ? try anyOf() : nil
    try close()
    return .count(list: list, condition, try comparison(), try number())
  }

  private mutating func close() throws(Diagnostic) {
    guard take(")") else { throw expected("a closing bracket") }
  }

  private mutating func test(of name: Word) throws(Diagnostic) -> ConditionSyntax {
    if take("includes") { return .test(name, .includes(try names())) }
    if take("has") {
      guard take("any") else { throw expected("`any`", as: "\(name.text) has any") }
      return .test(name, take("of") ? .includes(try names()) : .hasAny)
    }
    if take("is") {
      let negated = take("not")
      let test = try isTest(name, negated: negated)
      return negated ? .not(.test(name, test)) : .test(name, test)
    }
    if let next, Condition.Comparison(rawValue: next.text) != nil {
      let comparison = try comparison()
      let test = ConditionSyntax.test(name, .compares(comparison, try operand()))
      if let word = self.next, Condition.Comparison(rawValue: word.text) != nil {
        throw Diagnostic(
          .condition, "comparisons can't be chained",
          fix: "write two, joined with `and`", at: word.place)
      }
      return test
    }
    return .fact(name)
  }

  private mutating func isTest(_ name: Word, negated: Bool) throws(Diagnostic)
    -> ConditionSyntax.Test
  {
    if take("one") {
      guard take("of") else { throw expected("`of`", as: "is one of front, back") }
      return .isOneOf(try names())
    }
    if take("within") {
      let count = try number()
      if (0...36600).contains(count) {
        if take("days") { return .within(days: Int(count)) }
        if take("hours") { return .withinMinutes(Int(count * 60)) }
        if take("minutes") { return .withinMinutes(Int(count)) }
      }
      throw expected("a number of days, hours or minutes", as: "is within 7 days")
    }
    if next?.text == "open", words.count > at + 1, words[at + 1].text == "for" {
      at += 2
      let count = try number()
      let minutes = take("hours") ? count * 60 : take("minutes") ? count : -1
      // No office hours can be told apart by more than half a day.
      guard (0...720).contains(minutes) else {
        throw expected("a time of at most 12 hours", as: "is open for 60 minutes")
      }
      return .isOpen(minutes: Int(minutes))
    }
    let word = try word("an option")
    switch word.text {
    case "empty" where negated:
      throw Diagnostic(
        .condition, "`is not empty` would be true of an answer that is not known",
        fix: "write `\(name.text) has any`", at: word.place)
    case "known" where negated:
      throw Diagnostic(
        .condition, "`is not known` would be true of a question never asked",
        fix: "write `\(name.text) is unknown`", at: word.place)
    case "empty": return .isEmpty
    case "known": return .isKnown
    case "unknown": return .isUnknown
    default: return .isOneOf([word])
    }
  }

  private mutating func comparison() throws(Diagnostic) -> Condition.Comparison {
    let word = try word("a comparison")
    guard let comparison = Condition.Comparison(rawValue: word.text) else {
      throw Diagnostic(
        .condition, "`\(word.text)` is not a comparison", fix: "use <, <=, =, >= or >",
        at: word.place)
    }
    return comparison
  }

  private mutating func number() throws(Diagnostic) -> Double {
    let word = try word("a number")
    guard let number = Double(plain: word.text) else {
      throw Diagnostic(.condition, "`\(word.text)` is not a number", at: word.place)
    }
    return number
  }

  private mutating func operand() throws(Diagnostic) -> ConditionSyntax.Operand {
    let literals = AnswerType.scalars.map { "a \($0.rawValue)" }.joined(separator: ", ")
    let word = try word("\(literals) or a question")
    for type in AnswerType.scalars {
      if let position = type.scalar?.position(of: word.text) { return .value(type, position) }
    }
    return word.text == "today" ? .today : .name(try checked(word))
  }

  private mutating func names() throws(Diagnostic) -> [Word] {
    var names = [try option()]
    while take(",") { names.append(try option()) }
    return names
  }

  private mutating func option() throws(Diagnostic) -> Word {
    next?.text == "no" ? try word("an option") : try name()
  }

  private mutating func name() throws(Diagnostic) -> Word {
    try checked(try word("a name"))
  }

  private func checked(_ word: Word) throws(Diagnostic) -> Word {
    guard Name.parts(of: word.text).allSatisfy(Name.isWellFormed) else {
      throw Diagnostic(
        .condition, "`\(word.text)` is not a name",
        fix: Double(plain: word.text) == nil
          ? nil : "write the question first, and then the number",
        at: word.place)
    }
    if Name.reserved.contains(word.text) {
      throw Diagnostic(
        .condition, "`\(word.text)` can't be used here: it is a word of the language",
        at: word.place)
    }
    return word
  }

  private func expected(_ what: String, as example: String? = nil) -> Diagnostic {
    let fix = example.map { "write it as in `\($0)`" }
    return if let next {
      Diagnostic(
        .condition, "`\(next.text)` is where \(what) was expected", fix: fix, at: next.place)
    } else {
      Diagnostic(.condition, "the condition stops where \(what) was expected", fix: fix, at: end)
    }
  }
}
