import DialogueEngine
import Foundation
import JSON
import LineService
import Support
import Testing

/// Public texts that are known to break software, sent to the service; they are kept beside the
/// checkout.
struct ServeCorporaTests {
  @Test(
    .enabled(if: NaughtyStringsTests.isHere, "the public corpus is not beside this checkout"),
    arguments: Mode.allCases)
  func `Every naughty string given as an answer is returned byte for byte`(_ mode: Mode) throws {
    let strings = NaughtyStringsTests.strings
    #expect(strings.count == 515)
    let talk = try ServedTalk(OpenService(), mode)
    for string in strings {
      let given = try talk.ask(
        "change", ["question": "tree.place", "answer": .text(string)])
      guard !string.isEmpty else {
        #expect(given["error/code"] == -32005)
        continue
      }
      #expect(given["result/finished"] == false)
      let answer = try talk.ask("review")["result/answers/0"]
      #expect(answer["answer"].text.map { Array($0.utf8) } == Array(string.utf8))
      let shown = string.withControlsVisible
      #expect(answer["words"].text.map { Array($0.utf8) } == Array(shown.utf8))
      let letter = try talk.ask("draft")["result/letters/0/text"].text ?? ""
      // The later lines are indented under the first.
      let lines = shown.replacing("\n", with: "\n" + String(repeating: " ", count: 7))
      #expect(letter.contains("\n\nWhere: \(lines)\nLeaning: "), "\(string)")
    }
    #expect(try talk.service.finish() == 0)
  }

  @Test(
    .enabled(if: NaughtyStringsTests.isHere, "the public corpus is not beside this checkout"))
  func `Every naughty string, typed as a reply or put in a wrong place, does no harm`()
    throws
  {
    var lines = [try Served.request("conversation/start")]
    for string in NaughtyStringsTests.strings {
      let text = JSON.text(string)
      for (method, params) in [
        ("conversation/answer", ["conversation": "c1", "reply": text]),
        ("conversation/review", ["state": text]), ("conversation/review", ["conversation": text]),
        ("conversation/start", ["pack": text]), (string, .object([string: text])),
        ("conversation/start", ["answers": .object([string: text])]),
      ] as [(String, JSON)] {
        lines.append(try Served.request(method, params, id: text))
      }
    }
    let replies = try Served.replies(to: lines + [ServeTests.describe])
    #expect(replies.count == lines.count + 1)
    #expect(replies.last?["result/service"] == "curious")
    for (line, reply) in zip(lines, replies) {
      #expect(
        try Array((JSON(line: line)["id"].text ?? "").utf8) == Array((reply["id"].text ?? "").utf8))
    }
  }

  static let suite = "\(TestPacks.root)/../shared/corpora/json-test-suite/test_parsing"
  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: suite).sorted()
      .filter { $0.hasSuffix(".json") }) ?? []

  @Test(.enabled(if: !files.isEmpty, "the public corpus is not beside this checkout"))
  func `Invalid JSON is refused, valid JSON is read, and the service continues`() throws {
    let texts = try Self.files.map { name in
      (name, try Data(contentsOf: URL(fileURLWithPath: "\(Self.suite)/\(name)")))
    }
    #expect(texts.count > 300)
    let isLine = { (text: Data) in
      !text.contains(UInt8(ascii: "\n")) && !text.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
    }
    let lines = texts.filter { isLine($0.1) }
    let end = Data("\(ServeTests.describe)\n".utf8)
    let input = lines.reduce(into: Data()) { $0 += $1.1 + Data("\n".utf8) } + end
    let replies = try Served.replies(to: input)
    #expect(replies.count == lines.count + 1)
    #expect(replies.last?["result/service"] == "curious")
    for ((name, _), reply) in zip(lines, replies) {
      let isRefused = reply["error/code"] == -32700
      if name.hasPrefix("n_") { #expect(isRefused, "\(name)") }
      if name.hasPrefix("y_") { #expect(!isRefused, "\(name)") }
    }
    let reader = try #require(JSONReader(nesting: 64))
    for (name, text) in texts where !isLine(text) {
      let isRead = reader.read(Array(text)[...]) { $0 != nil }
      if name.hasPrefix("n_") { #expect(!isRead, "\(name)") }
      if name.hasPrefix("y_") { #expect(isRead, "\(name)") }
    }
  }
}
