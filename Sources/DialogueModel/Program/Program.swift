/// A pack's dialogues as one list of instructions, which the engine runs and the checker explores.
///
/// Jumps only lead forward. The other dialogues and the steps of watches are subroutines: they come after the first
/// dialogue, are called, and return. A run meets a question and a dialogue at most once.
package struct Program: Sendable {
  package var instructions: [Instruction] = []
  /// What `test` and `watch` look at, by number: as trees, which the checker takes apart, and as a decision graph,
  /// which the engine follows.
  package var conditions: [Condition] = []
  package var graph = DecisionGraph()
  /// The subroutine of each watch, by the watch's number.
  package var watches: [WatchRoutine] = []
  /// The address of each dialogue that a step uses, by its block; 0 for other blocks.
  package var dialogues: [Int] = []
  /// Where the tests are written in the pack's files, by address.
  package var testPlaces: [Int: SourcePlace] = [:]
  /// Where the branches are written, by the number that `branch` has.
  package var branchPlaces: [SourcePlace] = []
  /// The address behind the first dialogue.
  package var mainEnd = 0

  package struct WatchRoutine: Sendable {
    package var condition: Int32
    package var start: Int32

    package init(condition: Int32, start: Int32) {
      (self.condition, self.start) = (condition, start)
    }
  }

  /// Small numbers only: an instruction fits in two words, and a turn runs hundreds.
  package enum Instruction: Hashable, Sendable {
    /// Goes on if the condition holds, else jumps.
    case test(condition: Int32, otherwise: Int32)
    /// Asks a question, or jumps if it has been met.
    case ask(question: Int32, step: Int32, ifMet: Int32)
    /// Says something, or decides: the step is on the path.
    case pass(step: Int32)
    case conclude(outcome: Int32, step: Int32)
    /// Calls a dialogue, or jumps if it has been met.
    case use(dialogue: Int32, step: Int32, ifMet: Int32)
    /// Enters the rounds of a list, or jumps if the list is empty.
    case forEach(list: Int32, step: Int32, ifNone: Int32)
    /// Jumps if the question has no value: no watch that follows can fire then.
    case requireValue(question: Int32, otherwise: Int32)
    /// Calls the watch if its condition holds and it is not used up.
    case watch(Int32, question: Int32)
    /// Takes a branch, which coverage counts.
    case branch(Int32, step: Int32)
    case jump(Int32)
    case returnFromWatch
    case returnFromDialogue
    /// Ends the conversation, also from within a subroutine.
    case finish
  }

  package init() {}
}
