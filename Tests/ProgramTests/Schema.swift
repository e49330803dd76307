import Foundation
import Support
import Testing

/// The schema for editors, and the validator from PyPI that checks texts against it.
enum Schema {
  static let path = "\(TestPacks.root)/Dialogues/dialogue-file.schema.json"
  static let python = "\(TestPacks.root)/.build/python/bin/python"

  static var hasValidator: Bool {
    FileManager.default.fileExists(atPath: "\(TestPacks.root)/.build/python/packages.txt")
  }

  /// The validator's result for these texts.
  static func validate<Result: Decodable>(
    _ texts: [String], _ arguments: String...
  ) throws -> Result {
    let run = try Program.run(
      ["\(TestPacks.root)/Tests/schema.py", path] + arguments,
      input: String(decoding: try JSONEncoder().encode(texts), as: UTF8.self), program: python)
    try #require(run.code == 0, "\(run.errors)")
    return try JSONDecoder().decode(Result.self, from: Data(run.output.utf8))
  }

  static func read() throws -> Node {
    try JSONDecoder().decode(Node.self, from: Data(try TestPacks.text(at: path).utf8))
  }

  /// A node of the schema; a missing one is empty.
  indirect enum Node: Decodable {
    case object([String: Node])
    case array([Node])
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let object = try? value.decode([String: Node].self) {
        self = .object(object)
      } else if let array = try? value.decode([Node].self) {
        self = .array(array)
      } else {
        self = (try? value.decode(String.self)).map { .text($0) } ?? .other
      }
    }

    /// The node at a path below this one.
    subscript(path: String) -> Node {
      path.split(separator: "/").reduce(self) { $0[name: String($1)] }
    }

    subscript(name name: String) -> Node {
      if case .object(let object) = self { object[name] ?? .object([:]) } else { .object([:]) }
    }

    var names: [String] {
      if case .object(let object) = self { object.keys.sorted() } else { [] }
    }

    var items: [Node] { if case .array(let array) = self { array } else { [] } }
    var text: String { if case .text(let text) = self { text } else { "" } }
    var texts: [String] { items.map(\.text) }
    var isBoolean: Bool { if case .other = self { true } else { false } }

    /// The node that a reference points to.
    func target(in schema: Node) -> Node {
      let reference = self["$ref"].text
      return reference.isEmpty
        ? self : schema[String(reference.dropFirst(2)).replacing("%20", with: " ")]
    }
  }
}
