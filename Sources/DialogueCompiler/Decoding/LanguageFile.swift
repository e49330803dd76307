import DialogueModel

extension PackReader {
  mutating func readLanguage(_ tree: YAMLNode) {
    guard
      let fields = fields(tree, as: .language)
    else { return }
    var words = Words()
    words.language = fields.text("language")?.text ?? ""
    pack.languages = fields.text("language").map { [$0] } ?? []
    words.months = names("months", count: 12, in: fields)
    words.weekdays = names("weekdays", count: 7, in: fields)
    if let tree = fields["understands"],
      let understood = self.fields(tree, as: .understands)
    {
      for list in WordList.allCases where understood[list.rawValue] != nil {
        words.lists[list] = understood.texts(list.rawValue).map(\.text)
      }
    }
    checkNamed(words, in: fields)
    readPhrases(in: fields, into: &words)
    readPseudonyms(in: fields, into: &words)
    if let tree = fields["commands"], let commands = self.fields(tree, as: .commands) {
      for entry in commands.entries { readCommand(entry, into: &words) }
    }
    pack.words = words
  }

  /// Reports names of days and times that don't come after a day of the year or a time.
  private mutating func checkNamed(_ words: Words, in fields: Fields) {
    func isDay(_ text: String) -> Bool { CivilDate(iso: "2000-" + text) != nil }
    let lists: [(WordList, (String) -> Bool, String)] = [
      (.namedDays, isDay, "12-25 christmas day"),
      (.namedTimes, { TimeAnswer.position(of: $0) != nil }, "17:00 teatime"),
    ]
    guard let place = fields["understands"]?.place else { return }
    for (list, isRight, example) in lists {
      for entry in words[list] {
        let parts = entry.split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2, isRight(parts[0]) { continue }
        report(
          "`\(list.rawValue):` can't have `\(entry)`", fix: "write as in `\(example)`", at: place)
      }
    }
  }

  /// Reads the names of each month or weekday; a single name counts as a list of one.
  private mutating func names(_ name: String, count: Int, in fields: Fields) -> [[String]] {
    let names = fields.list(name).map { tree in
      checkTexts(tree, of: "`\(name):`")
      return tree.texts.map(\.text)
    }
    if names.count != count, let place = fields[name]?.place {
      report("`\(name):` needs \(count), and has \(names.count)", at: place)
    }
    return names
  }

  private mutating func readPhrases(in fields: Fields, into words: inout Words) {
    guard let tree = fields["phrases"],
      let phrases = self.fields(tree, as: .phrases)
    else { return }
    for phrase in Phrase.allCases {
      guard let scalar = phrases.text(phrase.rawValue) else { continue }
      words.phrases[phrase] = wording(
        scalar, "the phrase `\(phrase.rawValue)`", taking: phrase.arguments)
    }
  }

  /// Reads the labels that pseudonymised copies have in place of names.
  private mutating func readPseudonyms(in fields: Fields, into words: inout Words) {
    for entry in fields.entries("pseudonyms") {
      guard case .scalar(let label) = entry.value else {
        report("`\(entry.key.text):` of `pseudonyms:` should be one text", at: entry.value.place)
        continue
      }
      if Holding.plain.contains(where: { $0.word == entry.key.text }) {
        report(
          .duplicateName, "`\(entry.key.text)` is a kind of name already",
          fix: "give it another name", at: entry.key.place)
        continue
      }
      words.pseudonyms[entry.key.text] = wording(
        label, "the label of `\(entry.key.text)`", taking: ["number", "letter"])
    }
  }

  /// Reads words with plain slots, which `owner` can have.
  private mutating func wording(
    _ scalar: Scalar, _ owner: String, taking arguments: [String]
  ) -> Wording? {
    guard let text = template(scalar) else { return nil }
    var pieces: [Wording.Piece] = []
    for piece in text.pieces {
      switch piece {
      case .words(let words): pieces.append(.words(words))
      case .slot(let name, nil) where arguments.contains(name.text):
        pieces.append(.argument(name.text))
      case .slot(let name, _):
        report(
          .unknownSlot, "\(owner) has no `\(name.text)`",
          fix: arguments.isEmpty
            ? "it takes no slots"
            : "it can have: " + arguments.map { "<<\($0)>>" }.joined(separator: ", "),
          at: name.place)
      default:
        report("a phrase has plain slots only", at: scalar.place)
      }
    }
    return Wording(pieces)
  }

  private mutating func readCommand(_ entry: YAMLNode.Entry, into words: inout Words) {
    let id = entry.key
    guard
      let fields = fields(entry.value, as: .command, called: id.text)
    else { return }
    let says = template("says", in: fields)
    let isTools = Command.Action(rawValue: id.text) != nil
    if says == nil, fields["answers"] == nil, !isTools {
      report(
        "the command `\(id.text)` does nothing",
        fix: "add `says:` with what it says, or `answers:` and `with:`", at: id.place)
    }
    pack.commandTexts[id.text] = says
    pack.commandAnswers[id.text] = answering(fields, id, isTools: isTools)
    words.commands.append(
      Command(
        id: id.text, words: fields.texts("words").map(\.text),
        help: fields.text("help")?.text ?? "", says: says == nil ? nil : Text()))
  }

  /// Reads the question that a command answers, and the answer it gives: fields that go together.
  private mutating func answering(
    _ fields: Fields, _ id: Scalar, isTools: Bool
  ) -> AnsweringSyntax? {
    let given = fields.entries.map(\.key).filter { ["answers", "with", "then"].contains($0.text) }
    guard let first = given.first else { return nil }
    if isTools || fields["says"] != nil {
      report(
        "`\(first.text):` is for a command of the pack's own, without `says:`",
        fix: "give it a command of its own", at: first.place)
      return nil
    }
    for name in ["answers", "with"] where fields[name] == nil {
      report(
        "`\(first.text):` needs `\(name):` beside it",
        fix: "write `answers: QUESTION` and `with: OPTION`", at: first.place)
    }
    guard let question = fields.text("answers"), let option = fields.text("with") else {
      return nil
    }
    return AnsweringSyntax(question: question, option: option, then: fields.text("then"))
  }
}
