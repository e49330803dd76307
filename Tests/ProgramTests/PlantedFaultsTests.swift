import Foundation
import Support
import Testing

/// The ten most common faults of scripts, each planted in the shipped pack in several forms.
///
/// Each is found at its place, with advice. A fault that the language can't express is refused by
/// the parser.
struct PlantedFaultsTests {
  struct Plant: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var code: String
    var change: Change
    /// Other codes that may be reported with it.
    var also: Set<String> = ["scenario"]

    var testDescription: String { name }
  }

  /// The fault is between `‹` and `›`.
  enum Change: Sendable {
    /// Adds lines at the end.
    case append(String)
    /// Replaces the first occurrence of a text.
    case replace(String, with: String)
    case new(String)
  }

  static let end = "closing.yaml"

  static let plants: [Plant] = [
    // D1: a target that does not exist
    Plant(
      name: "D1 a jump", file: end, code: "no-such-target",
      change: .append("  - say: bye\n    text: Bye.\n    then: ‹nowhere›\n")),
    Plant(
      name: "D1 a dialogue used", file: end, code: "no-such-target",
      change: .append("  - use: ‹warning-sings›\n    id: once-more\n")),
    Plant(
      name: "D1 an outcome", file: end, code: "no-such-target",
      change: .append("  - conclude: bye\n    outcome: ‹no-signs›\n")),
    Plant(
      name: "D1 a branch that concludes", file: end, code: "no-such-target",
      change: .append(
        "  - ask: sure\n    text: Sure?\n    answer: yes-no\n    then:\n"
          + "      yes: conclude ‹all-well›\n      otherwise: end\n")),
    Plant(
      name: "D1 a letter", file: "outcomes.yaml", code: "no-such-target",
      change: .replace("letters: [social-care", with: "letters: [‹social-car›"), also: ["unused"]),
    // D2: unreachable
    Plant(
      name: "D2 after a step that leads elsewhere", file: end, code: "unreachable",
      change: .append(
        "  - say: bye\n    text: Bye.\n    then: end\n  - ask: ‹late›\n    text: Late?\n    answer: text\n"
      )),
    Plant(
      name: "D2 a dialogue that none uses", file: "attic.yaml", code: "unreachable",
      change: .new("dialogue: ‹attic›\nsteps:\n  - say: hello\n    text: Hello.\n")),
    Plant(
      name: "D2 behind branches that all lead past it", file: end, code: "unreachable",
      change: .append(
        "  - ask: sure\n    text: Sure?\n    answer: yes-no\n    then:\n      yes: end\n"
          + "      no: bye\n      unknown: bye\n      otherwise: bye\n  - ask: ‹late›\n"
          + "    text: Late?\n    answer: text\n  - say: bye\n    text: Bye.\n")),
    Plant(
      name: "D2 behind a condition that can't hold", file: end, code: "never-true",
      change: .append(
        "  - ask: late\n    text: Late?\n    answer: text\n"
          + "    when: ‹safety.danger-now› is yes and safety.danger-now is no\n")),
    // D3: a dead end
    Plant(
      name: "D3 the chart left out for some", file: "start.yaml", code: "dead-end",
      change: .replace(
        "  - use: referral-pathway\n    id: referral-pathway\n",
        with:
          "  - use: referral-pathway\n    id: referral-pathway\n    when: own-account.happened is known\n"
      ),
      also: ["scenario", "broken-rule"]),
    Plant(
      name: "D3 the end reached too soon", file: "start.yaml", code: "dead-end",
      change: .replace(
        "  - use: referral-pathway\n",
        with:
          "  - ask: had-it\n    text: Had it?\n    answer: yes-no\n    then:\n      yes: finish\n"
          + "      otherwise: referral-pathway\n  - use: referral-pathway\n"),
      also: ["scenario", "broken-rule"]),
    Plant(
      name: "D3 an ending that concludes nothing of the chart", file: "outcomes.yaml",
      code: "dead-end",
      change: .replace(
        "  not-enough-known:\n    kind: chart", with: "  not-enough-known:\n    kind: flag"),
      also: ["scenario", "broken-rule"]),
    // D4: an unknown name in a condition
    Plant(
      name: "D4 a question", file: end, code: "unknown-name",
      change: .append("  - say: bye\n    text: Bye.\n    when: ‹warning-signs.notised› has any\n")),
    Plant(
      name: "D4 a fact", file: end, code: "unknown-name",
      change: .append("  - say: bye\n    text: Bye.\n    when: ‹all-well›\n")),
    Plant(
      name: "D4 a list", file: end, code: "unknown-name",
      change: .append(
        "  - say: bye\n    text: Bye.\n    when: any ‹referral.poeple› where about is unknown\n")),
    Plant(
      name: "D4 in a letter's part", file: "letters/decision-record.md", code: "unknown-name",
      change: .append("<<when: ‹referral.chld› is known>>\nNamed.\n<<end>>\n")),
    // D5: an unknown name in a text
    Plant(
      name: "D5 in something said", file: end, code: "unknown-slot",
      change: .append("  - say: bye\n    text: Bye, <<‹referral.chlid› | all>>.\n")),
    Plant(
      name: "D5 in a letter", file: "letters/social-care.md", code: "unknown-slot",
      change: .append("<<‹referral.hoem›>>\n")),
    Plant(
      name: "D5 a line of a vocabulary", file: "warning-signs.yaml", code: "unknown-slot",
      change: .replace("<<sign.looks-like>>", with: "<<‹sign.look-like›>>")),
    // D6: a value that is not an option
    Plant(
      name: "D6 is", file: end, code: "not-an-option",
      change: .append("  - say: bye\n    text: Bye.\n    when: way.choice is ‹refer-later›\n")),
    Plant(
      name: "D6 includes", file: end, code: "not-an-option",
      change: .append(
        "  - say: bye\n    text: Bye.\n    when: warning-signs.noticed includes ‹trains›\n")),
    Plant(
      name: "D6 a branch", file: end, code: "not-an-option",
      change: .append(
        "  - ask: sure\n    text: Sure?\n    answer: yes-no\n    then:\n      ‹maybe›: end\n      otherwise: end\n"
      )),
    // D7: a name used twice, reported at the second
    Plant(
      name: "D7 a step", file: end, code: "duplicate-name",
      change: .append("  - say: ‹saving›\n    text: Bye.\n")),
    Plant(
      name: "D7 a dialogue", file: "way2.yaml", code: "duplicate-name",
      change: .new("dialogue: ‹way›\nsteps:\n  - say: hello\n    text: Hello.\n")),
    Plant(
      name: "D7 an outcome", file: "zz-outcomes.yaml", code: "duplicate-name",
      change: .new(
        "outcomes:\n  ‹no-signs-today›:\n    kind: flag\n    text: Again.\nunfinished: [social-care]\n"
      )),
    Plant(
      name: "D7 an item", file: "vocabularies/again.yaml", code: "yaml",
      change: .new("vocabulary: again\nitems:\n  one: One\n  ‹one›: One more\n")),
    // D8: a loop
    Plant(
      name: "D8 a jump back", file: end, code: "loop",
      change: .append("  - say: bye\n    text: Bye.\n    then: ‹saving›\n")),
    Plant(
      name: "D8 a dialogue in itself", file: end, code: "loop",
      change: .append("  - use: ‹closing›\n    id: once-more\n")),
    Plant(
      name: "D8 dialogues in a ring", file: "way.yaml", code: "loop",
      change: .append("  - use: ‹start›\n    id: once-more\n")),
    Plant(
      name: "D8 a fact that leads to itself", file: "judgement.yaml", code: "loop",
      change: .replace(
        "  nothing-referred: ",
        with: "  once-more: nothing-referred\n  ‹nothing-referred›: once-more or "
      )),
    // D9: used before it is asked
    Plant(
      name: "D9 a question that comes later", file: "safety.yaml", code: "not-yet-asked",
      change: .append("  - say: bye\n    text: Bye.\n    when: ‹notes.kept› has any\n")),
    Plant(
      name: "D9 a slot that comes too soon", file: "safety.yaml", code: "not-yet-asked",
      change: .append("  - say: bye\n    text: Bye, <<‹referral.child› | all>>.\n")),
    Plant(
      name: "D9 a question of another path", file: end, code: "not-yet-asked",
      change: .append(
        "  - ask: sure\n    text: Sure?\n    answer: yes-no\n    then:\n      yes: why\n"
          + "      otherwise: bye\n  - ask: why\n    text: Why?\n    answer: yes-no\n    then: end\n"
          + "  - say: bye\n    text: Bye.\n    when: ‹why› is yes\n")),
    // D10: an answer without a branch
    Plant(
      name: "D10 a question's branches", file: end, code: "no-default",
      change: .append(
        "  - ask: sure\n    text: Sure?\n    answer: yes-no\n    then:\n      ‹yes›: end\n")),
    Plant(
      name: "D10 a decision's branches", file: end, code: "no-default",
      change: .append(
        "  - decide: sure\n    if: notes.kept is known\n    then:\n      ‹yes›: end\n      no: end\n"
      )),
    Plant(
      name: "D10 a choice of conditions", file: end, code: "layout",
      change: .append("  - ‹choose›: which\n    when notes.kept is known: end\n")),
    Plant(
      name: "D10 an option with nothing after it", file: end, code: "yaml",
      change: .append(
        "  - ask: sure\n    text: Sure?\n    answer: yes-no\n    then:\n      ‹no›:\n      otherwise: end\n"
      )),
  ]

  @Test func `Each fault is planted in at least three forms`() {
    let counts = Dictionary(grouping: Self.plants) { plant in
      plant.name.split(separator: " ").first.map(String.init) ?? ""
    }
    #expect(counts.count == 10)
    for (fault, plants) in counts { #expect(plants.count >= 3, "\(fault)") }
  }

  @Test(arguments: plants)
  func `A planted fault is reported at its place, with advice`(_ plant: Plant) throws {
    // Without the other scenarios and most of the rules: playing and proving them each time would take minutes.
    var pack = CheckedPack(
      files: try Self.files.filter { $0.key == plant.file || !$0.key.hasSuffix(".scenario") })
    if plant.file != "safety-rules.yaml" {
      let rules = (pack.files["safety-rules.yaml"] ?? "").components(separatedBy: "\n  - rule: ")
      pack.files["safety-rules.yaml"] = rules.prefix(4).joined(separator: "\n  - rule: ") + "\n"
    }
    let text = pack.files[plant.file] ?? ""
    switch plant.change {
    case .append(let lines): pack.files[plant.file] = text + lines
    case .replace(let old, let new):
      let at = try #require(text.firstRange(of: old), "\(plant.file) has no \(old)")
      pack.files[plant.file] = text.replacingCharacters(in: at, with: new)
    case .new(let text): pack.files[plant.file] = text
    }
    pack.takeMark(plant.file)
    let (found, code, _) = try pack.check(plant.code == "sometimes-unasked" ? [] : ["--quick"])
    #expect(code == 1)
    let fault = try #require(found.first { $0.code == plant.code }, "\(found)")
    if let marked = pack.marked {
      #expect(fault.file == marked.file)
      #expect(fault.line == marked.line, "\(found)")
      #expect(fault.column == marked.column, "\(found)")
    }
    #expect(!(fault.fix ?? "").isEmpty || plant.code == "layout", "\(fault)")
    // One cause gives one diagnostic; others may only be its consequences.
    let others = found.filter { $0.code != plant.code && !plant.also.contains($0.code) }
    #expect(others.isEmpty, "\(others)")
    #expect(found.filter { $0.code == plant.code }.count == 1, "\(found)")
  }

  @Test func `The shipped packs give no false alarm`() throws {
    let run = try Program.run(["check", "--strict", "--dialogues", "\(TestPacks.root)/Dialogues"])
    #expect(run.errors == "")
    #expect(run.code == 0, "\(run.output)")
    let tree = try Program.run(["check", "--strict", TestPacks.streetTree])
    #expect(tree.code == 0, "\(tree.output)")
  }

  /// The shipped pack in this checkout, with its scenarios.
  static var files: [String: String] {
    get throws {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: TestPacks.shipped)
        .filter { [".yaml", ".md", ".scenario"].contains(where: $0.hasSuffix) }
        .filter { !$0.hasSuffix(".example.yaml") && $0 != "README.md" }
      return Dictionary(
        uniqueKeysWithValues: try paths.map {
          ($0, try TestPacks.text(at: "\(TestPacks.shipped)/\($0)"))
        })
    }
  }
}
