import DialogueModel

/// An option that people's own words may speak of, with the words.
package struct Suggestion: Hashable, Sendable {
  /// The option, by its number from 0.
  package var option: Int
  /// The words found, each once, in the order of the answers.
  package var words: [String]
}

extension Conversation {
  /// The options that the texts answered so far may speak of and that are not chosen, for a list to show them first.
  ///
  /// They answer nothing, and neither the path nor a letter depends on them. Those with two different finds come first,
  /// because they are right more often.
  package func suggestions(for question: Int) -> [Suggestion] {
    let asked = script.questions[question]
    let chosen = chosenOptions(of: question)
    let all = asked.optionClasses.enumerated().compactMap { option, number -> Suggestion? in
      guard let number, !chosen.contains(option),
        answers[question] == nil || !(putBefore[question]?.contains(number) ?? false)
      else { return nil }
      let words = words(mentioning: [number])
      return words.isEmpty ? nil : Suggestion(option: option, words: words)
    }
    return all.filter { $0.words.count > 1 } + all.filter { $0.words.count == 1 }
  }

  /// The words by which a question hears something that is none of its options, apart from its own; empty if there are
  /// none.
  package func words(heardBy question: Int) -> [String] {
    let asked = script.questions[question]
    let classes = asked.hears.filter { !asked.optionClasses.contains($0) }
    return words(mentioning: classes, besides: question)
  }

  /// The words found for these classes in the texts that are in use, each once; three are enough to know them by.
  private func words(mentioning classes: [Int], besides own: Int? = nil) -> [String] {
    if classes.isEmpty { return [] }
    let texts = mentions.keys.sorted().filter { walk.met[$0] && $0 != own }
    var words: [String] = []
    for mention in texts.flatMap({ mentions[$0] ?? [] }) + mentionsSetAside
    where classes.contains(mention.number)
      && !words.contains(where: { $0.lowercased() == mention.words.lowercased() })
    {
      words.append(mention.words)
    }
    return Array(words.prefix(3))
  }

  /// What was chosen in lists that are set aside by now, heard as if it had been written, so that it is put to the
  /// list that takes their place.
  private var mentionsSetAside: [Mention] {
    parked.filter { script.questions[$0].type == .anyOf }.flatMap { list in
      chosenOptions(of: list).flatMap {
        script.listening.mentions(in: script.questions[list].options[$0].label)
      }
    }
  }

  /// The classes that are mentioned in the texts that are in use.
  var mentionedClasses: Set<Int> {
    var classes = Set(mentionsSetAside.map(\.number))
    for (question, found) in mentions where walk.met[question] {
      classes.formUnion(found.lazy.map(\.number))
    }
    return classes
  }

  /// The classes that the answer to one question mentions.
  func mentionedClasses(in question: Int) -> Set<Int> {
    Set((mentions[question] ?? []).map(\.number))
  }

  /// What is said at once of these classes, in the order of the files.
  func advice(on classes: Set<Int>) -> [Message] {
    classes.sorted().compactMap { script.listening.classes[$0].says.map { Message($0) } }
  }

  /// The notes that letters print, where a class that was found in one withholds it; nil where none does.
  var printedNotes: Answer? {
    func isWithheld(_ mention: Mention) -> Bool {
      script.listening.classes[mention.number].withholdsNote
    }
    guard let notes = script.notes, mentions[notes]?.contains(where: isWithheld) ?? false else {
      return nil
    }
    let items = items(of: notes).map { item in
      let words = String(Self.ownWords(of: item.name, script.words))
      return script.listening.mentions(in: words).contains(where: isWithheld) ? item.removed : item
    }
    return .value(.items(items))
  }

  /// What an answer mentions: a text, or the notes.
  static func mentions(in answer: Answer, to question: Int, of script: Script) -> [Mention] {
    switch answer.value {
    case .text(let text)?: script.listening.mentions(in: text)
    case .items(let items)? where question == script.notes:
      items.filter { !$0.isRemoved }.flatMap {
        script.listening.mentions(in: String(ownWords(of: $0.name, script.words)))
      }
    default: []
    }
  }

  /// What someone typed of a note, without what the tool puts before a reply that it kept: its question.
  static func ownWords(of note: String, _ words: Words) -> Substring {
    let pieces = words.phrases[.unclearNote]?.pieces ?? []
    guard case .words(let opening)? = pieces.first, note.hasPrefix(opening),
      let reply = pieces.firstIndex(of: .argument("reply")), reply > 1,
      case .words(let before) = pieces[reply - 1], let place = note.firstRange(of: before)
    else { return note[...] }
    return note[place.upperBound...]
  }

  func chosenOptions(of question: Int) -> [Int] {
    switch answers[question]?.value {
    case .option(let option)?: [option]
    case .options(let options)?: options
    default: []
    }
  }
}
