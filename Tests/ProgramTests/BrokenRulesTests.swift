import Checking
import DialogueScript
import Foundation
import Support
import Testing

/// Each safety rule of the shipped pack, when its dialogue is broken on purpose in two ways: it is caught, and
/// the conversation that breaks it is one that the program has.
struct BrokenRulesTests {
  struct Break: Sendable, CustomTestStringConvertible {
    var rule: String
    var file: String
    var old: String
    var new: String

    var testDescription: String { "\(rule): \(file): \(new.trimmed)" }
  }

  private static let pathway = "referral-pathway.yaml"
  private static let needs =
    "  needs-referral: gate-stands or chosen or warning-signs.noticed has any"

  private static let table: [(String, String, String, String)] = [
    ("A sign always leads", pathway, needs, "  needs-referral: gate-stands or chosen"),
    ("A sign always leads", pathway, "    when refer: refer\n", "    when gate-stands: refer\n"),
    (
      "A sign with a child in care", pathway, "is one of yes, in-care, placed: speak-to-worker",
      "is yes: speak-to-worker"
    ),
    (
      "A sign with a child in care", pathway, "is one of yes, in-care, placed: speak-to-worker",
      "is in-care: speak-to-worker"
    ),
    (
      "A referral without a social worker", pathway, "worker is no: agency-keeps-its-part",
      "worker is no: end"
    ),
    (
      "A referral without a social worker", pathway,
      "    outcome: agency-keeps-its-part\n    then: end",
      "    outcome: worker-not-known\n    then: end"
    ),
    (
      "A referral with the worker not known", pathway, "    otherwise: worker-not-known",
      "    otherwise: end"
    ),
    (
      "A referral with the worker not known", pathway, "    when referral.no-child: end\n",
      "    when referral.worker is unknown: end\n"
    ),
    (
      "No signs, only where", pathway,
      "  none-seen: warning-signs.noticed is empty and gate.picks is empty and",
      "  none-seen: gate.picks is empty and"
    ),
    (
      "No signs, only where", pathway, "    otherwise: not-enough-known",
      "    otherwise: agency-leads"
    ),
    (
      "Danger, or not being sure", "watches.yaml",
      "    whenever: safety.danger-now is yes or safety.danger-now is unknown",
      "    whenever: safety.danger-now is yes"
    ),
    (
      "Danger, or not being sure", "watches.yaml",
      "      - conclude: ring\n        outcome: ring-999\n",
      "      - ask: sure\n        text: Sure?\n        answer: yes-no\n      - conclude: ring\n        outcome: ring-999\n"
    ),
    (
      "Violence, assault or passing on", "watches.yaml",
      "      - grooming.seen has any of violence, assault, passed-on, shared, sexual-contact, cold-sex, threats\n",
      "      - grooming.seen has any of violence, assault\n"
    ),
    (
      "Violence, assault or passing on", "watches.yaml",
      "    steps:\n      - conclude: tell-police\n",
      "    steps:\n      - ask: sure\n        text: Sure?\n        answer: yes-no\n      - conclude: tell-police\n"
    ),
    (
      "Under 13 with a sign has no other", pathway, needs,
      "  needs-referral: chosen or safety.in-danger"
    ),
    (
      "Under 13 with a sign has no other", pathway, "    when refer: refer\n",
      "    when chosen: refer\n"
    ),
    (
      "Under 13 with a sign goes to the police", "watches.yaml",
      "      - gate.picks has any of assault, images, moved, crime, under-13\n      - referral.age < 13\n",
      "      - gate.picks has any of assault, images, moved, crime, under-13\n"
    ),
    (
      "Under 13 with a sign goes to the police", "watches.yaml",
      "assault, images, moved, crime, under-13\n      - referral.age < 13\n",
      "assault, images, moved, crime\n      - referral.age < 13\n"
    ),
    (
      "The short way never ends", pathway, "    when refer: refer\n",
      "    when way.choice is refer-now: agency-leads\n    when refer: refer\n"
    ),
    (
      "The short way never ends", pathway,
      "    when refer and person-only: person-or-place\n",
      "    when way.choice is refer-now: agency-leads\n    when refer and person-only: person-or-place\n"
    ),
    (
      "Not enough known is no outcome", pathway,
      "  gate-stands: gate.picks has any or safety.in-danger", "  gate-stands: safety.in-danger"
    ),
    ("Not enough known is no outcome", pathway, needs, "  needs-referral: gate-stands or chosen"),
    (
      "Early help is never offered", "closing.yaml",
      "refers and home-may-know and referral.telling is safe and", "refers and"
    ),
    ("Early help is never offered", "closing.yaml", " and not (models.fits includes family)", ""),
    (
      "Every finished conversation", pathway, "    outcome: not-enough-known",
      "    outcome: worker-not-known"
    ),
    (
      "Every finished conversation", pathway, "    outcome: person-or-place\n    then: end",
      "    outcome: person-or-place"
    ),
    (
      "Where nothing is referred", pathway, "    answer: text\n    when: not refer\n",
      "    answer: text\n    when: not refer and warning-signs.noticed is empty\n"
    ),
    (
      "Where nothing is referred", pathway, "    ahead: yes\n    when: not refer\n",
      "    ahead: yes\n    when: not refer and owner is known\n"
    ),
    (
      "Every conversation drafts", "outcomes.yaml",
      "    letters: [social-care, lead-note, decision-record, portal]",
      "    letters: [lead-note, decision-record, portal]"
    ),
    (
      "Every conversation drafts", "outcomes.yaml",
      "    letters: [decision-record, lead-note, social-care]",
      "    letters: [decision-record, lead-note]"
    ),
    (
      "Every conversation drafts", "outcomes.yaml", "unfinished: [social-care]",
      "unfinished: [decision-record]"
    ),
    (
      "Every conversation drafts", "outcomes.yaml",
      "  police-today:\n    kind: flag", "  police-today:\n    kind: chart"
    ),
    (
      "Someone who works with children", "watches.yaml",
      "      - gate.picks includes staff\n      - any", "      - any"
    ),
    (
      "Someone who works with children", pathway, "is-a-child, has-children, works-with-children",
      "is-a-child, has-children"
    ),
    (
      "A vulnerability alone", pathway, "    when refer: refer\n",
      "    when refer or none-seen: refer\n"
    ),
    (
      "A vulnerability alone", pathway, "    when none-seen: agency-leads",
      "    when none-seen: refer"
    ),
    (
      "Every account is asked", "pack.yaml",
      "      answer: one of bases\n      when: text is known\n",
      "      answer: one of bases\n      when: text is unknown\n"
    ),
    (
      "Every account is asked", "warning-signs.yaml", "        answer: account\n",
      "        answer: bare\n"
    ),
    (
      "A crime goes to the police", "watches.yaml", "assault, images, moved, crime, under-13\n",
      "assault, images, moved, under-13\n"
    ),
    (
      "A crime goes to the police", "watches.yaml",
      "      - conclude: tell-police\n        outcome: police-today",
      "      - conclude: tell-police\n        outcome: turning-18"
    ),
    (
      "A referral is never without", "closing.yaml", "    when: refers and not crime and",
      "    when: refers and safety.in-danger and not crime and"
    ),
    (
      "A referral is never without", "closing.yaml",
      "  crime: referral-pathway.crime or late-crime",
      "  crime: referral-pathway.crime or late-crime or referral.worker is no"
    ),
  ]

