/// What remains of a condition once some of its tests are decided: its partial evaluation.
extension Condition {
  /// Replaces tests by what they are known to be; where `decided` returns nil the test stays.
  package func replacing(_ decided: (Condition) -> Condition?) -> Condition {
    switch self {
    case .not(let part):
      let part = part.replacing(decided)
      if case .always(let truth) = part { return .always(!truth) }
      if case .not(let inner) = part { return inner }
      return .not(part)
    case .all(let parts): return .all(of: parts.map { $0.replacing(decided) })
    case .any(let parts): return .any(of: parts.map { $0.replacing(decided) })
    case .count(let parts, let comparison, let number):
      return .count(of: parts.map { $0.replacing(decided) }, comparison, number)
    case .always: return self
    default: return decided(self) ?? self
    }
  }

  /// A conjunction without its decided parts: false as soon as one part is.
  package static func all(of parts: [Condition]) -> Condition {
    let left = parts.filter { $0 != .always(true) }
    if left.contains(.always(false)) { return .always(false) }
    return left.isEmpty ? .always(true) : left.count == 1 ? left[0] : .all(left)
  }

  /// A disjunction without its decided parts: true as soon as one part is.
  package static func any(of parts: [Condition]) -> Condition {
    let left = parts.filter { $0 != .always(false) }
    if left.contains(.always(true)) { return .always(true) }
    return left.isEmpty ? .always(false) : left.count == 1 ? left[0] : .any(left)
  }

  /// A count without its decided parts; decided itself where the other parts can't change the comparison.
  package static func count(
    of parts: [Condition], _ comparison: Comparison, _ number: Double
  ) -> Condition {
    let sure = Double(parts.count { $0 == .always(true) })
    let left = parts.filter { if case .always = $0 { false } else { true } }
    let possible = (0...left.count).map { comparison.holds(sure + Double($0), number) }
    if !possible.contains(false) { return .always(true) }
    if !possible.contains(true) { return .always(false) }
    return .count(left, comparison, number - sure)
  }
}
