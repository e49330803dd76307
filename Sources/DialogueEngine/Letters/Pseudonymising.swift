package import DialogueModel
package import Documents

extension Vocabulary {
  /// The words that a pack has itself, in its texts, its glossary and the tool's own words.
  ///
  /// What the local file says, and the story to practise with, are full of names and left out.
  package init(of script: Script) {
    self.init()
    add(phrasesOf: script.words)
    var vocabularies: Set<String> = []
    for question in script.questions.dropFirst(script.localCount) {
      for text in question.texts + [question.label] { add(text) }
      if let label = question.notKnownLabel { add(label) }
      // Options of a question that holds names come from the local file; most lists are asked for many times.
      guard question.holding == nil,
        question.vocabulary.map({ vocabularies.insert($0).inserted }) ?? true
      else { continue }
      for option in question.options {
        for words in [option.label] + option.synonyms + option.fields.values.flatMap(\.self) {
          add(words)
        }
      }
    }
    for step in script.steps {
      if case .say(let text) = step.action { add(text) }
    }
    for outcome in script.outcomes {
      add(outcome.text)
      if let because = outcome.because { add(because) }
    }
    for line in script.standing { add(line.text) }
    for letter in script.letters {
      if let label = letter.label { add(label) }
      letter.visit { line, _ in for text in line.texts { add(text) } }
    }
    for term in script.wordRules.glossary {
      add(capitals: [term.term] + term.also)
      add(plain: term.means)
    }
    add(capitals: script.wordRules.known)
    // The phrases to listen for are everyday words.
    for phraseClass in script.listening.classes {
      for phrase in phraseClass.phrases.values.flatMap(\.self) { add(plain: phrase.text) }
      for example in phraseClass.examples { add(plain: example.text) }
    }
  }

  private mutating func add(phrasesOf words: Words) {
    for wording in words.phrases.values {
      for case .words(let words) in wording.pieces { add(words) }
    }
    for list in words.lists.values { for words in list { add(words) } }
    for command in words.commands {
      for words in command.words + [command.help] { add(plain: words) }
    }
    for list in [WordList.pronouns, .articles, .echoSubject, .echoShort] { add(small: words[list]) }
    add(months: words.months.flatMap(\.self))
    add(capitals: words.weekdays.flatMap(\.self))
    add(birth: words[.birth])
  }

  /// Adds the pack's own words in a text, without what fills its slots.
  private mutating func add(_ text: Text) {
    text.visit { piece, _ in
      switch piece {
      case .words(let words): add(words)
      case .lines(let lines): for line in lines { add(line) }
      case .answer(_, let standIn, _), .field(_, _, let standIn, _): add(standIn ?? "")
      case .earlier(_, _, let standIn, _): add(standIn)
      default: break
      }
    }
  }
}

extension Conversation {
  /// What replaces the names in its letters; `vocabulary` is that of its script.
  ///
  /// All answers count, also those that are not used now, because accounts speak of the same people.
  package func pseudonyms(_ vocabulary: Vocabulary) -> Pseudonyms {
    var labels = PseudonymLabels(script.words, vocabulary)
    let local = 0..<script.localCount
    let asked = script.localCount..<script.questions.count
    // The labels are counted in the order in which things are asked; the sender comes last.
    for question in Array(asked) + Array(local) {
      labels.take(answers[question], to: question, script)
    }
    for question in asked { labels.takeOptions(of: script.questions[question]) }
    for question in removedItems.keys.sorted() {
      for item in removedItems[question] ?? [] {
        labels.take(item.name, of: script.questions[question])
      }
    }
    if let approval = script.approval { labels.takeName(approval.by) }
    return labels.pseudonyms
  }
}

extension Draft {
  /// The letter without what may identify someone, under a line that says so, and the words that were replaced although
  /// no question holds them.
  package func pseudonymised(
    by pseudonyms: Pseudonyms, in words: Words
  ) -> (copy: Draft, unmarked: [String]) {
    var copy = self
    let replaced = document.pseudonymised(by: pseudonyms)
    copy.document = replaced.copy
    // That a letter can be sent before it is finished is left out.
    copy.document.notice = Document.Line(words(.pseudonymised))
    if let item { copy.item?.name = pseudonyms.replacing(in: item.name) }
    return (copy, replaced.unmarked)
  }
}

