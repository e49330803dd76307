import ArgumentParser
import CaseStore
import DialogueModel
import Foundation

struct ExportCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a case to one file, sealed with a passphrase of its own.",
    discussion: """
      For someone else's machine: tell them the passphrase another way than the file goes. \
      The passphrase is asked for in the terminal.
      """)

  @OptionGroup var named: NamedCase

  @Option(help: "The file to write; it must not exist yet.", completion: .file())
  var output: String

  func run() throws {
    guard !FileManager.default.fileExists(atPath: output) else { throw NewFile.exists(output) }
    let (book, row) = try named.find()
    let words = Passphrase()?.new(
      "Make up a passphrase for the file, of at least \(Passphrase.fewest) characters (Enter alone: leave it):"
    )
    guard let words else { throw Failure.no("Nothing was written.") }
    do {
      try NewFile.write(
        book.export(row, passphrase: words, at: Clock.stamp()), to: output)
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
    Output.write("Case \(row.name) is in \(output), sealed.\n")
  }
}

struct ImportCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a case that was exported, after showing what it adds."
  )

  @Argument(help: "The file that was exported.", completion: .file())
  var file: String

  @Flag(help: "Take it in without asking.")
  var yes = false

  @OptionGroup var place: CasePlace

  func run() throws {
    let data = try PackFolder.data(at: file)
    let book = try place.openOrMake()
    let words = Passphrase()?.known("The passphrase of the file (Enter alone: leave it):")
    guard let words else { throw Failure.no("Nothing was added.") }
    let now = Clock.stamp()
    do {
      let exported = try ExportedCase(data, passphrase: words, path: file)
      let there = try book.place(of: exported)
      guard let news = try book.news(in: exported) else {
        throw Failure.no(
          "The case is here already, as \(there?.name ?? ""), and each has what the other lacks. Nothing was added."
        )
      }
      if let there, news.isEmpty { throw CaseFault.alreadyHere(there.name) }
      Output.write(
        "\(exported.name) of the pack \(exported.summary.pack), with \(exported.entries.count.grouped) entries.\n"
          + (there.map { "It is here already as \($0.name), and would get \(news.count) more.\n" }
            ?? "It is new here.\n"))
      guard yes || isConfirmed else { throw Failure.no("Nothing was added.") }
      let name = try book.add(exported, on: String(now.prefix(10)), at: now)
      Output.write("It is here as case \(name).\n")
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }

  private var isConfirmed: Bool {
    Output.write("Take it in? yes or no: ")
    return ["yes", "y"].contains(readLine()?.trimmingCharacters(in: .whitespaces).lowercased())
  }
}

struct RekeyCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rekey", abstract: "Change the passphrase or the key file that opens the cases.",
    discussion: "Cases that others have a copy of stay open to the old one.")

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case passphrase
    case keyFile = "key-file"
  }

  @Argument(help: "What opens them from now on: passphrase or key-file.")
  var kind: Kind

  @OptionGroup var place: CasePlace

  func run() throws {
    let book = try place.open()
    do {
      switch kind {
      case .keyFile:
        _ = try book.change(to: .keyFile)
        Output.write(
          "The cases are opened by \(book.book.folder.keyFile) from now on. Keep a copy.\n")
      case .passphrase:
        let words = Passphrase()?.new(
          "Make up the new passphrase, of at least \(Passphrase.fewest) characters (Enter alone: leave it):"
        )
        guard let words else { throw Failure.no("Nothing was changed.") }
        _ = try book.change(to: .passphrase(words))
        Output.write("The cases are opened by the new passphrase from now on.\n")
      }
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }
}
