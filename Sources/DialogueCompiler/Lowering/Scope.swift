import DialogueModel

/// Where a name is looked up: from the innermost part outwards, and finally as a full name.
struct Scope {
  /// The dialogue whose facts can be named without its name.
  var dialogue: String?
  /// The prefixes to put before a name, innermost first; the last is empty.
  var prefixes: [String]
  /// The prefixes that belong to rounds, innermost first.
  var rounds: [String] = []
  /// The items of the surrounding rounds, by their `as:` names.
  var items: [String: RoundItem] = [:]
  /// The number of questions placed before this point of the walk: those that may have been asked.
  var position = Int.max
  /// Whether outcomes may be read, as in letters and outcome texts.
  var readsOutcomes = false
  /// Whether this is a safety rule, which may also read what was asked, said and drafted.
  var isRule = false

  static let whole = Scope(prefixes: [""])

  static var letter: Scope {
    var scope = Scope.whole
    scope.readsOutcomes = true
    return scope
  }

  var prefix: String { prefixes.first ?? "" }

  /// The scope inside one round of a list.
  func round(
    of list: Question, _ number: Int, item: Int, option: AnswerOption, as name: String
  ) -> Scope {
    var scope = self
    let prefix = "\(list.key)[\(option.id)]."
    scope.prefixes.insert(prefix, at: 0)
    scope.rounds.insert(prefix, at: 0)
    scope.items[name] =
      list.type == .list ? .typed(list: number, place: item) : .option(option, of: number)
    return scope
  }

  /// The scope inside a dialogue that is used here.
  func using(_ dialogue: String) -> Scope {
    var scope = Scope(
      dialogue: dialogue, prefixes: ["\(rounds.first ?? "")\(dialogue)."] + rounds + [""],
      rounds: rounds)
    scope.position = position
    return scope
  }

  /// The scope inside a composite, where a part's `when:` can name the other parts.
  func part(of key: String) -> Scope {
    var scope = self
    scope.prefixes.insert("\(key).", at: 0)
    return scope
  }

  /// The id that a word means among known ones: itself if it is one of them, else the item of a surrounding round.
  func id(_ word: String, among known: [String]) -> String {
    guard !known.contains(word), case .option(let item, _)? = items[word] else { return word }
    return item.id
  }

  func at(position: Int) -> Scope {
    var scope = self
    scope.position = position
    return scope
  }
}

/// The item that a round is for.
enum RoundItem {
  /// An option of a vocabulary, and the question whose answer has it; nil where all of them are gone through.
  case option(AnswerOption, of: Int?)
  /// An item of a typed list, whose name only the answers give.
  case typed(list: Int, place: Int)
}

/// A step at one place of the walk, before its conditions and texts are resolved.
struct Placed {
  var step: StepSyntax
  var key: String
  var scope: Scope
  /// The question that the step asks, or the parts of its composite.
  var questions: [(number: Int, part: StepSyntax)] = []
  var block: Int?
  var rounds: [Step.Round] = []
  /// The groups that it is in, by their places in its block, the outermost first.
  var groups: [Int] = []
  /// The number of entries after it that are in it, if it is a group.
  var size = 0
  /// Whether it chooses from a list that has no items here, so that it is skipped.
  var isPassedOver = false
}
