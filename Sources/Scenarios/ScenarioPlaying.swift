package import DialogueEngine
package import DialogueModel

/// The record of a scenario that has been played, with everything that went wrong.
package struct Played: Sendable {
  /// The conversation after the last turn.
  package var conversation: Conversation
  /// The lines a user would type to have the same conversation, for tests of the chat.
  package var typed: [String] = []
  /// Every text said during the conversation, in order.
  package var said: [String] = []
  /// What failed: replies not understood, questions without a reply and expectations not met; empty if it
  /// passed.
  package var faults: [Diagnostic] = []
}

extension Scenario {
  /// Plays the scenario as a user would type it, on the scenario's own day or else `fallback`.
  ///
  /// `betweenTurns` may replace the conversation after every turn: tests save and restore it there.
  package func play(
    _ script: Script, today fallback: CivilDate,
    betweenTurns: (Conversation) -> Conversation = { $0 }
  ) -> Played {
    var played = Played(
      conversation: Conversation(script, today: today ?? fallback, minute: minute))
    played.said = played.conversation.opening.map(\.text)
    var unused = Dictionary(replies.map { ($0.key, $0) }) { first, second in
      played.faults.append(fault("`\(second.key)` is answered twice", line: second.number))
      return first
    }
    let expectedNext = expectations.compactMap { _, expectation in
      if case .next(let key) = expectation { script.numbers[key] } else { nil }
    }
    // A question that is never asked by itself is answered where its line stands, by the command for it.
    func answerQuiet() {
      while let line = replies.first(where: { unused[$0.key] != nil }),
        let question = script.numbers[line.key], script.questions[question].isQuiet,
        let command = script.words.commands.first(where: { $0.answering?.question == question })
      {
        unused[line.key] = nil
        let typed = played.typed
        guard give(line, to: question, &played, betweenTurns) else { return }
        played.typed = typed + command.words.prefix(1).map { "/\($0)" }
      }
    }
    func answerAll() {
      while true {
        answerQuiet()
        guard played.faults.isEmpty, let question = played.conversation.question else { return }
        let asked = script.questions[question]
        if expectedNext.contains(question), unused[asked.key] == nil { return }
        if let line = unused.removeValue(forKey: asked.key) {
          guard give(line, to: question, &played, betweenTurns) else { return }
        } else if played.conversation.isOffered(question) {
          played.said += played.conversation.cancelReopen().map(\.text)
          played.typed.append("")
          played.conversation = betweenTurns(played.conversation)
        } else if asked.isOptional {
          played.said += played.conversation.answer(question, with: .skipped).map(\.text)
          played.typed.append("")
          played.conversation = betweenTurns(played.conversation)
        } else {
          played.faults.append(
            fault("`\(asked.key)` is asked, and nothing answers it", fix: "add it", line: 1))
          return
        }
      }
    }
    answerAll()
    for change in changes where played.faults.isEmpty {
      guard let question = script.numbers[change.key] else {
        played.faults.append(fault("there is no question `\(change.key)`", line: change.number))
        continue
      }
      let typed = played.typed
      let hadNotes = !played.conversation.items(of: question).isEmpty
      played.typed.append("/change \(change.key)")
      let isGiven = give(change, to: question, &played, betweenTurns)
      if question == script.notes, !hadNotes {
        // Notes are typed as `/note`, not with `/change`.
        played.typed = typed + change.reply.split(separator: "\n").map { "/note \($0)" }
      }
      if isGiven { answerAll() }
    }
    for line in unused.values.sorted(by: { $0.number < $1.number }) where played.faults.isEmpty {
      let isKnown = script.numbers[line.key] != nil
      if isHeard(line, in: played.conversation) { continue }
      played.faults.append(
        fault(
          isKnown ? "`\(line.key)` was never asked" : "there is no question `\(line.key)`",
          fix: "delete the line, or check the answers before it", line: line.number))
    }
    if played.faults.isEmpty {
      let drafts = played.conversation.drafts
      for (line, expectation) in expectations { check(expectation, line, drafts, &played) }
    }
    return played
  }

  /// Whether a line gives the answer that was heard in another one: such a line may be there or not.
  private func isHeard(_ line: Line, in conversation: Conversation) -> Bool {
    guard let question = conversation.script.numbers[line.key],
      !conversation.script.questions[question].heardIn.isEmpty,
      case .answer(let answer) = conversation.understand(line.reply, replyingTo: question)
    else { return false }
    return conversation.liveAnswer(question) == answer
  }

