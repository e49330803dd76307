import DialogueScript
import Screening

extension Chat {
  /// All letters as they would be sent now, for someone who can ask for no more.
  package var letters: [String] { conversation.letters.map(letter) }

  /// The letter that matters most as it would be sent now, and what others there are.
  var firstLetter: [String] { conversation.letters.first.map { shown([$0]) } ?? [] }

  /// The letters that are asked for by name; without one, the first.
  func drafts(_ asked: String) -> [String] {
    guard !asked.isEmpty else { return firstLetter }
    let letters = conversation.letters(matching: asked)
    guard letters.isEmpty else { return shown(letters) }
    return [
      words(.whichLetter, ["reply": shown(asked), "letters": names(conversation.letters)])
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
    return words(.letterHeading, ["letter": draft.label ?? draft.letter]) + "\n\n" + draft.text
      + "\n\n" + words(.letterEnd)
  }

  /// Their names, as they are typed, each with what it is.
  private func names(_ letters: [Int]) -> String {
    letters.map { number in
      let letter = conversation.script.letters[number]
      return letter.label.map { words(.aLetter, ["name": letter.id, "label": $0]) } ?? letter.id
    }.joined(separator: words(.listSeparator))
  }
}
