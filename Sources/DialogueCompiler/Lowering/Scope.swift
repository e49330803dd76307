import DialogueModel

/// Where a name is looked up: from the innermost part outwards, then whole.
struct Scope {
  /// Whose facts can be named without the dialogue's name.
  var dialogue: String?
  /// What to put before a name, innermost first; the last is nothing.
  var prefixes: [String]
  /// The prefixes that are rounds, innermost first.
  var rounds: [String] = []
  /// The items of the rounds around, by their `as:` names.
  var items: [String: RoundItem] = [:]
  /// How many questions are placed before this point of the walk: those that may have been asked.
  var position = Int.max
  /// Letters and outcome texts may read outcomes.
  var readsOutcomes = false
  /// Safety rules may read what was asked, said and drafted as well.
  var isRule = false

  static let whole = Scope(prefixes: [""])

  static var letter: Scope {
    var scope = Scope.whole
    scope.readsOutcomes = true
    return scope
  }

  var prefix: String { prefixes.first ?? "" }

  /// Inside one round of a list.
  func round(
    of list: Question, _ number: Int, item: Int, option: AnswerOption, as name: String
  ) -> Scope {
    var scope = self
    let prefix = "\(list.key)[\(option.id)]."
    scope.prefixes.insert(prefix, at: 0)
    scope.rounds.insert(prefix, at: 0)
    scope.items[name] = list.type == .list ? .typed(list: number, place: item) : .option(option)
    return scope
  }

  /// Inside a dialogue that is used here.
  func using(_ dialogue: String) -> Scope {
    var scope = Scope(
      dialogue: dialogue, prefixes: ["\(rounds.first ?? "")\(dialogue)."] + rounds + [""],
      rounds: rounds)
    scope.position = position
    return scope
  }

  /// Inside a composite, where a part's `when:` sees its siblings.
  func part(of key: String) -> Scope {
    var scope = self
    scope.prefixes.insert("\(key).", at: 0)
    return scope
  }

  func at(position: Int) -> Scope {
    var scope = self
    scope.position = position
    return scope
  }
}

/// The item that a round is for.
enum RoundItem {
  case option(AnswerOption)
  /// An item of a typed list, whose name only the answers know.
  case typed(list: Int, place: Int)
}

/// A step at one place of the walk, before its conditions and texts are resolved.
struct Placed {
  var step: StepSyntax
  var key: String
  var scope: Scope
  /// The question, or the parts of the composite, it asks.
  var questions: [(number: Int, part: StepSyntax)] = []
  var block: Int?
  var rounds: [Step.Round] = []
  /// It chooses from a local list that has no items here.
  var isPassedOver = false
}
