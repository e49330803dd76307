import DialogueScript

/// Prints one text, keeping what people wrote as data: it is never read for slots, and its later lines
/// are set in, so that none can pass for a line of the letter.
struct Printer {
  let conversation: Conversation
  private let facts: Facts
  var output = ""

  init(conversation: Conversation) {
    self.conversation = conversation
    // Most texts fit, and none has to grow a little at a time.
    output.reserveCapacity(512)
    facts = Facts(
      answers: conversation.answers, met: conversation.walk.met, today: conversation.today,
      outcomes: conversation.walk.outcomes)
  }

  /// What has been printed of the line that is being printed.
  private var lastLine: Substring {
    guard let end = output.utf8.lastIndex(of: 0x0A) else { return output[...] }
    return output[output.utf8.index(after: end)...]
  }

  mutating func print(_ text: Text) {
    for piece in text.pieces {
      switch piece {
      case .words(let words): output += words
      case .lines(let lines):
        // What stands before a list on its line, such as a dash, stands before each of its lines.
        let lead = lines.count > 1 ? String(lastLine) : ""
        for (place, line) in lines.enumerated() {
          if place > 0 { output += "\n\(lead)" }
          output += line
        }
      case .answer(let question, let standIn, _):
        if let value = facts.value(question) {
          setIn(conversation.words(for: value, to: conversation.script.questions[question]))
        } else {
          output += standIn ?? conversation.gapWords(question)
        }
      case .item(let question, let place): setIn(conversation.name(ofItem: place, of: question))
      case .field(let question, let name, let standIn, _):
        if let lines = field(name, of: question) {
          setIn(lines.joined(separator: "\n"))
        } else {
          output += standIn ?? conversation.gapWords(question)
        }
      case .today(let days):
        let today = conversation.today
        let date =
          switch days {
          case .plus(let days): today.adding(days: days)
          case .plusWorking(let days): today.adding(workingDays: days)
          }
        output += conversation.words(for: date)
      case .gaps:
        let gaps = conversation.gaps
        if gaps.isEmpty { output += conversation.script.words(.none) }
        for (place, gap) in gaps.enumerated() {
          if place > 0 { output += "\n" }
          setIn(line(for: gap))
        }
      case .newestFirst(let text): printNewestFirst(text)
      case .approval: output += conversation.approval
      case .part(let test, let text, let otherwise):
        print(facts.holds(test.condition) ? text : otherwise)
      }
    }
  }

  /// Each part is printed by itself, to be put in the order of the first date it shows.
  private mutating func printNewestFirst(_ text: Text) {
    let parts = text.pieces.map { piece in
      var part = Printer(conversation: conversation)
      part.print(Text([piece]))
      return (text: part.output, date: facts.firstDate(in: piece))
    }
    let dated = parts.enumerated().sorted {
      guard let first = $0.element.date, let second = $1.element.date, first != second else {
        return ($0.element.date == nil ? 1 : 0, $0.offset)
          < ($1.element.date == nil ? 1 : 0, $1.offset)
      }
      return first > second
    }
    output += dated.map(\.element.text).joined()
  }

  private func field(_ name: String, of question: Int) -> [String]? {
    guard case .option(let option)? = facts.value(question) else { return nil }
    return conversation.script.questions[question].options[option].fields[name]
  }

  private func line(for gap: Gap) -> String {
    let label = conversation.script.questions[gap.question].label
    return conversation.script.words(
      .gapLine, ["question": conversation.print(label), "gap": gap.words])
  }

  /// Adds text whose later lines start under its first, or a little in where that is far to the right.
  private mutating func setIn(_ text: String) {
    guard text.utf8.contains(0x0A) else {
      output += text
      return
    }
    let column = lastLine.count
    let margin = String(repeating: " ", count: column > 20 ? 4 : max(column, 2))
    output += text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + margin)
  }
}

extension String {
  /// The text with a visible stand-in for each character that could steer a terminal or turn the
  /// direction of what follows; line ends stay.
  package var withControlsVisible: String {
    // Most text is plain.
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

extension Facts {
  /// The first date that a piece prints.
  fileprivate func firstDate(in piece: Text.Piece) -> CivilDate? {
    switch piece {
    case .answer(let question, _, _):
      if case .date(let date, _)? = value(question) { date } else { nil }
    case .part(let test, let text, let otherwise):
      (holds(test.condition) ? text : otherwise).pieces.lazy.compactMap(firstDate).first
    case .newestFirst(let text): text.pieces.lazy.compactMap(firstDate).first
    default: nil
    }
  }
}
