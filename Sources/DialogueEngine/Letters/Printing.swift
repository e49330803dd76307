package import DialogueModel

extension Conversation {
  /// A text of the pack with its slots filled from the live answers.
  package func print(_ text: Text) -> String {
    if let words = text.fixedWords { return words }
    // Joining bytes takes a third of the time that joining strings takes.
    var output: [UInt8] = []
    // Most texts fit into this, so that the array rarely has to grow.
    output.reserveCapacity(960)
    add(text, facts, to: &output)
    // A part at the end that is not shown leaves its line end behind.
    while output.last == 0x0A { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  private var facts: Environment {
    Environment(answers: answers, met: walk.met, today: today, outcomes: walk.outcomes)
  }

  /// Prints one text.
  ///
  /// Answers are data: they are never read for slots, and their later lines are indented, so that none can pass for a
  /// line of the letter.
  private func add(_ text: Text, _ facts: Environment, to output: inout [UInt8]) {
    for piece in text.pieces {
      switch piece {
      case .words(let words): output.add(words)
      case .lines(let lines):
        // Text before a list on its line, such as a dash, is repeated before each line of the list.
        let lead = lines.count > 1 ? "\n" + output.lastLine : ""
        for (place, line) in lines.enumerated() {
          if place > 0 { output.add(lead) }
          output.add(line)
        }
      case .answer(let question, let standIn, _):
        if let value = facts.value(question) {
          output.setIn(words(for: value, to: script.questions[question]))
        } else {
          output.add(standIn ?? gapWords(question))
        }
      case .item(let question, let place): output.setIn(name(ofItem: place, of: question))
      case .field(let question, let name, let standIn, _):
        if case .option(let option)? = facts.value(question),
          let lines = script.questions[question].options[option].fields[name]
        {
          output.setIn(lines.joined(separator: "\n"))
        } else {
          output.add(standIn ?? gapWords(question))
        }
      case .today(let days):
        let date =
          switch days {
          case .plus(let days): today.adding(days: days)
          case .plusWorking(let days): today.adding(workingDays: days)
          }
        output.add(words(for: date))
      case .gaps:
        let gaps = gaps
        if gaps.isEmpty { output.add(script.words(.noGaps)) }
        for (place, gap) in gaps.enumerated() {
          if place > 0 { output.add("\n") }
          output.setIn(line(for: gap))
        }
      case .newestFirst(let text): addNewestFirst(text, facts, to: &output)
      case .approval: output.add(approval)
      case .part(let test, let text, let otherwise):
        add(facts.holds(test.condition) ? text : otherwise, facts, to: &output)
      }
    }
  }

  /// Prints each part by itself, and orders the parts by the first date that each shows.
  private func addNewestFirst(_ text: Text, _ facts: Environment, to output: inout [UInt8]) {
    let parts = text.pieces.map { piece in
      var part: [UInt8] = []
      add(Text([piece]), facts, to: &part)
      return (text: part, date: facts.firstDate(in: piece))
    }
    let dated = parts.enumerated().sorted {
      guard let first = $0.element.date, let second = $1.element.date, first != second else {
        return ($0.element.date == nil ? 1 : 0, $0.offset)
          < ($1.element.date == nil ? 1 : 0, $1.offset)
      }
      return first > second
    }
    for part in dated { output += part.element.text }
  }

  private func line(for gap: Gap) -> String {
    let label = script.questions[gap.question].label
    return script.words(.gapLine, ["question": print(label), "gap": gap.words])
  }
}

extension [UInt8] {
  fileprivate mutating func add(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// The text after the last line end.
  fileprivate var lastLine: Substring { String(decoding: self, as: UTF8.self).lastLine }

  /// Adds text whose later lines are indented to where it starts, or by four if that is past column 20.
  fileprivate mutating func setIn(_ text: String) {
    guard text.utf8.contains(0x0A) else { return add(text) }
    let column = lastLine.count
    let margin = String(repeating: " ", count: column > 20 ? 4 : Swift.max(column, 2))
    add(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + margin))
  }
}

extension String {
  /// The text with a visible sign for each character that could control a terminal or reverse the text after it.
  ///
  /// Line ends are kept.
  package var withControlsVisible: String {
    // Most texts are plain, and returned at once.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return self }
    var visible = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A: visible.append(scalar)
      case 0x00..<0x20: visible.append(scalar.picture(0x2400 + scalar.value))
      case 0x7F: visible.append(scalar.picture(0x2421))
      case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069,
        0xFEFF:
        visible.append(contentsOf: "⟨U+\(scalar.hex)⟩".unicodeScalars)
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }
}

extension Unicode.Scalar {
  fileprivate func picture(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? self }

  fileprivate var hex: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Environment {
  /// The first date that a piece prints; nil if it prints none.
  fileprivate func firstDate(in piece: Text.Piece) -> CivilDate? {
    switch piece {
    case .answer(let question, _, _):
      value(question)?.date
    case .part(let test, let text, let otherwise):
      (holds(test.condition) ? text : otherwise).pieces.lazy.compactMap(firstDate).first
    case .newestFirst(let text): text.pieces.lazy.compactMap(firstDate).first
    default: nil
    }
  }
}
