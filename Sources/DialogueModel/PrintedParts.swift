/// Tells under which conditions lines and parts of a letter are printed: what the engine does when it drafts, as
/// conditions that can be proved.
package struct PrintedParts {
  private let isPart: (PartName) -> Bool
  private let questions: [Question]
  /// Whether it can't be told, because quotations or gaps are all that may be printed.
  package private(set) var dependsOnWords = false

  /// Looks for these parts; the questions are those of the script.
  package init(_ questions: [Question], isPart: @escaping (PartName) -> Bool = { _ in false }) {
    self.questions = questions
    self.isPart = isPart
  }

  /// The condition under which one of these blocks prints something in the part.
  package mutating func condition(_ blocks: [Letter.Block], inPart: Bool = false) -> Condition {
    .any(of: blocks.map { condition($0, inPart) })
  }

  private mutating func condition(_ block: Letter.Block, _ inPart: Bool) -> Condition {
    switch block {
    case .line(let line): return condition(line, inPart)
    case .gaps:
      dependsOnWords = dependsOnWords || inPart
      return .always(false)
    case .pageBreak: return .always(false)
    case .when(let test, let blocks, let otherwise):
      return either(
        test.condition, condition(blocks, inPart: inPart), condition(otherwise, inPart: inPart))
    case .each(_, let blocks): return condition(blocks, inPart: inPart)
    case .part(let part, let blocks):
      return condition(blocks, inPart: inPart || isPart(part))
    case .sorted(let items):
      return .any(
        of: items.map { item in
          .all(of: [item.test?.condition ?? .always(true), condition(item.blocks, inPart: inPart)])
        })
    }
  }

  private mutating func condition(_ line: Letter.Line, _ inPart: Bool) -> Condition {
    if case .quotations? = line.texts.first?.pieces.first {
      dependsOnWords = dependsOnWords || inPart
      return .always(false)
    }
    // A heading and the header of a table are printed only with what is below, which is looked at by itself.
    switch line.kind {
    case .heading, .header: return .always(false)
    default: break
    }
    let isPrinted = isPrinted(line)
    if inPart { return isPrinted }
    return .all(of: [isPrinted, .any(of: line.texts.map { inlinePart($0.pieces, false) })])
  }

  /// The condition under which a line is printed, once it is reached.
  package func isPrinted(_ line: Letter.Line) -> Condition {
    if line.isAlways { return .always(true) }
    return .any(of: line.texts[line.content].map { holdsSomething($0) })
  }

  /// The condition under which a text has a value, or has words of its own and no slot left empty.
  private func holdsSomething(_ text: Text) -> Condition {
    let isWhole = negation(of: condition(text.pieces, of: .gap))
    return .any(of: [
      condition(text.pieces, of: .value), .all(of: [isWhole, condition(text.pieces, of: .words)]),
    ])
  }

  /// The condition under which a part within a line has words in it.
  private func inlinePart(_ pieces: [Text.Piece], _ inPart: Bool) -> Condition {
    if inPart {
      return .any(of: [Printed.value, .gap, .words].map { condition(pieces, of: $0) })
    }
    return .any(
      of: pieces.map { piece in
        switch piece {
        case .part(let part, let text): inlinePart(text.pieces, isPart(part))
        case .when(let test, let text, let otherwise):
          either(
            test.condition, inlinePart(text.pieces, false), inlinePart(otherwise.pieces, false))
        case .joined(let texts): .any(of: texts.map { inlinePart($0.pieces, false) })
        default: .always(false)
        }
      })
  }

  /// What a piece can print: a value, the mark of a gap, or words of the letter's own.
  private enum Printed {
    case value, gap, words
  }

  /// The condition under which one of the pieces prints this.
  private func condition(_ pieces: [Text.Piece], of printed: Printed) -> Condition {
    .any(
      of: pieces.map { piece in
        switch piece {
        case .when(let test, let text, let otherwise):
          either(
            test.condition, condition(text.pieces, of: printed),
            condition(otherwise.pieces, of: printed))
        case .part(_, let text): condition(text.pieces, of: printed)
        case .joined(let texts): .any(of: texts.map { condition($0.pieces, of: printed) })
        default: condition(piece, of: printed)
        }
      })
  }

  private func condition(_ piece: Text.Piece, of printed: Printed) -> Condition {
    switch (piece, printed) {
    case (.answer(let question, let standIn, _), .value):
      standIn.isSomething || isLocal(question) ? .always(true) : .isKnown(question: question)
    case (.answer(let question, nil, _), .gap):
      isLocal(question) ? .always(false) : .not(.isKnown(question: question))
    case (.field(let question, let name, let standIn, _), .value):
      standIn.isSomething ? .always(true) : hasField(question, name)
    case (.field(let question, let name, nil, _), .gap): negation(of: hasField(question, name))
    case (.earlier, .value), (.item, .value), (.today, .value), (.now, .value), (.approval, .value):
      .always(true)
    case (.number, .words): .always(true)
    case (.words(let words), .words), (.option(let words, _), .words):
      .always(!words.trimmed.isEmpty)
    case (.lines(let lines), .words): .always(!lines.allSatisfy(\.trimmed.isEmpty))
    default: .always(false)
    }
  }

  /// Whether it is a field of the local file: its gap is for the sender to fill in, so it is always printed.
  private func isLocal(_ question: Int) -> Bool { questions[question].gap != nil }

  /// The condition under which the chosen item has a field.
  private func hasField(_ question: Int, _ name: String) -> Condition {
    let options = questions[question].options
    let having = options.indices.filter { options[$0].fields[name] != nil }
    return having.isEmpty ? .always(false) : .isOption(question: question, having)
  }

  private func either(_ test: Condition, _ yes: Condition, _ no: Condition) -> Condition {
    .any(of: [.all(of: [test, yes]), .all(of: [negation(of: test), no])])
  }

  private func negation(of condition: Condition) -> Condition {
    if case .always(let truth) = condition { .always(!truth) } else { .not(condition) }
  }
}

extension String? {
  /// Whether a stand-in has words.
  fileprivate var isSomething: Bool { self?.isEmpty == false }
}
