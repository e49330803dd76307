import DialogueModel

extension PackReader {
  mutating func readLanguage(_ tree: YAMLNode) {
    let lists = WordList.allCases.map(\.rawValue)
    guard
      let fields = fields(
        tree, of: "the language file",
        required: ["language", "phrases", "understands", "months", "weekdays", "commands"])
    else { return }
    var words = Words()
    words.language = text("language", in: fields)?.text ?? ""
    pack.languages = text("language", in: fields).map { [$0] } ?? []
    words.months = names("months", count: 12, in: fields)
    words.weekdays = names("weekdays", count: 7, in: fields)
    if let tree = fields["understands"],
      let understood = self.fields(tree, of: "`understands:`", required: lists)
    {
      for list in WordList.allCases {
        words.lists[list] = texts(list.rawValue, in: understood).map(\.text)
      }
    }
    readPhrases(in: fields, into: &words)
    for entry in entries("commands", in: fields) { readCommand(entry, into: &words) }
    for action in Command.Action.allCases
    where !words.commands.contains(where: { $0.id == action.rawValue }) {
      tell("`commands:` needs `\(action.rawValue):`", at: fields.place)
    }
    pack.words = words
  }

  /// A list of names for each month or weekday; one name alone is a list of one.
  private mutating func names(_ name: String, count: Int, in fields: Fields) -> [[String]] {
    let names = list(name, in: fields).map { tree in
      texts(tree, of: "`\(name):`").map(\.text)
    }
    if names.count != count, let place = fields[name]?.place {
      tell("`\(name):` needs \(count), and has \(names.count)", at: place)
    }
    return names
  }

  private mutating func readPhrases(in fields: Fields, into words: inout Words) {
    let known = Phrase.allCases.map(\.rawValue)
    guard let tree = fields["phrases"],
      let phrases = self.fields(tree, of: "`phrases:`", required: known)
    else { return }
    for phrase in Phrase.allCases {
      guard let scalar = text(phrase.rawValue, in: phrases),
        let text = template(scalar)
      else { continue }
      var pieces: [Wording.Piece] = []
      for piece in text.pieces {
        switch piece {
        case .words(let words): pieces.append(.words(words))
        case .slot(let name, nil) where phrase.arguments.contains(name.text):
          pieces.append(.argument(name.text))
        case .slot(let name, _):
          tell(
            .unknownSlot, "the phrase `\(phrase.rawValue)` has no `\(name.text)`",
            fix: phrase.arguments.isEmpty
              ? "it takes no slots"
              : "it can have: " + phrase.arguments.map { "<<\($0)>>" }.joined(separator: ", "),
            at: name.place)
        default:
          tell("a phrase has plain slots only", at: scalar.place)
        }
      }
      words.phrases[phrase] = Wording(pieces)
    }
  }

  private mutating func readCommand(_ entry: YAMLNode.Entry, into words: inout Words) {
    let id = entry.key
    guard
      let fields = fields(
        entry.value, of: "the command `\(id.text)`", required: ["words", "help"],
        optional: ["says", "answers", "with", "then"])
    else { return }
    let says = template("says", in: fields)
    let isTools = Command.Action(rawValue: id.text) != nil
    if says == nil, fields["answers"] == nil, !isTools {
      tell(
        "the command `\(id.text)` does nothing",
        fix: "add `says:` with what it says, or `answers:` and `with:`", at: id.place)
    }
    pack.commandTexts[id.text] = says
    pack.commandAnswers[id.text] = answering(fields, id, isTools: isTools)
    words.commands.append(
      Command(
        id: id.text, words: texts("words", in: fields).map(\.text),
        help: text("help", in: fields)?.text ?? "", says: says == nil ? nil : Text()))
  }

  /// The question that a command answers, and with what: fields that go together.
  private mutating func answering(
    _ fields: Fields, _ id: Scalar, isTools: Bool
  ) -> AnsweringSyntax? {
    let given = fields.entries.map(\.key).filter { ["answers", "with", "then"].contains($0.text) }
    guard let first = given.first else { return nil }
    if isTools || fields["says"] != nil {
      tell(
        "`\(first.text):` is for a command of the pack's own, without `says:`",
        fix: "give it a command of its own", at: first.place)
      return nil
    }
    for name in ["answers", "with"] where fields[name] == nil {
      tell(
        "`\(first.text):` needs `\(name):` beside it",
        fix: "write `answers: QUESTION` and `with: OPTION`", at: first.place)
    }
    guard let question = text("answers", in: fields), let option = text("with", in: fields) else {
      return nil
    }
    return AnsweringSyntax(question: question, option: option, then: text("then", in: fields))
  }
}
