@testable import Support

/// Every conversation that can be had over a small script.
struct AllConversations {
  private(set) var walks: [NaiveWalk] = []
  private var looked = 0

  init?(_ toy: Toy, atMost limit: Int) {
    guard have(toy, [:], limit) else { return nil }
  }

  private mutating func have(
    _ toy: Toy, _ answers: [String: Toy.Answer], _ limit: Int
  ) -> Bool {
    looked += 1
    guard walks.count < limit, looked < 2 * limit else { return false }
    let walk = NaiveWalk(toy, answers)
    guard let next = walk.next else {
      walks.append(walk)
      return true
    }
    for answer in toy.answers(to: next) {
      var answers = answers
      answers[next] = answer
      guard have(toy, answers, limit) else { return false }
    }
    return true
  }
}
