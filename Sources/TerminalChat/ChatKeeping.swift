import DialogueEngine
import DialogueModel
import Documents
import Session

// Keeping a conversation on the machine, and going on with one. The chat asks and tells; whoever runs it keeps.
extension Chat {
  /// The conversation as it stands, to be kept.
  package var record: ChatRecord {
    var typed = misunderstood
    if let proposal { typed[proposal.question, default: []].append(proposal.typed) }
    if let doubtful, let number = conversation.question {
      typed[number, default: []].append(doubtful)
    }
    return ChatRecord(
      conversation: conversation, events: session.events, happenings: happenings, lines: lines,
      misunderstood: typed)
  }

  /// The case that the conversation is kept as; nil if it is not kept.
  var keptAs: String? { if case .kept(let name) = keeping { name } else { nil } }

  /// Once there is an account to lose, asks whether to keep it, or has it kept where someone has agreed before.
  mutating func offerToKeep(after number: Int) {
    guard case .toBeAsked(let place) = keeping, conversation.script.questions[number].takesLines,
      case .value? = conversation.answers[number]
    else { return }
    switch place {
    case .none: keeping = .not
    case .openedByKeyFile:
      guard errand == nil else { return }
      errand = .keep(.asBefore)
    case .new, .openedByPassphrase: keeping = .asking(place)
    }
  }

  /// The question whether to keep the conversation; nil when it isn't asked.
  var keepingQuestion: String? {
    guard case .asking(let place) = keeping else { return nil }
    return words(place == .new ? .keepConversation : .keepToo)
  }

  /// Takes the reply to whether the conversation is to be kept.
  mutating func chooseKeeping(_ place: KeepingPlace, _ line: String) -> [String] {
    func isOne(of list: WordList) -> Bool { conversation.understands(line, as: list) }
    if case .command(let command, let argument) = conversation.understand(line, replyingTo: nil),
      !isOne(of: .keepNothing)
    {
      return carryOut(command, argument)
    }
    if isOne(of: .keepNothing) || isOne(of: .no) || names(.keepNothing, line) {
      keeping = .not
      return [words(.keepsNothing), question]
    }
    switch place {
    case .openedByPassphrase where line.trimmed.isEmpty || isOne(of: .yes) || isOne(of: .agrees):
      errand = .keep(.asBefore)
    case .new where isOne(of: .keepByPassphrase) || names(.keepByPassphrase, line):
      errand = .keep(.passphrase)
    case .new where isOne(of: .keepByKey) || names(.keepByKey, line): errand = .keep(.keyFile)
    default:
      miss = .keepConversation
      // What is no choice may be something that came to mind.
      let kept = NormalizedReply(line).count > 6 ? conversation.keep(note: line.trimmed) : nil
      return (kept.map { _ in [words(.noteKept, ["note": shown(line)])] } ?? []) + [question]
    }
    return []
  }

  /// Whether a short reply names this choice among other words, and no other: "yes w a passphrase pls".
  private func names(_ choice: WordList, _ line: String) -> Bool {
    let reply = NormalizedReply(line)
    let named = [WordList.keepByPassphrase, .keepByKey, .keepNothing].filter { list in
      words[list].contains { Int($0) == nil && reply.contains(NormalizedReply($0)) }
    }
    return reply.count <= 6 && named == [choice]
  }

  /// Says that the conversation is kept from now on, or why not.
  mutating func tell(kept: Errand.Keeping) -> [String] {
    switch kept {
    case .kept(let name, let fingerprint):
      keeping = .kept(name)
      self.fingerprint = fingerprint
      return [words(.keeping, ["case": name])]
    case .notKept(let why):
      keeping = .not
      return [words(.cannotKeep, ["why": why])]
    }
  }

  /// Tells what has changed about keeping the conversation.
  package func words(of news: KeepingNews) -> String {
    switch news {
    case .stopped(let why): words(.keepingStopped, ["why": why])
    case .again: words(.keepingAgain)
    }
  }

