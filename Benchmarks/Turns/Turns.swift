import Checking
import DialogueReading
import DialogueScript
import Foundation
import Screening

/// Turns a second in process: every scenario of a pack had again and again, each turn an answer given, what is
/// newly said, and the next question put in words.
///
/// Usage: turns FOLDER-OF-A-PACK SECONDS
@main
struct Turns {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let seconds = Double(arguments[2]) else {
      FileHandle.standardError.write(Data("Usage: turns FOLDER SECONDS\n".utf8))
      exit(2)
    }
    let root = URL(fileURLWithPath: arguments[1], isDirectory: true)
    var (files, scenarios): ([SourceFile], [SourceFile]) = ([], [])
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let text = { try String(contentsOf: root.appending(path: path), encoding: .utf8) }
      if path.hasSuffix(".scenario") {
        scenarios.append(SourceFile(path: path, text: try text()))
      } else if path.hasSuffix(".yaml") || path.hasPrefix("letters/") {
        if path.hasPrefix("local") { continue }
        files.append(SourceFile(path: path, text: try text()))
      }
    }
    let script = try Script(files: files)
    let course = Course(script)
    guard let today = CivilDate(iso: "2026-11-16") else { return }
    let talks = try scenarios.map { file in
      try Scenario(file: file.path, text: file.text).play(course, today: today).conversation.answers
    }
    let clock = ContinuousClock()
    var (turns, letters) = (0, 0)
    let start = clock.now
    while clock.now - start < .seconds(seconds) {
      for talk in talks {
        var conversation = Conversation(course, today: today)
        while let question = conversation.question, let answer = talk[question] {
          let before = conversation
          conversation.answer(question, with: answer)
          for said in conversation.said(after: before) { letters &+= said.text.utf8.count }
          letters &+= conversation.left
          if let next = conversation.question {
            letters &+= conversation.print(script.questions[next].text).utf8.count
          }
          turns += 1
        }
      }
    }
    let took = (clock.now - start) / .seconds(1)
    print(
      "\(Int(Double(turns) / took)) turns a second (\(talks.count) conversations, \(turns) turns, \(letters))"
    )
  }
}
