package import DialogueModel
package import Scenarios

/// Checks a pack that can be read, in parts that can run in parallel.
package struct Checker: Sendable {
  let script: Script
  /// The script's program with its calls written out, shared by all checks.
  let program: InlinedProgram
  /// The program is whole, and no part of it is a placeholder for a reported fault: it can be explored.
  let isExplorable: Bool
  /// The script that scenarios are played on, without a local file.
  let playing: Script
  /// Reads the pack with local lines; nil if scenarios can't bring any.
  let reading: LocalReading?
  /// The problems that reading the pack has already reported.
  let known: [Diagnostic]
  let today: CivilDate
  /// The minute of the day that proofs count from: midday.
  static let minute = 720
  /// The texts that are shown, each split into sentences.
  private(set) var passages: [(passage: Passage, sentences: Sentences)] = []
  private(set) var reachability = Reachability.all
  /// The steps that one conversation can reach twice.
  private(set) var metTwice: Set<Int> = []

  /// Checks `script`; scenarios are played on `playing` or else on the same script.
  ///
  /// `known` are the problems that reading reported, and ages and days count from `today`.
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
    isExplorable = !program.isCut && program.isResolved
  }

  /// The problems found by exploring every path through the pack, unordered, and the number of undecided claims.
  ///
  /// Without `warnings`, those that take long to find are left out: a pack can be used in spite of them.
  package func lookingAtWays(
    warnings: Bool = true
  ) -> (problems: [Diagnostic], undecided: Int) {
    var pack = self
    pack.reachability = Reachability(
      script, program, today: today, leavesOutUnasked: !warnings)
    pack.metTwice = AskedTwice.steps(self)
    let checks: [any Check.Type] = [
      Unreachable.self, NotYetAsked.self, NeverTrue.self, AlwaysTrue.self, NeverShown.self,
      NeverFilled.self, SometimesUnasked.self, UnansweredClaim.self, DeadEnd.self, TwoOutcomes.self,
      AskedTwice.self, FallenInto.self, UntestedUnknown.self, NoLetter.self,
    ]
    return (checks.flatMap { $0.problems(pack) }, pack.reachability.undecided.count)
  }

  /// The problems found in these texts and in the sources.
  package func looking(at passages: [Passage]) -> [Diagnostic] {
    var pack = self
    pack.passages = passages.map { ($0, Sentences($0.text)) }
    let checks: [any Check.Type] = [
      SourceReview.self, ForbiddenWord.self, UnexplainedWord.self, LongSentence.self,
      HardReading.self, RepeatedSentence.self, SilencedExample.self,
    ]
    return checks.flatMap { $0.problems(pack) }
  }

  /// The problems found by playing a scenario, which is not played on a pack that can't be used.
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

/// One check of a pack that can be read.
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
  /// The conditions that never hold, or never fail, on any path that reaches them.
  func conditions(thatNever kind: Claim.Kind) -> [SourcePlace] {
    impossible(kind).map(\.place).filter { place in
      // Leave out conditions that are unreachable or read a question too early: other checks report those more
      // precisely.
      !isImpossible(.looked, place) && !impossible(.asked).contains { $0.place == place }
    }
  }
}
