package import DialogueScript

/// A script made ready to be walked: what each step does and where it leads, in numbers only.
///
/// Made once, and shared by any number of conversations.
package final class Course: Sendable {
  package let script: Script
  /// The steps, by their numbers in the script.
  let stops: Table<Stop>
  let blocks: Table<Range<Int>>
  let checks: Table<Check>
  /// What single checks can't tell.
  let conditions: [Condition]
  let branchings: Table<Branching>
  /// For each option of a question that branches, where it leads; nil where all else does.
  let exits: Table<Target?>
  /// What is looked at in order, and what follows where it holds: the ways of a `choose`.
  let ways: Table<Way>
  let rounds: Table<Round>
  let roundsOf: Table<Rounds>
  let watches: Table<Round>
  /// The watches that read each question, as a part of `watchers`.
  let watchersOf: Table<Watchers>
  let watchers: Table<Int>
  let isOptional: Table<Bool>
  let isQuiet: Table<Bool>
  /// What outcomes say, and after them what steps say.
  package let wordings: [Wording]
  /// For each step its place among the wordings, or nil.
  let wordingOf: Table<Int?>

  struct Way {
    var check: Int32
    var target: Target
  }

  /// Where a step leads.
  enum Target {
    case next
    case step(Int32)
    /// Ends the block.
    case end
    case finish
    case conclude(outcome: Int32)

    init(_ target: Step.Target) {
      self =
        switch target {
        case .next: .next
        case .step(let step): .step(Int32(step))
        // A script with a fault is never walked by anyone.
        case .end, .unresolved: .end
        case .finish: .finish
        case .conclude(let outcome): .conclude(outcome: Int32(outcome))
        }
    }
  }

  /// The watches that are looked at once a question has been met: fewer where it has no value, since most can
  /// only come true by one.
  struct Watchers {
    var ofValue: Range<Int>
    var ofNone: Range<Int>
  }

  /// A block that is walked where a check holds.
  struct Round {
    var check: Int32
    var block: Int
  }

  /// A step, in small numbers only: many are looked at for each reply.
  struct Stop {
    /// The check that lets it be taken.
    var when: Int32
    var action: Action
    var then: Then

    enum Action {
      case ask(question: Int32)
      case pass
      case decide(check: Int32)
      case conclude(outcome: Int32)
      case use(block: Int32)
      case forEach(Int32)
    }

    enum Then {
      case to(Target)
      case byAnswer(Int32)
      case byCondition(Int32)
    }

    var branches: Bool { if case .to = then { false } else { true } }
  }

  /// The rounds of a list, a part of `rounds`.
  struct Rounds {
    var question: Int
    var range: Range<Int>
  }

  /// Where a step leads that branches.
  struct Branching {
    /// A part of `exits`, or of `ways`.
    var choices: Range<Int>
    var unknown: Target
    var otherwise: Target
  }

  package init(_ script: Script) {
    self.script = script
    var checks = Checks(script)
    var branchings: [Branching] = []
    var exits: [Target?] = []
    var ways: [Way] = []
    var rounds: [Round] = []
    var roundsOf: [Rounds] = []
    var wordings = script.outcomes.map { Wording($0.text) }
    var wordingOf: [Int?] = []
    let stops = script.steps.map { step in
      var wording: Int?
      let action: Stop.Action
      switch step.action {
      case .ask(let question): action = .ask(question: Int32(question))
      case .say(let text):
        wording = wordings.count
        wordings.append(Wording(text))
        action = .pass
      case .choose: action = .pass
      case .decide(let test): action = .decide(check: checks.add(test.condition))
      case .conclude(let outcome): action = .conclude(outcome: Int32(outcome))
      case .use(let block): action = .use(block: Int32(block))
      case .forEach(let each):
        let start = rounds.count
        for round in each {
          rounds.append(
            Round(
              check: checks.add(.includes(question: round.list, [round.item])),
              block: round.block))
        }
        action = .forEach(Int32(roundsOf.count))
        roundsOf.append(Rounds(question: each.first?.list ?? 0, range: start..<rounds.count))
      }
      wordingOf.append(wording)
      let then: Stop.Then
      switch step.then {
      case .to(let target): then = .to(Target(target))
      case .byAnswer(let options, let unknown, let otherwise):
        then = .byAnswer(Int32(branchings.count))
        branchings.append(
          Branching(
            choices: exits.count..<exits.count + options.count,
            unknown: Target((unknown ?? otherwise).target), otherwise: Target(otherwise.target)))
        exits += options.map { $0.map { Target($0.target) } }
      case .byCondition(let choices, let otherwise):
        then = .byCondition(Int32(branchings.count))
        branchings.append(
          Branching(
            choices: ways.count..<ways.count + choices.count,
            unknown: Target(otherwise.target), otherwise: Target(otherwise.target)))
        ways += choices.map {
          Way(check: checks.add($0.test.condition), target: Target($0.target))
        }
      }
      let when = step.when.map { checks.add($0.condition) } ?? Check.yes
      return Stop(when: when, action: action, then: then)
    }
    watches = Table(
      script.watches.map { Round(check: checks.add($0.test.condition), block: $0.block) })
    var (watchers, watchersOf): ([Int], [Watchers]) = ([], [])
    for reading in script.watchers {
      let ofNone = reading.filter {
        let condition = script.watches[$0].test.condition
        // A field of the local file can make it true before any question has been asked.
        return !condition.needsValues || condition.questions.contains { $0 < script.localCount }
      }
      let start = watchers.count
      watchers += reading + ofNone
      watchersOf.append(
        Watchers(
          ofValue: start..<start + reading.count, ofNone: start + reading.count..<watchers.count))
    }
    self.stops = Table(stops)
    blocks = Table(script.blocks)
    self.checks = Table(checks.list)
    conditions = checks.conditions
    self.branchings = Table(branchings)
    self.exits = Table(exits)
    self.ways = Table(ways)
    self.rounds = Table(rounds)
    self.roundsOf = Table(roundsOf)
    self.watchers = Table(watchers)
    self.watchersOf = Table(watchersOf)
    self.wordings = wordings
    self.wordingOf = Table(wordingOf)
    isOptional = Table(script.questions.map(\.isOptional))
    isQuiet = Table(script.questions.map(\.isQuiet))
  }

  /// A text that is said, with what it reads.
  package struct Wording: Sendable {
    package let text: Text
    /// The questions whose answers it shows or looks at.
    let questions: [Int]
    /// It reads what follows from the whole conversation: the gaps, or the outcomes reached.
    let readsAll: Bool

    init(_ text: Text) {
      self.text = text
      let read = text.read
      questions = read.questions.sorted()
      readsAll = read.all
    }
  }
}

extension Condition {
  /// It can come true by a value only, and not by a question that is met without one.
  fileprivate var needsValues: Bool {
    switch self {
    case .isOption, .includes, .hasAny, .isEmpty, .isKnown, .compares, .age, .within: true
    case .all(let parts), .any(let parts): parts.allSatisfy(\.needsValues)
    case .always, .unresolved, .isUnknown, .outcome, .said, .count, .not: false
    }
  }
}

extension Text {
  /// The questions that its slots and parts read, and whether it reads all that has been answered.
  fileprivate var read: (questions: Set<Int>, all: Bool) {
    var (questions, all): (Set<Int>, Bool) = ([], false)
    func add(_ text: Text) {
      let read = text.read
      questions.formUnion(read.questions)
      all = all || read.all
    }
    for piece in pieces {
      switch piece {
      case .words, .lines, .today, .approval: break
      case .answer(let question, _, _), .item(let question, _), .field(let question, _, _, _):
        questions.insert(question)
      case .gaps: all = true
      case .newestFirst(let text): add(text)
      case .part(let test, let text, let otherwise):
        questions.formUnion(test.condition.questions)
        all = all || !test.condition.outcomes.isEmpty
        add(text)
        add(otherwise)
      }
    }
    return (questions, all)
  }
}
