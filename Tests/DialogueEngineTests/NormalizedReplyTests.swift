import DialogueCompiler
import DialogueModel
import Scenarios
import Support
import Testing

@testable import DialogueEngine

/// Words, signs and figures around a valid reply, and replies once misread without a word.
struct NormalizedReplyTests {
  /// Valid replies by question.
  static let right: [(id: String, typed: [String])] = [
    ("light", ["yes", "no there isn't", "2", "not that I can see", "yes, of course"]),
    ("door", ["1", "front", "the back door", "main entrance", "windows, skylights and vents"]),
    (
      "seen", ["1, 3", "1 3", "front and cellar", "none", "all", "Windows, skylights and vents, 2"]
    ),
    ("floors", ["3", "she is 14", "2.5", "14 years old"]),
    (
      "built",
      [
        "2026-11-10", "10/11/2026", "10.11.26", "10 Nov", "Tues 10 November 2026", "yesterday",
        "last Tuesday", "Sunday",
      ]
    ),
    ("next", ["2026-12-10", "20 Dec", "next Monday", "this Friday", "tomorrow"]),
  ]
  static let words = [
    "purple", "no", "yes", "never", "maybe", "but", "or", "twice", "7pm", "she",
    "unless", "isn't", "about", "year", "known", "the other one", "under", "until",
  ]
  // A dash between two numbers is a range, and a hash before one is its place.
  static let signs = Array("<>~=£%*🙂?!…()[]\"':;|&+,\n@_^\\$§½²\u{301}\u{200B}").map(
    String.init)
  static let figures = ["7", "400", "-2", "3.5", "0", "7,", "/", ".", "1/2/3/4"]

  @Test(arguments: 0..<6)
  func `Noise around a valid reply changes nothing, or the question is asked again`(
    _ number: Int
  ) throws {
    let conversation = try ParsedReplyTests.conversation()
    let (id, replies) = Self.right[number]
    let question = try #require(conversation.script.numbers["visit.\(id)"])
    func value(_ typed: String) -> Value? {
      guard case .answer(let answer) = conversation.understand(typed, replyingTo: question) else {
        return nil
      }
      return answer.value
    }
    var random = SeededGenerator(seed: UInt64(number))
    for typed in replies {
      let right = try #require(value(typed), "\(typed)")
      for _ in 0..<1000 {
        let noisy = Self.noisy(typed, using: &random)
        guard let taken = value(noisy) else { continue }
        #expect(taken.isSame(as: right), "\(typed) -> \(noisy)")
      }
    }
  }

