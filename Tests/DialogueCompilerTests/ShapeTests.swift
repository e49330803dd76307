import DialogueModel
import Testing

@testable import DialogueCompiler

/// The shapes that source files are checked against.
struct ShapeTests {
  @Test func `Every phrase, word list and command of the tool has a key in its shape`() {
    #expect(Set(Shape.phrases.keys.map(\.name)) == Set(Phrase.allCases.map(\.rawValue)))
    #expect(Set(Shape.understands.keys.map(\.name)) == Set(WordList.allCases.map(\.rawValue)))
    #expect(Set(Shape.commands.keys.map(\.name)) == Set(Command.Action.allCases.map(\.rawValue)))
  }

  @Test func `Shape names are unique, and so are the keys of each shape`() {
    #expect(Set(Shape.all.map(\.name)).count == Shape.all.count)
    for shape in Shape.all {
      #expect(Set(shape.keys.map(\.name)).count == shape.keys.count, "\(shape.name)")
      #expect(shape.keys.allSatisfy { !$0.help.isEmpty }, "\(shape.name)")
    }
  }

  @Test func `A file of each kind starts with the first key of its shape`() {
    for shape in Shape.files where shape.name != Shape.localFile.name {
      let key = shape.keys[0].name
      let reader = PackReader(SourceFile(path: "x.yaml", text: "\(key): x\n"))
      #expect(!reader.problems.contains { $0.message.contains("can't start with") }, "\(key)")
    }
  }
}
