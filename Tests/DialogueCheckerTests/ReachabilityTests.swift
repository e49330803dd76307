import DialogueCompiler
import DialogueEngine
import DialogueModel
import Testing

@testable import DialogueChecker
@testable import Support

/// Over generated scripts, the checker calls impossible exactly what happens in no conversation.
///
/// Every possible conversation is run to compare.
struct ReachabilityTests {
  @Test(arguments: SeedBatches.all)
  func `The checker calls impossible exactly what never happens`(_ batch: UInt64) throws {
    var compared = 0
    for seed in (batch * 600)..<(batch * 600 + 600) where try compare(seed) {
      compared += 1
    }
    #expect(compared >= 250, "\(compared)")
  }

  @Test(arguments: SeedBatches.all)
  func `For any local file, the checker calls impossible exactly what never happens`(
    _ batch: UInt64
  ) throws {
    var compared = 0
    for seed in (batch * 600)..<(batch * 600 + 600) {
      var generator = ToyGenerator(seed: seed)
      let toy = generator.toy(hasLocal: true)
      guard let all = AllConversations(toy, atMost: 400) else { continue }
      compared += 1
      let script = try #require(PackReading(try toy.pack(), local: .standIn).script)
      let program = InlinedProgram(script)
      let today = try #require(CivilDate(toy.today))
      let possibilities = Reachability(script, program, today: today, walks: Int(seed % 3))
      #expect(possibilities.undecided.isEmpty, "seed \(seed)")
      // A question over the local list has a condition that no file contains.
      let steps = Set(script.steps.map(\.place))
      let claimed = Set(Claims(script, program).goals.keys).filter {
        ![.shown, .filled, .unasked].contains($0.kind)
          && ([.reached, .asked].contains($0.kind) || !steps.contains($0.place))
      }
      let expected = all.claims(script)
      let found = claimed.subtracting(possibilities.impossible)
      #expect(found.subtracting(expected) == [], "seed \(seed): taken for possible")
      #expect(
        expected.intersection(claimed).subtracting(found) == [], "seed \(seed): for impossible")
    }
    #expect(compared >= 80, "\(compared)")
  }

  /// False for a script with too many conversations to run them all.
  private func compare(_ seed: UInt64) throws -> Bool {
    var generator = ToyGenerator(seed: seed)
    let toy = generator.toy()
    guard let all = AllConversations(toy, atMost: 200) else { return false }
    let letter = MarkedLetter(toy.letter)
    let script = try TestPacks.script(entry: "m", toy.checkedFiles(letter.text))
    let today = try #require(CivilDate(toy.today))
    let possibilities = Reachability(
      script, InlinedProgram(script), today: today, walks: Int(seed % 3))
    #expect(possibilities.undecided.isEmpty, "seed \(seed)")
    let program = InlinedProgram(script)
    let claimed = Set(Claims(script, program).goals.keys)
    let expected = all.claims(script).union(letter.claims(all, script, today))
    let found = claimed.subtracting(possibilities.impossible)
    #expect(found.subtracting(expected) == [], "seed \(seed): taken for possible")
    #expect(expected.subtracting(found).intersection(claimed) == [], "seed \(seed): for impossible")
    let checker = Checker(script, today: today)
    let problems = DeadEnd.problems(checker) + TwoOutcomes.problems(checker)
    for (code, isBroken) in [
      (Diagnostic.Code.deadEnd, all.all { $0.isDisjoint(with: ["up", "down"]) }),
      (.twoOutcomes, all.all { $0.isSuperset(of: ["up", "down"]) }),
    ] {
      #expect(problems.contains { $0.code == code } == isBroken, "seed \(seed): \(code)")
    }
    return true
  }
}

extension AllConversations {
  func all(_ holds: (Set<String>) -> Bool) -> Bool { walks.contains { holds(Set($0.outcomes)) } }

  /// The claims that held in some conversation, as the checker names them.
  func claims(_ script: Script) -> Set<Claim> {
    let reached = walks.reduce(into: Set<String>()) { $0.formUnion($1.reached) }
    let looks = walks.reduce(into: Set<NaiveWalk.Look>()) { $0.formUnion($1.looks) }
    let concluded = walks.reduce(into: Set<String>()) { $0.formUnion($1.outcomes) }
    var claims: Set<Claim> = []
    for step in script.steps where reached.contains(step.name) {
      claims.insert(Claim(kind: .reached, place: step.place))
    }
    for outcome in script.outcomes where concluded.contains(outcome.id) {
      claims.insert(Claim(kind: .concluded, place: outcome.place))
    }
    let places = script.testPlaces
    let questions = Dictionary(
      script.questions.map { ($0.key.split(separator: ".").last.map(String.init) ?? "", $0.place) }
    ) { first, _ in first }
    for look in looks {
      guard let place = places["\(look.owner) \(look.number)"] else { continue }
      if let truth = look.truth {
        claims.insert(Claim(kind: .looked, place: place))
        claims.insert(Claim(kind: truth ? .holds : .fails, place: place))
      } else if let asked = look.asked {
        claims.insert(Claim(kind: .asked, place: place, question: questions[asked]))
      }
    }
    return claims
  }
}

