import DialogueModel
import Testing

@testable import DialogueCompiler

/// The shapes that files are read by.
struct ShapeTests {
  @Test func `Every word of the tool's own has a line on what it is for`() {
    #expect(Set(Shape.phrases.keys.map(\.name)) == Set(Phrase.allCases.map(\.rawValue)))
    #expect(Set(Shape.understands.keys.map(\.name)) == Set(WordList.allCases.map(\.rawValue)))
    #expect(Set(Shape.commands.keys.map(\.name)) == Set(Command.Action.allCases.map(\.rawValue)))
  }

  @Test func `Each shape has a name, and each of its keys, once`() {
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
