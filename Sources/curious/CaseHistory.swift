import ArgumentParser
import CaseStore
import DialogueEngine
import DialogueModel
import Session

struct CaseHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Print what happened in a case, oldest first.",
    discussion: """
      Each line has the time of this machine's clock. The fingerprints are those that letters carry: they say from \
      which answers a letter was written.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var named: NamedCase

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @Option(help: "text to be read, or json, one object a line, for programs.")
  var format = Format.text

  func run() throws {
    let pack = try local.read(self.pack)
    let (row, record) = try named.read(with: pack)
    switch format {
    case .json:
      for entry in record.entries {
        Output.write(String(decoding: entry.bytes, as: UTF8.self) + "\n")
      }
    case .text:
      var history = CaseHistory(pack.script, today: pack.today)
      Output.write("Case \(row.name)\n")
      for entry in record.entries { Output.write(history.lines(of: entry).joined()) }
      let mark = record.fingerprint(of: history.answers)
      Output.write("The answers now have the fingerprint \(mark).\n")
    }
  }
}

/// The history of a case in words, told entry by entry.
private struct CaseHistory {
  private let script: Script
  private let today: CivilDate
  private var session = Session()

  init(_ script: Script, today: CivilDate) {
    self.script = script
    self.today = today
  }

  var answers: [String: StoredAnswer] { session.answers }

  mutating func lines(of entry: Entry) -> [String] {
    let when = entry.moment.prefix(19).replacing("T", with: " ")
    return told(entry).map { "\(when) \(entry.moment.dropFirst(19))  \($0)\n" }
  }

  private mutating func told(_ entry: Entry) -> [String] {
    let conversation = Conversation(
      script, today: CivilDate(iso: String(entry.moment.prefix(10))) ?? today)
    let script = script
    func label(_ key: String) -> String {
      script.number(of: key).map { "“\(conversation.print(script.questions[$0].label))”" } ?? key
    }
    func list(_ keys: [String]) -> String { keys.map(label).joined(separator: ", ") }
    switch entry.what {
    case .opened(let pack, let account, let day):
      let other = entry.moment.hasPrefix(day) ? "" : ", counting from \(day)"
      let digest = pack.digest.prefix(12)
      return ["Opened by \(account), with \(pack.name) \(pack.version), digest \(digest)\(other)"]
    case .asked(let key): return ["Asked \(label(key))"]
    case .answers(let event, let parked, let restored):
      return told(event, conversation, label)
        + (parked.isEmpty ? [] : ["Set aside by it: \(list(parked))"])
        + (restored.isEmpty ? [] : ["Brought back by it: \(list(restored))"])
    case .drafted(let letters, let mark):
      return ["Shown: \(letters.joined(separator: ", "))\(fingerprint(mark))"]
    case .letOut(let way, let letters, let mark):
      return ["\(way.inWords): \(letters.joined(separator: ", "))\(fingerprint(mark))"]
    case .sent(let words, let mark): return ["Said to be sent to \(words)\(fingerprint(mark))"]
    case .exported: return ["Exported for another machine"]
    case .imported(let name): return ["Came from another machine, where it was \(name)"]
    }
  }

  private func fingerprint(_ mark: String) -> String { mark.isEmpty ? "" : ", fingerprint \(mark)" }

  private mutating func told(
    _ event: Session.Event, _ conversation: Conversation, _ label: (String) -> String
  ) -> [String] {
    let before = session.last
    let events = session.events + [event]
    session = Session(events: events)
    func words(_ key: String, _ answer: StoredAnswer) -> String {
      guard let number = script.number(of: key), let own = script.answer(to: number, from: answer)
      else { return answer.inWords(of: script.words) }
      return conversation.words(for: own, to: number)
    }
    func lines(
      _ change: Session.Change, _ verb: String, from old: [String: StoredAnswer?],
      to new: [String: StoredAnswer?]
    ) -> [String] {
      change.keys.map { key in
        if let names = added(old[key] ?? nil, new[key] ?? nil) {
          return "\(verb) \(label(key)), added: \(names)"
        }
        return switch (old[key] ?? nil, new[key] ?? nil) {
        case (nil, let now?): "\(verb) \(label(key)): \(words(key, now))"
        case (let then?, let now?):
          "\(verb) \(label(key)): \(words(key, now)) (it was: \(words(key, then)))"
        case (let then?, nil): "\(verb) \(label(key)): no answer (it was: \(words(key, then)))"
        case (nil, nil): "\(verb) \(label(key))"
        }
      }
    }
    switch event {
    case .changed(let change):
      return lines(change, "Answered", from: change.before, to: change.after)
    case .undone:
      return before.map { lines($0, "Taken back", from: $0.after, to: $0.before) } ?? []
    case .redone:
      return session.last.map { lines($0, "Made again", from: $0.before, to: $0.after) } ?? []
    }
  }
}

/// The names that a list has gained; nil if it has lost or changed any, or is no list.
private func added(_ old: StoredAnswer?, _ new: StoredAnswer?) -> String? {
  guard case .items(let then, nil)? = old, case .items(let now, nil)? = new, now.count > then.count,
    now.starts(with: then)
  else { return nil }
  return now.dropFirst(then.count).map(\.name).joined(separator: ", ")
}

extension Entry.Way {
  fileprivate var inWords: String {
    switch self {
    case .saved: "Saved as files"
    case .copied: "Copied"
    case .printed: "Printed"
    }
  }
}

struct VerifyCasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Find damage, and changes by anyone without the key.",
    discussion: """
      What the owner of the key changes is no such change, and an old copy of the whole file that is put back is \
      not seen. Exit code 1 means that something was found.
      """)

  @Argument(
    help: ArgumentHelp(
      "The case, or a name that was typed into it; all unless given.", valueName: "case"))
  var name: String?

  @OptionGroup var place: CasePlace

  func run() throws {
    let book = try place.open()
    var isFine = true
    do {
      let rows =
        try name.map { [try book.find($0)] } ?? book.book.rows().filter { $0.erased == nil }
      for row in rows {
        let damage: [String]
        var count = 0
        do throws(CaseFault) {
          let record = try book.read(row)
          count = record.entries.count
          damage = record.damage.map(\.message)
        } catch {
          damage = [error.message]
        }
        isFine = isFine && damage.isEmpty
        for found in damage { Output.write("Case \(row.name): \(found)\n") }
        if damage.isEmpty {
          Output.write("Case \(row.name): as it was left (entries: \(count))\n")
        }
      }
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
    guard isFine else { throw Failure.no("") }
  }
}