  /// The line of a letter that says which case it is from, and from which answers of it; nil if nothing is kept.
  var stamp: String? {
    guard case .kept(let name) = keeping, let fingerprint else { return nil }
    return words(.keptAs, ["case": name, "mark": fingerprint(conversation.kept)])
  }

  /// A letter with that line at its foot.
  func stamped(_ draft: Draft) -> Draft {
    guard let stamp else { return draft }
    var draft = draft
    draft.document.footer.add(draft.document.footer.isEmpty ? stamp : " " + stamp, from: .letter)
    return draft
  }
}

extension Chat {
  /// Goes on with a kept conversation, on another day as it may be; returns the first page.
  package mutating func resume(_ kept: Resumption) -> String {
    var session = Session(events: kept.events)
    let script = conversation.script
    conversation = conversation.with(kept: session.answers)
    session.turn(to: conversation.kept)
    self.session = session
    let questions = kept.offered.compactMap { script.number(of: $0) }
    conversation.offerAgain(questions, holdsOutcome: kept.holdsOutcome)
    // A question that was being asked again is so still; its lines belong to no other.
    if let open = kept.question.flatMap({ script.number(of: $0) }), open != conversation.question {
      conversation.reopen(open)
    }
    lines = kept.lines
    for (key, typed) in kept.misunderstood {
      if let number = script.number(of: key) { misunderstood[number] = typed }
    }
    sent = kept.sent
    keeping = .kept(kept.name)
    fingerprint = kept.fingerprint
    isFinishedBefore = conversation.isFinished
    var said = [words(.resumed, ["case": kept.name, "left": kept.left])]
    if kept.day != conversation.today {
      said.append(words(.otherDay, ["day": conversation.todayInWords]))
    }
    said += changes(since: kept)
    if let first = conversation.passed.first, lines.isEmpty { conversation.reopen(first) }
    if !lines.isEmpty {
      said += [question, words(.linesAgain, ["lines": lines.joined(separator: "\n")])]
    } else {
      said.append(question.isEmpty ? words(.nothingLeft) : reopened)
    }
    return withStanding(said.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// Adds a note from outside the conversation; false if the pack keeps none.
  package mutating func keep(note: String) -> Bool {
    guard conversation.keep(note: note) != nil else { return false }
    session.turn(to: conversation.kept)
    return true
  }

  /// What is different because of the day, or because the pack has changed since.
  private func changes(since kept: Resumption) -> [String] {
    let script = conversation.script
    func list(_ items: [String]) -> String { items.joined(separator: words(.listSeparator)) }
    var said: [String] = []
    let before = Set(kept.parked.compactMap { script.number(of: $0) })
    let now = Set(conversation.parked)
    let (parked, back) = (now.subtracting(before).sorted(), before.subtracting(now).sorted())
    if !parked.isEmpty { said.append(words(.nowParked, ["answers": list(parked.map(label))])) }
    if !back.isEmpty { said.append(words(.wouldReturn, ["answers": list(back.map(label))])) }
    let outcomes = conversation.walk.outcomes.map { script.outcomes[$0].id }
    if Set(outcomes) != Set(kept.outcomes) {
      let letters = conversation.letters.map { script.letters[$0].label ?? script.letters[$0].id }
      said.append(words(.nowOtherLetters, ["letters": list(letters)]))
    }
    let passed = conversation.passed.compactMap { number in
      conversation.answers[number].map {
        "\(label(number)), \(conversation.words(for: $0, to: number))"
      }
    }
    if !passed.isEmpty { said.append(words(.nowPassed, ["answers": list(passed)])) }
    let unfit = conversation.unmatchedAnswers.sorted { $0.key < $1.key }.map { key, answer in
      "\(key): \(answer.inWords(of: words))"
    }
    if !unfit.isEmpty { said.append(words(.noLongerAsked, ["answers": list(unfit)])) }
    return said
  }
}
