import DialogueModel
import Documents

/// Makes the document of a letter from the live answers.
///
/// Only what holds something is printed: a line goes if its slots have nothing to print, unless it says `always:`; a
/// heading goes with the last thing below it.
struct LetterDrafting {
  private(set) var document = Document()
  /// The names of the parts that printed something.
  private(set) var parts: Set<String> = []
  private var filling: SlotFilling
  private let conversation: Conversation
  /// The labels of the rows that went because their questions are not on the path, by question.
  private var notAsked: [(question: Int, label: String)] = []
  /// How many blocks come before each line of gaps, which is filled last: it tells of rows all over the letter.
  private var gapsAfter: [Int] = []
  /// The first day printed in what is being sorted.
  private var day: CivilDate?

  init(_ blocks: [Letter.Block], _ conversation: Conversation, _ filling: SlotFilling) {
    self.conversation = conversation
    self.filling = filling
    for block in blocks { add(block) }
    addGaps()
    document.blocks.removeEmptyHeadings()
    document.head.sort { $0.kind.place < $1.kind.place }
    if self.filling.hasNumbers { document.number() }
  }

  private mutating func add(_ block: Letter.Block) {
    switch block {
    case .line(let line): add(line)
    case .gaps: gapsAfter.append(document.blocks.count)
    case .pageBreak: document.blocks.append(.pageBreak)
    case .when(let test, let blocks, let otherwise):
      for block in filling.holds(test) ? blocks : otherwise { add(block) }
    case .each(let list, let blocks):
      if filling.hasItems(list) { for block in blocks { add(block) } }
    case .part(let name, let blocks):
      let (body, head) = (document.blocks.count, document.head.count)
      let hadFooter = !document.footer.isEmpty
      for block in blocks { add(block) }
      let isPrinted =
        document.head.count > head || document.footer.isEmpty == hadFooter
        || document.blocks[body...].contains(where: \.isContent)
      if isPrinted { parts.insert(name.name) }
    case .sorted(let items): add(items)
    }
  }

