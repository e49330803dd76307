import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Foundation
import Scenarios
import Support
import Testing

/// The requirements of practice on the shipped pack, tested on its scenarios.
struct PracticeTests {
  static let played: [(name: String, scenario: Scenario, played: Played)] =
    (try? ScenarioTests.names.map { name in
      let scenario = try ScenarioTests.scenario(name)
      let today = try #require(ScenarioTests.today)
      return (name, scenario, scenario.play(try ScenarioTests.script.get(), today: today))
    }) ?? []

  @Test func `There are at least eighty scenarios, and they reach every outcome`() throws {
    #expect(Self.played.count >= 80)
    let script = try ScenarioTests.script.get()
    let reached = Set(Self.played.flatMap { $0.played.conversation.walk.outcomes })
    #expect(reached == Set(script.outcomes.indices))
  }

  /// How urgent, about which child, where now, what worries, the child's words, who to contact, who
  /// was told, what was done and what is asked; the head says who asks.
  @Test func `The first rows of a letter answer what a reader who knows nothing needs`() {
    let referral = [
      "Act before", "Child", "Now", "What happened", "Who may be doing this", "Wants, or fears",
      "Home", "Whether home knows",
      "Contact", "Social worker", "Done", "Please",
    ]
    // A question that was not asked, or of which nothing is known, has no row.
    let sometimes: Set = [
      "Act before", "Who may be doing this", "Wants, or fears", "Home", "Whether home knows",
      "Social worker", "Done",
    ]
    let labels = [
      "social-care": referral,
      "police-request": [
        "Urgency", "Child", "Now", "What happened", "Contact", "Who may be doing this", "Done",
        "Request",
      ],
      "worker-copy": referral,
      "council-copy": referral,
      "other-children": [
        "Urgency", "Child", "Now", "Worry", "Contact", "Whether home knows", "Done", "Request",
      ],
      "lead-note": ["Urgency", "Child", "Now", "Worry", "Done", "Next"],
    ]
    var seen: Set<String> = []
    for (name, _, played) in Self.played {
      for draft in played.conversation.drafts {
        guard let expected = labels[draft.letter] else { continue }
        seen.insert(draft.letter)
        var rows = draft.document.blocks.compactMap { block -> String? in
          guard case .row(let label, _) = block, expected.contains(label.text) else { return nil }
          return label.text
        }
        // Where a marriage is feared, what home knows comes before all else.
        if rows.first == "Whether home knows" { rows.removeFirst() }
        let asked = expected.filter { !sometimes.contains($0) || rows.contains($0) }
        #expect(rows == asked, "\(name): \(draft.letter)")
        #expect(draft.document.head.contains { $0.kind == .written }, "\(name): \(draft.letter)")
      }
    }
    #expect(seen == Set(labels.keys))
  }

  @Test func `The letter of the short way is one page, and the long one keeps to three`() {
    for (name, _, played) in Self.played {
      let isShort = isShortWay(replies(played.conversation))
      for draft in played.conversation.drafts where draft.letter == "social-care" {
        // Pages of sixty lines, wrapped at the width of a page.
        var rows = 0
        for line in draft.text.components(separatedBy: "\n") {
          rows += max(1, (line.count + 89) / 90)
        }
        #expect(rows <= (isShort ? 60 : 180), "\(name): \(rows) rows")
      }
    }
  }

