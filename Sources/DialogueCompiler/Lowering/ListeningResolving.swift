import DialogueModel

extension Listening {
  /// Prepares what the files of a pack say.
  init(_ files: [ListeningSyntax]) {
    let source = files.reduce(into: ListeningSyntax()) { $0.add($1) }
    self.init(
      source.classes, everywhere: source.everywhere,
      lists: Dictionary(source.lists.map { ($0.name.text, $0.words) }) { first, _ in first },
      grammar: source.grammar)
  }
}

extension Compiler {
  /// Finds the item that each class of phrases speaks of, and reports names that are there twice or not at all.
  mutating func resolveListening() {
    var names = Set<String>()
    for phraseClass in source.listening.classes where !names.insert(phraseClass.name).inserted {
      report(
        .duplicateName, "a second class of phrases is called `\(phraseClass.name)`",
        fix: "give both one list of phrases", at: phraseClass.place)
    }
    for vocabulary in source.listening.vocabularies where vocabularies[vocabulary.text] == nil {
      reportUnknown(
        .unknownName, "vocabulary", vocabulary.text, at: vocabulary.place, among: vocabularies.keys)
    }
    for (number, phraseClass) in source.listening.classes.enumerated() {
      guard let (name, id) = phraseClass.option, let options = vocabularies[name] else { continue }
      guard let option = options.firstIndex(where: { $0.id == id }) else {
        reportUnknown(
          .notAnOption, "item of `\(name)` called", id, at: phraseClass.place,
          among: options.map(\.id))
        continue
      }
      optionClasses[name, default: options.map { _ in nil }][option] = number
    }
    var lists = Set<String>()
    for list in source.listening.lists where !lists.insert(list.name.text).inserted {
      report(
        .duplicateName, "a second list of words is called `\(list.name.text)`",
        fix: "give one another name", at: list.name.place)
    }
    for list in source.listening.listsNamed where !lists.contains(list.text) {
      reportUnknown(.unknownName, "list of words", list.text, at: list.place, among: lists)
    }
  }

  /// The numbers of the classes that a question hears.
  mutating func classes(heardBy number: Int, _ names: [Scalar]) -> [Int] {
    guard let first = names.first else { return [] }
    let question = script.questions[number]
    guard [.yesNo, .oneOf, .anyOf, .text].contains(question.type), !question.isQuiet else {
      reportHearsNothing(first)
      return []
    }
    return names.compactMap { name in
      let found = source.listening.classes.firstIndex { $0.name == name.text }
      if found == nil {
        reportUnknown(
          .unknownName, "class of phrases", name.text, at: name.place,
          among: source.listening.classes.map(\.name))
      }
      return found
    }
  }

  mutating func reportHearsNothing(_ name: Scalar) {
    report(
      .wrongType,
      "`hears:` is for a question that is asked, with `answer: yes-no`, `one of`, `any of` or `text`",
      fix: "leave it out", at: name.place)
  }

  mutating func reportHearsNothingLate(_ name: Scalar) {
    report(
      .wrongType, "`hears-late:` is for a question that is asked, with `answer: any of`",
      fix: "leave it out, or write `hears:`", at: name.place)
  }

  /// Reports each class of phrases that nothing is done with when it is found.
  mutating func reportUnheard() {
    let heard = Set(script.questions.flatMap { $0.hears + $0.hearsLate })
    for (number, phraseClass) in source.listening.classes.enumerated()
    where phraseClass.option == nil && phraseClass.says == nil && !heard.contains(number)
      && !isLost(phraseClass.name)
    {
      report(
        .unused, "no question hears `\(phraseClass.name)`, and it says nothing",
        fix: "name it in `hears:` of a question, give it `says:`, or delete it",
        at: phraseClass.place)
    }
  }
}
