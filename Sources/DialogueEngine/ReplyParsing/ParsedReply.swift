package import DialogueModel

/// What a typed reply means.
package enum ParsedReply: Sendable {
  /// One clear meaning: it is recorded.
  case answer(Answer)
  /// What it seems to say, to be shown back and recorded only if the person agrees; `rest` is a part that says nothing
  /// to the question, empty if there is none.
  case loose(Answer, rest: String)
  case command(Command, argument: String)
  /// Nothing was typed, and that is not an answer to the question.
  case empty
  /// A slash with a command that does not exist.
  case unknownCommand
  /// A typed list has all its items.
  case listDone
  /// A typed list has no room for another item.
  case noRoom
  /// A part of the reply could mean any of these options, by number.
  case ambiguous([Int], part: String)
  /// The meaning is clear, but the value can't be taken; the phrase, with these arguments, says why.
  case refused(Phrase, [String: String] = [:])
  case notUnderstood
}

extension Conversation {
  /// Reads a reply to a question as a command, as a state that every question can have, or as a value of its type.
  ///
  /// A reply is understood only if it can mean just one thing.
  package func understand(
    _ typed: String, replyingTo number: Int?, isFromEarlierDay: Bool = false
  ) -> ParsedReply {
    if typed.utf8.count > Self.mostBytesRead { return story(typed, replyingTo: number) }
    let reply = read(typed, replyingTo: number)
    guard let number else { return reply }
    switch reply {
    case .answer(let answer), .loose(let answer, _):
      return refusal(of: answer, to: number, isFromEarlierDay: isFromEarlierDay) ?? reply
    case .notUnderstood, .ambiguous:
      return looseReading(of: typed, replyingTo: number) ?? reply
    default: return reply
    }
  }

  /// No option, name or command is longer, in bytes: a longer reply is someone's own words.
  private static let mostBytesRead = 1500

  /// Takes a very long reply as someone's own words where these are asked for.
  private func story(_ typed: String, replyingTo number: Int?) -> ParsedReply {
    guard let number else { return .notUnderstood }
    return switch script.questions[number].type {
    case .text: .answer(.value(.text(typed)))
    case .list: adding(name: typed, to: number)
    default: .notUnderstood
    }
  }

  private func read(_ typed: String, replyingTo number: Int?) -> ParsedReply {
    let plain = NormalizedReply(typed.trimmed)
    if typed.trimmed.hasPrefix("/") {
      let marked = NormalizedReply(String(typed.trimmed.dropFirst()))
      return command(marked, anyArgument: true) ?? state(marked).map { .answer($0) }
        ?? .unknownCommand
    }
    guard let number else { return command(plain, anyArgument: true) ?? .notUnderstood }
    let question = script.questions[number]
    if plain.words.last == "?",
      script.words[.asksBack].contains(where: { plain.rest(after: $0) != nil })
    {
      return .refused(.askedBack)
    }
    if typed.trimmed.isEmpty { return question.isOptional ? .answer(.skipped) : .empty }
    return switch question.type {
    case .text: text(typed, plain, question)
    case .list: list(typed, plain, number)
    default: choice(plain, question) ?? value(typed, plain, question)
    }
  }

  /// Reads an option by its whole words, a command or a state; not for text questions and typed lists.
  private func choice(_ plain: NormalizedReply, _ question: Question) -> ParsedReply? {
    let options = script.options(
      question, meantBy: plain, asItem: question.type == .anyOf)
    if options.count == 1 {
      return .answer(.value(question.type == .anyOf ? .options(options) : .option(options[0])))
    }
    if options.count > 1 { return .ambiguous(options, part: plain.typed) }
    // The list of options ends with "not known", which is numbered like them.
    if question.type == .yesNo || question.type == .oneOf,
      plain.wholeNumber == question.options.count + 1
    {
      return .answer(.notKnown)
    }
    if let command = command(plain, anyArgument: true) { return command }
    if question.type == .oneOf, let yes = polarity(plain, question).sure {
      // Some options are a yes or a no in other words: "they know".
      let word = script.words[yes ? .yes : .no].first.map { NormalizedReply($0) }
      let meant = word.map { script.options(question, meantBy: $0) } ?? []
      // "No, seen safe" speaks of another option.
      let spokenOf = OptionMentions(plain, question, script.words).options
      if meant.count == 1, Set(spokenOf).isSubset(of: meant) {
        return .answer(.value(.option(meant[0])))
      }
    }
    let state = notKnownAndMore(plain, question) ?? state(plain, question)
    // "It's in the school record" may be an option rather than who knows, and so may "it's in the list, so 5".
    if case .toFindOut(let who)? = state,
      NormalizedReply(who).words.contains(where: { $0.asWholeNumber != nil })
        || !OptionMentions(plain, question, script.words).options.isEmpty
    {
      return nil
    }
    // "Not been told" may deny an option rather than say who knows nothing.
    if case .notKnown? = state, question.type == .oneOf,
      !OptionMentions(plain, question, script.words).found.isEmpty
    {
      return nil
    }
    return state.map { .answer($0) }
  }