  /// Inserts one to three pieces of noise into a reply: signs anywhere, words and figures between
  /// spaces.
  private static func noisy(_ typed: String, using random: inout SeededGenerator) -> String {
    var noisy = typed
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let offset = Int.random(in: 0...noisy.count, using: &random)
      let place = noisy.index(noisy.startIndex, offsetBy: offset)
      let isSign = Bool.random(using: &random)
      let others = Bool.random(using: &random) ? words : figures
      let piece = (isSign ? signs : others).randomElement(using: &random) ?? ""
      noisy.insert(contentsOf: isSign ? piece : " \(piece) ", at: place)
    }
    return noisy
  }

  @Test func `Replies are read the same letter by letter as byte by byte`() throws {
    var random = SeededGenerator(seed: 7)
    let pieces =
      (0..<128).compactMap { UnicodeScalar(UInt8($0)) }.map { String(Character($0)) }
      + ["\r\n", "Yes", "it's", "10/11", "1.5", "  ", "(a)", "?!"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let fast = try #require(NormalizedReply.ofASCII(text))
      let slow = NormalizedReply(anyLetters: text)
      #expect(fast.words == slow.words, "\(text.debugDescription)")
      #expect(fast.typed == slow.typed, "\(text.debugDescription)")
      #expect(fast.isShort == slow.isShort, "\(text.debugDescription)")
    }
  }

  /// Replies that were once misread without a word, by question of the shipped pack, and others
  /// like them.
  ///
  /// None of them may be recorded.
  @Test(arguments: [
    (
      "safety.danger-now",
      [
        "no she is with him now", "no she is", "yes she isn't", "no not safe", "no but soon",
        "no, he has her", "nope they are", "yes but not here", "no?", "not yet", "i think so",
      ]
    ),
    (
      "referral.telling",
      [
        "not told yet", "not told", "seen", "police", "family", "told?",
        "the child",
      ]
    ),
    ("gate.picks", ["1!3", "1*3", "1.3", "3 others", "1 hotel"]),
    ("gate.picks", ["3 mobiles", "2 cars", "5 of them", "sexual", "harm", "the child", "3 told"]),
    ("warning-signs.noticed", ["3 mobiles", "cut", "older", "cars, cut", "seen", "new", "2 gift"]),
    (
      "child.age",
      [
        "almost 13", "<13", "13?", "year 7", "-14", "nearly 13", "under 13", "13+", "~13", "13-14",
        "12 or 13", "14, 15", "Y7", "13ish", "about 14",
      ]
    ),
    (
      "warning-signs.noticed[injuries].account.when",
      [
        "10 11 nov", "2 jan 27", "10 and 12 Nov", "10 Nov 3", "10.11 nov", "next Tuesday",
        "this thurs", "about 10 Nov", "week of 2 nov", "around 10 Nov", "early Nov", "10 Nov-ish",
        "3 May 2072", "10/11/206", "10/11/20266", "31 June", "Wed 10 Nov", "3 May 1826", "next Fri",
      ]
    ),
    (
      "referral-pathway.review",
      ["last Tuesday", "10 Nov", "about 1 Dec", "1 or 2 Dec", "yesterday", "Mon"]
    ),
    (
      "referral.people",
      ["no one at home", "nobody's sure", "delete Bo", "remove 1, 3", "rename Bo to Kim", "remove"]
    ),
    ("referral.says", ["no", "none", "as above", "Nothing.", "N/A", "ditto", "same as above"]),
  ])
  func `A reply that could mean something else is not recorded`(
    _ key: String, _ replies: [String]
  ) throws {
    let script = try Self.shipped.get()
    let number = try #require(script.numbers[key], "\(key)")
    let conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    for typed in replies {
      let reply = conversation.understand(typed, replyingTo: number)
      if case .answer(let answer) = reply { Issue.record("\(typed) at \(key): \(answer)") }
    }
  }

  @Test(arguments: [
    ("gate.picks", "1;3", "1 + 3"), ("gate.picks", "1|5", "1 + 5"),
    ("gate.picks", "2;7;3", "2 + 3 + 7"),
    ("gate.picks", "6+1", "1 + 6"), ("referral-pathway.review", "16 Nov", "2026-11-16"),
    ("referral-pathway.later-review", "27 Nov", "2026-11-27"),
    ("warning-signs.noticed[injuries].account.when", "14 Nov 2pm", "2026-11-14"),
    ("warning-signs.noticed[injuries].account.when", "10 Nov at 3", "2026-11-10"),
    (
      "warning-signs.noticed[injuries].account.when", "10 and 11 Nov", "2026-11-10/2026-11-11"
    ),
    ("referral.child", "we don't know yet", "not known"),
    ("referral.child", "no idea sorry", "not known"),
    ("referral.child", "Sorry, not known yet", "not known"), ("referral.child", "dk", "not known"),
    ("referral.people", "no one", "no one"), ("referral.people", "nobody i can think of", "no one"),
    ("referral.people", "noone that i know of", "no one"),
    ("referral.people", "none, sorry", "no one"),
  ])
  func `A clear reply is recorded`(_ key: String, _ typed: String, _ meaning: String) throws {
    let script = try Self.shipped.get()
    let number = try #require(script.numbers[key], "\(key)")
    let conversation = Conversation(script, today: try #require(CivilDate(iso: "2026-11-16")))
    let reply = conversation.understand(typed, replyingTo: number)
    if case .answer(.value(.options(let chosen))) = reply {
      #expect(chosen.map { "\($0 + 1)" }.joined(separator: " + ") == meaning)
    } else {
      #expect(reply.words(for: script.questions[number]) == meaning)
    }
  }

  private static let shipped = Swift.Result {
    try Script.read(files: try TestPacks.files(in: TestPacks.shipped))
  }
}

extension Value {
  /// Whether the values are equal, apart from the words in which a day or a time was typed.
  fileprivate func isSame(as other: Value) -> Bool {
    if case .scalar(let one) = self, case .scalar(let two) = other {
      return one.type == two.type && one.literal == two.literal
    }
    return self == other
  }
}
