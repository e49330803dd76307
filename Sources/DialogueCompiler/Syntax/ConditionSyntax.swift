import DialogueModel

/// A condition as written, before its names are resolved.
indirect enum ConditionSyntax: Sendable {
  case fact(Word)
  case test(Word, Test)
  /// `any LIST where`, or `no LIST where` when negated by `not`.
  case anyItem(list: Word, ConditionSyntax)
  case count(list: Word, ConditionSyntax?, Condition.Comparison, Double)
  case age(Word, Condition.Comparison, Double)
  case outcome([Word])
  case letterDrafted(Word)
  /// A part of a letter is printed.
  case partPrinted(Word, letter: Word)
  /// The answer to a question can be read in a letter.
  case answerPrinted(Word, letter: Word)
  /// A letter is drafted for every item of a list.
  case letterForEach(Word, list: Word)
  case lineShown(Word)
  case oneChartOutcome(Word)
  case not(ConditionSyntax)
  case all([ConditionSyntax])
  case any([ConditionSyntax])

  enum Test: Sendable {
    case isOneOf([Word])
    case includes([Word])
    case hasAny
    case isEmpty, isKnown, isUnknown
    case compares(Condition.Comparison, Operand)
    case within(days: Int)
    case withinMinutes(Int)
    /// `is open for 60 minutes`; `is open` alone is read as an option.
    case isOpen(minutes: Int)
  }

  enum Operand: Sendable {
    case value(AnswerType, Double)
    case today
    case name(Word)
  }
}

/// A condition as written, and the place where it starts.
struct TestSyntax: Sendable {
  var condition: ConditionSyntax
  var place: SourcePlace
}

/// A word of a condition or a slot, and its place.
struct Word: Hashable, Sendable {
  var text: String
  var place: SourcePlace
}
