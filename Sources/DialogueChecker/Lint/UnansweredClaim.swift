import DialogueModel

/// Reports sentences of a letter that say what was said, done or decided, with no answer that says so.
enum UnansweredClaim: Check {
  static let explanation = Explanation(
    .unansweredClaim,
    "A sentence of a letter with one of the pack's `claims:` words, which has no answer in it and does not depend on one.",
    why: "the letter says in the name of its sender what nobody has told.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - conclude: done
          outcome: done
      # file: letters/note.md
      Door: <<visit.door>>
        I told the owner.
      # ^
      <<when: visit.door is yes>>
      It was open.
      <<end>>
      # file: wording.yaml
      wording:
        claims: [I, told, was]
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let rules = pack.script.wordRules
    let words = Set(rules.claims.map { $0.lowercased() })
    let requests = Set(rules.requests.map { $0.lowercased() })
    guard !words.isEmpty else { return [] }
    var found: Set<Diagnostic> = []
    for letter in pack.script.letters {
      letter.visit(line: { line, sides in
        guard !line.isName else { return }
        let isUnderAnswer = sides.contains { $0.needsAnswer(pack.script) }
        var claims = OwnSentences(pack.script)
        for text in line.texts[line.content] { claims.add(text.pieces, isUnderAnswer) }
        for sentence in claims.withoutAnswer {
          guard let claim = sentence.first(of: words), sentence.first(of: requests) == nil else {
            continue
          }
          found.insert(
            Diagnostic(
              .unansweredClaim, "\"\(claim)\" says that something happened, under no answer",
              fix:
                "put the sentence under a condition on the answer that says so, or make it a request",
              at: line.place))
        }
      })
    }
    return Array(found)
  }
}

/// The sentences of a line that are the letter's own from end to end.
private struct OwnSentences {
  private(set) var withoutAnswer: [String] = []
  private let script: Script

  init(_ script: Script) {
    self.script = script
  }

  mutating func add(_ pieces: [Text.Piece], _ isUnderAnswer: Bool) {
    var sentence = ""
    var hasAnswer = isUnderAnswer
    func close(_ sentences: inout [String]) {
      if !hasAnswer { sentences.append(sentence) }
      (sentence, hasAnswer) = ("", isUnderAnswer)
    }
    for piece in pieces {
      switch piece {
      case .words(let words):
        for letter in words {
          if ".?!".contains(letter) { close(&withoutAnswer) } else { sentence.append(letter) }
        }
      case .when(let test, let text, let otherwise):
        for (isTaken, text) in [(true, text), (false, otherwise)] {
          let side = Text.Side(test: test, isTaken: isTaken)
          add(text.pieces, hasAnswer || side.needsAnswer(script))
        }
      case .part(_, let text): add(text.pieces, hasAnswer)
      case .answer, .option, .item, .field, .earlier, .joined, .quotations: hasAnswer = true
      case .lines, .today, .now, .number, .approval: break
      }
    }
    close(&withoutAnswer)
  }
}

extension String {
  /// The first of these words, or runs of words, that the sentence has outside square brackets.
  fileprivate func first(of words: Set<String>) -> String? {
    var depth = 0
    let outside = String(
      filter { letter in
        if letter == "[" { depth += 1 }
        defer { if letter == "]" { depth -= 1 } }
        return depth == 0
      })
    let own = outside.lowercased().split { !$0.isLetter && $0 != "'" }.joined(separator: " ")
    return words.filter { " \(own) ".contains(" \($0) ") }.min()
  }
}

extension Text.Side {
  /// Whether this side is printed only if some question has a value.
  fileprivate func needsAnswer(_ script: Script) -> Bool {
    let left = test.condition.replacing { test in
      switch test {
      case .outcome, .said, .isUnknown, .unresolved: nil
      default: test.questions.allSatisfy { $0 >= script.localCount } ? .always(false) : nil
      }
    }
    return left == .always(!isTaken)
  }
}

extension Letter.Line {
  /// Whether it only names the letter or a part of it.
  fileprivate var isName: Bool {
    switch kind {
    case .heading, .head(.title), .head(.marking), .head(.subject): true
    default: false
    }
  }
}