  /// The letter that our notes on practice have as their model.
  @Test func `At least half of a letter's words come from its sender's answers`() throws {
    let (_, _, played) = try #require(
      Self.played.first { $0.name.hasPrefix("photographed-above-a-launderette") })
    let letter = try #require(played.conversation.drafts.first { $0.letter == "social-care" })
    var (own, all) = (0, 0)
    for run in lines(of: letter.document).flatMap(\.runs) {
      let words = run.text.split { $0.isWhitespace }.count
      all += words
      if case .answer = run.source { own += words }
    }
    #expect(own * 2 >= all, "\(own) of \(all)")
  }

  private func lines(of document: Document) -> [Document.Line] {
    document.head.map(\.text) + [document.footer]
      + document.blocks.flatMap { block -> [Document.Line] in
        switch block {
        case .heading(_, let line), .paragraph(let line), .item(let line): [line]
        case .row(let label, let value): [label, value]
        case .entry(let day, let basis, let words): [day, basis, words]
        case .quotation(let words, let source): [words, source]
        case .table(let header, let rows): header + rows.flatMap(\.self)
        case .pageBreak: []
        }
      }
  }

  /// The replies that the conversation needs, without optional questions that were left out.
  private func replies(_ conversation: Conversation) -> [Question] {
    conversation.walk.questions.filter { number in
      let question = conversation.script.questions[number]
      let isLeftOut = question.isOptional && (conversation.liveAnswer(number)?.value == nil)
      return !question.isQuiet && !isLeftOut
    }.map { conversation.script.questions[$0] }
  }

  /// A question that follows from a pick at the gate, or from "not known" or "not sure".
  private func isFollowUp(_ question: Question) -> Bool {
    question.place.file == "watches.yaml"
      || [
        "own-account.should-be", "clock.before-morning", "referral.findable", "leaders.close",
        "referral.workplace",
      ].contains(question.key)
  }

  /// The questions of the short way in their order; the council is heard in where they live.
  static let shortWay = [
    "safety.danger-now", "own-account.now", "own-account.happened", "child.age", "gate.picks",
    "clock.next", "referral.basis", "referral.who", "referral.changed", "referral.child",
    "referral.home", "referral.telling", "referral.worker", "referral.says", "referral.done",
    "referral.from",
  ]

  private func isShortWay(_ asked: [Question]) -> Bool {
    let keys = asked.map(\.key)
    return keys.contains("referral.who") && !keys.contains("referral.ties")
  }

  @Test func `Six answers come before who to ring, and sixteen before the letter`() {
    for (name, _, played) in Self.played {
      let conversation = played.conversation
      let asked = replies(conversation)
      guard isShortWay(asked),
        let ring = asked.firstIndex(where: { $0.key == "clock.next" })
      else { continue }
      // The two screens that wait take one Enter, and a note is asked about by itself.
      // A social worker can be named in an answer of its own.
      let apart: Set = [
        "child.born", "ring.back", "way.choice", "notes.tells-of-harm", "referral.worker-name",
      ]
      // Other children whom someone names have a letter of their own.
      let counted = asked.filter {
        !isFollowUp($0) && !apart.contains($0.key) && $0.place.file != "other-children.yaml"
      }
      #expect(counted.count <= 16, "\(name): \(counted.map(\.key))")
      #expect(counted.firstIndex { $0.key == "clock.next" } == 5, "\(name)")
      let keys = counted.map(\.key).filter { $0 != "referral.council" }
      #expect(keys == Self.shortWay.filter(keys.contains), "\(name)")
      // Whether 999 has been rung is the screen that waits, and not a question of the gate.
      let added = asked[..<ring].filter { isFollowUp($0) && !$0.key.hasPrefix("emergency.") }
        .filter { $0.key != "own-account.should-be" }
      let picks = options("gate.picks", of: conversation)
      var allowed = picks.count + (picks.contains("staff") ? 2 : 0)
      // Under 13, any harm brings the question when it last was.
      if added.contains(where: { $0.key == "recent.last" }),
        !picks.contains(where: ["assault", "sexual-contact"].contains)
      {
        allowed += 1
      }
      #expect(added.count <= allowed, "\(name): \(added.map(\.key))")
    }
  }

  @Test func `The long way with two signs takes forty-five answers`() {
    for (name, _, played) in Self.played {
      let conversation = played.conversation
      let signs = options("warning-signs.noticed", of: conversation)
      guard (1...2).contains(signs.count), options("parts.chosen", of: conversation).isEmpty else {
        continue
      }
      let asked = replies(conversation)
      #expect(asked.count <= 45, "\(name): \(asked.count)")
    }
  }

  /// The ids of the options that answer an any of; empty if it has no answer.
  private func options(_ key: String, of conversation: Conversation) -> [String] {
    let script = conversation.script
    guard let number = script.numbers[key],
      case .options(let chosen)? = conversation.liveAnswer(number)?.value
    else { return [] }
    return chosen.map { script.questions[number].options[$0].id }
  }

  @Test func `Every safety rule has a scenario that comes near breaking it`() throws {
    let rules = Set(try ScenarioTests.script.get().safetyRules.map(\.name))
    var near: Set<String> = []
    for name in ScenarioTests.names {
      let text = try TestPacks.text(at: "\(TestPacks.shipped)/scenarios/\(name)")
      for line in text.split(separator: "\n") where line.hasPrefix("# Near: ") {
        let rule = String(line.dropFirst("# Near: ".count))
        #expect(rules.contains(rule), "\(name): no rule \(rule)")
        near.insert(rule)
      }
    }
    #expect(!rules.isEmpty)
    #expect(rules.subtracting(near) == [], "no scenario comes near these")
  }

  /// The only exceptions are these whole sentences, which deny it.
  @Test func `No text of the pack scores, ranks or reassures`() throws {
    let allowed = [
      "I am not a risk assessment and I cannot ring anyone."
    ]
    let banned = [
      #"\b(low|medium|high|lower|higher)[ -]risk\b"#,
      #"\brisk (level|score|assessment|rating|band)\b"#,
      #"\bscor(e|es|ed|ing)\b"#, #"\bout of (ten|10)\b"#, #"\b\d+ signs\b"#, #"\bper ?cent\b|%"#,
      #"\b(red|amber|green) (flag|rating|risk)\b"#, #"\bno cause for concern\b"#,
      #"\bno concerns\b"#,
    ]
    for passage in Passage.passages(of: try TestPacks.files(in: TestPacks.shipped)) {
      var text = passage.text
      for sentence in allowed { text = text.replacingOccurrences(of: sentence, with: "") }
      for pattern in banned {
        let found = text.range(of: pattern, options: [.regularExpression, .caseInsensitive])
        #expect(found == nil, "\(passage.id): \(pattern)")
      }
    }
  }
}
