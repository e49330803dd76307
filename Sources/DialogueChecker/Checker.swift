package import DialogueModel
package import Scenarios

/// A pack as the checks look at it.
package struct Checker: Sendable {
  let script: Script
  /// The script laid out, once for all that is looked at.
  let program: InlinedProgram
  /// The script that scenarios are played on: without a local file.
  let playing: Script
  /// Reads the pack with local lines; nil where it has no local file.
  let reading: LocalReading?
  /// What reading it has told of already.
  let known: [Diagnostic]
  let today: CivilDate
  /// The texts that people read, each with its words.
  private(set) var passages: [(passage: Passage, sentences: Sentences)] = []
  private(set) var reachability = Reachability.all
  /// The steps that one conversation can come to twice.
  private(set) var metTwice: Set<Int> = []

  package init(
    _ script: Script, playing: Script? = nil, reading: LocalReading? = nil,
    known: [Diagnostic] = [], today: CivilDate
  ) {
    self.reading = reading
    self.script = script
    self.playing = playing ?? script
    self.known = known
    self.today = today
    program = InlinedProgram(script)
  }

  /// What is found when every way through the pack is looked at, in no order, and how much of it stayed
  /// undecided.
  package func lookingAtWays() -> (problems: [Diagnostic], undecided: Int) {
    var pack = self
    pack.reachability = Reachability(script, program, today: today)
    pack.metTwice = AskedTwice.steps(self)
    let checks: [any Check.Type] = [
      Unreachable.self, NotYetAsked.self, NeverTrue.self, AlwaysTrue.self, NeverShown.self,
      NeverFilled.self, DeadEnd.self, TwoOutcomes.self, AskedTwice.self, FallenInto.self,
      UntestedUnknown.self, NoLetter.self,
    ]
    return (checks.flatMap { $0.problems(pack) }, pack.reachability.undecided.count)
  }

  /// What is found in the words that people read, and in the sources.
  package func looking(at passages: [Passage]) -> [Diagnostic] {
    var pack = self
    pack.passages = passages.map { ($0, Sentences($0.text)) }
    let checks: [any Check.Type] = [
      SourceReview.self, ForbiddenWord.self, UnexplainedWord.self, LongSentence.self,
      HardReading.self,
    ]
    return checks.flatMap { $0.problems(pack) }
  }

  /// What is found when a scenario is played; it is not on a pack that can't be used.
  package func playing(_ scenario: Scenario) -> [Diagnostic] {
    guard known.allSatisfy(\.code.isWarning) else { return [] }
    do throws(Diagnostics) {
      let script = try reading.map { read throws(Diagnostics) in try scenario.script(playing, read)
      }
      return scenario.play(script ?? playing, today: today).faults
    } catch {
      return error.all
    }
  }
}

/// One thing that is looked for in a pack that can be read.
protocol Check {
  static var explanation: Explanation { get }
  static func problems(_ pack: Checker) -> [Diagnostic]
}

extension Checker {
  func isImpossible(_ kind: Claim.Kind, _ place: SourcePlace, question: SourcePlace? = nil) -> Bool
  {
    reachability.impossible.contains(Claim(kind: kind, place: place, question: question))
  }

  func impossible(_ kind: Claim.Kind) -> [Claim] {
    reachability.impossible.filter { $0.kind == kind }
  }
}

extension Checker {
  /// Conditions that everyone who comes to them finds the same: they never hold, or never fail.
  func conditions(thatNever kind: Claim.Kind) -> [SourcePlace] {
    impossible(kind).map(\.place).filter { place in
      // That no one comes to it, or that it reads what is never asked before it, says more.
      !isImpossible(.looked, place) && !impossible(.asked).contains { $0.place == place }
    }
  }
}
