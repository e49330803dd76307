import DialogueScript

/// A scenario that no longer runs, or comes to something else than it says.
enum BrokenScenario: Check {
  static func problems(_ pack: Checkup) -> [Problem] {
    pack.scenarios.flatMap { $0.play(pack.playing, today: pack.today).faults }
  }
}