  func polarity(_ plain: NormalizedReply, _ question: Question) -> Polarity {
    // What comes after the question explains it: "Is it safe? Shut counts."
    let text = print(question.text)
    let end = text.firstIndex(of: "?") ?? text.endIndex
    return Polarity(
      plain, to: NormalizedReply(String(text[..<end])),
      explained: NormalizedReply(String(text[end...])), script.words)
  }

  /// Reads a reply to a closed question by its whole words, and no command.
  func closed(_ plain: NormalizedReply, _ question: Question) -> ParsedReply? {
    let reply = choice(plain, question) ?? value(plain.typed, plain, question)
    if case .answer = reply { return reply }
    return nil
  }

  private func value(_ typed: String, _ plain: NormalizedReply, _ question: Question) -> ParsedReply
  {
    switch question.type {
    case .yesNo:
      polarity(plain, question).sure.map { .answer(.value(.option($0 ? 0 : 1))) }
        ?? .notUnderstood
    case .oneOf: oneOf(plain, question)
    case .anyOf: anyOf(plain, question)
    default: scalar(typed, plain, question)
    }
  }

  /// Takes the reply as someone's own words, unless all of them mean something else.
  private func text(_ typed: String, _ plain: NormalizedReply, _ question: Question) -> ParsedReply
  {
    let words = script.words
    // A reply that opens with a quotation mark is always someone's words.
    if typed.trimmed.first?.opensQuotation == true { return .answer(.value(.text(typed))) }
    if let command = command(plain, anyArgument: false) { return command }
    if let state = state(plain, question), plain.isShort {
      // Someone's own words may well begin with "ask".
      if case .toFindOut = state, question.isQuoted { return .answer(.value(.text(typed))) }
      return .answer(state)
    }
    if question.isQuoted, hasNoWords(plain) { return .refused(.noWordsHere) }
    // "She hasn't said anything" is nobody's own words either.
    // "None, they're his words" has no one's own words, or someone else's.
    let none = plain.longestOpening(among: words[.none])
    if question.isQuoted, none > 0, none < plain.count {
      return .refused(.noWordsHere)
    }
    if question.isQuoted, plain.count <= 8, plain.contains(anyOf: words[.saidNothing]) {
      return .loose(.notKnown, rest: "")
    }
    if isOnlyNotKnown(plain, question) { return .answer(.notKnown) }
    if let state = stateWithoutName(plain, question) { return .loose(state, rest: "") }
    if beginsWithoutName(typed, question) { return .loose(.notKnown, rest: "") }
    if let why = momentRefused(plain, question) { return why }
    if !question.isQuoted, let state = unknownAndMore(plain, question) {
      return .loose(state, rest: "")
    }
    // "Not surre".
    if (2...3).contains(plain.count), let mended = Slips(words[.notKnown]).mended(plain),
      let state = state(mended, question)
    {
      return .loose(state, rest: "")
    }
    return .answer(.value(.text(typed)))
  }

  /// Reads a command by its whole words, alone or with an argument after them.
  ///
  /// Without `anyArgument` the argument must be one that can mean nothing else, so that a text that starts with such
  /// a word is not taken for a command.
  func command(_ plain: NormalizedReply, anyArgument: Bool) -> ParsedReply? {
    let asks = plain.words.last == "?"
    let plain = plain.withoutQuestionMark
    for command in script.words.commands {
      // A question says nothing of what was done: "rung yet?"
      if asks, command.answering != nil { continue }
      for words in command.words {
        guard let rest = plain.rest(after: words) else { continue }
        if rest.isEmpty || takes(rest, command, after: words, anyWords: anyArgument) {
          return .command(command, argument: rest.typed)
        }
      }
    }
    return nil
  }

