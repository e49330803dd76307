import DialogueModel

/// Resolves a pack's files into a script: first places every step on the walk, then looks up the names in
/// conditions, texts and jumps.
struct Compiler {
  let source: PackSyntax
  var script: ScriptParts
  var problems: [Diagnostic] = []
  var vocabularies: [String: [AnswerOption]] = [:]
  var dialogues: [String: DialogueSyntax] = [:]
  /// Questions by key; the key of a composite refers to its first part.
  var names: [String: Int] = [:]
  var placed: [[Placed]] = []
  /// The questions that each ask placed, by its key, for a later step that repeats it.
  var questionsPlaced: [String: [(number: Int, part: StepSyntax)]] = [:]
  /// The blocks of the dialogues placed so far, by the prefix of their keys.
  var usedBlocks: [String: Int] = [:]
  /// The questions placed by the dialogues, rather than by the local file or a watch.
  var mainQuestions = 0..<0
  /// The number of blocks that the dialogues placed; the others are those of watches.
  var mainBlocks = 0
  /// The questions and the steps resolved so far, by where they are written, for those with a short form.
  var reachedBefore: [SourcePlace: (questions: [Int], steps: Set<Int>)] = [:]
  /// For each local list, the field that says whether it has items; filled only when checking every local file.
  var listFields: [String: Int] = [:]
  /// For each vocabulary that classes of phrases speak of, the class of each of its items.
  var optionClasses: [String: [Int?]] = [:]
  /// The items that lack a field, by the slot in their rounds that names it.
  var itemsWithout: [Word: [AnswerOption]] = [:]
  /// The declarations that something names: vocabularies, facts, composites and sources.
  var inUse: Set<SourcePlace> = []
  /// The facts being resolved, to find one that refers to itself.
  var factsUnderWay: [SourcePlace] = []
  /// The fragments being included, to find one that includes itself.
  var fragmentsUnderWay: [SourcePlace] = []
  /// How many more conditions may be resolved: facts that build on facts can grow exponentially.
  var conditionsLeft = 200_000
  /// What the local file says, or the stand-in for every local file.
  let local: LocalAnswers
  /// Names declared in faulty files.
  let lost: Set<String>

  init(
    _ source: PackSyntax, digest: String, local: LocalAnswers, listening: Listening,
    lost: Set<String>
  ) {
    self.source = source
    self.local = local
    self.lost = lost
    script = ScriptParts(
      pack: source.name?.text ?? "", title: source.title, version: source.version)
    script.listening = listening
    script.digest = digest
  }

  mutating func compile() -> Script? {
    guard let pack = source.name, let entry = source.entry, let words = source.words else {
      guard lost.isEmpty else { return nil }
      report(
        .layout,
        source.name == nil
          ? "the pack has no `pack.yaml` with its name and first dialogue"
          : "there is no language file with the tool's own words, in the pack or beside it",
        fix: source.name == nil
          ? "add a file that starts with `pack:`"
          : "put the `language.yaml` that comes with the program beside the pack",
        at: source.name?.place ?? SourcePlace(file: "pack.yaml", line: 1, column: 1))
      return nil
    }
    script.words = words
    reportWordsLeftOut(words, in: source.languages.first?.place ?? pack.place)
    script.approval = source.approval
    script.practice = source.practice
    script.sources = source.sources
    script.wordRules = source.wordRules
    gatherNames()
    checkNamings()
    resolveListening()
    placeLocalFields()
    let firstMain = script.questions.count
    guard let first = dialogues[entry.text] else {
      reportUnknown(.noSuchTarget, "dialogue", entry.text, at: entry.place, among: dialogues.keys)
      return nil
    }
    var used = Set<String>()
    script.entry = placeDialogue(first, in: .whole.using(entry.text), under: [], used: &used)
    mainQuestions = firstMain..<script.questions.count
    mainBlocks = placed.count
    let watches = placeWatches(used: &used)
    for dialogue in source.dialogues
    where !used.contains(dialogue.name.text) && !isLost(dialogue.name.text) {
      report(
        .unreachable,
        "no other dialogue uses `\(dialogue.name.text)`, so none of it is ever reached",
        fix: "add `- use: \(dialogue.name.text)` where it belongs, or delete the file",
        at: dialogue.name.place)
    }
    resolveOutcomes(in: pack.place)
    for (number, block) in placed.enumerated() { resolve(block, isInWatch: number >= mainBlocks) }
    resolve(watches)
    if conditionsLeft <= 0 {
      report(
        .tooLarge, "the conditions of this pack are too many to look up",
        fix: "check for facts that name other facts many times over", at: pack.place)
    }
    resolveNotes()
    resolveLettersAndCommands()
    resolveRules()
    resolveCard()
    reportItemsWithout()
    reportUnheard()
    reportUnused()
    script.numbers.merge(names.filter { script.questions[$0.value].key == $0.key }) { $1 }
    return Script(script, program: Program(lowering: script))
  }

