import DialogueModel

/// Conditions with every part stored once, under a number: hash-consing.
///
/// A part that is decided becomes a constant, and the conditions around it are simplified at once. `either` marks a
/// part that may go either way; two of them may differ.
struct ConditionPool {
  enum Part: Hashable {
    case always(Bool)
    case either
    case test(Condition)
    case not(Int32)
    case all([Int32])
    case any([Int32])
    case count([Int32], Condition.Comparison, Double)
  }

  private var parts: [Part] = [.always(false), .always(true), .either]
  private var numbers: [Part: Int32] = [.always(false): 0, .always(true): 1, .either: 2]
  /// For each part, the questions it reads, as bits that several questions share.
  private var reads: [UInt64] = [0, 0, 0]
  private static let either: Int32 = 2

  subscript(number: Int32) -> Part { parts[Int(number)] }

  func truth(_ number: Int32) -> Bool? { number > 1 ? nil : number == 1 }

  /// False only if the part does not read the question.
  func mayRead(_ question: Int, _ number: Int32) -> Bool {
    reads[Int(number)] & Self.bit(question) != 0
  }

  /// The test with this number.
  func test(_ number: Int32) -> Condition {
    switch self[number] {
    case .test(let test): test
    case .always(let truth): .always(truth)
    case .either, .not, .all, .any, .count: .unresolved
    }
  }

  /// The first test in a part; nil if it is decided, or only parts that may go either way are left.
  func undecided(_ number: Int32) -> Int32? {
    switch self[number] {
    case .always, .either: nil
    case .test: number
    case .not(let part): undecided(part)
    case .all(let parts), .any(let parts), .count(let parts, _, _):
      parts.lazy.compactMap(undecided).first
    }
  }

  mutating func number(_ condition: Condition) -> Int32 {
    switch condition {
    case .always(let truth): truth ? 1 : 0
    case .unresolved: Self.either
    case .not(let part): not(number(part))
    case .all(let parts): all(parts.map { number($0) })
    case .any(let parts): any(parts.map { number($0) })
    case .count(let parts, let comparison, let count):
      self.count(parts.map { number($0) }, comparison, count)
    default:
      number(
        .test(condition), reads: condition.questions.reduce(0) { $0 | Self.bit($1) })
    }
  }

  mutating func not(_ part: Int32) -> Int32 {
    if let truth = truth(part) { return truth ? 0 : 1 }
    if part == Self.either { return part }
    if case .not(let inner) = self[part] { return inner }
    return number(.not(part), reads: reads[Int(part)])
  }

  mutating func all(_ parts: [Int32]) -> Int32 {
    if parts.contains(0) { return 0 }
    let left = left(of: parts)
    return left.isEmpty ? 1 : left.count == 1 ? left[0] : number(.all(left), reads: reads(left))
  }

  mutating func any(_ parts: [Int32]) -> Int32 {
    if parts.contains(1) { return 1 }
    let left = left(of: parts)
    return left.isEmpty ? 0 : left.count == 1 ? left[0] : number(.any(left), reads: reads(left))
  }

  /// The parts that are not decided, with at most one that may go either way.
  private func left(of parts: [Int32]) -> [Int32] {
    guard parts.contains(where: { $0 <= Self.either }) else { return parts }
    let left = parts.filter { $0 > Self.either }
    return parts.contains(Self.either) ? left + [Self.either] : left
  }

  /// A count of parts, decided as soon as every remaining number gives the same result.
  mutating func count(
    _ parts: [Int32], _ comparison: Condition.Comparison, _ count: Double
  ) -> Int32 {
    let sure = Double(parts.count { $0 == 1 })
    let left = parts.filter { $0 > 1 }
    let possible = (0...left.count).map { comparison.holds(sure + Double($0), count) }
    if !possible.contains(false) { return 1 }
    if !possible.contains(true) { return 0 }
    return number(.count(left, comparison, count - sure), reads: reads(left))
  }

  private mutating func number(_ part: Part, reads mask: UInt64) -> Int32 {
    if let number = numbers[part] { return number }
    let number = Int32(parts.count)
    numbers[part] = number
    parts.append(part)
    reads.append(mask)
    return number
  }

  private func reads(_ parts: [Int32]) -> UInt64 { parts.reduce(0) { $0 | reads[Int($1)] } }

  private static func bit(_ question: Int) -> UInt64 {
    1 << UInt64(truncatingIfNeeded: question & 63)
  }
}
