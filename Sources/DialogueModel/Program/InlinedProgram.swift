/// A program with its calls inlined: each step at every place where it can be met, and only forward jumps.
///
/// Dialogues within dialogues, and watches after the questions they read, are written out, so that addresses alone
/// say what comes before or after a place.
package struct InlinedProgram: Sendable {
  /// The instructions; an address is an index into them.
  package var code: [Instruction] = []
  /// Where a test is written in the pack's files, by the test's address.
  package var tests: [Int: SourcePlace] = [:]
  /// The tests that skip a repeated step, by address: the step, and the condition that says it has been met.
  package var guards: [Int: (step: Int, condition: Condition)] = [:]
  /// The address after the watches that read a question, by the address of the question.
  package var watchesEnd: [Int: Int] = [:]
  /// The watches that one answer may fire, in order, each from the address where it is entered to where it is left.
  package var watches: [[Range<Int>]] = []
  /// The addresses after all watches of an answer, in ascending order.
  package var watchesDone: [Int] = []
  /// Whether the script was too large to inline, so that the program is incomplete.
  package var isCut = false

  /// An instruction of the inlined program: fewer and simpler than those of `Program`.
  package enum Instruction: Hashable, Sendable {
    /// Continues at one address or another; both come later.
    case test(Condition, ifTrue: Int, ifFalse: Int)
    case ask(question: Int)
    case conclude(outcome: Int)
    /// Sets a flag of `Flags`, which later tests read.
    case mark(Int)
    case jump(Int)
    /// A step is met.
    case step(Int)
    /// A branch is taken, by its number in the script's program.
    case branch(Int)
    /// A watch has fired; its steps are finished; all watches of an answer have run.
    case enterWatch, leaveWatch, watchesDone
  }

  /// Whether no condition is a placeholder for a reported fault.
  package var isResolved: Bool {
    !code.contains { instruction in
      if case .test(let condition, _, _) = instruction {
        condition.hasTest { $0 == .unresolved }
      } else {
        false
      }
    }
  }

  /// The address at which the conversation is finished.
  package var end: Int { code.count }
}

/// The numbers by which conditions of an inlined program read flags, after the numbers of questions.
package struct Flags: Sendable {
  /// The number of questions in the script.
  package let questions: Int
  /// The number of watches in the script.
  package let watches: Int

  /// Counts the questions and watches of the script.
  package init(_ script: Script) {
    questions = script.questions.count
    watches = script.watches.count
  }

  /// The flag that says a watch has fired.
  package func fired(_ watch: Int) -> Int { questions + watch }

  /// Whether a marked flag is that of a watch.
  package func isWatch(_ mark: Int) -> Bool { (questions..<questions + watches).contains(mark) }

  /// The flag that says a dialogue has been used; only one used in several places is tested for it.
  package func used(_ block: Int) -> Int { questions + watches + block }
}
