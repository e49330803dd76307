import ArgumentParser
import DialogueCompiler
import DialogueModel
import Foundation
import Synchronization
import TerminalChat

struct LocalNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write your local file, one question at a time.",
    discussion: """
      It asks for each line that the pack has room for, shows the whole, and asks before it writes it. No file is \
      written over. Exit code 1 means that nothing was written.
      """)

  @Option(help: "The folder of packs.", completion: .directory)
  var dialogues: String?

  @Option(help: "The pack that the file is for; the only one there unless given.")
  var pack: String?

  @Option(
    help: "The file to write, instead of the one in your configuration folder.",
    completion: .file())
  var output: String?

  @Option(help: "The day of the check, such as 2026-11-16; today unless given.")
  var today: String?

  func run() throws {
    let folder = try PackFolder.find(pack, in: dialogues)
    let files = try folder.files()
    guard LocalCheck.hasShape(files) else {
      throw Failure.no("The pack \(folder.name) takes no local file.")
    }
    guard let path = output ?? OwnLocal.path(for: folder) else {
      throw Failure.cannot("There is no home folder to keep it in. Give a file with --output FILE.")
    }
    guard !FileManager.default.fileExists(atPath: path) else { throw NewFile.exists(path) }
    var form = LocalForm(for: files, today: try PackOptions.day(today))
    let prompt = try Prompt()
    try ask(&form, prompt)
    guard !form.isEmpty else {
      throw Failure.no("Everything was left out, so nothing was written.")
    }
    let text = form.text
    let read = PackReading(files, local: .file(SourceFile(path: path, text: text)))
    let faults = read.problems.filter { !$0.code.isWarning }
    guard faults.isEmpty else { throw Failure.problems(faults) }
    Output.write("\n\(text)\n")
    try confirm(path, prompt)
    prompt.close()
    try NewFile.write(Data(text.utf8), to: path)
    let use = output == nil ? "" : " Use it with --local \(path)."
    say("Written: \(path). Only you can read it.\(use) `curious local check` says what is absent.")
  }

  private func ask(_ form: inout LocalForm, _ prompt: Prompt) throws {
    say("Each question is one line of your local file. Enter leaves it out. Ctrl-C stops.")
    while let question = form.question {
      say("\n\(question.words)" + (question.hint.map { "\n\($0)" } ?? ""))
      while let fault = form.take(try prompt.line()) { say(fault) }
    }
  }

  private func confirm(_ path: String, _ prompt: Prompt) throws {
    while true {
      say("Write this to \(path)? yes or no")
      switch try prompt.line().lowercased().filter({ !$0.isWhitespace }) {
      case "yes", "y": return
      case "no", "n": throw Prompt.nothing
      default: continue
      }
    }
  }

  private func say(_ text: String) {
    Output.write((Window.columns(of: STDOUT_FILENO).map { text.wrapped(to: $0) } ?? text) + "\n")
  }
}

/// Lines that a person types, until the end of the input or Ctrl-C.
private struct Prompt {
  static var nothing: Failure { .no("Nothing was written.") }

  /// The descriptor that can be read once Ctrl-C has been pressed.
  private let interrupted: Int32
  private let isTyped = isatty(STDIN_FILENO) == 1

  /// Takes over Ctrl-C, which would end the program without a word.
  ///
  /// Any thread may get the signal, so that it does not end a read by itself: a pipe wakes the one that waits.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure.cannot("No more files can be opened.") }
    interrupted = ends[0]
    pipeOfInterrupts.store(ends[1], ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      var byte: UInt8 = 0
      _ = Glibc.write(pipeOfInterrupts.load(ordering: .relaxed), &byte, 1)
    }
    sigaction(SIGINT, &action, nil)
    // The process that started this one may have blocked the signal, and that is inherited.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_UNBLOCK, &interrupt, nil)
  }

  /// Reads a line; Ctrl-C, and the end of the input, leave the command.
  func line() throws -> String {
    if isTyped { Output.write("> ") }
    var bytes: [UInt8] = []
    while let byte = try nextByte() {
      if byte == 0x0A { return String(typed: bytes) }
      bytes.append(byte)
    }
    // The last line may be without a line end.
    guard bytes.isEmpty else { return String(typed: bytes) }
    throw left()
  }

  /// Nil at the end of the input.
  private func nextByte() throws -> UInt8? {
    while true {
      var ready = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: interrupted, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, nfds_t(ready.count), -1) >= 0 else { continue }
      if ready[1].revents != 0 { throw left() }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || ![EINTR, EAGAIN].contains(errno) { return nil }
    }
  }

  private func left() -> Failure {
    if isTyped { Output.write("\n") }
    return Self.nothing
  }

  /// From now on Ctrl-C does nothing, so that what is said of the file stays true.
  func close() { signal(SIGINT, SIG_IGN) }
}

/// Where the handler of Ctrl-C writes to.
private let pipeOfInterrupts = Atomic<Int32>(-1)
