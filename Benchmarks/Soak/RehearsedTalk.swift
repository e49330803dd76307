import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import JSON
import LineService
import Scenarios
import Support

/// A scenario as a client plays it over the service: the answers to give and the replies to expect.
struct RehearsedTalk {
  let pack: String
  let today: String
  /// The first question.
  let first: String?
  private(set) var turns: [Exchange] = []
  /// The text of the first letter.
  let letter: String

  struct Exchange {
    /// The answer, as JSON.
    var answer: [UInt8]
    /// The next question.
    var next: String?
  }

  /// All the scenarios of a pack, except those of yesterday, today and tomorrow: the service knows the time of day of a
  /// conversation of today, and a rehearsal does not.
  static func all(of folder: String) throws -> [RehearsedTalk] {
    let script = try Script.read(files: try TestPacks.files(in: folder))
    let days = [-86_400, 0, 86_400].map {
      Date(timeIntervalSinceNow: $0).formatted(.iso8601.year().month().day())
    }
    return try TestPacks.scenarios(in: folder).compactMap { file in
      let scenario = try Scenario(file: file.path, text: file.text)
      guard let today = scenario.today ?? CivilDate(iso: "2026-11-16") else { return nil }
      guard !days.contains(today.iso) else { return nil }
      let played = scenario.play(script, today: today).conversation
      return RehearsedTalk(played, on: today)
    }
  }

  private init(_ played: Conversation, on today: CivilDate) {
    let script = played.script
    var conversation = Conversation(played.script, today: today)
    (pack, self.today) = (script.pack, today.iso)
    first = conversation.question.map { script.questions[$0].key }
    while let question = conversation.question, let kept = played.storedAnswer(to: question),
      let answer = played.script.answer(to: question, from: kept)
    {
      conversation.take(answer, to: question)
      var writer = JSONWriter()
      kept.write(to: &writer)
      turns.append(
        Exchange(
          answer: writer.bytes,
          next: conversation.question.map { script.questions[$0].key }))
    }
    letter = conversation.drafts.first?.text ?? ""
  }
}
