/// A program with its calls inlined: each step wherever it can be met, and jumps that only lead forward.
///
/// Dialogues within dialogues, and watches after the questions they read, are written out, so that
/// what comes before or after a place is a matter of its address.
package struct InlinedProgram: Sendable {
  package var code: [Instruction] = []
  /// The tests of the script's files, by their addresses.
  package var tests: [Int: SourcePlace] = [:]
  /// Where a step is passed over because it has been met: the step, and what says so.
  package var guards: [Int: (step: Int, condition: Condition)] = [:]
  /// The address behind the watches that read a question, by the address of the question.
  package var watchesEnd: [Int: Int] = [:]
  /// The watches that one answer may fire, in order: from where each is entered to where it is left.
  package var watches: [[Range<Int>]] = []
  /// The addresses behind all watches of an answer, in order.
  package var watchesDone: [Int] = []
  /// The script was too large to lay out.
  package var isCut = false

  package enum Instruction: Hashable, Sendable {
    /// Goes on at one address or another; both come later.
    case test(Condition, ifTrue: Int, ifFalse: Int)
    case ask(question: Int)
    case conclude(outcome: Int)
    /// Something that a later test asks for has happened.
    case mark(Int)
    case jump(Int)
    /// A step begins.
    case step(Int)
    /// A branch is taken, by its number in the script's program.
    case branch(Int)
    /// A watch fires; its steps are over; all watches of an answer have run.
    case enterWatch, leaveWatch, watchesDone
  }

  /// Nothing in it stands for something that a fault hides.
  package var isResolved: Bool {
    !code.contains { instruction in
      if case .test(let condition, _, _) = instruction {
        condition.hasTest { $0 == .unresolved }
      } else {
        false
      }
    }
  }

  /// Where the conversation is finished.
  package var end: Int { code.count }
}

/// The numbers that conditions of a program use beside those of questions.
package struct Flags: Sendable {
  package let questions: Int
  package let watches: Int

  package init(_ script: Script) {
    questions = script.questions.count
    watches = script.watches.count
  }

  /// A watch has been set off.
  package func fired(_ watch: Int) -> Int { questions + watch }

  package func isWatch(_ mark: Int) -> Bool { (questions..<questions + watches).contains(mark) }

  /// A dialogue that is used in several places has been met.
  package func used(_ block: Int) -> Int { questions + watches + block }
}
