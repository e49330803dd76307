import ArgumentParser
import CaseStore
import DialogueModel
import Foundation

struct EraseCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase a case for good: its key, and all that it opened.",
    discussion: """
      That there was a case, and the day it was erased, stay. Letters that were saved, and backups of this machine, \
      are not touched.
      """)

  @OptionGroup var named: NamedCase

  @Flag(help: "Erase without asking.")
  var yes = false

  func run() throws {
    let (book, row) = try named.find()
    if let day = row.erased { throw Failure(.erased(day)) }
    try Erasing(book: book, rows: [row]).run(asking: !yes)
  }
}

struct DueCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List the cases that have been kept for longer than they should be.",
    discussion: """
      `keep-cases:` in your local file says for how many days after its last use a case is kept, by what came of it. \
      Exit code 1 means that no case is due.
      """)

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @OptionGroup var place: CasePlace

  @Flag(help: "Erase them for good, after asking.")
  var erase = false

  func run() throws {
    let pack = try local.read(self.pack)
    let days = pack.script.keepCases
    guard !days.isEmpty else {
      throw Failure.no("Your local file does not say how long cases are kept. `keep-cases:` does.")
    }
    let book = try place.open()
    do {
      let due = try book.book.rows().filter { row in
        guard row.erased == nil, let last = CivilDate(iso: String(row.changed.prefix(10))),
          let summary = try book.summary(of: row), summary.pack == pack.script.pack
        else { return false }
        let own = summary.outcomes.compactMap { days[$0] }.max() ?? days["otherwise"]
        return own.map { pack.today.dayNumber - last.dayNumber > $0 } ?? false
      }
      guard !due.isEmpty else { throw Failure.no("No case is due.") }
      for row in due { Output.write("\(row.name)  last used \(row.changed.prefix(10))\n") }
      if erase { try Erasing(book: book, rows: due).run(asking: true) }
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }
}

/// Erases cases, once someone has said so.
private struct Erasing {
  var book: OpenCasebook
  var rows: [CaseRow]

  func run(asking: Bool) throws {
    guard !asking || isConfirmed else { throw Failure.no("Nothing was erased.") }
    let now = Clock.stamp()
    do {
      for row in rows {
        try book.erase(row, on: String(now.prefix(10)), at: now)
        Output.write("Case \(row.name) is erased.\n")
      }
      Output.write("Letters that were saved, exported files and backups are not touched.\n")
    } catch {
      throw Failure(error)
    }
  }

  private var isConfirmed: Bool {
    let what = rows.count == 1 ? "case \(rows[0].name)" : "these \(rows.count) cases"
    Output.write("Erase \(what) for good? It can't be undone. Type erase to do it: ")
    return readLine()?.trimmingCharacters(in: .whitespaces) == "erase"
  }
}
