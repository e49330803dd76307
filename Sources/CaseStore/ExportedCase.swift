import Crypto
package import Foundation
import GRDB
import JSON

/// A case on its way to another machine: one file, sealed with a passphrase of its own.
package struct ExportedCase: Sendable {
  let identity: String
  /// What the case was called where it came from.
  package let name: String
  package let summary: Summary
  package let entries: [Entry]
  let pending: Pending
  let isFinished: Bool

  /// What the file begins with, before the salt and the cost of the passphrase.
  private static let opening = "curious exported case 1\n"

  /// Opens a file that was exported.
  package init(_ file: Data, passphrase: String, path: String) throws(CaseFault) {
    let opening = Data(Self.opening.utf8)
    guard file.starts(with: opening), file.count > opening.count + 20 else {
      throw .notAnExport(path)
    }
    let rest = file.dropFirst(opening.count)
    let salt = Data(rest.prefix(16))
    let rounds = rest.dropFirst(16).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let lock = Lock(kind: .passphrase, salt: salt, rounds: rounds)
    guard let key = try? lock.key(ofPassphrase: passphrase) else { throw .notAnExport(path) }
    guard let bytes = Seal(key: key).open(Data(rest.dropFirst(20)), for: .export) else {
      throw .wrongPassphrase
    }
    guard let read = JSONReader(nesting: 20)?.value(bytes, { ExportedCase($0) }) else {
      throw .notAnExport(path)
    }
    self = read
  }

  private init?(_ json: JSONValue) {
    guard let identity = json["identity"]?.text, let name = json["name"]?.text,
      let summary = json["summary"].flatMap(Summary.init),
      let pending = json["pending"].flatMap(Pending.init), let all = json["entries"], all.isArray
    else { return nil }
    let entries = all.elements.compactMap { Entry($0) }
    guard entries.count == all.count, identity.count == 32, identity.allSatisfy(\.isHexDigit) else {
      return nil
    }
    (self.identity, self.name, self.summary) = (identity, name, summary)
    (self.entries, self.pending) = (entries, pending)
    isFinished = json["finished"]?.truth ?? false
  }

  /// The case as a file that only this passphrase opens.
  static func file(
    _ row: CaseRow, _ record: CaseRecord, _ summary: Summary, passphrase: String
  ) throws(CaseFault) -> Data {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("identity", row.identity)
      writer.member("name", row.name)
      writer.member("finished", row.isFinished)
      writer.name("summary")
      writer.written(summary.bytes)
      writer.name("pending")
      writer.written(record.pending.bytes)
      writer.name("entries")
      writer.array { writer in for entry in record.entries { writer.written(entry.bytes) } }
    }
    let lock = Lock(for: .passphrase(passphrase))
    let sealed = try Seal(key: lock.key(ofPassphrase: passphrase)).seal(writer.bytes, for: .export)
    let rounds = (0..<4).map { UInt8(truncatingIfNeeded: lock.rounds >> (24 - 8 * $0)) }
    return Data(opening.utf8) + lock.salt + Data(rounds) + sealed
  }
}

extension OpenCasebook {
  /// The whole of a case as a file that another passphrase opens; the history says that it was made.
  package func export(
    _ row: CaseRow, passphrase: String, at moment: String
  ) throws(CaseFault) -> Data {
    var (kept, record) = try open(row, at: moment)
    defer { kept.close() }
    guard let summary = try summary(of: row) else {
      throw .damaged("Case \(row.name): its summary was changed.")
    }
    let file = try ExportedCase.file(row, record, summary, passphrase: passphrase)
    try kept.add(
      [Entry(moment: moment, what: .exported)], pending: record.pending, summary: summary,
      isFinished: row.isFinished, at: moment)
    return file
  }

  /// Where a case from another machine is already: the case of the same identity; nil if it is new here.
  package func place(of exported: ExportedCase) throws(CaseFault) -> CaseRow? {
    try book.rows().first { $0.identity == exported.identity }
  }

  /// The entries that a case from another machine would add to the one that is here, or all if it is new here.
  ///
  /// Nil if each has what the other lacks, so that neither can be added to.
  package func news(in exported: ExportedCase) throws(CaseFault) -> [Entry]? {
    guard let row = try place(of: exported) else { return exported.entries }
    let here = try read(row).entries.filter { !$0.isOfCopying }
    let there = exported.entries.filter { !$0.isOfCopying }
    guard there.starts(with: here) else { return here.starts(with: there) ? [] : nil }
    return Array(there.dropFirst(here.count))
  }

  /// Takes in a case from another machine, and returns what it is called here.
  package func add(
    _ exported: ExportedCase, on day: String, at moment: String
  ) throws(CaseFault) -> String {
    let news = try news(in: exported)
    let came = Entry(moment: moment, what: .imported(exported.name))
    if let row = try place(of: exported) {
      guard let news, !news.isEmpty else { throw .alreadyHere(row.name) }
      var (kept, _) = try open(row, at: moment)
      defer { kept.close() }
      try kept.add(
        news + [came], pending: exported.pending, summary: exported.summary,
        isFinished: exported.isFinished, at: moment)
      return row.name
    }
    var kept = try begin(on: day, at: moment, identity: exported.identity)
    defer { kept.close() }
    try kept.add(
      exported.entries + [came], pending: exported.pending, summary: exported.summary,
      isFinished: exported.isFinished, at: moment)
    return kept.name
  }
}

extension Entry {
  /// Whether it says only that the case was copied to or from another machine.
  fileprivate var isOfCopying: Bool {
    switch what {
    case .exported, .imported: true
    default: false
    }
  }
}
