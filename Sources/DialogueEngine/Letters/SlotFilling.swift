package import DialogueModel
import Documents

/// Fills the slots of texts from the live answers.
///
/// Answers are data: they are never read for slots.
struct SlotFilling {
  private let conversation: Conversation
  private let facts: Environment
  private let isInLetter: Bool
  private var filled = Filled()
  /// Whether a line that was filled has a number, which is counted once all lines are known.
  private(set) var hasNumbers = false

  /// A text with its slots filled.
  struct Filled {
    var line = Document.Line()
    /// Whether a slot had something to print: an answer, or the words that the pack gives in place of one.
    var hasValue = false
    /// The questions of the slots that had nothing to print, in order.
    var unfilled: [Int] = []
    /// The first day that was printed as an answer.
    var day: CivilDate?
    /// The names of the parts that printed something.
    var parts: Set<String> = []

    /// Whether there is something to print: a value, or words of the letter's own with no slot left empty.
    var holdsSomething: Bool { hasValue || unfilled.isEmpty && !line.isBlank }
  }

  init(_ conversation: Conversation, isInLetter: Bool) {
    self.conversation = conversation
    self.isInLetter = isInLetter
    var facts = Environment(
      answers: conversation.answers, met: conversation.walk.met, today: conversation.today,
      minute: conversation.walk.minute,
      outcomes: conversation.walk.outcomes)
    if conversation.script.textsReadSteps {
      facts.said = Set(conversation.walk.path.lazy.filter(\.isReached).map(\.step))
    }
    if isInLetter, let notes = conversation.script.notes, facts.value(notes) != nil,
      let printed = conversation.printedNotes
    {
      facts.meet(notes, printed)
    }
    self.facts = facts
  }

  /// Whether a condition of a letter holds.
  func holds(_ test: Test) -> Bool { facts.holds(test) }

  /// Whether an item of a list is chosen.
  func hasItems(_ list: Int) -> Bool { facts.holds(.hasAny(question: list)) }

  mutating func fill(_ text: Text) -> Filled {
    if let words = text.fixedWords { return Filled(line: Document.Line(words)) }
    add(text)
    return exchange(&filled, with: Filled())
  }

  /// The question of a slot without an answer that is all that a text has; nil for any other text.
  func onlySlotWithoutValue(of text: Text) -> Int? {
    guard text.pieces.count == 1, case .answer(let question, nil, _)? = text.pieces.first,
      question >= conversation.script.localCount, facts.value(question) == nil
    else { return nil }
    return question
  }

  private mutating func add(_ text: Text) {
    for piece in text.pieces { add(piece) }
  }

  private mutating func add(_ piece: Text.Piece) {
    switch piece {
    case .words(let words): filled.line.add(words, from: .letter)
    case .lines(let lines): add(lines)
    case .answer(let question, let standIn, _):
      if let value = facts.value(question) {
        addValue(conversation.words(for: value, to: question), of: question)
        if filled.day == nil { filled.day = value.date }
      } else {
        addMissing(question, standIn)
      }
    case .option(let label, let question):
      filled.line.add(label, from: .answer(conversation.script.questions[question].key))
    case .item(let question, let place):
      addValue(conversation.name(ofItem: place, of: question), of: question)
    case .field(let question, let name, let standIn, _):
      if case .option(let option)? = facts.value(question),
        let lines = conversation.script.questions[question].options[option].fields[name]
      {
        addValue(lines.joined(separator: "\n"), of: question)
      } else {
        addMissing(question, standIn)
      }
    case .earlier(let question, let minutes, let standIn, _):
      if let words = conversation.words(for: facts.value(question), lessMinutes: minutes) {
        addValue(words, of: question)
      } else {
        addMissing(question, standIn)
      }
    case .today(let days): addOwn(conversation.words(for: days))
    case .now: addOwn(conversation.wordsForNow)
    case .number:
      filled.line.addNumber()
      hasNumbers = true
    case .approval: addOwn(conversation.approval)
    case .when(let test, let text, let otherwise): add(holds(test) ? text : otherwise)
    case .part(let name, let text):
      let before = filled.line.utf8.count
      add(text)
      let hasWords = filled.line.utf8[before...].contains { $0 != 0x20 && $0 != 0x0A }
      if hasWords { filled.parts.insert(name.name) }
    case .joined(let texts): addJoined(texts)
    // A quotation has a block for each; `LetterDrafting` makes them.
    case .quotations: break
    }
  }

