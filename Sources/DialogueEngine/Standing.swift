import DialogueModel

extension Conversation {
  /// The standing lines that hold now, in the pack's order; they are shown on every turn.
  package var standing: [String] {
    guard !script.standing.isEmpty else { return [] }
    let facts = factsSoFar
    return script.standing.filter { facts.holds($0.test) }.map { print($0.text) }
  }

  /// The outcomes reached and the answers given so far, as a safety rule reads them at every point.
  var factsSoFar: Environment {
    var facts = Environment(
      questions: script.questions.count, today: today, minute: walk.minute,
      outcomes: walk.outcomes)
    for field in 0..<script.localCount { facts.meet(field, answers[field]) }
    for entry in walk.path {
      guard let question = entry.question else { continue }
      // A quiet question counts, filled or not, once the run has reached it.
      let isGiven =
        script.questions[question].isQuiet ? entry.isReached : answers[question] != nil
      if isGiven { facts.meet(question, answers[question]) }
    }
    return facts
  }
}
