import DialogueEngine
import DialogueModel
import Scenarios

/// Random conversations over a program, to see which claims come true.
struct RandomWalk {
  /// The number of claims that have not come true yet.
  private(set) var openCount: Int
  private let claims: [Claim]
  private let numbers: [Claim: Int]
  private var isOpen: [Bool]
  private let script: Script
  private let program: InlinedProgram
  private let today: CivilDate
  private let choices: AnswerClasses
  private var random = SeededGenerator(seed: 1)
  /// How often a conversation picks an item, and answers not known: one of these after the other.
  private static let profiles = [
    (pick: 0.5, unknown: 0.1), (0, 0), (0.15, 0.3), (0, 0.3), (0.9, 0),
  ]
  private var profile = (pick: 0.5, unknown: 0.1)
  private var runs = 0
  /// The claims to evaluate at each address, by number, and their conditions.
  private var goals: [[(claim: Int, condition: Condition)]]
  private var answers: [Int: [Answer]] = [:]
  /// Answers that are fixed for this conversation.
  private var fixed: [Int: Answer] = [:]
  /// The answers of this conversation.
  private var given: [Int: Answer] = [:]
  /// The answers of conversations that showed something new.
  private var corpus: [[Int: Answer]] = []

  /// The addresses at which each claim is evaluated, and its conditions.
  typealias Goals = [Claim: [(address: Int, condition: Condition)]]

  init(_ script: Script, _ program: InlinedProgram, _ claims: Goals, today: CivilDate) {
    self.script = script
    self.program = program
    self.today = today
    choices = AnswerClasses(
      script,
      program.code.lazy.compactMap {
        if case .test(let condition, _, _) = $0 { condition } else { nil }
      },
      today: today, minute: Checker.minute)
    self.claims = claims.keys.sorted {
      ($0.place, $0.kind == .holds ? 0 : 1) < ($1.place, $1.kind == .holds ? 0 : 1)
    }
    numbers = Dictionary(zip(self.claims, 0...)) { first, _ in first }
    isOpen = Array(repeating: true, count: self.claims.count)
    openCount = isOpen.count
    goals = Array(repeating: [], count: program.end + 1)
    for (number, claim) in self.claims.enumerated() {
      for (address, condition) in claims[claim] ?? [] {
        goals[address].append((number, condition))
      }
    }
  }

  /// The claims that have not come true yet, by their places.
  var open: [Claim] { claims.indices.filter { isOpen[$0] }.map { claims[$0] } }

  func isOpen(_ claim: Claim) -> Bool { numbers[claim].map { isOpen[$0] } ?? false }

  /// Several conversations with these answers, the others at random.
  mutating func run(_ times: Int, along answers: [Int: Answer]) {
    fixed = answers
    for _ in 0..<times { run() }
    fixed = [:]
  }

  /// Conversations like those that showed something new, with one answer in six left to chance again.
  ///
  /// What is rare is mostly near something rare: coverage-guided fuzzing does the same with bytes.
  mutating func runNear(_ times: Int) {
    for _ in 0..<times where openCount > 0 {
      guard let near = corpus.randomElement(using: &random) else { return }
      fixed = Dictionary(
        uniqueKeysWithValues: near.keys.sorted().filter { _ in !chance(1 / 6) }
          .map { ($0, near[$0] ?? .notKnown) })
      run()
    }
    fixed = [:]
  }

  /// Marks a claim as true.
  mutating func close(_ claim: Claim) {
    if let number = numbers[claim] { close(number) }
  }

  private mutating func close(_ number: Int) {
    guard isOpen[number] else { return }
    isOpen[number] = false
    openCount -= 1
  }

  mutating func run() {
    profile = Self.profiles[runs % Self.profiles.count]
    runs += 1
    given = [:]
    let openBefore = openCount
    defer { if openCount < openBefore { corpus.append(given) } }
    let marks = script.questions.count + script.watches.count + script.blocks.count
    var facts = Environment(questions: marks, today: today, minute: Checker.minute)
    var at = 0
    while at < program.end {
      look(at, facts)
      switch program.code[at] {
      case .test(let condition, let yes, let no):
        at = facts.holds(condition) ? yes : no
        continue
      case .jump(let target):
        at = target
        continue
      case .ask(let question):
        let answer = answer(to: question)
        given[question] = answer
        facts.meet(question, answer)
      case .conclude(let outcome): facts.outcomes.append(outcome)
      case .mark(let mark): facts.meet(mark, .value(.options([])))
      case .step(let step): facts.said.insert(step)
      case .branch, .enterWatch, .leaveWatch, .watchesDone: break
      }
      at += 1
    }
    look(at, facts)
  }

  private mutating func look(_ address: Int, _ facts: Environment) {
    guard !goals[address].isEmpty else { return }
    for (claim, condition) in goals[address] where isOpen[claim] && facts.holds(condition) {
      close(claim)
    }
    goals[address].removeAll { [isOpen] in !isOpen[$0.claim] }
  }

  private mutating func answer(to question: Int) -> Answer {
    if let answer = fixed[question] { return answer }
    let known = answers[question] ?? choices.answers(to: question)
    answers[question] = known
    guard !chance(profile.unknown), let chosen = known.dropFirst().randomElement(using: &random)
    else {
      return .notKnown
    }
    let asked = script.questions[question]
    let options = asked.options
    switch chosen {
    case .value(.options):
      if let alone = asked.exclusiveOptions.randomElement(using: &random), chance(0.25) {
        return .value(.options([alone]))
      }
      return .value(.options(asked.combinableOptions.filter { _ in chance(profile.pick) }))
    case .value(.items):
      let count = options.prefix(3).count { _ in chance(profile.pick) }
      return .value(.items((0..<count).map { Item(number: $0 + 1, name: "") }))
    default: return chosen
    }
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }
}
