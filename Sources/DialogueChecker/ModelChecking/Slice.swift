import DialogueModel

/// A backward slice (Weiser, Program Slicing, 1981): the instructions that decide whether goals can be reached.
///
/// Jumps lead forward only, so one pass from the end finds it. A test is relevant if its two successors differ, an
/// answer if something relevant reads it later. What is cut changes nothing that a relevant test reads, both successors
/// of a cut test meet at the same relevant node, and without cycles nothing diverges: goals are reached as before.
struct Slice {
  /// The goals, by the address before which they are evaluated.
  typealias Goals = [Int: [Condition]]

  struct Node {
    var action: Action
    /// Where it goes on, or where a test that holds does; the number of nodes is the end.
    var next: Int
    /// The goals evaluated before this node.
    var goals: [Condition]

    enum Action {
      case test(Condition, ifFalse: Int)
      /// `watchesEnd` is the node after the watches that read it. `mayStayPending`: watches of the same answer speak
      /// while it waits.
      case ask(question: Int, watchesEnd: Int, mayStayPending: Bool)
      case mark(Int)
      case conclude(outcome: Int)
      case say(step: Int)
      case enterWatch, leaveWatch, watchesDone
      case pass
    }
  }

  /// The exploration follows the watches that speak while a question is pending.
  let followsPending: Bool

  private(set) var nodes: [Node] = []
  private var addresses: [Int] = []
  private(set) var start = 0
  /// The goals at the end of the conversation.
  private(set) var goalsAtEnd: [Condition] = []

  init(of program: InlinedProgram, at goals: Goals, pending: PendingWatches = PendingWatches()) {
    goalsAtEnd = goals[program.end] ?? []
    followsPending = !pending.mayStayPending.isEmpty
    // From the end: which addresses are kept, and the first kept one reached from each.
    var kept: [Int] = []
    var first = [Int](repeating: program.end, count: program.end + 1)
    var read = RelevantVariables(goalsAtEnd)
    for address in program.code.indices.reversed() {
      let seen = goals[address] ?? []
      for condition in seen { read.add(condition) }
      var isKept = !seen.isEmpty
      first[address] = first[address + 1]
      switch program.code[address] {
      case .test(let condition, let yes, let no):
        first[address] = first[yes]
        if first[yes] != first[no] {
          isKept = true
          read.add(condition)
        }
      case .ask(let question), .mark(let question):
        isKept =
          isKept || read.questions.contains(question) || pending.mayStayPending.contains(address)
      case .enterWatch: isKept = isKept || pending.begins.contains(address)
      case .leaveWatch: isKept = isKept || pending.ends.contains(address)
      case .watchesDone, .branch: break
      case .conclude(let outcome): isKept = isKept || read.outcomes.contains(outcome)
      case .jump(let target): first[address] = first[target]
      case .step(let step): isKept = isKept || read.steps.contains(step)
      }
      if isKept {
        kept.append(address)
        first[address] = address
      }
    }
    addresses = kept.reversed()
    buildNodes(of: program, goals, pending, stepsRead: read.steps, first: first)
  }

  /// Makes a node of each address that is kept, its jumps leading to the first kept one after their targets.
  private mutating func buildNodes(
    of program: InlinedProgram, _ goals: Goals, _ pending: PendingWatches, stepsRead: Set<Int>,
    first: [Int]
  ) {
    var numbers = [Int](repeating: addresses.count, count: program.end + 1)
    for (number, address) in addresses.enumerated() { numbers[address] = number }
    func number(_ address: Int) -> Int { numbers[first[address]] }
    start = number(0)
    nodes = addresses.map { address in
      var node = Node(action: .pass, next: number(address + 1), goals: goals[address] ?? [])
      switch program.code[address] {
      case .test(let condition, let yes, let no):
        node.next = number(yes)
        if number(yes) != number(no) { node.action = .test(condition, ifFalse: number(no)) }
      case .ask(let question):
        node.action = .ask(
          question: question, watchesEnd: number(program.watchesEnd[address] ?? address),
          mayStayPending: pending.mayStayPending.contains(address))
      case .enterWatch: if pending.begins.contains(address) { node.action = .enterWatch }
      case .leaveWatch: if pending.ends.contains(address) { node.action = .leaveWatch }
      case .watchesDone: node.action = .watchesDone
      case .mark(let mark): node.action = .mark(mark)
      case .conclude(let outcome): node.action = .conclude(outcome: outcome)
      case .jump(let target): node.next = number(target)
      case .step(let step): if stepsRead.contains(step) { node.action = .say(step: step) }
      case .branch: break
      }
      return node
    }
  }

  /// The address of a node; nil for the end.
  func address(of node: Int) -> Int? { node < addresses.count ? addresses[node] : nil }

  /// The questions, flags, outcomes and steps that something later reads.
  ///
  /// Flags are numbered after the questions.
  private struct RelevantVariables {
    var questions: Set<Int> = []
    var outcomes: Set<Int> = []
    var steps: Set<Int> = []

    init(_ conditions: [Condition]) {
      for condition in conditions { add(condition) }
    }

    mutating func add(_ condition: Condition) {
      questions.formUnion(condition.questions)
      outcomes.formUnion(condition.outcomes)
      steps.formUnion(condition.stepsSaid)
    }
  }
}
