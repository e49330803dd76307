@testable import Support

/// Every conversation that can be had over a small script.
struct AllConversations {
  private(set) var walks: [NaiveWalk] = []
  let choices: ToyChoices
  let toy: Toy
  private let limit: Int
  private var looked = 0
  private var known: [String: [Toy.Answer]] = [:]

  /// As far as the conditions of the script, and others beside it, tell them apart; nil past the limit.
  init?(_ toy: Toy, besides conditions: [Toy.Condition] = [], atMost limit: Int) {
    self.toy = toy
    self.limit = limit
    choices = ToyChoices(toy, besides: conditions)
    for local in localFiles {
      guard have(local) else { return nil }
    }
  }

  /// What local files can say, as far as the conditions tell it apart: each field absent or with a value, and
  /// the list empty or with a shop of each kind.
  private var localFiles: [[String: Toy.Answer]] {
    guard toy.hasLocal else { return [[:]] }
    let fields = Toy.localFields.map(\.name)
    let start: [[String: Toy.Answer]] = [[:], [Toy.localList: .text("")]]
    return fields.reduce(start) { files, field in
      files.flatMap { file in
        choices.answers(to: field).map { answer in
          answer == .notKnown ? file : file.merging([field: answer]) { $1 }
        }
      }
    }
  }

  private mutating func have(_ answers: [String: Toy.Answer]) -> Bool {
    looked += 1
    guard walks.count < limit, looked < 2 * limit else { return false }
    let walk = NaiveWalk(toy, answers)
    guard let next = walk.next else {
      walks.append(walk)
      return true
    }
    let ways = known[next] ?? choices.answers(to: next)
    known[next] = ways
    for answer in ways {
      var answers = answers
      answers[next] = answer
      guard have(answers) else { return false }
    }
    return true
  }
}
