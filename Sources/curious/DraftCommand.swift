import ArgumentParser
import DialogueEngine
import DialogueModel
import Foundation
import JSON
import LineService
import Synchronization

struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Draft letters from answers in bulk: JSON in, JSON out, one object a line.",
    discussion: """
      Each line in is {"answers": {KEY: ANSWER, …}}, and perhaps "id" and "today". Not known is \
      {"not-known": true}, and to find out {"to-find-out": "Sam"}. Each line out has the \
      outcomes, reasons, gaps and letters, or an error with the number of its line. All processors are \
      used, and the order is kept.
      """)

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @Option(help: "Bytes of a line.")
  var maxLine = Service.Limits().line

  @Option(
    help: """
      What each letter is written as: some of text, markdown, json, html, docx and eml, with commas.
      """)
  var format = "text"

  @Option(
    help: """
      A folder to write each letter to as a file, named by day, letter and line; each line out then has \
      the names of its files.
      """, completion: .directory)
  var output: String?

  @Flag(help: "Write copies without names, numbers and addresses, for supervision or training.")
  var pseudonymised = false

  private var formats: LetterFormats? {
    LetterFormats(names: format.split(separator: ",").map { String($0).trimmed })
  }

  func validate() throws {
    guard formats != nil else {
      let names = LetterFormats.names.map(\.name).joined(separator: ", ")
      throw ValidationError("--format takes some of \(names), with commas between.")
    }
    guard (1...1 << 30).contains(maxLine) else {
      throw ValidationError("--max-line is a number from 1.")
    }
  }

  func run() throws {
    let pack = try local.read(self.pack)
    try pack.refuseFaults()
    guard let formats,
      var batch = Batch(pack, formats, saving(pack), isPseudonymised: pseudonymised)
    else {
      throw Failure.cannot("There is not enough memory for this.")
    }
    let pipe = try LinePipe.open()
    var progress = Progress()
    pipe.run(limit: maxLine) { line, _ in
      batch.add(line)
      if batch.isFull { progress.add(batch.draft(to: pipe)) }
    } afterReads: {
      progress.add(batch.draft(to: pipe))
    }
    progress.end()
  }
}

extension DraftCommand {
  /// What writes letters to the folder, if there is to be one.
  private func saving(_ pack: ReadPack) -> LetterSaving? {
    guard let output else { return nil }
    let files = LetterFiles(folder: output, language: pack.script.words.language)
    let day = pack.today
    return { draft, format, line in
      let digits = String(line)
      let number = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      let path = try? files.write(
        draft.document, as: format, stem: "\(LetterFiles.stem(of: draft, on: day))-\(number)")
      return path.map { URL(fileURLWithPath: $0).lastPathComponent }
    }
  }
}

/// Lines that are drafted at once, shared out among the processor cores.
private struct Batch {
  private let hands: [Hand]
  private var bytes: [UInt8] = []
  private var lines: [Range<Int>?] = []
  /// The number of lines in the batches before.
  private var before = 0

  /// A batch for this pack; nil means too little memory.
  init?(
    _ pack: ReadPack, _ formats: LetterFormats, _ saving: LetterSaving?, isPseudonymised: Bool
  ) {
    let minute = pack.clock.minute(on: pack.today)
    hands = (0..<coresToRunOn).compactMap { _ in
      Hand(
        pack.script, today: pack.today, minute: minute, formats: formats, saving: saving,
        isPseudonymised: isPseudonymised)
    }
    if hands.isEmpty { return nil }
  }

  var isFull: Bool { bytes.count > 1 << 20 || lines.count >= 1 << 14 }

  mutating func add(_ line: ArraySlice<UInt8>?) {
    guard let line else { return lines.append(nil) }
    lines.append(bytes.count..<bytes.count + line.count)
    bytes.append(contentsOf: line)
  }

  /// Writes the letters in the order of the lines, and returns the number of lines.
  mutating func draft(to pipe: LinePipe) -> Int {
    let (count, share) = (lines.count, (lines.count + hands.count - 1) / hands.count)
    guard count > 0 else { return 0 }
    let (lines, bytes, hands, before) = (lines, bytes, hands, before)
    DispatchQueue.concurrentPerform(iterations: hands.count) { hand in
      hands[hand].work.withLock { work in
        for line in min(hand * share, count)..<min((hand + 1) * share, count) {
          work.drafting.reply(
            to: lines[line].map { bytes[$0] }, number: before + line + 1, into: &work.writer)
        }
      }
    }
    for hand in hands { hand.work.withLock { pipe.write(&$0.writer) } }
    self.lines.removeAll(keepingCapacity: true)
    self.bytes.removeAll(keepingCapacity: true)
    self.before += count
    return count
  }

  /// What one core has to itself.
  private final class Hand: Sendable {
    let work: Mutex<Work>

    struct Work {
      let drafting: BulkDrafting
      var writer = JSONWriter()
    }

    init?(
      _ script: Script, today: CivilDate, minute: Int?, formats: LetterFormats,
      saving: LetterSaving?, isPseudonymised: Bool
    ) {
      guard
        let drafting = BulkDrafting(
          script, today: today, minute: minute, formats: formats, saving: saving,
          isPseudonymised: isPseudonymised)
      else { return nil }
      work = Mutex(Work(drafting: drafting))
    }
  }
}

/// Shows the number of finished lines to a user at a terminal.
private struct Progress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var (count, shown) = (0, ContinuousClock.now)

  mutating func add(_ lines: Int) {
    count += lines
    guard isShown, ContinuousClock.now - shown > .milliseconds(200) else { return }
    shown = .now
    show("\r\(count) lines")
  }

  func end() {
    if isShown { show("\r\(count) lines\n") }
  }

  private func show(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