  /// Gives one reply; false when it is not understood.
  private func give(
    _ line: Line, to question: Int, _ played: inout Played,
    _ betweenTurns: (Conversation) -> Conversation
  ) -> Bool {
    let script = played.conversation.script
    let asked = script.questions[question]
    // A typed list is given item by item.
    let replies =
      asked.type == .list ? line.reply.split(separator: "\n").map(String.init) : [line.reply]
    for reply in replies {
      // A scenario is a conversation as it is on its day, and may have begun before.
      let understood = played.conversation.understand(
        reply, replyingTo: question, isFromEarlierDay: true)
      guard case .answer(let answer) = understood else {
        var message = "`\(reply)` is not understood as an answer to `\(line.key)`"
        if case .refused(let why, let arguments) = understood {
          message =
            "`\(reply)` is not taken as an answer to `\(line.key)`: "
            + script.words(why, arguments.merging(["reply": reply]) { $1 })
        }
        played.faults.append(fault(message, line: line.number))
        return false
      }
      let isEdit = played.conversation.answers[question] != nil
      let losesWords = played.conversation.words(lostBy: answer, to: question) != nil
      let parks =
        isEdit ? played.conversation.effect(of: answer, to: question).parks : []
      played.said += played.conversation.take(answer, to: question, typed: reply).map(\.text)
      played.typed += reply.split(separator: "\n").map(String.init)
      // An empty line ends an answer of several lines.
      if asked.takesLines { played.typed.append("") }
      if losesWords { played.typed.append(script.words[.replaceIt].first ?? "") }
      if !parks.isEmpty { played.typed.append(script.words[.changeIt].first ?? "") }
    }
    // An empty line also ends a list that has items.
    if !played.conversation.items(of: question).allSatisfy(\.isRemoved) {
      played.typed.append("")
    }
    played.conversation = betweenTurns(played.conversation)
    return true
  }

  private func check(
    _ expectation: Expectation, _ line: Int, _ drafts: [Draft], _ played: inout Played
  ) {
    let conversation = played.conversation
    let script = conversation.script
    switch expectation {
    case .outcomes(let wanted):
      let reached = conversation.walk.outcomes.map { script.outcomes[$0].id }
      // A scenario may still use an outcome's former id.
      let present = wanted.map { id in
        script.outcomes.first { $0.id != id && $0.formerIds.contains(id) }?.id ?? id
      }
      if Set(reached) != Set(present) {
        played.faults.append(
          fault("the outcomes are \(reached.joined(separator: ", "))", line: line))
      }
    case .letters(let wanted):
      if Set(drafts.map(\.letter)) != Set(wanted) {
        let letters = drafts.map(\.letter).joined(separator: ", ")
        played.faults.append(
          fault(letters.isEmpty ? "no letter is drafted" : "the letters are \(letters)", line: line)
        )
      }
    case .next(let key):
      if script.numbers[key] == nil {
        played.faults.append(fault("there is no question `\(key)`", line: line))
      } else if conversation.question != script.numbers[key] {
        let question = conversation.question.map { script.questions[$0].key }
        played.faults.append(
          fault(
            question.map { "the next question is `\($0)`" } ?? "nothing more is asked",
            fix: "delete the line, or the answer to `\(key)`", line: line))
      }
    case .letter(let id, let phrase, let isWanted):
      // A letter for each item of a list is several, and the phrase may be in any of them.
      let texts = drafts.filter { $0.letter == id }.map(\.text)
      guard !texts.isEmpty else {
        played.faults.append(fault("no letter `\(id)` is drafted", line: line))
        return
      }
      if texts.contains(where: { $0.has(phrase) }) != isWanted {
        played.faults.append(
          fault("the letter `\(id)` \(isWanted ? "lacks" : "contains") \"\(phrase)\"", line: line))
      }
    case .notAsked(let key):
      if let question = script.numbers[key] {
        if conversation.walk.met[question] {
          played.faults.append(fault("`\(key)` is asked", line: line))
        }
      } else {
        played.faults.append(fault("there is no question `\(key)`", line: line))
      }
    case .said(let phrase):
      if !played.said.contains(where: { $0.has(phrase) }) {
        played.faults.append(fault("nothing said contains \"\(phrase)\"", line: line))
      }
    }
  }

  private func fault(_ message: String, fix: String? = nil, line: Int) -> Diagnostic {
    Diagnostic(.scenario, message, fix: fix, at: SourcePlace(file: file, line: line, column: 1))
  }
}

extension String {
  /// Whether the text contains the phrase, compared byte by byte, which is much faster than by characters.
  fileprivate func has(_ phrase: String) -> Bool {
    let (text, phrase) = (Array(utf8), Array(phrase.utf8))
    guard let first = phrase.first else { return true }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: phrase) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}
