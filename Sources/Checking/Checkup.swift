package import DialogueScript

/// A pack as the checks look at it.
package struct Checkup: Sendable {
  package var script: Script
  package var scenarios: [Scenario]
  /// The script that scenarios are played on: without a local file.
  package var playing: Script
  package var today: CivilDate
  /// The texts that people read, each with its words.
  let passages: [(passage: Passage, sentences: Sentences)]
  /// What reading it has told of already.
  let known: [Problem]
  let possibilities: Possibilities

  package init(
    _ script: Script, scenarios: [Scenario] = [], passages: [Passage] = [], playing: Script? = nil,
    known: [Problem] = [], today: CivilDate
  ) {
    self.script = script
    self.scenarios = scenarios
    self.playing = playing ?? script
    self.passages = passages.map { ($0, Sentences($0.text)) }
    self.known = known
    self.today = today
    possibilities = Possibilities(script, today: today)
  }

  init(_ script: Script, today: CivilDate, possibilities: Possibilities) {
    (self.script, playing, scenarios, passages, known) = (script, script, [], [], [])
    self.today = today
    self.possibilities = possibilities
  }

  private static var checks: [any Check.Type] {
    [
      Unreachable.self, NotYetAsked.self, NeverTrue.self, AlwaysTrue.self, NeverShown.self,
      NeverFilled.self, DeadEnd.self, TwoOutcomes.self, AskedTwice.self, FallenInto.self,
      UntestedUnknown.self,
      NoLetter.self, BrokenScenario.self, SourceReview.self,
      ForbiddenWord.self, UnexplainedWord.self, LongSentence.self, HardReading.self,
    ]
  }

  /// Everything that is found, in no order.
  package var problems: [Problem] { Self.checks.flatMap { $0.problems(self) } }

  /// How many claims could not be decided within the bound.
  package var undecided: Int { possibilities.undecided.count }
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
