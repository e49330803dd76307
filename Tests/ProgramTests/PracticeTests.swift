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
    let labels = [
      "social-care": [
        "Urgency", "Child", "Now", "Worry", "Child says", "Contact", "Told", "Done", "Ask",
      ],
      "police-request": ["Urgency", "Child", "Now", "Worry", "Contact", "Who", "Done", "Ask"],
      "worker-copy": ["Child", "Now", "Worry", "Child says", "Contact", "Done", "Ask"],
      "council-copy": [
        "Urgency", "Child", "Now", "Worry", "Child says", "Contact", "Told", "Done", "Ask",
      ],
      "other-children": ["Urgency", "Child", "Now", "Worry", "Contact", "Told", "Done", "Ask"],
      "lead-note": ["Urgency", "Child", "Now", "Worry", "Done", "Next"],
    ]
    var seen: Set<String> = []
    for (name, _, played) in Self.played {
      for draft in played.conversation.drafts {
        guard let expected = labels[draft.letter] else { continue }
        seen.insert(draft.letter)
        let rows = draft.document.blocks.compactMap { block -> String? in
          guard case .row(let label, _) = block, expected.contains(label.text) else { return nil }
          return label.text
        }
        // A question that was not asked has no row.
        let asked = expected.filter { !["Child says", "Done"].contains($0) || rows.contains($0) }
        #expect(rows == asked, "\(name): \(draft.letter)")
        #expect(draft.document.head.contains { $0.kind == .written }, "\(name): \(draft.letter)")
      }
    }
    #expect(seen == Set(labels.keys))
  }

  @Test func `A referral keeps to two pages before its annex`() {
    for (name, _, played) in Self.played {
      for draft in played.conversation.drafts where draft.letter == "social-care" {
        let body = draft.text.components(separatedBy: "\nANNEX").first ?? ""
        // Two pages of sixty lines, wrapped at the width of a page.
        var rows = 0
        for line in body.components(separatedBy: "\n") { rows += max(1, (line.count + 89) / 90) }
        #expect(rows <= 120, "\(name): \(rows) rows")
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
      || ["own-account.should-be", "referral.findable", "leaders.close"].contains(question.key)
  }

  @Test func `The short way needs sixteen replies and its follow-ups, the long way forty or sixty`()
    throws
  {
    for (name, _, played) in Self.played {
      let conversation = played.conversation
      let script = conversation.script
      let replies = replies(conversation)
      let followUps = replies.count(where: isFollowUp)
      let way = script.numbers["way.choice"].flatMap { conversation.liveAnswer($0)?.value }
      let parts = script.numbers["parts.chosen"].flatMap { conversation.liveAnswer($0)?.value }
      let signs = script.numbers["warning-signs.noticed"].flatMap {
        conversation.liveAnswer($0)?.value
      }
      if way == nil || way == .option(0) {
        #expect(replies.count - followUps <= 16, "\(name): \(replies.count)")
        #expect(followUps <= 8, "\(name): \(followUps) follow-ups")
      } else if case .options(let noticed)? = signs, noticed.count <= 2 {
        let isBare = parts == nil || parts == .options([])
        #expect(
          replies.count - followUps <= (isBare ? 40 : 60), "\(name): \(replies.count)")
      }
    }
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