  static let breaks = table.map {
    Break(rule: $0.0, file: $0.1, old: $0.2, new: $0.3)
  }

  @Test func `Every rule is broken in two ways`() throws {
    let rules = try ScenarioTests.script.get().safetyRules.map(\.name)
    for rule in rules {
      #expect(Self.breaks.filter { rule.hasPrefix($0.rule) }.count >= 2, "\(rule)")
    }
  }

  @Test func `The conversation that breaks a rule is the same each time`() throws {
    var files = try PlantedFaultsTests.files.filter { !$0.key.hasSuffix(".scenario") }
    files["outcomes.yaml"] = files["outcomes.yaml"]?.replacing(
      "  police-today:\n    kind: flag", with: "  police-today:\n    kind: chart")
    let pack = CheckedPack(files: files)
    let found = try (0..<4).map { _ in try pack.check().found.compactMap(\.fix) }
    #expect(Set(found).count == 1)
    #expect(found[0].count { $0.contains("# Breaks the rule") } > 1)
  }

  @Test(arguments: breaks)
  func `A broken rule is caught, and the program has the conversation that breaks it`(
    _ planted: Break
  ) throws {
    var files = try PlantedFaultsTests.files.filter { !$0.key.hasSuffix(".scenario") }
    let text = try #require(files[planted.file])
    #expect(text.contains(planted.old), "\(planted.file) has no \(planted.old)")
    files[planted.file] = text.replacing(planted.old, with: planted.new, maxReplacements: 1)
    if planted.new.contains("bare") {
      files["pack.yaml"] = files["pack.yaml"]?.replacing(
        "composites:\n",
        with:
          "composites:\n  bare:\n    - ask: text\n      answer: text\n    - ask: basis\n      text: How?\n      answer: one of bases\n      when: text is unknown\n    - ask: when\n      text: When?\n      answer: date\n    - ask: words\n      text: Words?\n      answer: text\n"
      )
    }
    let pack = CheckedPack(files: files)
    let broken = try pack.check().found.filter { $0.code == "broken-rule" }
    let lines = files["safety-rules.yaml"]?.components(separatedBy: "\n") ?? []
    let found = broken.first { lines[$0.line - 1].contains(planted.rule) }
    let fault = try #require(found, "\(broken)")
    // The scenario that it prints runs on the broken pack.
    let scenario = (fault.fix ?? "").components(separatedBy: "\n").dropFirst()
      .map { String($0.dropFirst(4)) }.joined(separator: "\n")
    #expect(scenario.contains("# Breaks the rule: \(planted.rule)"))
    // What it comes to shows the break.
    if planted.rule == "Every conversation drafts" {
      let letters = scenario.split(separator: "\n").filter { $0.contains("letters") }
      #expect(letters.count == 1 && !letters[0].contains("social-care"), "\(scenario)")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var written = pack
    written.files["scenarios/broken.scenario"] = scenario + "\n"
    try written.write(to: folder.appendingPathComponent("pack"))
    let run = try Program.run(
      ["test", "--dialogues", folder.path, "--today", "2026-11-16"])
    #expect(
      run.output.contains("1 scenario passed") || run.output.contains("1 scenarios passed"),
      "\(run.output)\(run.errors)")
  }
}
