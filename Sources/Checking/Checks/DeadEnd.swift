import DialogueScript
import Screening

/// A conversation that ends without an outcome of the chart, or with two of them.
///
/// Whoever is led there is left without an answer, or with two that contradict each other.
enum DeadEnd: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    let script = pack.script
    let chart = script.outcomes.indices.filter { script.outcomes[$0].kind == .chart }
      .map { Condition.outcome($0) }
    guard !chart.isEmpty else {
      return script.outcomes.first.map {
        [
          Problem(
            .deadEnd,
            "no outcome is of the chart, so no conversation comes to an end that it names",
            fix: "mark those that a finished conversation can come to with `kind: chart`",
            at: $0.place)
        ]
      } ?? []
    }
    let program = Program(script)
    guard !program.isCut else { return [] }
    let slice = Slice(
      of: program,
      at: [program.end: [.not(.any(chart)), .count(chart, .isAtLeast, 2)]])
    let exploration = Exploration(slice, of: script, today: pack.today, limit: 200_000)
    func problem(_ number: Int, _ code: Problem.Code, _ what: String, _ fix: String) -> Problem? {
      let sight = Exploration.Sight(node: slice.nodes.count, number: number)
      guard exploration.seen[sight] != nil else { return nil }
      let witness = Witness(exploration.choices(to: sight), script)
      guard let conversation = witness.conversation(today: pack.today),
        let last = conversation.walk.path.last(where: { $0.watch == nil }),
        // What the exploration left open is put to the engine itself.
        number == 0 ? conversation.chartOutcomes.isEmpty : conversation.chartOutcomes.count > 1
      else { return nil }
      return Problem(
        code, "\(what), such as when \(witness.description)", fix: fix,
        at: script.steps[last.step].place)
    }
    return [
      problem(
        0, .deadEnd, "a conversation can end here without an outcome of the chart",
        "conclude one before it ends"),
      problem(
        1, .twoOutcomes, "a conversation can end here with two outcomes of the chart",
        "let the steps that conclude them exclude each other"),
    ].compactMap(\.self)
  }
}

extension Conversation {
  /// The outcomes of the chart that it has come to.
  var chartOutcomes: [Int] { walk.outcomes.filter { script.outcomes[$0].kind == .chart } }
}
