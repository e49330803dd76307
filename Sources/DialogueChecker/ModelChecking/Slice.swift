import DialogueModel

/// The part of a program that decides whether conditions can hold where they are looked at.
///
/// All jumps lead forward, so one pass from the end finds it: a test matters when what it can pass over
/// matters, and an answer matters when something that matters later reads it.
struct Slice {
  /// What is looked at, by the address that it stands before.
  typealias Goals = [Int: [Condition]]

  struct Node {
    var action: Action
    /// Where it goes on, or where a test that holds does; the number of nodes is the end.
    var next: Int
    /// What is looked at before it is carried out.
    var sights: [Condition]

    enum Action {
      case test(Condition, ifFalse: Int)
      /// The watches that read it are behind at a node; others may not wait for it.
      case ask(question: Int, heard: Int, isPassedBy: Bool)
      case mark(Int)
      case conclude(outcome: Int)
      case say(step: Int)
      case listen, hush, allHeard
      case pass
    }
  }

  /// What is heard while a question waits is followed.
  let isWaitedIn: Bool

  private(set) var nodes: [Node] = []
  private var addresses: [Int] = []
  private(set) var start = 0
  /// What is looked at when the conversation is finished.
  private(set) var sightsAtEnd: [Condition] = []

  init(of program: InlinedProgram, at sights: Goals, hearing: PendingWatches = PendingWatches()) {
    sightsAtEnd = sights[program.end] ?? []
    isWaitedIn = !hearing.passedBy.isEmpty
    // From the end: which addresses are kept, and the first kept one that is come to from each.
    var kept: [Int] = []
    var first = [Int](repeating: program.end, count: program.end + 1)
    var read = Reading(sightsAtEnd)
    for address in program.code.indices.reversed() {
      let seen = sights[address] ?? []
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
          isKept || read.questions.contains(question) || hearing.passedBy.contains(address)
      case .listen: isKept = isKept || hearing.listens.contains(address)
      case .hush: isKept = isKept || hearing.hushes.contains(address)
      case .allHeard, .branch: break
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
    layNodes(of: program, sights, hearing, saidLater: read.steps, first: first)
  }

  /// Makes a node of each address that is kept, its jumps leading to the first kept one behind their targets.
  private mutating func layNodes(
    of program: InlinedProgram, _ sights: Goals, _ hearing: PendingWatches, saidLater: Set<Int>,
    first: [Int]
  ) {
    var numbers = [Int](repeating: addresses.count, count: program.end + 1)
    for (number, address) in addresses.enumerated() { numbers[address] = number }
    func number(_ address: Int) -> Int { numbers[first[address]] }
    start = number(0)
    nodes = addresses.map { address in
      var node = Node(action: .pass, next: number(address + 1), sights: sights[address] ?? [])
      switch program.code[address] {
      case .test(let condition, let yes, let no):
        node.next = number(yes)
        if number(yes) != number(no) { node.action = .test(condition, ifFalse: number(no)) }
      case .ask(let question):
        node.action = .ask(
          question: question, heard: number(program.heard[address] ?? address),
          isPassedBy: hearing.passedBy.contains(address))
      case .listen: if hearing.listens.contains(address) { node.action = .listen }
      case .hush: if hearing.hushes.contains(address) { node.action = .hush }
      case .allHeard: node.action = .allHeard
      case .mark(let mark): node.action = .mark(mark)
      case .conclude(let outcome): node.action = .conclude(outcome: outcome)
      case .jump(let target): node.next = number(target)
      case .step(let step): if saidLater.contains(step) { node.action = .say(step: step) }
      case .branch: break
      }
      return node
    }
  }

  /// Where a node stands in the program; nil for the end.
  func address(of node: Int) -> Int? { node < addresses.count ? addresses[node] : nil }

  /// The questions, marks and outcomes that something later reads.
  private struct Reading {
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