  /// Reports the tool's own words that neither the pack nor the language file beside it gives.
  private mutating func reportWordsLeftOut(_ words: Words, in place: SourcePlace) {
    // A faulty file may be the one that gives them.
    guard lost.isEmpty else { return }
    let commands = Set(words.commands.map(\.id))
    var left =
      Phrase.allCases.filter { words.phrases[$0] == nil }.map {
        "`phrases:` needs `\($0.rawValue):`"
      }
    left += WordList.allCases.filter { words.lists[$0] == nil }.map {
      "`understands:` needs `\($0.rawValue):`"
    }
    left += Command.Action.allCases.filter { !commands.contains($0.rawValue) }.map {
      "`commands:` needs `\($0.rawValue):`"
    }
    if words.months.isEmpty { left.append("the language file needs `months:`") }
    if words.weekdays.isEmpty { left.append("the language file needs `weekdays:`") }
    let fix = "add it; only in the language of the file beside the packs can it be left out"
    guard left.count > 12 else {
      for message in left { report(.layout, message, fix: fix, at: place) }
      return
    }
    report(
      .layout, "the language file gives only some of the tool's words; \(left.count) are left out",
      fix: "give it the same `language:` as the file beside the packs, to have them from there, or "
        + "copy that file and translate it", at: place)
  }

  /// Gathers the declared names, and reports each that is declared a second time.
  private mutating func gatherNames() {
    // The first declaration is kept: diagnostics about the second would only confuse.
    for vocabulary in source.vocabularies {
      if vocabularies[vocabulary.name.text] != nil { reportSecond("vocabulary", vocabulary.name) }
      vocabularies[vocabulary.name.text] = vocabularies[vocabulary.name.text] ?? vocabulary.options
    }
    for list in source.local.lists {
      let items = local.lists[list.name.text] ?? []
      let options = VocabularySyntax(name: list.name, items: items).options
      if vocabularies.updateValue(options, forKey: list.name.text) != nil {
        reportSecond("vocabulary", list.name)
      }
    }
    for dialogue in source.dialogues {
      if dialogues[dialogue.name.text] != nil { reportSecond("dialogue", dialogue.name) }
      dialogues[dialogue.name.text] = dialogues[dialogue.name.text] ?? dialogue
      var seen = Set<String>()
      checkIds(dialogue.steps, in: dialogue.name.text, &seen)
    }
    var others: [String: Set<String>] = [:]
    func isSecond(_ name: String, among kind: String) -> Bool {
      !others[kind, default: []].insert(name).inserted
    }
    for outcome in source.outcomes where isSecond(outcome.id.text, among: "outcome") {
      reportSecond("outcome", outcome.id)
    }
    for letter in source.letters where isSecond(letter.id, among: "letter") {
      reportSecond("letter", Scalar(text: letter.id, place: letter.place))
    }
    for fragment in source.fragments where isSecond(fragment.name.text, among: "fragment") {
      reportSecond("fragment", Scalar(text: fragment.name.text, place: fragment.name.place))
    }
    for line in source.standing where isSecond(line.id.text, among: "standing line") {
      reportSecond("standing line", line.id)
    }
    for language in source.languages.dropFirst() { reportSecond("language file", language) }
    for watch in source.watches {
      if dialogues[watch.name.text] != nil || isSecond(watch.name.text, among: "watch") {
        reportSecond("dialogue or watch", watch.name)
      }
      var seen = Set<String>()
      checkIds(watch.steps, in: watch.name.text, &seen)
    }
  }

