package import DialogueModel

extension Conversation {
  /// What follows words at the beginning of a reply that take back what was said before: "no wait, four o'clock".
  ///
  /// Nil for a reply that does not begin with any, or has nothing else.
  package func corrected(in typed: String) -> String? {
    let openings = script.words[.no] + script.words[.correction]
    let reply = NormalizedReply(typed.trimmed)
    var start = 0
    while start < reply.count {
      let isComma = start > 0 && reply.words[start] == ","
      let length = isComma ? 1 : reply[start..<reply.count].longestOpening(among: openings)
      if length == 0 { break }
      start += length
    }
    // "No, 15:40 not 3:30": what it is not follows what it is.
    let instead = (start..<max(start, reply.count)).first { at in
      at > start && reply[at..<reply.count].longestOpening(among: script.words[.except]) > 0
    }
    let end = instead ?? reply.count
    return start > 0 && start < end ? reply[start..<end].typed : nil
  }

  /// The moment that words name, as the answer to a question that is answered by what is typed elsewhere; nil for any
  /// other question.
  package func moment(in words: String, for question: Int) -> Answer? {
    guard script.questions[question].isQuiet, script.questions[question].type == .moment else {
      return nil
    }
    return moment(in: .value(.text(words))).map { .value(.scalar(ScalarValue(.moment, $0))) }
  }

  /// Whether a reply of some words begins by taking something back: "sorry, it was the 9th and not the 19th".
  package func beginsWithCorrection(_ typed: String) -> Bool {
    let reply = NormalizedReply(typed.trimmed)
    let length = reply.longestOpening(among: script.words[.correction])
    if length > 0 { return reply.count >= length + 3 }
    // "No, that was last night" corrects; "no, she didn't say" answers.
    let no = reply.longestOpening(among: script.words[.no])
    let rest = reply[no..<reply.count]
    return no > 0 && rest.longestOpening(among: script.words[.correctsAfterNo]) > 0
      && reply.count >= no + 3
  }

  /// Whether words typed where people give their own name speak of someone else: "his inhaler is blue".
  package func speaksOfSomeoneElse(_ typed: String, at question: Int) -> Bool {
    let asked = script.questions[question]
    // Who gives a number that can be rung gives their own name as well.
    let figures = typed.count { $0.isNumber }
    return asked.isForName && figures < 9
      && NormalizedReply(print(asked.text)).contains(anyOf: script.words[.your])
      && NormalizedReply(typed).contains(anyOf: script.words[.someoneElse])
  }

  /// Whether a reply is a question about what to do, and nothing else: "can i not just ask him".
  ///
  /// A longer one tells something as well; where someone has to tell something, so does a shorter one.
  package func asksAdvice(_ typed: String, at question: Int? = nil) -> Bool {
    let reply = NormalizedReply(typed.trimmed)
    let length = reply.longestOpening(among: script.words[.asksAdvice])
    let most = question.map(asksForWords) == true ? 12 : 30
    return length > 0 && reply.count > length && reply.count <= most && !typed.hasQuotations
  }

  /// Whether a question has to be answered in someone's own words.
  package func asksForWords(_ question: Int) -> Bool {
    let asked = script.questions[question]
    return [.text, .list].contains(asked.type) && !asked.isOptional
  }

  /// Whether a question that is no text can read a reply, for sure or loosely.
  package func isHeard(_ typed: String, by question: Int) -> Bool {
    guard ![.text, .list].contains(script.questions[question].type) else { return false }
    switch understand(typed, replyingTo: question) {
    case .answer, .loose: return true
    default: return false
    }
  }
}
