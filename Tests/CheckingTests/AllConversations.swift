@testable import Support

/// Every conversation that can be had over a small script.
struct AllConversations {
  private(set) var walks: [NaiveWalk] = []
  let choices: ToyChoices
  private let toy: Toy
  private let limit: Int
  private var looked = 0
  private var known: [String: [Toy.Answer]] = [:]

  /// As far as the conditions of the script, and others beside it, tell them apart; nil past the limit.
  init?(_ toy: Toy, besides conditions: [Toy.Condition] = [], atMost limit: Int) {
    self.toy = toy
    self.limit = limit
    choices = ToyChoices(toy, besides: conditions)
    guard have([:]) else { return nil }
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
