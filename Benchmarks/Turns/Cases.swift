import CaseStore
import DialogueEngine
import DialogueModel
import Foundation
import Session

extension Talks {
  /// Keeps this number of cases, each with the entries of a whole conversation, and prints how long it takes to list them, to
  /// open one, and to find one by a name; milliseconds, and megabytes of the file.
  ///
  /// The cases stay in the folder that CASES names, if it does.
  func timeCases(_ count: Int) throws {
    let given = ProcessInfo.processInfo.environment["CASES"]
    let path = given ?? NSTemporaryDirectory() + UUID().uuidString
    let folder = CaseFolder(path)
    defer { if given == nil { try? FileManager.default.removeItem(atPath: path) } }
    let book = try Casebook.make(in: folder, .keyFile)
    let clock = ContinuousClock()
    func milliseconds(_ body: () throws -> Void) throws -> Double {
      try clock.measure(body) / .milliseconds(1)
    }
    func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
    var entries = 0
    let all = talks.map(self.entries)
    let made = try milliseconds {
      for number in 0..<count {
        let day = "2026-\(10 + number / 28 % 3)-\(10 + number % 19)"
        let moment = "\(day)T11:40:00+00:00"
        var kept = try book.begin(on: day, at: moment)
        let events = all[number % all.count]
        try kept.add(
          events, pending: Pending(),
          summary: Summary(pack: script.pack, names: ["Name \(number)"]),
          isFinished: number % 50 != 0, at: moment)
        kept.close()
        entries += events.count
      }
    }
    print("entries of a case", entries / max(1, count))
    print("keeping a whole case", made / Double(max(1, count)))
    let again = try Casebook(in: folder)
    print(
      "list of 20",
      median(try (0..<9).map { _ in try milliseconds { _ = try again.rows(atMost: 20) } }))
    print("list of all", median(try (0..<9).map { _ in try milliseconds { _ = try again.rows() } }))
    print(
      "what was left",
      median(try (0..<9).map { _ in try milliseconds { _ = try again.unfinished(atMost: 3) } }))
    let rows = try again.rows()
    let open = try rows.shuffled().prefix(99).map { row in
      try milliseconds {
        let (kept, record) = try book.open(row, at: "2026-11-30T11:40:00+00:00")
        _ = Conversation(script, stored: Session(events: record.events).answers, today: today)
        kept.close()
      }
    }
    print("going on with one", median(open), open.max() ?? 0)
    print("finding one by a name", try milliseconds { _ = try book.cases(naming: "Name 7") })
    let size = (try? FileManager.default.attributesOfItem(atPath: folder.database))?[.size] as? Int
    print("megabytes", Double(size ?? 0) / 1e6)
  }

  /// A conversation as its history has it: asked, answered, asked.
  private func entries(_ talk: [(question: Int, answer: Answer)]) -> [Entry] {
    var conversation = Conversation(script, today: today)
    var session = Session()
    var entries: [Entry] = []
    func add(_ what: Entry.What) {
      entries.append(Entry(moment: "2026-11-16T11:40:00+00:00", what: what))
    }
    add(
      .opened(
        PackIdentity(name: script.pack, version: script.version, digest: script.digest),
        by: "bench", day: "2026-11-16"
      ))
    for (question, answer) in talk {
      add(.asked(script.questions[question].key))
      conversation.answer(question, with: answer)
      let known = session.events.count
      session.turn(to: conversation.kept)
      for event in session.events.dropFirst(known) {
        add(.answers(event, parked: [], restored: []))
      }
    }
    return entries
  }
}
