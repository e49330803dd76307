/// A pack's dialogues as one list of instructions, which the engine runs and the checker explores.
///
/// Jumps only lead forward. The first dialogue comes first; the other dialogues and the steps of watches are
/// subroutines after it, which are called and return. A run meets each question and each dialogue at most once.
package struct Program: Sendable {
  /// The instructions; an address is an index into them.
  package var instructions: [Instruction] = []
  /// The conditions of `test` and watches, by number, as trees for the checker to take apart.
  package var conditions: [Condition] = []
  /// The same conditions as a decision graph, for the engine to follow.
  package var graph = DecisionGraph()
  /// The subroutine of each watch, by the watch's number.
  package var watches: [WatchRoutine] = []
  /// The address of each dialogue that a step uses, by its block; 0 for other blocks.
  package var dialogues: [Int] = []
  /// Where the tests are written in the pack's files, by address.
  package var testPlaces: [Int: SourcePlace] = [:]
  /// Where the branches are written, by the number that `branch` gives them.
  package var branchPlaces: [SourcePlace] = []
  /// The address after the first dialogue.
  package var mainEnd = 0

  /// The subroutine of a watch, with the condition for calling it.
  package struct WatchRoutine: Sendable {
    /// The number of the condition that fires the watch.
    package var condition: Int32
    /// The address of its first instruction.
    package var start: Int32

    package init(condition: Int32, start: Int32) {
      (self.condition, self.start) = (condition, start)
    }
  }

  /// An instruction; its operands are small, since it has to fit in two words and a turn runs hundreds.
  package enum Instruction: Hashable, Sendable {
    /// Continues if the condition holds, else jumps.
    case test(condition: Int32, otherwise: Int32)
    /// Asks a question, or jumps if it has been met.
    case ask(question: Int32, step: Int32, ifMet: Int32)
    /// Puts a step on the path: one that says something, decides or chooses.
    case pass(step: Int32)
    case conclude(outcome: Int32, step: Int32)
    /// Calls a dialogue, or jumps if it has been met.
    case use(dialogue: Int32, step: Int32, ifMet: Int32)
    /// Enters the rounds of a list, or jumps if the list is empty.
    case forEach(list: Int32, step: Int32, ifNone: Int32)
    /// Jumps if the question has no value, because no watch that follows can fire then.
    case requireValue(question: Int32, otherwise: Int32)
    /// Calls the watch if its condition holds and it has not been used up.
    case watch(Int32, question: Int32)
    /// Takes a branch, which coverage counts.
    case branch(Int32, step: Int32)
    case jump(Int32)
    case returnFromWatch
    case returnFromDialogue
    /// Ends the conversation, even from within a subroutine.
    case finish
  }

  package init() {}
}