  private func takes(
    _ argument: NormalizedReply, _ command: Command, after phrase: String, anyWords: Bool
  ) -> Bool {
    if let answering = command.answering {
      let words = script.words
      // A single word needs a time behind it: "rung 14.20", and not "rung her mum".
      let figures = String((argument.words.first ?? "").prefix { $0.isNumber || ".:".contains($0) })
      let isTime =
        TimeAnswer.clock(figures) != nil || figures.count == 4 && figures.asWholeNumber != nil
      // So does one that names in figures what the command is about: "rung, Sam told 999".
      let figured = command.words.flatMap { NormalizedReply($0).words }.filter {
        $0.asWholeNumber != nil
      }
      let isNamed = argument.words.contains(where: figured.contains)
      guard NormalizedReply(phrase).count > 1 || isTime || isNamed else { return false }
      // "Called 999 last week" is not about today.
      let past: [WordList] = [.lastWeek, .yesterday, .beforeYesterday, .ago]
      if argument.contains(anyOf: past.flatMap { words[$0] }) { return false }
      // A text that begins like this and says more is someone's own words.
      return answering.then != nil && (anyWords || argument.count <= (isTime || isNamed ? 20 : 6))
        && !argument.contains(anyOf: words[.negation] + words[.echoVerbNot])
    }
    return switch command.action {
    case .change, .add, .note, .sent: anyWords || argument.wholeNumber != nil
    // A text that begins like this would be longer.
    case .glossary: anyWords || argument.count <= 4
    // Names of cases have a day in them, and other words are names of people.
    case .resume: anyWords || argument.count <= 4
    case .draft, .copy, .print, .pseudonymise:
      anyWords || !letters(named: argument).isEmpty
        || script.letters.contains { argument.matches($0.id) }
    // "What now, it shuts at 5".
    case .whatToDo: argument.count <= 8
    // "Save pdf", "save ~/letters"; a text that begins so would be longer.
    case .save: anyWords || argument.count <= 2
    default: false
    }
  }

  /// Reads not known, to find out (with who is to be asked) or skipped, said on its own.
  func state(_ plain: NormalizedReply, _ question: Question? = nil) -> Answer? {
    let words = script.words
    if words[.skip].contains(where: plain.matches) { return .skipped }
    if notKnown(question).contains(where: plain.withoutQuestionMark.matches) { return .notKnown }
    return toFindOut(plain)
  }

  private func toFindOut(_ plain: NormalizedReply) -> Answer? {
    let who = script.words[.toFindOut].lazy.compactMap { plain.rest(after: $0) }.first
    if let who {
      if who.typed.isEmpty { return .notKnown }
      return who.count <= 5 ? .toFindOut(from: who.typed) : nil
    }
    // "Mr Hill will know": the words before are who.
    let end = script.words[.wouldKnow].lazy.compactMap { phrase -> Int? in
      let start = plain.count - NormalizedReply(phrase).count
      // "They might know" names nobody.
      guard start > 0, !script.words[.pronouns].contains(where: plain[0..<start].matches) else {
        return nil
      }
      return start <= 5 && plain[start..<plain.count].matches(phrase) ? start : nil
    }.first
    return end.map { .toFindOut(from: plain[0..<$0].typed) }
  }

  func notKnown(_ question: Question?) -> [String] {
    script.words[.notKnown] + (question?.notKnownLabel.map { [$0] } ?? [])
  }

  /// Reads not known with words around it that change nothing, or who is to be asked after it: "not sure, ask Sam".
  func notKnownAndMore(_ plain: NormalizedReply, _ question: Question) -> Answer? {
    if isOnlyNotKnown(plain, question) { return .notKnown }
    return notKnown(question).lazy.compactMap { plain.rest(after: $0) }.compactMap(toFindOut).first
  }

  /// What a short text says that begins with "not known": "not sure who, ask Sam", "no idea what his name is".
  ///
  /// Nil for one with a name or a figure in it, which may be what is asked for: "not sure, Dean someone".
  private func unknownAndMore(_ plain: NormalizedReply, _ question: Question) -> Answer? {
    let unknown = plain.longestOpening(among: notKnown(question))
    guard unknown > 0, plain.count <= 10, !plain.contains(anyOf: script.words[.takesBack]) else {
      return nil
    }
    if let comma = plain.words.firstIndex(of: ",") {
      if let who = toFindOut(plain[comma + 1..<plain.count]) { return who }
      // "Unknown girl, red hair" describes someone.
      guard plain[unknown..<comma].isMade(of: script.words[.filler] + script.words[.courtesy])
      else { return nil }
    }
    let rest = plain[unknown..<plain.count].typed
    return rest.contains { $0.isNumber || $0.isUppercase } ? nil : .notKnown
  }

  /// Whether a text says nothing except that something is not known: "sorry, no idea yet".
  private func isOnlyNotKnown(_ plain: NormalizedReply, _ question: Question) -> Bool {
    let around = script.words[.courtesy] + script.words[.filler]
    let notKnown = notKnown(question)
    return plain.withoutQuestionMark.isMade(of: around, andOneOf: notKnown)
  }
}

extension Character {
  /// Whether a text that starts with it is taken as someone's words.
  var opensQuotation: Bool { "\"“'‘".contains(self) }
}
