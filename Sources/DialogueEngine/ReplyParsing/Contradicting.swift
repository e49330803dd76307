package import DialogueModel

extension Conversation {
  /// The number that a text puts right, "13 not 14", where 14 is the answer to another question, with its words; nil if
  /// there is none.
  package func contradiction(
    in typed: String, to number: Int
  ) -> (question: Int, answer: Answer, words: String)? {
    let reply = NormalizedReply(typed)
    for at in reply.words.indices.dropFirst().dropLast()
    where script.words[.not].contains(where: reply[at..<at + 1].matches) {
      let end = reply.words[at - 1] == "," ? at - 2 : at - 1
      guard end >= 0, let right = reply.words[end].asWholeNumber,
        let wrong = reply.words[at + 1].asWholeNumber, right != wrong
      else { continue }
      let question = walk.questions.first { question in
        question != number && script.questions[question].type == .number
          && answers[question] == .value(.scalar(ScalarValue(.number, Double(wrong))))
      }
      let answer = Answer.value(.scalar(ScalarValue(.number, Double(right))))
      guard let question, refusal(of: answer, to: question) == nil else { continue }
      return (question, answer, reply[end..<at + 2].typed)
    }
    return nil
  }
}
