import Foundation
import Support
import Testing

/// The schema that editors use.
struct SchemaCommandTests {
  @Test func `The schema beside the packs is the one that the program prints`() throws {
    let printed = try Program.run(["schema"])
    #expect(printed.code == 0 && printed.errors.isEmpty)
    // To write it again: curious schema > Dialogues/dialogue-file.schema.json
    #expect(try printed.output == TestPacks.text(at: Schema.path))
  }

  @Test func `Every definition that the schema refers to exists`() throws {
    let text = try TestPacks.text(at: Schema.path)
    let schema = try Schema.read()
    let paths = text.components(separatedBy: "\"#/").dropFirst().map {
      String($0.prefix { $0 != "\"" }).replacing("%20", with: " ")
    }
    #expect(paths.count > 100)
    for path in Set(paths) { #expect(!schema[path].names.isEmpty, "\(path)") }
  }

  @Test func `Every property says what it is for`() throws {
    let schema = try Schema.read()
    var places = 0
    func check(_ node: Schema.Node, _ path: String) {
      for name in node["properties"].names {
        let property = node["properties"][name: name]
        if property.isBoolean { continue }
        places += 1
        let explained =
          property["description"].text.isEmpty ? property.target(in: schema) : property
        // A node that only narrows a property explained elsewhere needs no description.
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
