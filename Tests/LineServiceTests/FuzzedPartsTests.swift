import Foundation
import Support
import Testing

/// The fuzzers' seeds, and bytes that they once found to break a rule; none breaks one now.
struct FuzzedPartsTests {
  @Test(arguments: FuzzedPart.allCases)
  func `No seed breaks a rule`(_ part: FuzzedPart) throws {
    let check = try part.check()
    let folder = "\(TestPacks.root)/Tests/Fuzz/seeds/\(part)"
    let seeds = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(seeds.count >= 12)
    for seed in seeds.sorted() {
      let bytes = [UInt8](try #require(FileManager.default.contents(atPath: "\(folder)/\(seed)")))
      let fault = check(bytes)
      #expect(fault == nil, "\(seed)")
    }
  }
}
