import DialogueCompiler
import DialogueModel
import Scenarios
import Testing

@testable import DialogueChecker
@testable import Support

/// Over generated scripts, a rule is proved only if no conversation breaks it, and broken only if
/// one does.
///
/// A broken rule comes with a scenario that breaks it.
struct ProverTests {
  @Test(arguments: SeedBatches.all)
  func `A verdict agrees with an exhaustive run of every conversation`(_ batch: UInt64) throws {
    var counts: Counts = (0, 0, 0, 0, 0)
    for seed in (batch * 400)..<(batch * 400 + 400) {
      var generator = ToyGenerator(seed: seed)
      var toy = generator.toy()
      toy.sending = generator.sending()
      let names = generator.names(of: toy).filter { toy.allKeys.contains($0.name) }
      let steps = toy.stepsToTell
      guard !names.isEmpty, !steps.isEmpty else { continue }
      let rules = (0..<4).map { _ in generator.rule(toy, names, steps: steps) }
      guard
        let all = AllConversations(toy, besides: rules.flatMap(\.conditions), atMost: 200)
      else { continue }
      let today = try #require(CivilDate(toy.today))
      let script = try TestPacks.script(
        entry: "m",
        toy.files.map { SourceFile(path: $0.path, text: $0.text) } + [
          SourceFile(path: "safety-rules.yaml", text: "rules:\n" + rules.map(\.yaml).joined())
        ])
      if all.choices.mostCompared > 1 { counts.comparing += 1 }
      let verdicts = Checker(script, today: today).prove()
      for (rule, verdict) in zip(rules, verdicts) {
        try hold(rule, verdict, all, "seed \(seed)", &counts) { _ in script }
      }
    }
    #expect(counts.proved > 20 && counts.broken > 80 && counts.comparing > 4, "\(counts)")
    #expect(counts.undecided < 5 && counts.empty > 20, "\(counts)")
  }

  typealias Counts = (proved: Int, broken: Int, undecided: Int, comparing: Int, empty: Int)

  /// Compares a verdict with every possible conversation.
  private func hold(
    _ rule: ToyRule, _ verdict: Verdict, _ all: AllConversations, _ name: String,
    _ counts: inout Counts, playedOn script: (Scenario) throws -> Script
  ) throws {
    let isBroken = all.walks.contains { rule.isBroken(in: $0) }
    let name = "\(name): \(rule.yaml)"
    switch verdict.finding {
    case .proved:
      counts.proved += 1
      #expect(!isBroken, "\(name)")
      #expect(all.walks.contains { rule.applies(in: $0) }, "\(name)")
      #expect(all.walks.contains { rule.fails(in: $0) }, "\(name)")
    case .broken(let text):
      counts.broken += 1
      #expect(isBroken, "\(name)")
      let scenario = try Scenario(file: "broken.scenario", text: text)
      let played = try scenario.play(script(scenario), today: #require(CivilDate(all.toy.today)))
      #expect(played.faults == [], "\(name): \(text)")
    case .undecided(let why):
      // A rule may be undecided only because many answers are compared with each other.
      #expect(all.choices.mostCompared > 4, "\(name): undecided: \(why)")
      counts.undecided += 1
    case .saysNothing, .neverApplies, .needsNoWhen:
      counts.empty += 1
      #expect(!isBroken, "\(name)")
      if case .neverApplies = verdict.finding {
        #expect(!all.walks.contains { rule.applies(in: $0) }, "\(name)")
      }
      if case .needsNoWhen = verdict.finding {
        #expect(!all.walks.contains { rule.fails(in: $0) }, "\(name)")
      }
    }
  }

  @Test(arguments: SeedBatches.all)
  func `A verdict holds for every local file`(_ batch: UInt64) throws {
    var counts: Counts = (0, 0, 0, 0, 0)
    var local = 0
    for seed in (batch * 400)..<(batch * 400 + 400) {
      var generator = ToyGenerator(seed: seed)
      var toy = generator.toy(hasLocal: true)
      toy.sending = generator.sending()
      let names = generator.names(of: toy).filter { toy.allKeys.contains($0.name) }
      let steps = toy.stepsToTell
      guard !steps.isEmpty else { continue }
      let rules = (0..<4).map { _ in generator.rule(toy, names, steps: steps) }
      guard let all = AllConversations(toy, besides: rules.flatMap(\.conditions), atMost: 400)
      else { continue }
      let today = try #require(CivilDate(toy.today))
      let pack = try toy.pack([
        SourceFile(path: "safety-rules.yaml", text: "rules:\n" + rules.map(\.yaml).joined())
      ])
      let reading: LocalReading = { lines, file throws(Diagnostics) in
        try pack.script(localLines: lines, in: file)
      }
      // The generated pack has no errors, with or without a local file.
      #expect(PackReading(pack).problems.filter { !$0.code.isWarning } == [], "seed \(seed)")
      _ = try pack.script(localLines: "fields:\n  f0: yes\n", in: "local.yaml")
      let plain = try #require(PackReading(pack).script)
      let script = try #require(PackReading(pack, local: .standIn).script)
      let verdicts = Checker(script, playing: plain, reading: reading, today: today).prove()
      #expect(verdicts.count == rules.count)
      for (rule, verdict) in zip(rules, verdicts) {
        try hold(rule, verdict, all, "seed \(seed)", &counts) { scenario in
          if scenario.local != nil { local += 1 }
          return try scenario.script(plain, reading)
        }
      }
    }
    #expect(counts.proved > 10 && counts.broken > 50 && local > 20, "\(counts), \(local)")
    #expect(counts.undecided < 5 && counts.empty > 20, "\(counts)")
  }
}

extension Toy {
  /// The names of the steps that a rule can mention.
  var stepsToTell: [String] {
    let told = [("m", dialogues["m"] ?? [])] + watches.map { ($0.id, $0.steps) }
    return told.flatMap { name, steps in steps.flat.filter(\.tells).map { "\(name).\($0.id)" } }
  }

  /// The files of a script that has a local file.
  func pack(_ more: [SourceFile] = []) throws -> PackFiles {
    let shape = """
      local:
        fields:
          f0:
            label: f0
            gap: none
            type: yes-no
          f1:
            label: f1
            gap: none
            type: number
          f2:
            label: f2
            gap: none
        lists:
          shops:
            fields:
              phone:
                label: phone
                gap: none

      """
    let files = files.map { SourceFile(path: $0.path, text: $0.text) }
    return PackFiles(try TestPacks.whole(files + more, entry: "m", pack: shape))
  }
}
