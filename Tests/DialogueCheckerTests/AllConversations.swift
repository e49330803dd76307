@testable import Support

/// Every possible conversation over a small script.
struct AllConversations {
  private(set) var walks: [NaiveWalk] = []
  let choices: ToyChoices
  let toy: Toy
  private let limit: Int
  private var looked = 0
  private var known: [String: [Toy.Answer]] = [:]

  /// Answers are told apart only as far as the script's conditions, and these others, do; nil past
  /// the limit.
  init?(_ toy: Toy, besides conditions: [Toy.Condition] = [], atMost limit: Int) {
    self.toy = toy
    self.limit = limit
    choices = ToyChoices(toy, besides: conditions)
    for local in localFiles {
      guard have(local) else { return nil }
    }
  }

  /// The possible contents of the local file, as far as the conditions tell them apart.
  ///
  /// Each field is absent or has a value, and the list is empty or has a shop of each kind.
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