extension Script {
  /// The place of each condition of a step or watch, by its owner and number.
  fileprivate var testPlaces: [String: SourcePlace] {
    var places: [String: SourcePlace] = [:]
    for step in steps {
      if let when = step.when { places["\(step.name) 0"] = when.place }
      if case .decide(let test) = step.action { places["\(step.name) 1"] = test.place }
      if case .byCondition(let ways, _) = step.then {
        for (number, way) in ways.enumerated() {
          places["\(step.name) \(number + 1)"] = way.test.place
        }
      }
    }
    for watch in watches {
      guard let first = blocks[watch.block].first,
        let owner = steps[first].key.split(separator: ".").first
      else { continue }
      places["\(owner) 0"] = watch.test.place
    }
    return places
  }
}

extension Toy {
  /// The files to check: two outcomes belong to the chart, and only these send the letter.
  fileprivate func checkedFiles(_ letter: String) -> [SourceFile] {
    var outcomes = "outcomes:\n"
    for id in Self.outcomes {
      let isChart = ["up", "down"].contains(id)
      outcomes += "  \(id):\n    kind: \(isChart ? "chart" : "flag")\n    text: \(id)\n"
      if isChart { outcomes += "    letters: [note]\n" }
    }
    return files.filter { $0.path != "outcomes.yaml" && $0.path != "letters/note.md" }
      .map { SourceFile(path: $0.path, text: $0.text) } + [
        SourceFile(path: "outcomes.yaml", text: outcomes + "unfinished: [blank]\n"),
        SourceFile(path: "letters/note.md", text: letter),
        SourceFile(path: "letters/blank.md", text: "Nothing yet.\n"),
      ]
  }
}

/// A letter with a mark in every part and slot, to see whether a draft includes it.
private struct MarkedLetter {
  private(set) var text = ""
  private var marks: [(mark: String, kind: Claim.Kind, line: Int, column: Int)] = []
  private var line = 1

  init(_ lines: [Toy.Line]) { add(lines) }

  private mutating func add(_ lines: [Toy.Line]) {
    for line in lines {
      switch line {
      case .slot(let name), .row(let name):
        mark(.filled, "<<\(name)>>.", column: 3)
      case .part(let condition, let lines, let otherwise):
        write("<<when: \(condition.yaml)>>")
        mark(.shown, "", column: 9, up: 1)
        add(lines)
        write("<<otherwise>>")
        add(otherwise)
        write("<<end>>")
      case .named(let name, let lines):
        write("<<part: \(name)>>")
        mark(.shown, "", column: 9, up: 1)
        add(lines)
        write("<<end>>")
      case .forEach(let list, let condition, let lines):
        write(
          "<<for each: \(list) as item\(condition.map { " where \($0.yaml)" } ?? "")>>")
        mark(
          .shown, "", column: condition == nil ? 13 : 13 + list.count + " as item where ".count,
          up: 1)
        add(lines)
        write("<<end>>")
      }
    }
  }

  private mutating func write(_ words: String) {
    text += words + "\n"
    line += 1
  }

  private mutating func mark(
    _ kind: Claim.Kind, _ after: String, column: Int, up: Int = 0
  ) {
    let mark = "§\(marks.count)="
    let always = "always: "
    let start = always.count + mark.count
    marks.append((mark, kind, line - up, kind == .filled ? start + column : column))
    write(always + mark + after)
  }

  /// The claims whose marks appear in the letters of conversations that send them.
  func claims(_ all: AllConversations, _ script: Script, _ today: CivilDate) -> Set<Claim> {
    var claims: Set<Claim> = []
    let places = Claims(script, InlinedProgram(script)).goals.keys.filter {
      $0.place.file.hasSuffix(".md")
    }
    let byPlace = Dictionary(grouping: places) { [$0.place.line, $0.place.column] }
    for walk in all.walks {
      let answers = Dictionary(
        uniqueKeysWithValues: walk.answers.compactMap { key, answer in
          script.numbers[key].map { ($0, script.questions[$0].answer(answer)) }
        })
      let conversation = Conversation(
        script, answers: Answers(answers), today: today, minute: Toy.minute)
      for draft in conversation.drafts where draft.letter == "note" {
        for (mark, kind, line, column) in marks {
          for at in draft.text.ranges(of: mark) {
            let isGap = kind == .filled && draft.text[at.upperBound...].hasPrefix("[not asked yet]")
            let shown = isGap ? Claim.Kind.unasked : kind
            claims.formUnion((byPlace[[line, column]] ?? []).filter { $0.kind == shown })
          }
        }
      }
    }
    return claims
  }
}
