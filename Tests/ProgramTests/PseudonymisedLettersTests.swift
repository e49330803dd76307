import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Foundation
import Scenarios
import Support
import Testing

/// The letters of every scenario of the shipped pack, pseudonymised: nothing that was typed tells who is meant.
struct PseudonymisedLettersTests {
  /// The words with a capital that the pack's files have themselves; the practice story is full of names.
  static let ownWords: Set<String> = {
    let passages = (try? Passage.passages(of: TestPacks.files(in: TestPacks.shipped))) ?? []
    let texts = passages.filter { !$0.id.contains("practice") }.map(\.text)
    let files = (try? TestPacks.files(in: TestPacks.shipped)) ?? []
    let others = files.filter { file in
      file.path.hasPrefix("listening/") || file.path.hasSuffix("language.yaml")
    }
    return Set((texts + others.map(\.text)).flatMap { $0.lettersOnly })
  }()

  static let local = Result {
    try SourceFile(
      path: "local.yaml", text: TestPacks.text(at: "\(TestPacks.shipped)/local.example.yaml"))
  }

  @Test func `No letter of a scenario holds a name, a place, a plate, a number or an address`()
    throws
  {
    let script = try ScenarioTests.script.get()
    let vocabulary = Vocabulary(of: script)
    var (letters, replaced) = (0, 0)
    for (name, scenario, played) in PracticeTests.played {
      let typed = Typed(scenario, played.conversation, but: Self.allowed(in: script))
      let pseudonyms = played.conversation.pseudonyms(vocabulary)
      for draft in played.conversation.drafts {
        let copy = draft.pseudonymised(by: pseudonyms, in: script.words).copy
        for text in [copy.text, copy.document.markdown.unescaped] {
          #expect(typed.found(in: text) == [], "\(name): \(draft.letter)")
        }
        letters += 1
        replaced += typed.found(in: draft.text).count
      }
    }
    // The search finds them in the letters themselves.
    #expect(letters > 300 && replaced > 1000)
  }

  @Test func `Nothing of the local file is in a copy`() throws {
    let local = try Self.local.get()
    let script = try Script.read(files: try TestPacks.files(in: TestPacks.shipped), local: local)
    let vocabulary = Vocabulary(of: script)
    let today = try #require(ScenarioTests.today)
    let names = [
      "Northby", "Eastmere", "Northshire", "Alex", "Marsh", "Millbrook", "Okoye", "Rahman", "Aisha",
      "01632", "960", "@",
    ]
    var found = 0
    for name in ScenarioTests.names {
      let played = try ScenarioTests.scenario(name).play(script, today: today)
      let pseudonyms = played.conversation.pseudonyms(vocabulary)
      for draft in played.conversation.drafts {
        let copy = draft.pseudonymised(by: pseudonyms, in: script.words).copy.text
        for name in names {
          #expect(!copy.contains(name), "\(name)")
          if draft.text.contains(name) { found += 1 }
        }
      }
    }
    #expect(found > 500)
  }

  static func allowed(in script: Script) -> Set<String> {
    let days = (script.words.months + script.words.weekdays).flatMap(\.self)
    return ownWords.union(days).union(days.map { $0 + "s" }).union(script.wordRules.known)
  }
}

/// What someone typed in a scenario that can tell who is meant.
private struct Typed {
  var words: Set<String> = []
  var figures: Set<String> = []

  init(_ scenario: Scenario, _ conversation: Conversation, but allowed: Set<String>) {
    let script = conversation.script
    for line in scenario.replies + scenario.changes {
      guard let number = script.numbers[line.key] else { continue }
      let question = script.questions[number]
      let isFree = question.type == .text || question.type == .list
      guard isFree || question.birthDate != nil else { continue }
      figures.formUnion(line.reply.matches(#"[0-9]{4,}"#))
      figures.formUnion(line.reply.matches(#"[A-Z]{2}[0-9]{2} ?[A-Z]{3}|\b[A-Z]{2}[0-9]\b"#))
      figures.formUnion(line.reply.matches(#"[^ ]+@[^ ,]+"#))
      if !isFree { continue }
      words.formUnion(line.reply.matches(#"(?<=[a-z0-9,] )[\p{Lu}][\p{L}]+"#))
      // In a marked answer a name may come first; words that the pack has in small letters are none.
      if question.holding != nil {
        words.formUnion(
          line.reply.matches(#"\b[\p{Lu}][\p{L}]+"#).filter { word in
            let plain = word.lowercased()
            return ![plain, String(plain.dropLast())].contains { allowed.contains($0) }
          })
      }
    }
    words.subtract(allowed)
  }

  /// What of it is in a text.
  func found(in text: String) -> [String] {
    let present = Set(text.lettersOnly)
    return words.intersection(present).sorted()
      + figures.filter { text.contains($0) }.sorted()
  }
}

extension String {
  fileprivate var lettersOnly: [String] { split { !$0.isLetter }.map(String.init) }

  /// The text of Markdown without its backslashes.
  fileprivate var unescaped: String { replacing("\\", with: "") }

  fileprivate func matches(_ pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let text = self as NSString
    return expression.matches(in: self, range: NSRange(location: 0, length: text.length))
      .map { text.substring(with: $0.range) }
  }
}
