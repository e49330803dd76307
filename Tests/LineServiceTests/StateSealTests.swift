import DialogueCompiler
import DialogueModel
import Support
import Testing

@testable import LineService

/// Sealed states that clients carry.
struct StateSealTests {
  private let seal = StateSeal(key: String(repeating: "5e", count: 32))
  private let bytes = Array("{\"answers\": {}}".utf8)

  private func script(_ pack: String, version: String) throws -> Script {
    var files = try TestPacks.files(in: TestPacks.streetTree)
    let head = try #require(files.firstIndex { $0.path == "pack.yaml" })
    files[head].text = files[head].text.replacing("pack: street-tree", with: "pack: \(pack)")
      .replacing("version: \"1\"", with: "version: \"\(version)\"")
    return try Script.read(files: files)
  }

  @Test func `A state opens with its key, for its pack and version, and nowhere else`() throws {
    let tree = try script("street-tree", version: "1")
    let seal = try #require(seal)
    let state = try #require(seal.seal(bytes, for: tree))
    #expect(seal.open(state, for: tree) == bytes)
    #expect(seal.open(state, for: try script("street-tree", version: "2")) == nil)
    var files = try TestPacks.files(in: TestPacks.streetTree)
    let dialogue = try #require(files.firstIndex { $0.path == "tree.yaml" })
    files[dialogue].text += "# another word\n"
    #expect(seal.open(state, for: try Script.read(files: files)) == nil)
    #expect(seal.open(state, for: try script("street-lamp", version: "1")) == nil)
    let other = try #require(StateSeal(key: String(repeating: "5f", count: 32)))
    #expect(other.open(state, for: tree) == nil)
  }

  @Test func `A state with any character changed does not open`() throws {
    let tree = try script("street-tree", version: "1")
    let seal = try #require(seal)
    let state = try #require(seal.seal(bytes, for: tree))
    // The last Base64 character may have spare bits.
    for at in state.indices.dropLast() {
      var changed = state
      changed.replaceSubrange(at...at, with: state[at] == "A" ? "B" : "A")
      #expect(seal.open(changed, for: tree) == nil)
    }
  }

  @Test(arguments: [
    "", "5e", String(repeating: "5", count: 63), String(repeating: "zz", count: 32),
  ])
  func `A key that is not 32 bytes is refused`(_ key: String) {
    #expect(StateSeal(key: key) == nil)
  }
}
