import DialogueModel
import Foundation
import Support
import Testing

@testable import DialogueCompiler

/// The lists that the schema has of its own, held to those the reader goes by.
struct SchemaListsTests {
  let schema: Schema.Node

  init() throws {
    schema = try Schema.read()
  }

  @Test func `The kinds of file and of step are those of the reader`() throws {
    let files = try fix("visit: x\n").quoted("`", ":")
    try holds("first-key", "start", schema, is: files + ["local"])
    let steps = try fix("dialogue: x\nsteps:\n  - text: x\n").split(separator: "one of: ").last?
      .split(separator: ", ").map { String($0.dropLast()) }
    try holds("step-kind", "step-start", schema["definitions/step"], is: try #require(steps))
  }

  /// The names stand in an enum, each with its description, and each leads to a definition.
  private func holds(
    _ names: String, _ start: String, _ place: Schema.Node, is expected: [String]
  ) throws {
    #expect(Set(schema["definitions/\(names)/enum"].texts) == Set(expected))
    #expect(schema["definitions/\(start)/properties"].names == expected.sorted())
    #expect(place["allOf"].items.flatMap { $0["if/required"].texts }.sorted() == expected.sorted())
  }

  @Test func `The tool's own words are those of the program`() {
    func holds<Word: CaseIterable & RawRepresentable<String>>(_ words: Word.Type, _ name: String) {
      let definition = schema["definitions/\(name)"]
      let expected = Set(words.allCases.map(\.rawValue))
      #expect(definition["properties"].names == expected.sorted())
      #expect(Set(definition["required"].texts) == expected)
    }
    holds(Phrase.self, "phrases")
    holds(WordList.self, "understands")
    holds(Command.Action.self, "commands")
  }

  @Test(arguments: Phrase.allCases)
  func `A phrase's description names the slots it can have`(_ phrase: Phrase) {
    let description = schema["definitions/phrases/properties/\(phrase.rawValue)/description"].text
    #expect(description.quoted("`<<", ">>`") == phrase.arguments)
  }

  @Test func `The types of answer and the kinds of outcome are those of the program`() {
    let answers = schema["definitions/answer/anyOf"].items
    let plain = Set(AnswerType.allCases.map(\.rawValue)).subtracting([AnswerType.list.rawValue])
    #expect(Set(answers.flatMap { $0["enum"].texts }) == plain)
    #expect(answers.contains { $0["pattern"].text == "^\(AnswerType.list.rawValue) " })
    let local = schema["definitions/local-fields/additionalProperties/properties/type/enum"]
    #expect(Set(local.texts) == plain.subtracting(["one of", "any of"]))
    let kinds = schema["definitions/outcome/properties/kind/enum"]
    #expect(kinds.texts == DialogueModel.Outcome.Kind.allCases.map(\.rawValue))
  }

  @Test func `The words of the language that cannot be names are those of the reader`() throws {
    func reserved(_ name: String) throws -> Set<String> {
      let pattern = schema["definitions/\(name)/pattern"].text
      return Set(
        try #require(pattern.quoted("(?!(", ")$)").first).split(separator: "|").map(String.init))
    }
    #expect(try reserved("name") == Name.reserved)
    #expect(try reserved("option-name") == Name.reserved.subtracting(["no"]))
  }

  /// What the reader says a part can have, where it is given one thing too many.
  @Test(arguments: [
    ("dialogue: x\nzz: x\n", "dialogue-file"),
    ("dialogue: x\nsteps:\n  - ask: x\n    zz: x\n", "question"),
    ("dialogue: x\nsteps:\n  - say: x\n    zz: x\n", "say"),
    ("dialogue: x\nsteps:\n  - decide: x\n    zz: x\n", "decide"),
    ("dialogue: x\nsteps:\n  - choose: x\n    zz: x\n", "choose"),
    ("dialogue: x\nsteps:\n  - for each: x\n    zz: x\n", "for-each"),
    ("dialogue: x\nsteps:\n  - use: x\n    zz: x\n", "use"),
    ("dialogue: x\nsteps:\n  - conclude: x\n    zz: x\n", "conclude"),
    ("vocabulary: x\nzz: x\n", "vocabulary-file"),
    ("vocabulary: x\nitems:\n  x:\n    ZZ: x\n", "item/then"),
    ("watches: x\nzz: x\n", "watches-file"),
    ("watches:\n  - watch: x\n    zz: x\n", "watch"),
    ("outcomes: x\nzz: x\n", "outcomes-file"),
    ("outcomes:\n  x:\n    zz: x\n", "outcome"),
    ("pack: x\nzz: x\n", "pack-file"),
    ("pack: x\nsources:\n  x:\n    zz: x\n", "source"),
    ("pack: x\nlocal:\n  zz: x\n", "pack-file/properties/local"),
    (
      "pack: x\nlocal:\n  lists:\n    x:\n      zz: x\n",
      "pack-file/properties/local/properties/lists/additionalProperties"
    ),
    ("pack: x\nlocal:\n  fields:\n    x:\n      zz: x\n", "local-fields/additionalProperties"),
    ("language: x\nzz: x\n", "language-file"),
    ("language: x\nphrases:\n  zz: x\n", "phrases"),
    ("language: x\nunderstands:\n  zz: x\n", "understands"),
    ("language: x\ncommands:\n  help:\n    zz: x\n", "command"),
    ("local: x\nzz: x\n", "local-file"),
    ("local: x\nlists:\n  x:\n    x:\n      zz: x\n", "local-item"),
  ])
  func `What a part can have is what the reader says`(_ text: String, _ definition: String) throws {
    let known = try #require(try fix(text).split(separator: "it can have: ").last)
    #expect(
      schema["definitions/\(definition)/properties"].names
        == known.split(separator: ", ").map(String.init).sorted())
  }

  /// What to do about the first thing that is wrong with a text.
  private func fix(_ text: String) throws -> String {
    let file = SourceFile(path: "x.yaml", text: text)
    var reader = PackReader()
    if text.hasPrefix("local:") {
      let name = Scalar(text: "x", place: file.place(1, 1))
      reader.pack.local.lists = [(name, [])]
      _ = reader.readLocal(file)
    } else {
      reader = PackReader(file)
    }
    return try #require(reader.problems.lazy.compactMap(\.fix).first, "\(reader.problems)")
  }

  @Test func `Every property says what it is for`() {
    var places = 0
    func check(_ node: Schema.Node, _ path: String) {
      for name in node["properties"].names {
        let property = node["properties"][name: name]
        if property.isBoolean { continue }
        places += 1
        let explained =
          property["description"].text.isEmpty ? property.target(in: schema) : property
        // What only narrows a property that is explained beside it has no words of its own.
        let narrows = ["if", "allOf", "then"].contains { path.contains("/\($0)") }
        #expect(narrows || !explained["description"].text.isEmpty, "\(path)/\(name)")
      }
      for name in node.names where name != "enum" { check(node[name: name], "\(path)/\(name)") }
      for (at, item) in node.items.enumerated() { check(item, "\(path)/\(at)") }
      let meanings = node["enumDescriptions"].texts
      #expect(meanings.isEmpty || meanings.count == node["enum"].texts.count, "\(path)")
    }
    check(schema, "")
    #expect(places > 200)
  }
}

extension String {
  /// What stands between one mark and the next, everywhere.
  fileprivate func quoted(_ opening: String, _ closing: String) -> [String] {
    components(separatedBy: opening).dropFirst().compactMap { rest in
      rest.range(of: closing).map { String(rest[..<$0.lowerBound]) }
    }
  }
}
