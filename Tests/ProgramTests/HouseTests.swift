import DialogueCompiler
import DialogueModel
import Foundation
import Support
import Testing

/// House rules that the compiler does not check.
struct HouseTests {
  static let sources: [(path: String, text: String)] = {
    let folder = "\(TestPacks.root)/Sources"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.compactMap { path in
      (try? TestPacks.text(at: "\(folder)/\(path)")).map { (path, $0) }
    }
  }()

  @Test func `The pure targets import nothing but each other`() {
    let allowed = [
      "DialogueModel": Set<String>(), "Documents": [],
      "DialogueEngine": ["DialogueModel", "Documents"],
      "Scenarios": ["DialogueModel", "DialogueEngine"],
      "DialogueChecker": ["DialogueModel", "DialogueEngine", "Scenarios"],
      "PackGraph": ["DialogueModel", "DialogueEngine", "Scenarios"],
      "Session": ["DialogueEngine"],
      "TerminalChat": [
        "CReadline", "DialogueModel", "DialogueEngine", "Documents", "Session", "Synchronization",
      ],
      "JSON": ["CSimdjson", "DialogueModel", "DialogueEngine"],
      "DialogueCompiler": ["Crypto", "DialogueModel", "Yams", "Dispatch", "Synchronization"],
    ]
    var seen: Set<String> = []
    for (path, text) in Self.sources {
      let target = String(path.prefix { $0 != "/" })
      guard let allowed = allowed[target] else { continue }
      seen.insert(target)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").filter { $0 != "package" && $0 != "public" }
        guard words.first == "import", let module = words.last else { continue }
        #expect(allowed.contains(String(module)), "\(path): \(line)")
      }
    }
    #expect(seen == Set(allowed.keys))
  }

  /// Looks for ids and synonyms of the first pack, except listed words that any English text may
  /// have.
  @Test func `No word of the first pack's subject appears in Sources`() throws {
    let script = try Script.read(files: try TestPacks.files(in: TestPacks.shipped))
    var vocabulary: Set<String> = []
    func add(_ text: String) {
      vocabulary.formUnion(
        text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 3 })
    }
    for question in script.questions
    where ["signs", "gate-items", "ties"].contains(question.vocabulary) {
      // Synonyms of several words are mostly plain English.
      for option in question.options {
        ([option.id] + option.synonyms.filter { !$0.contains(" ") }).forEach(add)
      }
    }
    script.outcomes.map(\.id).forEach(add)
    script.letters.map(\.id).forEach(add)
    add("child exploitation safeguarding grooming victim perpetrator MASH LADO CRIS Merlin")
    #expect(vocabulary.count > 100)
    let plainEnglish: Set = [
      "about", "absent", "after", "beside", "computer", "copy", "cuts", "flat", "marks", "note",
      "over", "couple", "relative",
      "against", "already", "anything", "asked", "asks", "been",
      "being",
      "between", "cannot", "decide", "decision", "done", "driver", "early", "else", "enough",
      "false",
      "file", "first", "force", "found",
      "from",
      "have", "help", "home", "interpreter", "keeps", "kept", "keys", "know", "known", "lead",
      "live", "long",
      "looked", "messages",
      "named",
      "near", "needs", "none", "other", "others", "outside", "part", "passed", "people", "person",
      "before", "days", "happens", "place", "quiet", "reached", "record", "request", "said",
      "second", "seen", "self", "short",
      "some",
      "someone",
      "something", "somewhere", "speak", "taken", "tell", "that", "their", "them", "then", "there",
      "they",
      "things", "this", "those", "through", "time", "today", "told", "under", "understood",
      "wait", "warning", "what", "will", "with", "without", "your",
    ]
    for (path, text) in Self.sources {
      let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
      let found = words.intersection(vocabulary).subtracting(plainEnglish)
      #expect(found.isEmpty, "\(path): \(found.sorted().joined(separator: ", "))")
    }
  }

  @Test func `The proved code is plain, safe Swift`() {
    let safe = ["DialogueModel", "DialogueCompiler", "DialogueEngine", "DialogueChecker"]
    // Swift's ways around its checks: listed here, they must appear in no source.
    let unsafe = [
      "Unsafe", "withUnsafe", "@unchecked", "nonisolated(unsafe)", "~Copyable", "_read {",
      "_modify {",
    ]
    for (path, text) in Self.sources where safe.contains(String(path.prefix { $0 != "/" })) {
      for word in unsafe { #expect(!text.contains(word), "\(path): \(word)") }
    }
  }

  @Test func `No source traps on purpose`() {
    for (path, text) in Self.sources {
      for word in ["fatalError(", "preconditionFailure(", "try!", "as!", "Bundle.module", "TODO"] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }
}
