import DialogueEngine
import DialogueModel

extension Chat {
  /// All letters as they would be sent now, for someone who can ask for no more.
  package var letters: [String] { conversation.letters.map(letter) }

  /// What is shown to someone who leaves before the end.
  var leaving: String { withStanding(letters.joined(separator: "\n\n")) }

  /// The letters that are asked for by name; without one, the one that matters most.
  mutating func drafts(_ asked: String = "") -> [String] {
    hasUnshownNote = false
    let letters =
      asked.isEmpty
      ? Array(conversation.letters.prefix(1)) : conversation.letters(matching: asked)
    guard letters.isEmpty, !asked.isEmpty else { return shown(letters) + advice() }
    return unable(
      .whichLetter, ["reply": shown(asked), "letters": names(conversation.letters)])
  }

  /// One wording of the person's own to look at, in one line; none that has been told before.
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

  /// What Tab completes to another letter than the first.
  var draftCommands: [String] {
    let letters = conversation.letters
    guard letters.count > 1,
      let draft = words.commands.first(where: { $0.action == .draft })?.words.first
    else { return [] }
    return (letters.map { conversation.script.letters[$0].id } + words[.all].prefix(1))
      .map { "\(draft) \($0)" }
  }

  private func shown(_ letters: [Int]) -> [String] {
    let others = conversation.letters.filter { !letters.contains($0) }
    return letters.map(letter)
      + (others.isEmpty ? [] : [words(.moreLetters, ["letters": names(others)])])
  }

  /// A letter between two lines that are not part of it.
  private func letter(_ number: Int) -> String {
    let draft = conversation.draft(number)
    let heading = words(.letterHeading, ["letter": draft.label ?? draft.letter])
    return ([heading] + trialMark + [draft.text, words(.letterEnd)]).joined(separator: "\n\n")
  }

  /// Their names, as they are typed, each with what it is.
  private func names(_ letters: [Int]) -> String {
    letters.map { number in
      let letter = conversation.script.letters[number]
      return letter.label.map { words(.aLetter, ["name": letter.id, "label": $0]) } ?? letter.id
    }.joined(separator: words(.listSeparator))
  }
}
