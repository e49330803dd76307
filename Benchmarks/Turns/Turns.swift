import DialogueCompiler
import DialogueEngine
import DialogueModel
import Documents
import Foundation
import JSON
import LineService
import Scenarios
import Support

/// Repeats a pack's conversations, in process or as the requests that a client would send.
///
/// Usage: turns FOLDER-OF-A-PACK time SECONDS | requests TURNS | answers LINES | formats ROUNDS | cases NUMBER
///   | replies BYTES
@main
struct Turns {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let number = Int(arguments[3]),
      let talks = try Talks(folder: arguments[1])
    else { throw Usage() }
    switch arguments[2] {
    case "time": print(talks.turns(in: .seconds(number)))
    case "requests": talks.writeRequests(number)
    case "answers": talks.writeAnswers(number)
    case "formats": talks.timeFormats(rounds: number)
    case "cases": try talks.timeCases(number)
    case "replies": talks.timeReplies(of: number)
    default: throw Usage()
    }
  }

  struct Usage: Error, CustomStringConvertible {
    var description: String {
      "Usage: turns FOLDER time SECONDS | requests TURNS | answers LINES | formats ROUNDS | cases NUMBER | replies BYTES"
    }
  }
}

/// The conversations that a pack's scenarios describe.
struct Talks {
  let script: Script
  let today: CivilDate
  let talks: [[(question: Int, answer: Answer)]]

  init?(folder: String) throws {
    let script = try Script.read(files: try TestPacks.files(in: folder))
    guard let today = CivilDate(iso: "2026-11-16") else { return nil }
    talks = try TestPacks.scenarios(in: folder).map { file in
      let scenario = try Scenario(file: file.path, text: file.text)
      let answers = scenario.play(script, today: today).conversation.answers
      var conversation = Conversation(script, today: today)
      var turns: [(question: Int, answer: Answer)] = []
      while let question = conversation.question, let answer = answers[question] {
        conversation.answer(question, with: answer)
        turns.append((question, answer))
      }
      return turns
    }
    (self.script, self.today) = (script, today)
  }

  /// Turns per second, where a turn gives an answer, counts what is left and prints the next
  /// question.
  func turns(in time: Duration) -> String {
    let clock = ContinuousClock()
    let start = clock.now
    var (turns, letters) = (0, 0)
    while clock.now - start < time {
      for talk in talks {
        var conversation = Conversation(script, today: today)
        for (question, answer) in talk {
          for said in conversation.answer(question, with: answer) {
            letters &+= said.text.utf8.count
          }
          letters &+= conversation.left
          if let next = conversation.question {
            letters &+= conversation.print(script.questions[next].text).utf8.count
          }
          turns += 1
        }
      }
    }
    return "\(Int(Double(turns) / ((clock.now - start) / .seconds(1)))) \(letters)"
  }

  /// Writes the requests for this many turns; all conversations are started first.
  ///
  /// The service's conversation names can't be guessed, so `@` and a number take the place of each.
  func writeRequests(_ count: Int) {
    var (turns, answers) = (0, "")
    func request(_ method: String, _ parameters: String) -> String {
      #"{"jsonrpc":"2.0","id":\#(turns),"method":"conversation/\#(method)","params":{\#(parameters)}}"#
        + "\n"
    }
    var starts = 0
    while turns < count {
      for talk in talks {
        let digits = String(starts)
        let name = "@" + String(repeating: "0", count: 25 - digits.count) + digits
        starts += 1
        let whole = conversation(talk)
        for (question, _) in talk {
          turns += 1
          let answer = whole.storedAnswer(to: question).map(written) ?? ""
          answers += request("answer", #""conversation":"\#(name)","answer":\#(answer)"#)
        }
      }
    }
    let start = request("start", #""pack":"\#(script.pack)""#)
    FileHandle.standardOutput.write(Data((String(repeating: start, count: starts) + answers).utf8))
  }

  /// Writes the answers of whole conversations, as the input for drafting in bulk.
  func writeAnswers(_ count: Int) {
    for number in 0..<count {
      var writer = JSONWriter()
      conversation(talks[number % talks.count]).stored.write(to: &writer)
      let answers = String(decoding: writer.bytes, as: UTF8.self)
      FileHandle.standardOutput.write(Data("{\"id\":\"\(number)\",\"answers\":\(answers)}\n".utf8))
    }
  }

  /// Prints the milliseconds that a letter takes in each format, drafted before, and the bytes of all letters.
  func timeFormats(rounds: Int) {
    let letters = talks.flatMap { conversation($0).drafts.map(\.document) }
    let clock = ContinuousClock()
    for format in FileFormat.allCases {
      var bytes = 0
      let time = clock.measure {
        for _ in 0..<rounds {
          for letter in letters {
            bytes += letter.file(format, language: script.words.language, name: "letter").count
          }
        }
      }
      let count = Double(max(1, rounds * letters.count))
      print(format.rawValue, time / .milliseconds(1) / count, bytes / max(1, rounds))
    }
  }

  /// Prints, for each type of answer, the most milliseconds that reading a reply of so many bytes takes with any of its
  /// questions, and then that taking what it says does, with all that is heard in it.
  ///
  /// The reply is made of the words of the scenarios' own texts.
  func timeReplies(of bytes: Int) {
    let texts = talks.flatMap { $0 }.compactMap { turn -> String? in
      if case .text(let text)? = turn.answer.value { text } else { nil }
    }
    var reply = ""
    for text in texts where reply.utf8.count < bytes { reply += text + " " }
    while reply.utf8.count > bytes { reply.removeLast() }
    let clock = ContinuousClock()
    for type in AnswerType.allCases {
      var (reading, taking) = (Duration.zero, Duration.zero)
      for number in script.questions.indices where script.questions[number].type == type {
        var conversation = Conversation(script, today: today, minute: 700)
        var meaning = ParsedReply.notUnderstood
        reading = max(
          reading, clock.measure { meaning = conversation.understand(reply, replyingTo: number) })
        guard case .answer(let answer) = meaning else { continue }
        taking = max(
          taking, clock.measure { conversation.take(answer, to: number, typed: reply) })
      }
      print(type.rawValue, reading / .milliseconds(1), taking / .milliseconds(1))
    }
  }

  func conversation(_ talk: [(question: Int, answer: Answer)]) -> Conversation {
    Conversation(
      script, answers: Answers(talk.map { (key: $0.question, value: $0.answer) }), today: today)
  }

  private func written(_ answer: StoredAnswer) -> String {
    var writer = JSONWriter()
    answer.write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
