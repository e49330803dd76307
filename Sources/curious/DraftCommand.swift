import ArgumentParser
import DialogueScript
import Foundation
import Screening

struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Draft letters from answers in bulk: JSON in, JSON out, one object a line.",
    discussion: """
      Each line in is {"answers": {KEY: ANSWER, …}}, and perhaps "id" and "today". Each line out has the \
      outcomes, reasons, gaps and letters, or an error with the number of its line.
      """)

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  func run() throws {
    let script = try local.script(pack)
    try pack.refuseFaults()
    let today = try pack.day()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var number = 0
    while let line = readLine() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      let reply = BulkReply(to: line, number: number, script, today: today)
      Output.write(try encoder.encode(reply) + Data("\n".utf8))
    }
  }
}

/// One line in.
private struct BulkRequest: Decodable {
  var id: String?
  var today: String?
  var answers: [String: StoredAnswer]
}

/// One line out.
private struct BulkReply: Encodable {
  var line: Int
  var id: String?
  var error: String?
  var finished: Bool?
  var outcomes: [String]?
  var reasons: [String: String]?
  var gaps: [BulkGap]?
  var letters: [String: String]?
  /// Answers to questions that are not on the path: kept, not used.
  var parked: [String]?
  /// Answers that fit no question of the pack.
  var unknown: [String]?

  struct BulkGap: Encodable {
    var question: String
    var gap: String
  }

  /// An error never repeats what the line said: it may be about a person.
  init(to text: String, number: Int, _ script: Script, today: CivilDate) {
    line = number
    guard let request = try? JSONDecoder().decode(BulkRequest.self, from: Data(text.utf8)) else {
      error =
        "Line \(number) is not an object such as {\"answers\": {\"dialogue.question\": true}}."
      return
    }
    id = request.id
    let day = request.today.map { CivilDate(iso: $0) } ?? today
    guard let day else {
      error = "Line \(number): \"today\" is not a day such as 2026-11-16."
      return
    }
    var conversation = Conversation(script, stored: request.answers, today: day)
    conversation.skipOptional()
    finished = conversation.isFinished
    outcomes = conversation.walk.outcomes.map { script.outcomes[$0].id }
    reasons = Dictionary(conversation.reasons.map { ($0.outcome, $0.text) }) { $1 }
    gaps = conversation.gaps.map {
      BulkGap(question: script.questions[$0.question].key, gap: $0.words)
    }
    letters = Dictionary(conversation.drafts.map { ($0.letter, $0.text) }) { $1 }
    parked = conversation.parked.map { script.questions[$0].key }
    unknown = conversation.strays.keys.sorted()
  }
}
