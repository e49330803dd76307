import CaseStore
import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Session
import TerminalChat

/// Keeps the conversation of a chat as a case, turn by turn, and goes on with kept ones.
final class CaseDesk {
  private let folder: CaseFolder
  private let pack: ReadPack
  /// The case that the conversation is kept as; nil while it is not kept.
  private var kept: KeptCase?
  /// What happened and is not on the disk yet, also from before someone agreed to keep it.
  private var waiting: [Entry] = []
  /// How many of the changes and happenings of the chat have been noted.
  private var noted = (events: 0, happenings: 0)
  private var asked: Int?
  private var parked: Set<Int> = []
  /// What was last written beside the entries.
  private var written: Pending?
  /// Whether the last try to write failed.
  private var isStopped = false

  init(_ folder: CaseFolder, _ pack: ReadPack) {
    self.folder = folder
    self.pack = pack
  }

  /// Where a conversation may be kept, and which were left before their end.
  func place(for conversation: Conversation) -> (KeepingPlace, unfinished: [String]) {
    guard folder.hasCases else { return (.new, []) }
    do {
      let book = try Casebook(in: folder)
      let left = try book.unfinished(atMost: Self.mostOffered).map { row in
        "\(words(for: row.changed, conversation)) (\(row.name))"
      }
      return (book.isByPassphrase ? .openedByPassphrase : .openedByKeyFile, left)
    } catch .nothingKept {
      return (.new, [])
    } catch {
      Output.complain("The kept conversations can't be opened. \(error.message)")
      return (.none, [])
    }
  }

  private static let mostOffered = 3
  /// Among how many of the newest cases the last used one is looked for.
  private static let mostLookedAt = 100

  /// A moment of a record, as people read it.
  private func words(for stamp: String, _ conversation: Conversation) -> String {
    let time = stamp.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
    guard let day = CivilDate(iso: String(stamp.prefix(10))), time.count == 2 else { return stamp }
    return conversation.words(for: day, minute: time[0] * 60 + time[1])
  }

  // MARK: - Keeping

  /// Begins to keep the conversation, as the person has chosen.
  func keep(_ opening: Errand.Opening) -> Errand.Keeping {
    do {
      let book: OpenCasebook?
      switch opening {
      case .asBefore: book = try Casebook(in: folder).unlockByAsking()
      case .keyFile: book = try Casebook.make(in: folder, .keyFile)
      case .passphrase:
        let words = Passphrase()?.new(
          "Make up a passphrase of at least \(Passphrase.fewest) characters; three or four words do well. It is not shown, and without it nothing can be opened. Enter alone: store nothing."
        )
        book = try words.map { words throws(CaseFault) in
          try Casebook.make(in: folder, .passphrase(words))
        }
      }
      guard let book else { return .notKept(why: "") }
      let kept = try book.begin(on: pack.today.iso, at: Clock.stamp())
      let first = waiting.first?.moment ?? Clock.stamp()
      waiting.insert(Entry(moment: first, what: beginning), at: 0)
      self.kept = kept
      return .kept(kept.name) { kept.fingerprint(of: $0) }
    } catch {
      return .notKept(why: error.message)
    }
  }

  /// Notes what a turn has left, and writes it down if the conversation is kept.
  func take(_ record: ChatRecord) -> KeepingNews? {
    note(record)
    guard var kept else { return nil }
    let pending = pending(in: record)
    guard !waiting.isEmpty || pending != written else { return nil }
    do {
      try kept.add(
        waiting, pending: pending, summary: summary(of: record.conversation),
        isFinished: record.conversation.isFinished, at: Clock.stamp())
    } catch {
      defer { isStopped = true }
      return isStopped ? nil : .stopped(error.message)
    }
    self.kept = kept
    waiting = []
    written = pending
    defer { isStopped = false }
    return isStopped ? .again : nil
  }

  private func note(_ record: ChatRecord) {
    let conversation = record.conversation
    let now = Set(conversation.parked)
    for (place, event) in record.events.enumerated().dropFirst(noted.events) {
      // What a turn set aside goes with its last change.
      let isLast = place == record.events.count - 1
      waiting.append(
        entry(
          .answers(
            event, parked: isLast ? keys(now.subtracting(parked), conversation) : [],
            restored: isLast ? keys(parked.subtracting(now), conversation) : [])))
    }
    for happening in record.happenings.dropFirst(noted.happenings) {
      waiting.append(entry(what(happening, conversation.kept)))
    }
    if let question = conversation.question, question != asked {
      waiting.append(entry(.asked(conversation.script.questions[question].key)))
    }
    noted = (record.events.count, record.happenings.count)
    (asked, parked) = (conversation.question, now)
  }