  /// Adds items in the order of their gravity, and then the latest first; those without a day come last.
  private mutating func add(_ items: [Letter.Sorted]) {
    var drafted: [(gravity: Int, day: CivilDate?, blocks: [Document.Block])] = []
    let before = document.blocks
    for item in items {
      if let test = item.test, !filling.holds(test) { continue }
      document.blocks = []
      day = nil
      for block in item.blocks { add(block) }
      drafted.append((item.gravity, day, document.blocks))
    }
    document.blocks = before
    let order = drafted.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.gravity != b.gravity { return a.gravity > b.gravity }
      if let day = a.day, let other = b.day, day != other { return day > other }
      if (a.day == nil) != (b.day == nil) { return b.day == nil }
      return first.offset < second.offset
    }
    for item in order {
      // Rows that have been sorted are one table, below the header above them.
      if case .table([], let rows)? = item.element.blocks.first, extendTable(by: rows) {
        document.blocks += item.element.blocks.dropFirst()
      } else {
        document.blocks += item.element.blocks
      }
    }
  }

  private mutating func add(_ line: Letter.Line) {
    if case .quotations(let question, _)? = line.texts.first?.pieces.first {
      return addQuotations(of: question, line)
    }
    switch line.kind {
    case .head(let head): if let text = fill(line, 0) { add(text, as: head) }
    case .heading(let level): if let text = fill(line, 0) { append(.heading(level: level, text)) }
    case .paragraph: if let text = fill(line, 0) { append(.paragraph(text)) }
    case .item: if let text = fill(line, 0) { append(.item(text)) }
    case .row:
      if let value = fill(line, 1) { append(.row(label: fill(line.texts[0]), value: value)) }
    case .entry:
      let onDay = filling.fill(line.texts[0])
      let before = day
      guard let words = fill(line, 2) else { return }
      // Entries are sorted by their own day, whatever other days their words name.
      day = before ?? onDay.day ?? day
      append(
        .entry(day: onDay.lineIfSomething, basis: fillIfSomething(line.texts[1]), words: words))
    case .quotation:
      guard let words = fill(line, 0) else { return }
      append(.quotation(words: words, source: fillIfSomething(line.texts[1])))
    case .header: append(.table(header: line.texts.map { fill($0) }, rows: []))
    case .cells: addRow(line)
    }
  }

  private mutating func append(_ block: Document.Block) { document.blocks.append(block) }

  /// The text that decides whether a line is printed; nil if it is not.
  private mutating func fill(_ line: Letter.Line, _ number: Int) -> Document.Line? {
    // Most lines that go have nothing but one slot.
    if !line.isAlways, let question = filling.onlySlotWithoutValue(of: line.texts[number]) {
      leaveOut(line, [question])
      return nil
    }
    let filled = filling.fill(line.texts[number])
    guard line.isAlways || filled.holdsSomething else {
      leaveOut(line, filled.unfilled)
      return nil
    }
    take(filled)
    return filled.line
  }

  private mutating func fill(_ text: Text) -> Document.Line {
    let filled = filling.fill(text)
    take(filled)
    return filled.line
  }

  /// The text, or an empty line if it has only slots without an answer.
  private mutating func fillIfSomething(_ text: Text) -> Document.Line {
    let filled = filling.fill(text)
    take(filled)
    return filled.lineIfSomething
  }

  /// Notes the parts and the day that a printed text has.
  private mutating func take(_ filled: SlotFilling.Filled) {
    if !filled.parts.isEmpty { parts.formUnion(filled.parts) }
    if day == nil { day = filled.day }
  }

  private mutating func add(_ line: Document.Line, as head: Letter.Head) {
    guard let kind = Document.Field.Kind(head) else {
      if !document.footer.isEmpty { document.footer.add("\n", from: .letter) }
      document.footer.add(line)
      return
    }
    document.head.append(Document.Field(kind, label: conversation.script.words(head), text: line))
  }

  /// Adds cells to the table above, or begins one.
  private mutating func addRow(_ line: Letter.Line) {
    let filled = line.texts.map { filling.fill($0) }
    guard line.isAlways || filled.contains(where: \.holdsSomething) else { return }
    for text in filled { take(text) }
    let cells = filled.map(\.line)
    if !extendTable(by: [cells]) { append(.table(header: [], rows: [cells])) }
  }

  /// Adds rows to the table above; false if there is none.
  private mutating func extendTable(by more: [[Document.Line]]) -> Bool {
    guard case .table(let header, let rows)? = document.blocks.last else { return false }
    document.blocks[document.blocks.count - 1] = .table(header: header, rows: rows + more)
    return true
  }

  /// Adds a quotation for each stretch of the answer that is in quotation marks.
  private mutating func addQuotations(of question: Int, _ line: Letter.Line) {
    guard case .text(let text)? = conversation.liveAnswer(question)?.value else { return }
    let key = conversation.script.questions[question].key
    let source = filling.fill(line.texts[1])
    for words in text.withControlsVisible.quotations {
      var quotation = Document.Line()
      quotation.add(conversation.script.words(.openQuote), from: .letter)
      quotation.add(words, from: .answer(key))
      quotation.add(conversation.script.words(.closeQuote), from: .letter)
      document.blocks.append(.quotation(words: quotation, source: source.lineIfSomething))
      if day == nil { day = source.day }
    }
  }

  /// Remembers a row that goes because what it asks for is not on the path.
  private mutating func leaveOut(_ line: Letter.Line, _ unfilled: [Int]) {
    guard line.kind == .row, let question = unfilled.first,
      !unfilled.contains(where: { conversation.walk.met[$0] }),
      !notAsked.contains(where: { $0.question == question })
    else { return }
    notAsked.append((question, filling.fill(line.texts[0]).line.textWithoutNumbers))
  }

  /// Fills each line of gaps, now that all rows are known.
  private mutating func addGaps() {
    guard !gapsAfter.isEmpty else { return }
    let lines = conversation.gapLines(and: notAsked)
    for place in gapsAfter.reversed() {
      document.blocks.insert(contentsOf: lines.map { .paragraph($0) }, at: place)
    }
  }
}

extension SlotFilling.Filled {
  /// The line, or an empty one if it has only slots without an answer.
  fileprivate var lineIfSomething: Document.Line { holdsSomething ? line : Document.Line() }
}

extension Document.Field.Kind {
  /// What a line of a letter is in the head of the document; nil for a line that is not there.
  fileprivate init?(_ head: Letter.Head) {
    switch head {
    case .title: self = .title
    case .marking: self = .marking
    case .reference: self = .reference
    case .to: self = .to
    case .from: self = .from
    case .written: self = .written
    case .subject: self = .subject
    case .footer: return nil
    }
  }

  /// Where it comes in the head.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Words {
  /// The word before a line of a letter's head; a marking, a title and a footer have none.
  fileprivate func callAsFunction(_ head: Letter.Head) -> String {
    switch head {
    case .title, .marking, .footer: ""
    case .reference: self(.headReference)
    case .to: self(.headTo)
    case .from: self(.headFrom)
    case .written: self(.headWritten)
    case .subject: self(.headSubject)
    }
  }
}

extension Document.Block {
  /// Whether it says something by itself, as a heading, a table without rows and a page break do not.
  fileprivate var isContent: Bool {
    switch self {
    case .heading, .table(_, []), .pageBreak: false
    default: true
    }
  }
}

extension [Document.Block] {
  /// Takes out headings with nothing below them, up to the next heading of their level, and tables without rows.
  fileprivate mutating func removeEmptyHeadings() {
    // The level of the heading last kept that has something below it; nil while nothing has come.
    var reached: Int?
    for at in indices.reversed() {
      switch self[at] {
      case .heading(let level, _):
        if let lowest = reached, lowest > level { reached = level } else { remove(at: at) }
      case .table(_, []): remove(at: at)
      case .pageBreak: break
      default: reached = .max
      }
    }
  }
}
