import ArgumentParser
import CaseStore
import DialogueEngine
import DialogueModel
import Foundation
import Session
import TerminalChat

struct NoteCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a note to a case, without going through the conversation.",
    discussion: """
      The note is read from standard input, up to its end, so that it is in no list of commands. It goes into every \
      letter that notes belong in.
      """)

  @OptionGroup var named: NamedCase

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  func run() throws {
    let pack = try local.read(self.pack)
    guard let folder = named.place.folder else { throw Failure(.nothingKept) }
    let desk = CaseDesk(folder, pack)
    defer { desk.close() }
    let conversation = Conversation(
      pack.script, today: pack.today, minute: pack.clock.minute(on: pack.today))
    let kept: Resumption
    do {
      guard let found = try desk.resume(named.name, in: conversation) else {
        throw Failure.no("Nothing was opened.")
      }
      kept = found
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
    if isatty(STDIN_FILENO) == 1 {
      Output.write("Type the note, and Ctrl-D on an empty line at its end.\n")
    }
    let bytes = FileHandle.standardInput.readDataToEndOfFile()
    let note = String(typed: Array(bytes)).trimmingCharacters(in: .whitespacesAndNewlines)
    guard !note.isEmpty else { throw Failure.no("Nothing was added.") }
    var chat = Chat(conversation)
    _ = chat.resume(kept)
    guard chat.keep(note: note) else {
      throw Failure.no("The pack \(pack.script.pack) keeps no notes.")
    }
    if case .stopped(let why)? = desk.take(chat.record) { throw Failure.cannot(why) }
    Output.write("Added to case \(kept.name).\n")
  }
}

struct NewInCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Print what is new in a case since its letters last left.",
    discussion: "Exit code 1 means that nothing is new, or that no letter has left yet.")

  @OptionGroup var named: NamedCase

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  func run() throws {
    let pack = try local.read(self.pack)
    let (_, record) = try named.read(with: pack)
    let conversation = pack.conversation(of: record)
    guard let sent = record.answersSent, let news = conversation.news(since: sent) else {
      throw Failure.no(conversation.script.words(.nothingNew))
    }
    Output.write(news.text + "\n")
  }
}
