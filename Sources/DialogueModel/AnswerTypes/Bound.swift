/// The lowest or the highest value that a question takes.
package enum Bound: Hashable, Sendable {
  /// A position on the line of the question's type.
  case position(Double)
  /// The day this number of days after today, or before it if negative.
  case days(Int)
  /// The same in working days.
  case workingDays(Int)
  /// The first minute of the day that another bound gives, or the end of that day.
  indirect case start(of: Bound)
  indirect case end(of: Bound)

  /// Where the bound is on the line on that day.
  package func position(on today: CivilDate) -> Double {
    switch self {
    case .position(let position): position
    case .days(let days): Double(today.adding(days: days).dayNumber)
    case .workingDays(let days): Double(today.adding(workingDays: days).dayNumber)
    case .start(let bound):
      MomentAnswer.start(of: CivilDate(dayNumber: Int(bound.position(on: today))))
    case .end(let bound):
      MomentAnswer.end(of: CivilDate(dayNumber: Int(bound.position(on: today))))
    }
  }

  /// Whether the bound is counted from today, and so moves on with it.
  package var moves: Bool { if case .position = self { false } else { true } }
}

extension Question {
  /// Whether this value may have been given on that day or an earlier one; of several days, all must be within bounds.
  ///
  /// A lowest day that is counted from today moves on, and answers that were right when they were given stay behind
  /// it: it holds for new answers only. A highest day moves away from them.
  package func mayHold(_ value: ScalarValue, on today: CivilDate) -> Bool {
    if let lowest, !lowest.moves, value.range.lowerBound < lowest.position(on: today) {
      return false
    }
    if let highest, value.range.upperBound > highest.position(on: today) { return false }
    return true
  }

  /// The days of a value that are within the bounds; nil if all are, or none.
  package func part(of value: ScalarValue, on today: CivilDate) -> ScalarValue? {
    guard let days = value.days else { return nil }
    func day(_ bound: Bound?) -> CivilDate? {
      bound.map { CivilDate(dayNumber: Int($0.position(on: today))) }
    }
    let part = days.part(from: day(lowest) ?? .first, to: day(highest) ?? .last)
    return part == days ? nil : part.map { ScalarValue($0, reading: whenUnsure) }
  }
}
