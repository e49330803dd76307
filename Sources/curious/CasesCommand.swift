import ArgumentParser
import CaseStore
import DialogueEngine
import DialogueModel
import Foundation
import Session

struct CasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "Look after the conversations that are kept on this machine.",
    discussion: """
      A case is named by the day it was begun and a number, such as 2026-11-30-1. A name that was typed into it \
      finds it, too.
      """,
    subcommands: [
      ListCasesCommand.self, ResumeCaseCommand.self, ShowCaseCommand.self, DraftCaseCommand.self,
      NewInCaseCommand.self, NoteCaseCommand.self, CaseHistoryCommand.self, VerifyCasesCommand.self,
      DueCasesCommand.self, EraseCaseCommand.self, ExportCaseCommand.self, ImportCaseCommand.self,
      RekeyCasesCommand.self,
    ])
}

/// The case that a command is about.
struct NamedCase: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The case, or a name that was typed into it.", valueName: "case"))
  var name: String

  @OptionGroup var place: CasePlace

  func find() throws -> (OpenCasebook, CaseRow) {
    let book = try place.open()
    do { return (book, try book.find(name)) } catch { throw Failure(error) }
  }

  /// What is kept of the case as far as it can be read; what is wrong with it is said on standard error.
  ///
  /// A case of another pack is refused, since its answers would mean nothing.
  func read(with pack: ReadPack) throws -> (CaseRow, CaseRecord) {
    let (book, row) = try find()
    do {
      let record = try book.read(row)
      if let own = record.pack, own.name != pack.script.pack { throw CaseFault.otherPack(own.name) }
      for damage in record.damage { Output.complain("Case \(row.name): \(damage.message)") }
      return (row, record)
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }
}

struct ListCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the kept conversations, the newest first.",
    discussion:
      "Without a name it asks for no passphrase, and shows only when each was begun and last used.")

  @Argument(help: ArgumentHelp("A name that was typed into it.", valueName: "name"))
  var name: String?

  @Flag(help: "All of them, however many.")
  var all = false

  @OptionGroup var place: CasePlace

  /// What fits a window.
  private static let usually = 20

  func run() throws {
    do {
      let (book, rows) = try found()
      if rows.isEmpty { throw Failure.no("No case has that name in it.") }
      Output.write(rows.map(line).joined())
      let others = name == nil ? try book.count() - rows.count : 0
      if others > 0 { Output.write("\(others) more; --all lists them.\n") }
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }

  private func found() throws -> (Casebook, [CaseRow]) {
    if let name {
      let book = try place.open()
      return (book.book, try book.cases(naming: name))
    }
    let book = try place.book()
    let rows = try book.rows(atMost: all ? nil : Self.usually)
    if rows.isEmpty { throw CaseFault.nothingKept }
    return (book, rows)
  }

  private func line(_ row: CaseRow) -> String {
    let state =
      row.erased.map { "erased on \($0)" }
      ?? (row.isFinished ? "finished" : "left before its end")
    let last =
      row.erased == nil ? ", last used \(row.changed.prefix(16).replacing("T", with: " "))" : ""
    return "\(row.name)  \(state)\(last)\n"
  }
}

struct ResumeCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a conversation where it was left.")

  @Argument(
    help: ArgumentHelp(
      "The case, or a name that was typed into it; the one left last unless given.",
      valueName: "case"))
  var name: String?

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var place: CasePlace

  func run() throws {
    try Talk(
      pack: local.read(pack), isPlain: screen.isPlain, cases: place.folder, resuming: name ?? ""
    ).run()
  }
}

struct ShowCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what has been answered in a case.")

  @OptionGroup var named: NamedCase

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  func run() throws {
    let pack = try local.read(self.pack)
    let (row, record) = try named.read(with: pack)
    let conversation = pack.conversation(of: record)
    Output.write("Case \(row.name)\n" + conversation.answersInWords.joined(separator: "\n") + "\n")
  }
}

struct DraftCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Print the letters of a case, as they would be sent now.")

  @OptionGroup var named: NamedCase

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  func run() throws {
    let pack = try local.read(self.pack)
    let (row, record) = try named.read(with: pack)
    let conversation = pack.conversation(of: record)
    let words = conversation.script.words
    let mark = record.fingerprint(of: conversation.kept)
    let stamp = words(.keptAs, ["case": row.name, "mark": mark])
    let letters = conversation.drafts.map { draft in
      [words(.letterHeading, ["letter": draft.label ?? draft.letter]), draft.text, stamp]
        .joined(separator: "\n\n")
    }
    Output.write(letters.joined(separator: "\n\n") + "\n")
  }
}

extension ReadPack {
  /// The conversation as it was kept, seen from today.
  func conversation(of record: CaseRecord) -> Conversation {
    Conversation(
      script, stored: Session(events: record.events).answers, today: today,
      minute: clock.minute(on: today))
  }
}

extension Conversation {
  /// What has been answered, a line for each, and at the end what fits no question any more.
  fileprivate var answersInWords: [String] {
    reviewed.compactMap { number in
      answers[number].map {
        "\(print(script.questions[number].label)): \(words(for: $0, to: number))"
      }
    }
      + unmatchedAnswers.sorted { $0.key < $1.key }.map {
        "\($0.key): \($0.value.inWords(of: script.words))"
      }
  }
}