  /// Checks that ids are unique in a dialogue, including the bodies of lists.
  private mutating func checkIds(
    _ steps: [StepSyntax], in dialogue: String, _ seen: inout Set<String>
  ) {
    for step in steps {
      if case .askAgain = step.kind { continue }
      if !seen.insert(step.id.text).inserted {
        report(
          .duplicateName, "`\(step.id.text)` names a second step of `\(dialogue)`",
          fix: "give one another name",
          at: step.id.place)
      }
      switch step.kind {
      case .forEach(_, _, let body), .group(let body): checkIds(body, in: dialogue, &seen)
      default: break
      }
    }
  }

  private mutating func placeLocalFields() {
    script.hasHours = source.local.hasHours
    script.keepCases = local.keepCases
    for field in source.local.fields {
      var question = Question(
        key: "local.\(field.id.text)", type: field.type,
        options: field.type == .yesNo ? yesNoOptions([]) : [],
        label: Text([.words(field.label)]).joined, place: field.id.place)
      if field.isHours {
        if local.isStandIn { question.type = .oneOf }
        question.options = local.hours.enumerated().map {
          AnswerOption(id: "hours-\($0.offset)", label: $0.element)
        }
      }
      question.gap = field.gap
      question.holding = holding(field.holds, of: question.type)
      names[question.key] = script.questions.count
      script.localAnswers[script.questions.count] = local.fields[field.id.text]
      script.questions.append(question)
    }
    if local.isStandIn { placeListFields() }
    script.localCount = script.questions.count
    for list in source.local.lists {
      for field in list.fields {
        script.localNamings["\(list.name.text).\(field.id.text)"] = field.list?.text
      }
    }
  }

  /// Adds a field for each local list, which is known if the list has items.
  private mutating func placeListFields() {
    for list in source.local.lists {
      listFields[list.name.text] = script.questions.count
      script.questions.append(
        Question(
          key: Script.localListKey(list.name.text), type: .text, options: [],
          place: list.name.place))
    }
  }

  /// Adds the condition that a question over a local list is asked only if the list has items.
  func whenListHasItems(_ entry: Placed, _ when: Test?) -> Test? {
    guard let question = entry.questions.first?.number, entry.questions.count == 1,
      let list = script.questions[question].vocabulary, let field = listFields[list]
    else { return when }
    let hasItems = Condition.isKnown(question: field)
    return Test(
      when.map { .all([hasItems, $0.condition]) } ?? hasItems,
      at: when?.place ?? entry.step.id.place)
  }

  /// Whether an unknown name may be one that a faulty file declares.
  func isLost(_ name: String) -> Bool {
    Name.parts(of: name).last.map(lost.contains) ?? false
  }

  mutating func report(
    _ code: Diagnostic.Code, _ message: String, fix: String? = nil, at place: SourcePlace
  ) {
    problems.append(Diagnostic(code, message, fix: fix, at: place))
  }

  mutating func reportUnknown(
    _ code: Diagnostic.Code, _ what: String, _ name: String, at place: SourcePlace,
    among known: some Sequence<String>
  ) {
    guard !isLost(name) else { return }
    let known = Set(known).sorted()
    let list = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
    report(
      code, "there is no \(what) `\(name)`",
      fix: Name.suggestion(for: name, among: known)
        ?? (known.isEmpty ? nil : "there are: \(list)"), at: place)
  }

  private mutating func reportSecond(_ what: String, _ name: Scalar) {
    report(
      .duplicateName, "a second \(what) is called `\(name.text)`", fix: "give one another name",
      at: name.place)
  }
}
