import DialogueEngine
import DialogueModel
import Documents
import Foundation
import LineService
import Scenarios
import Support
import Testing

struct ZDumpTests {
  @Test func `Dump`() throws {
    var out = ""
    for (name, scenario, played) in PracticeTests.played {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("id", name)
        writer.member("today", played.conversation.today.iso)
        writer.name("answers")
        writer.object { writer in
          for (key, answer) in played.conversation.stored.sorted(by: { $0.key < $1.key }) {
            writer.key(key)
            answer.write(to: &writer)
          }
        }
      }
      _ = scenario
      out += String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
    try out.write(toFile: "/tmp/p-cases.jsonl", atomically: true, encoding: .utf8)
  }
}
