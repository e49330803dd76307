import DialogueModel
import Support
import Testing

@testable import DialogueCompiler

/// What phrases find in a text, form by form.
struct PhraseFinderTests {
  private static let lists = """
    lists:
      phone: phone, handset
      kin: mum, dad
    words:
      deny: no, not, never, isn't
      undeny: only
      open-clause: but
      join: and
      open-clause-when-joined: she, he
      numbers: one 1, two 2, thirty 30

    """

  /// The words found for the one class of this file.
  private func found(_ phrases: [String: [String]], in text: String) throws -> [String] {
    var file = "listening: a test\n" + Self.lists + "classes:\n  it:\n"
    for (role, lines) in phrases.sorted(by: { $0.key < $1.key }) {
      file += "    \(role): |\n" + lines.map { "      \($0)\n" }.joined()
    }
    let reader = PackReader(SourceFile(path: "phrases.yaml", text: file))
    #expect(reader.problems.isEmpty, "\(reader.problems.map(\.description))")
    return Listening([reader.pack.listening]).mentions(in: text).map(\.words)
  }

  static let forms: [(phrase: String, text: String, found: [String])] = [
    ("new phone", "A new phone.", ["new phone"]), ("new phone", "A NEW  phone", ["NEW phone"]),
    ("new phone", "New. Phone.", []), ("new phone", "new\nphone", []),
    ("new phone", "new, phone", ["new, phone"]), ("new phone", "newphone", []),
    ("new/second phone", "a second phone", ["second phone"]),
    ("new/second phone", "a third phone", []), ("new {phone}", "new handsets", ["new handsets"]),
    ("new .. phone", "new red phone", ["new red phone"]),
    ("new .. phone", "new phone", ["new phone"]),
    ("new .. phone", "new a b c phone", ["new a b c phone"]),
    ("new .. phone", "new a b c d phone", []),
    ("new ... phone", "new a b c d e f g h phone", ["new a b c d e f g h phone"]),
    ("new ... phone", "new a b c d e f g h i phone", []),
    ("new ?red phone", "new phone", ["new phone"]),
    ("new ?red phone", "new red phone", ["new red phone"]),
    ("new ?red phone", "new blue phone", []),
    ("wait", "waits waited waiting wait", ["waits", "waited", "waiting", "wait"]),
    ("waiting", "He waits", ["waits"]), ("\"wait\"", "waits, wait", ["wait"]),
    ("car", "caring cares cars", ["cars"]),
    ("mum's phone", "mums phone, mum’s phone", ["mum’s phone"]),
    ("{18-40} years", "17 years, 18 years, thirty years", ["18 years", "thirty years"]),
    ("two men", "2 men", []), ("{2-2} men", "2 men and two men", ["2 men", "two men"]),
    ("a and e", "to A&E at 4.30pm", ["A&E"]), ("{4-4} pm", "at 4.30pm", []),
    ("new phone", "“new phone” she said", ["new phone"]),
  ]

  @Test(arguments: forms) func `A phrase is found in the forms that it stands for`(
    _ phrase: String, _ text: String, _ words: [String]
  ) throws {
    #expect(try found(["find": [phrase]], in: text) == words)
  }

  static let excluded: [(role: String, phrase: String, text: String, isFound: Bool)] = [
    ("except", "{kin} .. phone", "Her mum has a new phone.", false),
    ("except", "{kin} .. phone", "Her mum left. A new phone.", true),
    ("ordinary", "birthday", "A new phone. It was her birthday.", false),
    ("ordinary", "birthday", "A new phone. I asked. It was her birthday.", true),
    ("ordinary", "birthday", "A new phone, and it was not her birthday.", true),
    ("rules-out", "workshop", "A new phone. I asked. She said. A workshop.", false),
    ("except", "nothing", "She has no new phone.", false),
    ("except", "nothing", "It isn't, I think, a new phone.", false),
    ("except", "nothing", "No money but a new phone.", true),
    ("except", "nothing", "She never eats, and she has a new phone.", true),
    ("except", "nothing", "Not only a new phone.", true),
    ("except", "nothing", "new and not her phone", false),
    ("except", "nothing", "No. A new phone.", true),
  ]

  @Test(arguments: excluded) func `A find that is ruled out or denied does not count`(
    _ role: String, _ phrase: String, _ text: String, _ isFound: Bool
  ) throws {
    let words = try found(["find": ["new .. phone"], role: [phrase]], in: text)
    #expect(words.isEmpty == !isFound)
  }

  @Test func `A phrase that denies is not denied by its own words, nor by others`() throws {
    let phrases = ["find": ["not .. home", "no sign"]]
    #expect(try found(phrases, in: "She is not back home.") == ["not back home"])
    #expect(try found(phrases, in: "I have not seen her and no sign.") == ["no sign"])
  }

  @Test func `Where finds overlap, the longest around the first gives the words`() throws {
    let phrases = ["find": ["new .. phone", "red phone", "phone"]]
    #expect(try found(phrases, in: "new red phone, a phone") == ["new red phone", "phone"])
  }

  @Test func `A long text is read in little time, whatever it repeats`() throws {
    let phrases = ["find": ["a ... a ... a ... a ... b"]]
    let clock = ContinuousClock()
    let start = clock.now
    let words = try found(phrases, in: String(repeating: "a ", count: 5_000))
    let taken = clock.now - start
    #expect(words.isEmpty)
    #expect(taken < .seconds(20))
  }
}
