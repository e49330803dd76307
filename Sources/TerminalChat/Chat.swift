package import DialogueEngine
package import DialogueModel
import Session

/// The conversation as a user sees it: typed lines go in, paragraphs come out.
///
/// It does no I/O itself.
package struct Chat: Sendable {
  /// The conversation with all answers so far; a front end reads its progress and its question.
  package internal(set) var conversation: Conversation
  /// Whether the user has asked to leave.
  package internal(set) var isOver = false
  /// Whether the user has asked for an empty screen, which the front end must clear.
  package internal(set) var clearsScreen = false
  /// What it is run in.
  let world: ChatWorld
  /// Whether this is a trial for the pack's authors, marked as such on every page and letter.
  var isTrial: Bool { world.isTrial }
  /// The lines so far of an answer that runs over several.
  var lines: [String] = []
  /// The words in those lines that the user has been told are heard.
  var heardInLines: [String] = []
  /// The replies not understood since the question was last answered, by question.
  var misunderstood: [Int: [String]] = [:]
  /// The questions whose text for unclear replies has been shown since they were last answered.
  var unclear: Set<Int> = []
  /// The wordings that the user has been advised on.
  var advised: Set<String> = []
  /// An edit that has been explained and is not yet confirmed.
  var proposal: PendingEdit?
  /// What the last reply seemed to say, until the user agrees or says something else.
  var reading: PendingEdit?
  /// What has happened to the answers so far.
  var session: Session
  /// Words that begin like a command, until the user has said which they are.
  var doubtful: String?
  /// Whether the question is asked again to add to its words.
  var isAdding = false
  /// Why the last line was not carried out; nil if it was.
  ///
  /// With a pipe, reading stops there, because the next lines may answer other questions.
  package internal(set) var miss: Phrase?
  /// Whether a note taken after the end has changed the letter since it was last shown.
  var hasUnshownNote = false
  /// Whether the end has been reached before, and the letter been shown there.
  var isFinishedBefore = false
  /// What is to be done outside before the chat goes on; whoever runs it does it, and tells it what came of it.
  package internal(set) var errand: Errand?
  /// The letters to be saved, until the user has said where.
  var saving: Errand.Saving?
  /// The answers when letters were last saved, copied or printed; nil until then.
  var sent: [String: StoredAnswer]?
  /// Whether the conversation is kept on the machine.
  var keeping: Keeping
  /// Makes the fingerprint that letters of a kept conversation carry.
  var fingerprint: Fingerprinting?
  /// What happened besides changes of answers, oldest first, for the history of a kept conversation.
  var happenings: [ChatRecord.Happening] = []

  /// Whether the conversation is kept on the machine.
  var isKept: Bool { keptAs != nil }
  /// Whether the lines of an answer of several lines are being taken.
  var isInLines: Bool { !lines.isEmpty }
  /// Whether lines that come together belong to one answer here: an account, or names.
  var takesPastes: Bool {
    guard let number = conversation.question, proposal == nil, reading == nil, doubtful == nil,
      saving == nil, keepingQuestion == nil
    else { return false }
    let question = conversation.script.questions[number]
    return question.takesLines || question.type == .list
  }

  /// A chat for this conversation.
  package init(_ conversation: Conversation, in world: ChatWorld = ChatWorld()) {
    self.conversation = conversation
    self.world = world
    keeping = .toBeAsked(world.isTrial || conversation.isPractice ? .none : world.place)
    session = Session(answers: conversation.kept)
  }

  var words: Words { conversation.script.words }

  /// What is on the screen before the first reply.
  package var opening: String {
    let machine =
      world.machine.map { "\n" + words(.onMachine, ["host": $0.withControlsVisible]) } ?? ""
    let banner = words(.banner).trimmed + "\n" + conversation.approval
    let story = conversation.isPractice ? [conversation.script.practice ?? ""] : []
    let others = world.unfinished.joined(separator: words(.listSeparator))
    let left = others.isEmpty ? "" : words(.leftUnfinished, ["cases": others])
    return withStanding(
      page([banner + machine, left] + story + conversation.opening.map(\.text) + [question]))
  }

  /// Takes one typed line and returns what is then said, with the next question.
  package mutating func take(_ line: String) -> String {
    let page = page([reply(to: line)] + story())
    session.turn(to: conversation.kept)
    return withStanding(page)
  }

  private mutating func reply(to line: String) -> String {
    clearsScreen = false
    miss = nil
    if let saving { return page(confirmSaving(saving, line)) }
    if case .asking(let place) = keeping { return page(chooseKeeping(place, line)) }
    if let proposal { return page(confirm(proposal, line)) }
    if let reading {
      self.reading = nil
      if reading.question != conversation.question { return page(settle(reading, line)) }
      if let said = agree(reading, line) { return page(said) }
    }
    if doubtful != nil {
      if let said = decide(line) { return page(said) }
      return page(keepDoubtful() + [reply(to: line)])
    }
    let number = conversation.question
    // An empty line keeps the answer of a question that is being asked again, and so does skipping what is offered.
    if lines.isEmpty, let number, conversation.answers[number] != nil,
      line.trimmed.isEmpty
        || conversation.isOffered(number) && conversation.understands(line, as: .skip)
    {
      let isEnd =
        conversation.script.questions[number].type == .list || conversation.isOffered(number)
      isAdding = false
      let kept = keepRefused(at: number)
      let said = kept + conversation.cancelReopen().map(\.text)
      return page(said + [question] + (isEnd ? closing() : []))
    }
    let pasted = line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.isEmpty,
      let asked = lateCorrection(line, to: number) ?? commandOrAnswer(line, to: number)
        ?? adviseInstead(of: line, number)
    {
      return page(asked)
    }
    let takesLines = number.map { conversation.script.questions[$0].takesLines } ?? false
    guard takesLines else { return page(reply(line, to: number)) }
    // Lines pasted in one go are all part of the answer, including empty ones.
    if pasted.count > 1 {
      lines += pasted
      return ""
    }
    let meaning = conversation.understand(line, replyingTo: number)
    switch meaning {
    case .empty: return page(lines.isEmpty ? reply(line, to: number) : endLines())
    case .command(let command, _) where command.action == .undo && !lines.isEmpty:
      lines.removeLast()
      return page([words(.lineUndone)])
    case .command(let command, let argument) where command.answering != nil:
      return page(carryOut(command, argument))
    case .command(let command, let argument)
    where lines.isEmpty || line.trimmed.hasPrefix("/") || command.says != nil || argument.isEmpty:
      // The lines typed so far are kept as an answer.
      let said = lines.isEmpty ? [] : endLines().dropLast()
      return page(said + reply(line, to: conversation.question))
    case .unknownCommand: return page(reply(line, to: number))
    case .answer(.skipped) where line.trimmed.isEmpty:
      return page(lines.isEmpty ? reply(line, to: number) : endLines())
    default:
      lines.append(line)
      return page(heardMeanwhile())
    }
  }

  /// Asks the previous question again; lines typed so far are kept as an answer.
  mutating func goBack() -> String {
    let page = page((lines.isEmpty ? [] : endLines().dropLast()) + back())
    session.turn(to: conversation.kept)
    return withStanding(page)
  }

  /// Ends the input and returns what is then said; lines typed so far are still kept as an answer.
  package mutating func end() -> String {
    let page = lines.isEmpty ? "" : page(endLines())
    return withStanding(page)
  }

  /// Takes the lines so far as the answer; a single line may also mean not known, or who would know.
  private mutating func endLines() -> [String] {
    let text = lines.joined(separator: "\n")
    let alone =
      lines.count == 1 ? conversation.understand(text, replyingTo: conversation.question) : nil
    (lines, heardInLines) = ([], [])
    var given = Answer.value(.text(text))
    if case .answer(let state)? = alone { given = state }
    if case .refused? = alone { return reply(text, to: conversation.question) + [""] }
    if let shown = nothingTold(by: given, typed: text) { return shown + [""] }
    let said = answer(given, typed: text)
    if proposal != nil { return said + [""] }
    return said + [question]
  }

  mutating func reply(_ line: String, to number: Int?) -> [String] {
    if let number, case .value(.options(let chosen))? = conversation.answers[number],
      let left = conversation.edited(chosen, by: line, to: number)
    {
      return showBack(
        PendingEdit(question: number, answer: .value(.options(left)), typed: line, isWhole: true))
    }
    let meaning = conversation.understand(line, replyingTo: number)
    if let number, let counted = conversation.countingDoubt(meaning, of: line, at: number) {
      return showBack(
        PendingEdit(question: number, answer: counted, typed: line, isWhole: true))
    }
    switch meaning {
    case .answer(let answer):
      if let shown = nothingTold(by: answer, typed: line) { return shown }
      let said = self.answer(answer, typed: line)
      return proposal == nil ? said + [question] : said
    case .listDone:
      guard let number, conversation.answers[number] != nil else { return unable(.noEmptyReply) }
      conversation.cancelReopen()
      return [question] + closing()
    case .noRoom: return unable(.noRoom)
    case .command(let command, let argument): return carryOut(command, argument)
    case .empty: return unable(.noEmptyReply)
    case .unknownCommand:
      if let number, conversation.script.questions[number].unclear != nil {
        return misunderstand(line, number)
      }
      return unable(.unknownCommand, ["reply": shown(line)])
    case .ambiguous(let options, let part):
      return misunderstand(line, number, instead: ambiguous(options, part, number))
    case .refused(let why, let arguments):
      defer { miss = why }
      let said = words(why, arguments.merging(["reply": shown(line)]) { $1 })
      return misunderstand(line, number, instead: said)
    case .loose(let answer, let rest):
      guard let number else { return misunderstand(line, number) }
      return showBack(PendingEdit(question: number, answer: answer, typed: line, rest: rest))
    case .notUnderstood: return misunderstand(line, number)
    }
  }

  /// Shows a text that says it is not known, and that nothing was seen, back as not known; nil for any other answer.
  private mutating func nothingTold(by answer: Answer, typed: String) -> [String]? {
    guard let number = conversation.question, case .value(.text) = answer,
      conversation.tellsNothing(typed)
    else { return nil }
    return showBack(PendingEdit(question: number, answer: .notKnown, typed: typed))
  }

  /// Gives an answer, or asks for confirmation first if it would replace longer words or set answers aside.
  private mutating func answer(_ answer: Answer, typed: String) -> [String] {
    guard let number = conversation.question else { return [] }
    if isAdding, case .text(let old)? = conversation.answers[number]?.value,
      case .value(.text(let new)) = answer
    {
      isAdding = false
      return change(.value(.text(old + "\n" + new)), to: number, typed: typed)
    }
    isAdding = false
    if let old = conversation.words(lostBy: answer, to: number) {
      proposal = PendingEdit(question: number, answer: answer, typed: typed, replaced: old)
      return [confirmation(replacing: old, answer)]
    }
    return change(answer, to: number, typed: typed)
  }

  mutating func record(_ answer: Answer, to number: Int, typed: String) -> [String] {
    let isAsked = conversation.question == number
    misunderstood[number]?.removeAll { $0 == typed }
    unclear.remove(number)
    var said = conversation.take(answer, to: number, typed: typed).map(\.text)
    // What was typed before and not understood may say more than the answer: nothing that was typed is lost.
    said += keepRefused(at: number)
    if case .value(.text(let text)) = answer {
      said += askAboutContradiction(in: text, to: number)
    }
    said += longName(in: answer, to: number)
    offerToKeep(after: number)
    // A typed list stays open for the next item.
    if isAsked, case .value(.items(let items)) = answer,
      items.contains(where: { !$0.isRemoved })
    {
      conversation.reopen(number)
    }
    return said + closing()
  }

  /// What is said at the end, once everything is answered; a letter that has been shown is not printed again.
  mutating func closing() -> [String] {
    guard conversation.question == nil else { return [] }
    // What was refused by a question that is asked no more.
    let kept = keepMisunderstood()
    guard conversation.question == nil else { return kept }
    if isFinishedBefore {
      hasUnshownNote = true
      return kept + [words(.letterChanged)]
    }
    isFinishedBefore = true
    return kept + [words(.finished)] + drafts()
  }

  func shown(_ line: String) -> String { line.trimmed.withControlsVisible }

  /// Joins paragraphs with one blank line between two.
  func page(_ paragraphs: some Sequence<String>) -> String {
    var paragraphs = paragraphs.map { text in
      var text = text[...]
      while text.last == "\n" { text.removeLast() }
      return String(text)
    }
    paragraphs.removeAll(where: \.isEmpty)
    return paragraphs.joined(separator: "\n\n")
  }

  /// What every page and letter of a trial or a practice starts with.
  var marks: [String] {
    (isTrial ? [words(.notForUse)] : []) + (conversation.isPractice ? [words(.practice)] : [])
  }

  /// A page below the standing lines that apply now; an empty page stays empty.
  func withStanding(_ page: String) -> String {
    page.isEmpty ? "" : (marks + conversation.standing + [page]).joined(separator: "\n\n")
  }
}
