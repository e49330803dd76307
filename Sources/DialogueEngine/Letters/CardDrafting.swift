import DialogueModel
package import Documents

extension Conversation {
  /// The pack's card, for when there is no computer at hand; nil for a pack without one.
  ///
  /// Its words come from the questions themselves, so that it asks what the conversation asks. Nobody has answered
  /// anything on it: parts of a question with a condition are left out.
  package var card: Document? {
    guard let card = script.card else { return nil }
    var document = Document()
    if let marking = card.marking {
      document.head.append(Document.Field(.marking, label: "", text: Document.Line(marking)))
    }
    document.head.append(Document.Field(.title, label: "", text: Document.Line(card.title)))
    var asked = 0
    for section in card.sections {
      document.blocks.append(.heading(level: 1, Document.Line(section.heading)))
      for line in section.lines {
        if case .ask = line { asked += 1 }
        document.blocks += blocks(for: line, number: asked)
      }
    }
    document.footer = Document.Line(approval)
    return document
  }

  private func blocks(for line: Card.Line, number: Int) -> [Document.Block] {
    switch line {
    case .ask(let question, let showsOptions):
      var text = wordsOnCard(script.questions[question])
      if showsOptions { text += "\n" + optionsOnCard(script.questions[question]) }
      return [.row(label: Document.Line("\(number)"), value: Document.Line(text))]
    case .say(let text):
      return text.split(separator: "\n").map { .item(Document.Line(String($0).trimmed)) }
    case .blank(let label, let values):
      let known = values.compactMap(wordsOnCard)
      let value = known.isEmpty ? Self.roomToWrite : known.joined(separator: "; ")
      return [.row(label: Document.Line(label), value: Document.Line(value))]
    }
  }

  private static let roomToWrite = String(repeating: "_", count: 40)

  /// What the local file has; nil if that is nothing.
  private func wordsOnCard(_ value: Card.Value) -> String? {
    switch value {
    case .field(let field): answers[field].map { words(for: $0, to: field) }
    case .item(let label, let value): "\(label): \(value.withControlsVisible)"
    }
  }

  private func wordsOnCard(_ question: Question) -> String {
    let text = wordsOnCard(question.text).onOneLine
    return text.isEmpty ? wordsOnCard(question.label).onOneLine : text
  }

  /// The words of a text that it has whatever is answered.
  private func wordsOnCard(_ text: Text) -> String {
    text.pieces.map { piece in
      switch piece {
      case .words(let words), .option(let words, _): words
      case .lines(let lines): lines.joined(separator: "\n")
      case .answer(let question, let standIn, _):
        answers[question].map { words(for: $0, to: question) } ?? standIn ?? ""
      case .field(_, _, let standIn, _): standIn ?? ""
      case .earlier(_, _, let standIn, _): standIn
      case .part(_, let text): wordsOnCard(text)
      case .joined(let texts):
        script.words.list(texts.map { wordsOnCard($0) }.filter { !$0.trimmed.isEmpty })
      case .item, .today, .now, .number, .approval, .when, .quotations: ""
      }
    }.joined()
  }

  /// The options with the numbers that the conversation gives them, which no line end parts from their words.
  private func optionsOnCard(_ question: Question) -> String {
    question.options.enumerated().map { "(\($0 + 1))\u{A0}\($1.label)" }.joined(separator: "; ")
  }
}

extension String {
  /// The words with one blank wherever there are line ends or several blanks.
  fileprivate var onOneLine: String {
    split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
