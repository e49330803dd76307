package import DialogueScript
import Screening

/// A pack as the checks look at it.
package struct Checkup: Sendable {
  let script: Script
  /// The script that scenarios are played on: without a local file.
  let playing: Script
  let scenarios: [Scenario]
  /// The texts that people read, each with its words.
  let passages: [(passage: Passage, sentences: Sentences)]
  /// What reading it has told of already.
  let known: [Problem]
  let today: CivilDate
  var possibilities = Possibilities.all

  package init(
    _ script: Script, playing: Script? = nil, scenarios: [Scenario] = [],
    passages: [Passage] = [], known: [Problem] = [], today: CivilDate
  ) {
    self.script = script
    self.playing = playing ?? script
    self.scenarios = scenarios
    self.passages = passages.map { ($0, Sentences($0.text)) }
    self.known = known
    self.today = today
  }

  /// What is found when every way through the pack is looked at, in no order, and how much of it stayed
  /// undecided.
  package func lookingAtWays() -> (problems: [Problem], undecided: Int) {
    var pack = self
    pack.possibilities = Possibilities(script, today: today)
    let checks: [any Check.Type] = [
      Unreachable.self, NotYetAsked.self, NeverTrue.self, AlwaysTrue.self, NeverShown.self,
      NeverFilled.self, DeadEnd.self, TwoOutcomes.self, AskedTwice.self, FallenInto.self,
      UntestedUnknown.self, NoLetter.self,
    ]
    return (checks.flatMap { $0.problems(pack) }, pack.possibilities.undecided.count)
  }

  /// What is found when the scenarios are played.
  package func lookingAtScenarios() -> [Problem] { BrokenScenario.problems(self) }

  /// What is found in the words and sources.
  package func lookingBeside() -> [Problem] {
    let checks: [any Check.Type] = [
      SourceReview.self, ForbiddenWord.self, UnexplainedWord.self,
      LongSentence.self, HardReading.self,
    ]
    return checks.flatMap { $0.problems(self) }
  }
}

/// One thing that is looked for in a pack that can be read.
protocol Check {
  static var explanation: Explanation { get }
  static func problems(_ pack: Checkup) -> [Problem]
}

extension Checkup {
  func isImpossible(_ kind: Claim.Kind, _ place: SourcePlace, question: SourcePlace? = nil) -> Bool
  {
    possibilities.impossible.contains(Claim(kind: kind, place: place, question: question))
  }

  func impossible(_ kind: Claim.Kind) -> [Claim] {
    possibilities.impossible.filter { $0.kind == kind }
  }
}
