package import DialogueScript

/// A script made ready to be walked: what each step does and where it leads, in numbers only.
///
/// Made once, and shared by any number of conversations.
package final class Course: Sendable {
  package let script: Script
  /// The steps, by their numbers in the script.
  let stops: [Stop]
  let checks: Checks
  let branchings: [Branching]
  /// For each option of a question that branches, where it leads; nil where all else does.
  let exits: [Step.Target?]
  /// What is looked at in order, and what follows where it holds: the ways of a `choose`.
  let ways: [(check: Int32, target: Step.Target)]
  let rounds: [(check: Int32, block: Int)]
  let roundsOf: [Rounds]
  let watches: [(check: Int32, block: Int)]
  /// The watches that read each question, as a part of `watchers`.
  let watchersOf: [Range<Int>]
  let watchers: [Int]
  let isOptional: [Bool]
  let isQuiet: [Bool]
  /// What outcomes say, and after them what steps say.
  let wordings: [Wording]
  /// For each step its place among the wordings, or nil.
  let wordingOf: [Int32?]

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
      case to(Step.Target)
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
    var unknown: Step.Target
    var otherwise: Step.Target
  }

  package init(_ script: Script) {
    self.script = script
    var checks = Checks(script)
    var branchings: [Branching] = []
    var exits: [Step.Target?] = []
    var ways: [(check: Int32, target: Step.Target)] = []
    var rounds: [(check: Int32, block: Int)] = []
    var roundsOf: [Rounds] = []
    var wordings = script.outcomes.map { Wording($0.text) }
    var wordingOf: [Int32?] = []
    stops = script.steps.map { step in
      var wording: Int32?
      let action: Stop.Action
      switch step.action {
      case .ask(let question): action = .ask(question: Int32(question))
      case .say(let text):
        wording = Int32(wordings.count)
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
            (checks.add(.includes(question: round.list, [round.item])), round.block))
        }
        action = .forEach(Int32(roundsOf.count))
        roundsOf.append(Rounds(question: each.first?.list ?? 0, range: start..<rounds.count))
      }
      wordingOf.append(wording)
      let then: Stop.Then
      switch step.then {
      case .to(let target): then = .to(target)
      case .byAnswer(let options, let unknown, let otherwise):
        then = .byAnswer(Int32(branchings.count))
        branchings.append(
          Branching(
            choices: exits.count..<exits.count + options.count,
            unknown: (unknown ?? otherwise).target, otherwise: otherwise.target))
        exits += options.map { $0?.target }
      case .byCondition(let choices, let otherwise):
        then = .byCondition(Int32(branchings.count))
        branchings.append(
          Branching(
            choices: ways.count..<ways.count + choices.count,
            unknown: otherwise.target, otherwise: otherwise.target))
        for way in choices { ways.append((checks.add(way.test.condition), way.target)) }
      }
      let when = step.when.map { checks.add($0.condition) } ?? Checks.yes
      return Stop(when: when, action: action, then: then)
    }
    watches = script.watches.map { (checks.add($0.test.condition), $0.block) }
    var (watchers, watchersOf): ([Int], [Range<Int>]) = ([], [])
    for reading in script.watchers {
      watchersOf.append(watchers.count..<watchers.count + reading.count)
      watchers += reading
    }
    (self.checks, self.branchings, self.exits, self.ways) = (checks, branchings, exits, ways)
    (self.rounds, self.roundsOf) = (rounds, roundsOf)
    (self.watchers, self.watchersOf) = (watchers, watchersOf)
    (self.wordings, self.wordingOf) = (wordings, wordingOf)
    isOptional = script.questions.map(\.isOptional)
    isQuiet = script.questions.map(\.isQuiet)
  }

  /// A text that is said, with what it reads.
  struct Wording {
    let text: Text
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
