/// Tells under which condition the answer to a question can be read in a letter, wherever that is: in a slot, a
/// heading, a label, a quotation or a line of gaps.
///
/// In doubt it says that the answer can be read, since rules use it to keep an answer out of a letter.
package struct PrintedAnswers {
  private let question: Int
  private let questions: [Question]

  /// Looks for the answer to this question; the questions are those of the script.
  package init(to question: Int, among questions: [Question]) {
    self.question = question
    self.questions = questions
  }

  /// The condition under which a letter, once it is drafted, prints the answer.
  package func condition(_ letter: Letter) -> Condition {
    .any(
      of: letter.rounds.map { round in
        .all(of: [round.test?.condition ?? .always(true), condition(round.blocks)])
      })
  }

  private func condition(_ blocks: [Letter.Block]) -> Condition {
    let printing = PrintedParts(questions)
    var ways: [Condition] = []
    // A line of gaps names what has no answer by the labels of questions and of the rows that went.
    var rowLabels: [Condition] = []
    func look(_ line: Letter.Line, _ sides: [Text.Side]) {
      let around = Condition.all(of: sides.map(\.condition))
      let texts = Condition.any(of: line.texts.map(condition))
      switch line.kind {
      // Headings go with what is below them, and quotations with the words of an answer: in doubt they stay.
      case .heading, .header, .quotation: ways.append(.all(of: [around, texts]))
      default: ways.append(.all(of: [around, printing.isPrinted(line), texts]))
      }
      if line.kind == .row, let label = line.texts.first { rowLabels.append(condition(label)) }
    }
    for block in blocks {
      block.visit(in: [], test: { _, _ in }, part: { _, _ in }, line: look)
    }
    if blocks.contains(where: \.hasGaps) { ways += rowLabels + labelsOfGaps }
    return .any(of: ways)
  }

  private var labelsOfGaps: [Condition] {
    questions.indices.map { number in
      .all(of: [
        condition(questions[number].label), .met(number), .not(.isKnown(question: number)),
      ])
    }
  }

  private func condition(_ text: Text) -> Condition {
    var ways: [Condition] = []
    text.visit { piece, sides in
      let isPrinted: Condition =
        switch piece {
        case .answer(question, _, _), .field(question, _, _, _), .quotations(question, _),
          .earlier(question, _, _, _), .option(_, question):
          .isKnown(question: question)
        case .item(question, _): .always(true)
        default: .always(false)
        }
      ways.append(.all(of: sides.map(\.condition) + [isPrinted]))
    }
    return .any(of: ways)
  }
}

extension Text.Side {
  /// The condition under which the side is printed.
  fileprivate var condition: Condition { isTaken ? test.condition : .not(test.condition) }
}

extension Letter.Block {
  /// Whether it holds a line of gaps.
  fileprivate var hasGaps: Bool {
    switch self {
    case .gaps: true
    case .line, .pageBreak: false
    case .when(_, let blocks, let otherwise): (blocks + otherwise).contains(where: \.hasGaps)
    case .each(_, let blocks), .part(_, let blocks): blocks.contains(where: \.hasGaps)
    case .sorted(let items): items.contains { $0.blocks.contains(where: \.hasGaps) }
    }
  }
}
