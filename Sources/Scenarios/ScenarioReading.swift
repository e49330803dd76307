package import DialogueModel

extension Scenario {
  /// Reads a scenario, or throws every line that can't be read.
  ///
  /// `KEY: REPLY` answers a question, as typed; a reply of several lines is indented below it.
  /// `local:` is followed by the indented lines of a local file. `change KEY: REPLY` changes an answer at the end.
  /// `today: DATE` sets the day, `time: 11:40` the time of day. `=>` starts an expectation, and `#` a comment.
  package init(file: String, text: String) throws(Diagnostics) {
    self.file = file
    var problems: [Diagnostic] = []
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { (number: $0.offset + 1, text: String(Substring($0.element))) }[...]
    while let (number, line) = lines.popFirst() {
      if line.allSatisfy(\.isWhitespace) { continue }
      if line.hasPrefix("#") {
        if story.isEmpty { story = String(line.dropFirst()).trimmed }
        continue
      }
      func fault(_ message: String, _ fix: String) {
        let place = SourcePlace(file: file, line: number, column: 1)
        problems.append(Diagnostic(.scenario, message, fix: fix, at: place, line: line))
      }
      if line.hasPrefix("=>") {
        let wanted = String(line.dropFirst(2)).trimmed
        if let expectation = Expectation(wanted) {
          expectations.append((number, expectation))
        } else {
          fault("this does not say what must come of it", Expectation.forms)
        }
        continue
      }
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        fault("a line without a colon", "write `KEY: REPLY`")
        continue
      }
      var reply = String(line[line.index(after: colon)...]).trimmed
      var below: [String] = []
      if reply.isEmpty {
        while let next = lines.first, next.text.hasPrefix("  ") {
          below.append(String(next.text.dropFirst(2)))
          lines.removeFirst()
        }
        reply = below.joined(separator: "\n")
      }
      let key = String(line[..<colon]).trimmed
      if key == "local" {
        if local != nil { fault("a second `local:`", "write one block of local lines") }
        // Empty lines before the local lines keep their line numbers.
        local = String(repeating: "\n", count: number) + below.map { "  \($0)\n" }.joined()
      } else if key == "today" {
        today = CivilDate(iso: reply)
        if today == nil { fault("`\(reply)` is not a day", "write `today: 2026-11-16`") }
      } else if key == "time" {
        minute = TimeAnswer.position(of: reply).map { Int($0) }
        if minute == nil { fault("`\(reply)` is not a time", "write `time: 11:40`") }
      } else if key.hasPrefix("change ") {
        changes.append(
          Line(number: number, key: String(key.dropFirst(7)).trimmed, reply: reply))
      } else {
        replies.append(Line(number: number, key: key, reply: reply))
      }
    }
    if story.isEmpty { problems.append(Self.noStory(in: file)) }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  private static func noStory(in file: String) -> Diagnostic {
    Diagnostic(
      .scenario, "a scenario starts with its story in one line",
      fix: "add `# What happened.` at the top", at: SourcePlace(file: file, line: 1, column: 1))
  }
}

extension Scenario.Expectation {
  fileprivate static let forms =
    "write `=> outcome A, B`, `=> letter ID contains \"…\"`, `=> letter ID lacks \"…\"`, "
    + "`=> letters A, B`, `=> no letters`, `=> said \"…\"`, `=> not asked: KEY` or `=> next: KEY`"

  fileprivate init?(_ text: String) {
    func rest(_ opening: String) -> String? {
      text.hasPrefix(opening)
        ? String(text.dropFirst(opening.count)).trimmed : nil
    }
    func names(_ list: String) -> [String] { list.split(separator: ",").map { String($0).trimmed } }
    if let list = rest("outcome ") {
      self = .outcomes(names(list))
    } else if let list = rest("letters ") {
      self = .letters(names(list))
    } else if text == "no letters" {
      self = .letters([])
    } else if let key = rest("next:") {
      self = .next(key)
    } else if let key = rest("not asked:") {
      self = .notAsked(key)
    } else if let phrase = rest("said ")?.unquoted {
      self = .said(phrase)
    } else if let letter = rest("letter "), let space = letter.firstIndex(of: " ") {
      let (id, test) = (String(letter[..<space]), letter[space...].dropFirst())
      if test.hasPrefix("contains "), let phrase = String(test.dropFirst(9)).unquoted {
        self = .letter(id, phrase: phrase, isWanted: true)
      } else if test.hasPrefix("lacks "), let phrase = String(test.dropFirst(6)).unquoted {
        self = .letter(id, phrase: phrase, isWanted: false)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }
}

extension String {
  /// The text between the quotation marks around it; nil if it has none.
  fileprivate var unquoted: String? {
    let text = trimmed
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
    return String(text.dropFirst().dropLast())
  }
}
