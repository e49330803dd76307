import DialogueCompiler
import DialogueEngine
import DialogueModel
import Testing

@testable import Support

/// Several steps under one condition, compared with the same steps that each carry it.
struct GroupTests {
  @Test(arguments: 0..<4)
  func `A group is what its steps are that each carry its condition`(_ batch: UInt64) throws {
    var (compared, differing) = (0, 0)
    for seed in (batch * 300)..<(batch * 300 + 300) {
      var generator = ToyGenerator(seed: seed)
      let toy = generator.toy()
      let spread = toy.withoutGroups
      guard spread.groups < toy.groups else { continue }
      compared += 1
      let scripts = try [toy, spread].map { toy in
        try TestPacks.script(
          entry: "m", toy.files.map { SourceFile(path: $0.path, text: $0.text) })
      }
      for _ in 0..<6 {
        var answers: [String: Toy.Answer] = [:]
        for key in toy.allKeys.sorted() where !generator.chance(6) {
          answers[key] = generator.answer(to: key, of: toy)
        }
        let walks = try scripts.map { try walk($0, answers, on: toy.today) }
        #expect(walks[0] == walks[1], "seed \(seed)")
        let naive = [toy, spread].map { NaiveWalk($0, answers) }
        #expect(walks[0].path == naive[1].path && walks[0].outcomes == naive[1].outcomes)
        if naive[0].path.count < toy.allKeys.count { differing += 1 }
      }
    }
    #expect(compared > 30 && differing > 60, "\(compared), \(differing)")
  }

  private struct Way: Equatable {
    var path: [String]
    var next: String?
    var outcomes: [String]
  }

  private func walk(
    _ script: Script, _ answers: [String: Toy.Answer], on day: Toy.Day
  ) throws -> Way {
    let given = answers.compactMap { key, answer in
      script.numbers[key].map { (key: $0, value: script.questions[$0].answer(answer)) }
    }
    let conversation = Conversation(
      script, answers: Answers(given), today: try #require(CivilDate(day)), minute: Toy.minute)
    let walk = conversation.walk
    return Way(
      path: walk.questions.map { script.questions[$0].key },
      next: walk.next.map { script.questions[$0].key },
      outcomes: walk.outcomes.map { script.outcomes[$0].id })
  }
}

extension Toy {
  /// The number of groups.
  var groups: Int {
    func count(_ steps: [Step]) -> Int {
      steps.reduce(0) { sum, step in
        switch step.action {
        case .group(let body): sum + 1 + count(body)
        case .forEach(_, let body): sum + count(body)
        default: sum
        }
      }
    }
    return (Array(dialogues.values) + watches.map(\.steps)).reduce(0) { $0 + count($1) }
  }

  /// The same script with its groups' conditions on each of their steps, where every step can have
  /// one and none of them asks what the condition reads.
  var withoutGroups: Toy {
    var toy = self
    toy.dialogues = dialogues.mapValues(Self.spread)
    for number in watches.indices { toy.watches[number].steps = Self.spread(watches[number].steps) }
    return toy
  }

  private static func spread(_ steps: [Step]) -> [Step] {
    var firsts: [String: String] = [:]
    var result = steps.flatMap { step -> [Step] in
      var step = step
      switch step.action {
      case .forEach(let list, let body): step.action = .forEach(list: list, spread(body))
      case .group(let body):
        let body = spread(body)
        guard let when = step.when, let first = body.first, body.allSatisfy(\.canHaveCondition),
          when.names.isDisjoint(with: body.flat.map(\.id))
        else {
          step.action = .group(body)
          return [step]
        }
        firsts[step.id] = first.id
        return body.map { step in
          var step = step
          step.when = step.when.map { .and(when, $0) } ?? when
          return step
        }
      default: break
      }
      return [step]
    }
    // A jump to the group goes to its first step.
    for number in result.indices { result[number].lead(from: firsts) }
    return result
  }
}

extension Toy.Step {
  fileprivate var canHaveCondition: Bool {
    switch action {
    case .ask, .say, .conclude: ways.isEmpty || ways[0].option == "then"
    default: false
    }
  }

  /// Exchanges targets that are groups no longer.
  fileprivate mutating func lead(from firsts: [String: String]) {
    for number in ways.indices {
      ways[number].target = firsts[ways[number].target] ?? ways[number].target
    }
    switch action {
    case .choose(let ways, let otherwise):
      action = .choose(
        ways.map { ($0.0, firsts[$0.1] ?? $0.1) }, otherwise: firsts[otherwise] ?? otherwise)
    case .group(let body):
      action = .group(
        body.map { step in
          var step = step
          step.lead(from: firsts)
          return step
        })
    default: break
    }
  }
}
