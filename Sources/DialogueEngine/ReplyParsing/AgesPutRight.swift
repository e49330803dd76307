import DialogueModel

/// Ages that later words put right: by a date of birth, and by a lower number that someone is no longer sure of.
extension Conversation {
  /// Changes a number to the full years since a date of birth that is typed elsewhere: "my mistake, dob 30.1.11".
  func agePutRight(in reply: NormalizedReply, _ number: Int) -> Contradiction? {
    let words = reply.words.indices.filter { script.words[.birth].contains(reply.words[$0]) }
    for at in words {
      let around = reply[max(0, at - 8)..<min(reply.count, at + 9)]
      for question in walk.questions where question != number {
        // In doubt the lower of two counts: a higher one has to be a correction.
        guard case .scalar(let scalar)? = answers[question]?.value,
          let birth = birth(in: around, script.questions[question], amidWords: true),
          case let years = Double(birth.date.years(until: today)),
          case let answer = Answer.value(.scalar(ScalarValue(.number, years))),
          answer != answers[question], refusal(of: answer, to: question) == nil,
          scalar.position > years || beginsWithCorrection(reply.typed)
        else { continue }
        return (question, answer, around.typed)
      }
    }
    return nil
  }

  /// Lowers an age where words say another of someone, and take something back or doubt it: "hang on, so she's 15??".
  func ageDoubted(in reply: NormalizedReply, _ number: Int) -> Contradiction? {
    let words = script.words
    let question = walk.questions.first { script.questions[$0].birthDate != nil }
    guard let question, question != number, case .scalar(let told)? = answers[question]?.value
    else { return nil }
    let takesBack = reply.contains(anyOf: words[.correction])
    let after = words[.not] + words[.takesBack] + [",", "?"]
    for at in reply.words.indices {
      let before = reply[max(0, at - 3)..<at]
      let next = reply.words.dropFirst(at + 1).first
      guard let age = reply.words[at].asWholeNumber, Double(age) < told.position,
        told.position - Double(age) <= 5, next.map(after.contains) ?? true,
        before.contains(anyOf: words[.someoneElse]),
        takesBack || next == "?" || before.contains(anyOf: words[.probablyYes])
      else { continue }
      let answer = Answer.value(.scalar(ScalarValue(.number, Double(age))))
      guard refusal(of: answer, to: question) == nil else { continue }
      return (question, answer, reply[max(0, at - 1)..<at + 1].typed)
    }
    return nil
  }
}
