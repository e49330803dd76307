import DialogueScript

/// Looks through a script for all that a conversation without a local file may come to.
///
/// Scenarios have no local file unless one is given, and what only happens with one is no gap of theirs.
struct Survey {
  private let script: Script
  /// The questions that may be asked, as far as the look before this one could tell.
  private let askable: Set<Int>
  private var asked: Set<Int> = []
  private var blocks: Set<Int> = []
  private var parts: Set<Coverage.Part> = []

  /// Everything there is to cover.
  static func parts(of script: Script) -> Set<Coverage.Part> {
    var survey = Survey(script, askable: Set(script.questions.indices))
    // A question that is never asked may keep others from being asked.
    while survey.asked != survey.askable { survey = Survey(script, askable: survey.asked) }
    return survey.parts
  }

  private init(_ script: Script, askable: Set<Int>) {
    self.script = script
    self.askable = askable
    look(into: script.entry)
    for watch in script.watches
    where decided(watch.test) != false && !watch.test.condition.questions.isDisjoint(with: askable)
    {
      look(into: watch.block)
    }
  }

  private mutating func look(into block: Int) {
    guard blocks.insert(block).inserted else { return }
    var steps: Set<Int> = [script.blocks[block].lowerBound]
    for at in script.blocks[block] where steps.contains(at) {
      let step = script.steps[at]
      let when: Bool? = if let test = step.when { decided(test) } else { true }
      if when != true || mayHaveBeenMet(step.action) { steps.insert(at + 1) }
      guard when != false else { continue }
      add(.step, step.place)
      look(at: step.action)
      for (branch, target) in ways(after: step) {
        if let branch { add(.branch, branch) }
        switch target {
        case .next, .unresolved: steps.insert(at + 1)
        case .step(let later): steps.insert(later)
        case .end, .finish, .conclude: break
        }
      }
    }
  }

  /// Such a step is passed over.
  private func mayHaveBeenMet(_ action: Step.Action) -> Bool {
    switch action {
    case .ask(let question): asked.contains(question)
    case .use(let block): blocks.contains(block)
    default: false
    }
  }

  private mutating func look(at action: Step.Action) {
    switch action {
    case .ask(let question):
      asked.insert(question)
      for option in script.questions[question].options {
        if let place = option.place { add(.option, place) }
      }
    case .use(let block): look(into: block)
    case .forEach(let rounds): for round in rounds { look(into: round.block) }
    case .say, .decide, .choose, .conclude: break
    }
  }

  private mutating func add(_ kind: Coverage.Kind, _ place: SourcePlace) {
    parts.insert(Coverage.Part(kind: kind, place: place))
  }

  /// Where a step can lead, by which branch.
  private func ways(after step: Step) -> [(branch: SourcePlace?, target: Step.Target)] {
    switch step.then {
    case .to(let target): return [(nil, target)]
    case .byCondition(let all, let otherwise):
      var ways: [(branch: SourcePlace?, target: Step.Target)] = []
      for way in all {
        let truth = decided(way.test)
        if truth != false { ways.append((way.test.place, way.target)) }
        if truth == true { return ways }
      }
      return ways + [(otherwise.place, otherwise.target)]
    case .byAnswer(let ways, let unknown, let otherwise):
      var all = ways.map { $0 ?? otherwise }
      if case .decide(let test) = step.action, let truth = decided(test) {
        all = [all[truth ? 0 : 1]]
      } else if case .ask = step.action {
        all.append(unknown ?? otherwise)
      }
      return all.map { ($0.place, $0.target) }
    }
  }

  /// Whether a condition holds, where that is the same in every such conversation.
  private func decided(_ test: Test) -> Bool? {
    let left = test.condition.replacing { test in
      switch test {
      case .isOption(_, []), .includes(_, []): return .always(false)
      case .outcome: return nil
      case .isKnown(let field) where field < script.localCount: return .always(hasValue(field))
      case .isUnknown(let field) where field < script.localCount: return .always(!hasValue(field))
      default: return test.questions.allSatisfy(hasValue) ? nil : .always(false)
      }
    }
    if case .always(let truth) = left { return truth }
    return nil
  }

  /// Whether a question may have a value; a field has the one of the local file.
  private func hasValue(_ question: Int) -> Bool {
    question < script.localCount
      ? script.localAnswers[question] != nil : askable.contains(question)
  }
}