/// Gives labels to what the answers of a conversation hold.
private struct PseudonymLabels {
  private(set) var pseudonyms: Pseudonyms
  private let words: Words
  /// How many labels each kind has.
  private var counts: [String: Int] = [:]

  init(_ words: Words, _ vocabulary: Vocabulary) {
    self.words = words
    pseudonyms = Pseudonyms(
      Pseudonyms.StandIns(
        name: words(.pseudonymName), number: words(.pseudonymNumber),
        address: words(.pseudonymAddress), date: words(.pseudonymDate)),
      vocabulary)
  }

  mutating func take(_ answer: Answer?, to number: Int, _ script: Script) {
    let question = script.questions[number]
    // These are answered in words of the pack, or in figures.
    if question.holding == nil, question.type != .text, question.type != .list {
      pseudonyms.ownAnswers.insert(question.key)
    }
    switch answer {
    case .value(.text(let text)): take(text, of: question)
    case .value(.items(let items)): for item in items { take(item.name, of: question) }
    case .value(.option(let option)): take([option], of: question)
    case .value(.options(let options)): take(options, of: question)
    case .value(.scalar): if let label = wholeLabel(question) { replaceWhole(question, label) }
    case .toFindOut(let from): pseudonyms.mark(namesIn: from) { words(.pseudonymName) }
    case nil, .notKnown, .skipped: break
    }
  }

  /// Takes a text, or an item of a list.
  mutating func take(_ text: String, of question: Question) {
    switch question.holding {
    case .labelled(let kind):
      mark(kind) { $0.mark(namesIn: text, isItem: question.type == .list, label: $1) }
    case .name: takeName(text, isItem: question.type == .list)
    case .number, .date:
      pseudonyms.mark(numbersIn: text)
      if let label = wholeLabel(question) { replaceWhole(question, label) }
    case nil: pseudonyms.note(text)
    }
  }

  mutating func takeName(_ text: String, isItem: Bool = false) {
    pseudonyms.mark(namesIn: text, isItem: isItem) { words(.pseudonymName) }
  }

  /// Takes all options that hold something, once those that were chosen have their labels.
  mutating func takeOptions(of question: Question) {
    if question.type == .oneOf || question.type == .anyOf {
      take(Array(question.options.indices), of: question)
    }
  }

  private mutating func take(_ options: [Int], of question: Question) {
    guard let holding = question.holding else { return }
    for option in options where question.options.indices.contains(option) {
      for name in [question.options[option].label] + question.options[option].synonyms {
        if case .labelled(let kind) = holding {
          mark(kind) { $0.mark(name: name, label: $1) }
        } else {
          pseudonyms.mark(name: name) { words(.pseudonymName) }
        }
      }
      for text in question.options[option].fields.values.flatMap(\.self).sorted() {
        pseudonyms.note(text)
      }
    }
  }

  /// Marks something of a kind; the next label is used up only if it was asked for.
  private mutating func mark(_ kind: String, _ mark: (inout Pseudonyms, () -> String) -> Void) {
    let number = counts[kind, default: 0] + 1
    let label =
      words.pseudonyms[kind]?.filled(with: ["number": "\(number)", "letter": number.letters])
      ?? words(.pseudonymName)
    var isUsed = false
    mark(&pseudonyms) {
      isUsed = true
      return label
    }
    if isUsed { counts[kind] = number }
  }

  private mutating func replaceWhole(_ question: Question, _ label: String) {
    pseudonyms.wholeAnswers[question.key] = label
  }

  private func wholeLabel(_ question: Question) -> String? {
    switch question.holding {
    case .number: words(.pseudonymNumber)
    case .date: words(.pseudonymDate)
    case .labelled, .name, nil: nil
    }
  }
}

extension Int {
  /// The number counted in letters: A to Z, then AA.
  fileprivate var letters: String {
    var (rest, letters) = (self, "")
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      letters = String(UnicodeScalar(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
