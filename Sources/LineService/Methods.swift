import DialogueEngine
import DialogueModel

/// What a request is answered with.
enum Result {
  case described
  case listed
  case turn(Turn)
  case review(Talk)
  case explained(Talk, question: Int)
  case drafted(Talk, letters: [Int])
  case closed
}

/// The methods, by their names on the line.
enum Method: CaseIterable {
  case describe, list, start, answer, back, change, review, explain, draft, resume, close

  var name: String {
    switch self {
    case .describe: "service/describe"
    case .list: "dialogue/list"
    case .start: "conversation/start"
    case .answer: "conversation/answer"
    case .back: "conversation/back"
    case .change: "conversation/change"
    case .review: "conversation/review"
    case .explain: "conversation/explain"
    case .draft: "conversation/draft"
    case .resume: "conversation/resume"
    case .close: "conversation/close"
    }
  }
}

extension Service {
  mutating func carryOut(_ request: Request) throws(Refusal) -> Result {
    guard let method = Method.allCases.first(where: { request.method.isText($0.name) }) else {
      throw .unknownMethod
    }
    if let given = request.parameters, !given.isObject {
      throw .wrongParameters("Parameters go by name: \"params\" is an object.")
    }
    let given = Parameters(json: request.parameters)
    try given.check(for: method)
    switch method {
    case .describe: return .described
    case .list: return .listed
    case .start: return .turn(try start(given))
    case .answer: return .turn(try answer(given, isChange: false))
    case .change: return .turn(try answer(given, isChange: true))
    case .back: return .turn(try goBack(given))
    case .resume: return .turn(try resume(given))
    case .review: return .review(try talk(given))
    case .explain:
      let talk = try talk(given)
      return .explained(talk, question: try question(given, in: talk))
    case .draft:
      let talk = try talk(given)
      return .drafted(talk, letters: try letters(given, of: talk))
    case .close:
      if let name = try talk(given).name { held.remove(name) }
      return .closed
    }
  }

  private mutating func start(_ given: Parameters) throws(Refusal) -> Turn {
    let pack = try pack(given)
    let talk = Talk(
      Conversation(
        packs[pack].script, stored: try given.answers() ?? [:], today: try day(given)),
      pack: pack)
    return try hold(talk, said: talk.conversation.opening, given)
  }

  /// Takes a conversation up again: from a state, or from answers kept elsewhere.
  private mutating func resume(_ given: Parameters) throws(Refusal) -> Turn {
    if given.namesConversation {
      let talk = try talk(given)
      return Turn(talk: talk, said: talk.conversation.noticesInForce)
    }
    let pack = try pack(given)
    guard let answers = try given.answers() else {
      throw .wrongParameters("Give \"state\", or \"answers\" with the pack's \"version\".")
    }
    let script = packs[pack].script
    let conversation = Conversation(packs[pack].script, stored: answers, today: try day(given))
    if let version = try given.text("version"), version != script.version,
      try given.truth("accept") != true
    {
      throw .scriptChanged(
        version: script.version,
        parked: conversation.parked.map { script.questions[$0].key },
        unknown: conversation.strays.keys.sorted())
    }
    return try hold(
      Talk(conversation, pack: pack), said: conversation.noticesInForce, given)
  }

  private mutating func answer(_ given: Parameters, isChange: Bool) throws(Refusal) -> Turn {
    let talk = try talk(given)
    if !isChange, let turn = try commanded(given, in: talk) { return turn }
    if !isChange, given["question"] == nil, talk.question == nil, given["answer"] == nil,
      let typed = try given.text("reply"), !typed.trimmed.isEmpty
    {
      return try keep(typed, in: talk)
    }
    let question = try question(given, in: talk)
    let answer: Answer
    switch try reply(given, to: question, in: talk) {
    case .answer(let given): answer = given
    case .turn(let turn): return turn
    }
    let effect = isChange ? talk.conversation.effect(of: answer, to: question) : nil
    if isChange, try given.truth("preview") == true { return Turn(talk: talk, effect: effect) }
    let open = talk.question
    let said = talk.conversation.answer(question, with: answer)
    talk.misses = 0
    if talk.script.questions[question].isQuiet {
      // A note is taken beside the question that is asked.
      if let open { talk.conversation.reopen(open) }
    } else if given["reply"] != nil,
      talk.conversation.items(of: question).contains(where: { !$0.isRemoved })
    {
      // A list that is typed item by item stays open for the next one.
      talk.conversation.reopen(question)
    }
    return Turn(talk: talk, said: said, effect: effect)
  }