  /// Adds lines of a vocabulary; on a screen, what precedes the first on its line is repeated before each.
  private mutating func add(_ lines: [String]) {
    let lead = lines.count > 1 && !isInLetter ? filled.line.lastLine : ""
    for (place, words) in lines.enumerated() {
      if place > 0 { filled.line.add("\n" + lead, from: .letter) }
      filled.line.add(words, from: .letter)
    }
  }

  private mutating func addOwn(_ words: String) {
    filled.line.add(words, from: .letter)
    filled.hasValue = true
  }

  private mutating func addValue(_ words: String, of question: Int) {
    filled.hasValue = true
    let key = conversation.script.questions[question].key
    filled.line.add(isInLetter ? words : words.setIn(after: filled.line), from: .answer(key))
  }

  private mutating func addMissing(_ question: Int, _ standIn: String?) {
    if let standIn {
      if !standIn.isEmpty { filled.hasValue = true }
      return filled.line.add(standIn, from: .letter)
    }
    // What the local file lacks is for the sender to fill in, so it is something to print.
    if question < conversation.script.localCount {
      filled.hasValue = true
    } else {
      filled.unfilled.append(question)
    }
    let key = conversation.script.questions[question].key
    filled.line.add(conversation.gapWords(question), from: .gap(key))
  }

  /// Adds the texts that say something, joined as a list is.
  private mutating func addJoined(_ texts: [Text]) {
    var lines: [Document.Line] = []
    let before = filled.line
    for text in texts {
      filled.line = Document.Line()
      add(text)
      if !filled.line.isBlank { lines.append(filled.line) }
    }
    filled.line = before
    for (place, joined) in lines.enumerated() {
      if place > 0 {
        let isLast = place == lines.count - 1
        filled.line.add(
          conversation.script.words(isLast ? .lastSeparator : .listSeparator), from: .letter)
      }
      filled.line.add(joined)
    }
  }
}

extension Conversation {
  /// A text of the pack with its slots filled from the live answers.
  ///
  /// The later lines of an answer are set in, so that none can pass for a line of the text.
  package func print(_ text: Text) -> String {
    if let words = text.fixedWords { return words }
    var filling = SlotFilling(self, isInLetter: false)
    // A part at the end that is not shown leaves its line end behind.
    var line = filling.fill(text).line
    if filling.hasNumbers {
      var count = 0
      line.number(after: &count)
    }
    let words = line.utf8
    let end = words.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? 0
    return String(decoding: words[..<end], as: UTF8.self)
  }

  fileprivate func words(for days: Text.Days) -> String {
    switch days {
    case .plus(let days): words(for: today.adding(days: days))
    case .plusWorking(let days): words(for: today.adding(workingDays: days))
    }
  }

  /// The day, and the time if there is one.
  var wordsForNow: String {
    let day = words(for: today)
    guard let minute else { return day }
    let time = TimeAnswer.words(for: Double(minute), in: script.words)
    return script.words(.moment, ["day": day, "time": time])
  }
}

extension String {
  /// The text with its later lines set in to where the line ends, or by four if that is past column 20.
  fileprivate func setIn(after line: Document.Line) -> String {
    guard utf8.contains(0x0A) else { return self }
    let column = line.lastLine.count
    let margin = String(repeating: " ", count: column > 20 ? 4 : Swift.max(column, 2))
    return split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + margin)
  }
}
