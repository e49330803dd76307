import DialogueEngine
import DialogueModel

extension Checker {
  /// A conversation that ends in a way that it should not: its last step, and the answers that lead there.
  ///
  /// The engine is asked about what the exploration left open, and only what it confirms is reported.
  func ending(
    where condition: ([Condition]) -> Condition, isSo: (_ outcomes: [Int]) -> Bool
  ) -> [(place: SourcePlace, answers: String)] {
    let chart = script.outcomes.indices.filter { script.outcomes[$0].kind == .chart }
    guard isExplorable else { return [] }
    let slice = Slice(of: program, at: [program.end: [condition(chart.map { .outcome($0) })]])
    let exploration = Exploration(
      slice, of: script, today: today, limit: 200_000, keeping: 1000)
    let goal = Exploration.Goal(node: slice.nodes.count, number: 0)
    guard let choices = exploration.decisions(to: goal).first else { return [] }
    let witness = Witness(choices, script)
    guard let conversation = witness.conversation(today: today),
      let last = conversation.walk.path.last(where: { $0.watch == nil }),
      isSo(conversation.chartOutcomes)
    else { return [] }
    return [(script.steps[last.step].place, witness.description)]
  }
}