  /// What comes of a command that answers, typed at whichever question, or at the end.
  private func commanded(_ given: Parameters, in talk: Talk) throws(Refusal) -> Turn? {
    guard talk.script.words.commands.contains(where: { $0.answering != nil }),
      given["answer"] == nil, let typed = try given.text("reply")
    else { return nil }
    let question = given["question"] == nil ? talk.question : try question(given, in: talk)
    guard
      case .command(let command, let rest) = talk.conversation.understand(
        typed, replyingTo: question),
      let answering = command.answering
    else { return nil }
    return Turn(talk: talk, said: talk.conversation.carryOut(answering, rest))
  }

  /// Keeps words as a note where nothing more is asked.
  private func keep(_ typed: String, in talk: Talk) throws(Refusal) -> Turn {
    switch talk.conversation.understand(typed, replyingTo: nil) {
    case .command(let command, let argument): throw .isACommand(command.id, argument: argument)
    case .unknownCommand: throw .notOnThePath
    default: break
    }
    guard let said = talk.conversation.keep(note: typed.trimmed) else { throw .notOnThePath }
    let words = talk.script.words
    let kept = words(.noteKept, ["note": typed.trimmed.withControlsVisible])
    return Turn(talk: talk, said: said + [Said(kept)])
  }

  /// What a reply comes to: an answer, or a turn that is over with it.
  private enum Given {
    case answer(Answer)
    case turn(Turn)
  }

  /// The answer that was given, by value or by words.
  private func reply(
    _ given: Parameters, to question: Int, in talk: Talk
  ) throws(Refusal) -> Given {
    guard (given["answer"] == nil) != (given["reply"] == nil) else {
      throw .wrongParameters("Give either \"answer\", a value, or \"reply\", words as typed.")
    }
    if let json = given["answer"] {
      guard let stored = StoredAnswer(json),
        let answer = talk.conversation.answer(to: question, from: stored)
      else { throw invalid(question, in: talk) }
      return .answer(answer)
    }
    let typed = try given.text("reply") ?? ""
    // An empty reply leaves an answer that is asked again as it was.
    if typed.trimmed.isEmpty, question == talk.conversation.reopened {
      talk.leaveReopened()
      return .turn(Turn(talk: talk))
    }
    var options: [Int] = []
    var ways = ways(to: question, in: talk)
    switch talk.conversation.understand(typed, replyingTo: question) {
    case .answer(let answer): return .answer(answer)
    case .listDone:
      talk.leaveReopened()
      return .turn(Turn(talk: talk))
    case .command(let command, let argument): throw .isACommand(command.id, argument: argument)
    case .noRoom: throw invalid(question, in: talk)
    case .empty where talk.script.questions[question].unclear != nil:
      // Nothing at all is no unclear reply, and is not counted as one.
      throw .notUnderstood(level: 1, ways: ways, options: [], state: carried(talk))
    case .ambiguous(let several, _): options = several
    // The reply is one of the pack's own words here, and can be repeated.
    case .refused(let why): ways = talk.script.words(why, ["reply": typed.trimmed])
    case .empty, .unknownCommand, .notUnderstood: break
    }
    let isFirst = talk.misses == 0
    if try given.truth("preview") != true,
      let said = talk.conversation.takeUnclear(typed, to: question, isFirst: isFirst)
    {
      talk.misses = isFirst ? 1 : 0
      return .turn(Turn(talk: talk, said: said))
    }
    talk.misses = min(talk.misses + 1, 3)
    throw .notUnderstood(
      level: talk.misses, ways: ways,
      options: options.map { talk.script.questions[question].options[$0] },
      state: carried(talk))
  }

  private func invalid(_ question: Int, in talk: Talk) -> Refusal {
    .invalidAnswer(
      question: talk.script.questions[question].key, ways: ways(to: question, in: talk))
  }

  private func ways(to question: Int, in talk: Talk) -> String {
    talk.script.words(talk.script.questions[question].type.ways)
  }

  private mutating func goBack(_ given: Parameters) throws(Refusal) -> Turn {
    let talk = try talk(given)
    guard let previous = talk.conversation.previous else { throw .notOnThePath }
    talk.conversation.reopen(previous)
    talk.misses = 0
    return Turn(talk: talk)
  }

  private func letters(_ given: Parameters, of talk: Talk) throws(Refusal) -> [Int] {
    let letters = talk.conversation.letters
    guard let wanted = try given.text("letter") else { return letters }
    let named = letters.filter { talk.conversation.script.letters[$0].id == wanted }
    guard !named.isEmpty else {
      throw .wrongParameters("This conversation has no letter of that name as it stands.")
    }
    return named
  }
}
