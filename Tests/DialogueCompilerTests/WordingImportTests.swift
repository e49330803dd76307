import DialogueCompiler
import DialogueModel
import Scenarios
import Support
import Testing

/// The wording of a pack, exported to one document and imported again.
struct WordingImportTests {
  static let packs = [TestPacks.shipped, TestPacks.streetTree]
  static let turns = 16

  @Test(arguments: packs)
  func `Importing an unchanged document changes nothing`(_ folder: String) throws {
    let files = try TestPacks.files(in: folder)
    let passages = Passage.passages(of: files)
    #expect(Set(passages.map(\.id)).count == passages.count)
    let document = WordingDocument.text(of: passages, pack: "any")
    #expect(try WordingImport(Wording.file(document), into: files).changes.isEmpty)
  }

  /// Each text in turn, a few of each file at a time; the text between them stays byte for byte.
  @Test(arguments: packs, 0..<turns)
  func `Importing a changed text changes only that text`(_ folder: String, _ turn: Int) throws {
    let files = try TestPacks.files(in: folder)
    let passages = Passage.passages(of: files)
    let chosen = passages.enumerated().filter { $0.offset % Self.turns == turn }
    let texts = chosen.map { number, passage in
      let nasty = Wording.nasty[number % Wording.nasty.count]
      return (passage.id, Wording.edited(passage) { _ in nasty })
    }
    let changes = Dictionary(uniqueKeysWithValues: texts)
    let result = try Wording.imported(changes, passages, into: files)
    Wording.expect(result, hasChanged: changes, in: files, passages)
    for (old, new) in zip(files, result) {
      let (before, after) = (Array(old.text.utf8), Array(new.text.utf8))
      var (start, found) = (0, 0)
      for (_, passage) in chosen where passage.file == old.path {
        let range = Wording.bytes(of: passage, in: old.text)
        let kept = before[start..<range.lowerBound]
        let place = try #require(after[found...].firstRange(of: kept), "\(passage.id)")
        if start == 0 { #expect(place.lowerBound == 0, "\(passage.id)") }
        (start, found) = (range.upperBound, place.upperBound)
      }
      #expect(start > 0 || before == after)
      #expect(after[found...].suffix(before.count - start).elementsEqual(before[start...]))
    }
  }

  @Test(arguments: packs, 1...8)
  func `Importing many changed texts changes only those texts`(_ folder: String, _ seed: Int) throws
  {
    let files = try TestPacks.files(in: folder)
    let passages = Passage.passages(of: files)
    var random = SeededGenerator(seed: UInt64(seed))
    var texts: [String: String] = [:]
    for passage in passages where random.next() % 3 == 0 {
      texts[passage.id] = Wording.edited(passage) { _ in random.text() }
    }
    let result = try Wording.imported(texts, passages, into: files)
    Wording.expect(result, hasChanged: texts, in: files, passages)
    // The result can be exported and imported again.
    let again = WordingDocument.text(of: Passage.passages(of: result), pack: "any")
    #expect(try WordingImport(Wording.file(again), into: result).changes.isEmpty)
  }
}
