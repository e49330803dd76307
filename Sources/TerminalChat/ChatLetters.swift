import DialogueEngine
import DialogueModel
import Documents

extension Chat {
  /// All letters as they would be sent now, for when the user can no longer ask for more.
  package var letters: [String] { conversation.letters.flatMap(letter) }

  /// What is shown to a user who leaves before the end, with all that was typed in it.
  package mutating func leave() -> String {
    keepMisunderstood()
    return withStanding(letters.joined(separator: "\n\n"))
  }

  /// The letters that match a name; without a name, the most important one.
  mutating func drafts(_ asked: String = "") -> [String] {
    hasUnshownNote = false
    let letters =
      asked.isEmpty
      ? Array(conversation.letters.prefix(1)) : conversation.letters(matching: asked)
    guard letters.isEmpty, !asked.isEmpty else { return shown(letters) + advice() }
    return unknownLetter(asked)
  }

  /// Copies of the letters that match a name, for supervision or training, below the words that were taken for names.
  mutating func pseudonymisedCopies(_ asked: String) -> [String] {
    let letters =
      asked.isEmpty
      ? Array(conversation.letters.prefix(1)) : conversation.letters(matching: asked)
    guard !letters.isEmpty || asked.isEmpty else { return unknownLetter(asked) }
    let pseudonyms = conversation.pseudonyms(Vocabulary(of: conversation.script))
    var (copies, guessed): ([String], [String]) = ([], [])
    for draft in letters.flatMap({ conversation.draft($0) }) {
      let (copy, unmarked) = draft.pseudonymised(by: pseudonyms, in: words)
      copies.append(page(of: copy))
      guessed += unmarked.filter { !guessed.contains($0) }
    }
    guard !guessed.isEmpty else { return copies }
    let list = guessed.joined(separator: words(.listSeparator))
    return [words(.pseudonymsGuessed, ["words": list])] + copies
  }

  /// Says which letters there are, to a name that none of them has.
  mutating func unknownLetter(_ asked: String) -> [String] {
    unable(.whichLetter, ["reply": shown(asked), "letters": names(conversation.letters)])
  }

  /// Advice on one of the user's wordings, in one line; nothing if all has been given before.
  private mutating func advice() -> [String] {
    guard let advice = conversation.advice(besides: advised),
      let place = conversation.reviewed.firstIndex(of: advice.question)
    else { return [] }
    advised.insert(advice.words)
    return [
      words(
        .wordingAdvice,
        ["words": advice.words, "advice": advice.advice, "number": String(place + 1)])
    ]
  }

  /// The commands for other letters that Tab offers, if there is more than one letter.
  var draftCommands: [String] {
    let letters = conversation.letters
    guard letters.count > 1,
      let draft = words.commands.first(where: { $0.action == .draft })?.words.first
    else { return [] }
    return (letters.map { conversation.script.letters[$0].id } + words[.all].prefix(1))
      .map { "\(draft) \($0)" }
  }

  private mutating func shown(_ letters: [Int]) -> [String] {
    happenings.append(.drafted(letters.map { conversation.script.letters[$0].id }))
    let others = conversation.letters.filter { !letters.contains($0) }
    return letters.flatMap(letter)
      + (others.isEmpty ? [] : [words(.moreLetters, ["letters": names(others)])])
  }

  /// A letter between two lines that are not part of it; a letter for each item of a list is several.
  private func letter(_ number: Int) -> [String] {
    conversation.draft(number).map { page(of: stamped($0)) }
  }

  /// One letter between those lines.
  func page(of draft: Draft) -> String {
    var name = draft.label ?? draft.letter
    if let item = draft.item { name += ": " + item.name }
    let heading = words(.letterHeading, ["letter": name])
    return ([heading] + marks + [draft.text, words(.letterEnd)]).joined(separator: "\n\n")
  }

  /// The letters' names, as they are typed, each with a description.
  private func names(_ letters: [Int]) -> String {
    letters.map { number in
      let letter = conversation.script.letters[number]
      return letter.label.map { words(.aLetter, ["name": letter.id, "label": $0]) } ?? letter.id
    }.joined(separator: words(.listSeparator))
  }
}