  private func keys(_ questions: Set<Int>, _ conversation: Conversation) -> [String] {
    questions.sorted().map { conversation.script.questions[$0].key }
  }

  private func entry(_ what: Entry.What) -> Entry {
    Entry(moment: Clock.stamp(), what: what)
  }

  private func what(
    _ happening: ChatRecord.Happening, _ answers: [String: StoredAnswer]
  ) -> Entry.What {
    let mark = kept?.fingerprint(of: answers) ?? ""
    return switch happening {
    case .drafted(let letters): .drafted(letters, fingerprint: mark)
    case .saved(let letters): .letOut(.saved, letters, fingerprint: mark)
    case .copied(let letters): .letOut(.copied, letters, fingerprint: mark)
    case .printed(let letters): .letOut(.printed, letters, fingerprint: mark)
    case .sent(let words): .sent(words, fingerprint: mark)
    }
  }

  private func pending(in record: ChatRecord) -> Pending {
    let conversation = record.conversation
    let questions = conversation.script.questions
    return Pending(
      question: conversation.question.map { questions[$0].key }, lines: record.lines,
      misunderstood: Dictionary(
        record.misunderstood.map { (questions[$0.key].key, $0.value) }, uniquingKeysWith: +),
      parked: conversation.parked.map { questions[$0].key },
      offered: conversation.offered.map { questions[$0].key },
      holdsOutcome: conversation.holdsOutcome)
  }

  private func summary(of conversation: Conversation) -> Summary {
    let script = conversation.script
    return Summary(
      pack: script.pack, outcomes: conversation.walk.outcomes.map { script.outcomes[$0].id },
      names: conversation.typedNames)
  }

  private var beginning: Entry.What {
    let script = pack.script
    return .opened(
      PackIdentity(name: script.pack, version: script.version, digest: script.digest),
      by: NSUserName(), day: pack.today.iso)
  }

  // MARK: - Going on

  /// Opens a kept conversation to go on with: the one named, or the one that was left last.
  func resume(_ name: String, in conversation: Conversation) throws(CaseFault) -> Resumption? {
    guard let book = try Casebook(in: folder).unlockByAsking() else { return nil }
    let row = try name.isEmpty ? last(of: book) : book.find(name)
    let (opened, record) = try book.open(row, at: Clock.stamp())
    guard let before = record.pack, before.name == pack.script.pack else {
      opened.close()
      throw .otherPack(record.pack?.name ?? "")
    }
    close()
    kept = opened
    waiting = [entry(beginning)]
    noted = (record.events.count, 0)
    (asked, parked, written, isStopped) = (nil, [], nil, false)
    let day = record.day.flatMap { CivilDate(iso: $0) }
    let pending = record.pending
    return Resumption(
      name: row.name, events: record.events, question: pending.question, lines: pending.lines,
      misunderstood: pending.misunderstood, parked: pending.parked,
      outcomes: try book.summary(of: row)?.outcomes ?? [], offered: pending.offered,
      holdsOutcome: pending.holdsOutcome, sent: record.answersSent, day: day ?? pack.today,
      left: words(for: row.changed, conversation), fingerprint: { opened.fingerprint(of: $0) })
  }

  private func last(of book: OpenCasebook) throws(CaseFault) -> CaseRow {
    let left = try book.book.unfinished(atMost: 1).first
    let last = try book.book.rows(atMost: Self.mostLookedAt).filter { $0.erased == nil }
      .max { $0.changed < $1.changed }
    guard let row = left ?? last else { throw .nothingKept }
    return row
  }

  /// Lets go of the case that is open.
  func close() {
    kept?.close()
    kept = nil
  }
}

extension Conversation {
  /// The names that were typed in, in the answers that say whom or what they hold.
  fileprivate var typedNames: [String] {
    walk.questions.flatMap { number -> [String] in
      guard let holding = script.questions[number].holding, let answer = liveAnswer(number) else {
        return []
      }
      switch (holding, answer.value) {
      case (.labelled, .text(let text)?), (.name, .text(let text)?): return [text]
      case (.labelled, .items(let items)?), (.name, .items(let items)?):
        return items.filter { !$0.isRemoved }.map(\.name)
      default: return []
      }
    }
  }
}
