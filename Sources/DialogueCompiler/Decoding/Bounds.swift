import DialogueModel

extension PackReader {
  /// The keys that give bounds, of every type of answer that has them.
  private static let keys = AnswerType.scalars.compactMap(\.scalar).flatMap {
    [$0.boundKeys.lowest, $0.boundKeys.highest]
  }

  /// Reads the lowest and the highest value that a question takes.
  mutating func bounds(
    in fields: Fields, of answer: AskSyntax.AnswerSource
  ) -> (lowest: Bound?, highest: Bound?) {
    var given = fields.entries.map(\.key).filter { Self.keys.contains($0.text) }
    // Of a list it is the number of items.
    if case .list = answer { given.removeAll { $0.text == "at-most" } }
    guard case .plain(let plain) = answer, let type = plain.scalar else {
      for key in given { reportMisplaced(key) }
      return (nil, nil)
    }
    let (lowestKey, highestKey) = type.boundKeys
    for key in given where key.text != lowestKey && key.text != highestKey {
      reportMisplaced(key, instead: "`\(lowestKey):` or `\(highestKey):`")
    }
    let lowest = fields.text(lowestKey).flatMap { bound($0, of: type, lowestKey) }
    let highest = fields.text(highestKey).flatMap { bound($0, of: type, highestKey) }
    if let lowest, let highest, let place = fields.text(highestKey)?.place,
      lowest.isAbove(highest)
    {
      report(
        "`\(highestKey):` is below `\(lowestKey):`, so that nothing could be answered",
        fix: "exchange them, or correct one", at: place)
    }
    return (lowest, highest)
  }

  private mutating func reportMisplaced(_ key: Scalar, instead: String? = nil) {
    var types = AnswerType.scalars.filter { type in
      let keys = type.scalar?.boundKeys
      return keys?.lowest == key.text || keys?.highest == key.text
    }.map(\.rawValue)
    if key.text == "at-most" { types.append("`list of`") }
    let names = [types.dropLast().joined(separator: ", "), types.last ?? ""].filter { !$0.isEmpty }
    report(
      "`\(key.text):` goes with \(names.joined(separator: " and ")) only",
      fix: instead.map { "here write \($0)" } ?? "leave it out", at: key.place)
  }

  private mutating func bound(
    _ scalar: Scalar, of type: any ScalarAnswer.Type, _ key: String
  ) -> Bound? {
    let isLowest = key == type.boundKeys.lowest
    if let position = type.position(of: scalar.text), position.isFinite {
      guard type.type == .moment, isLowest else { return .position(position) }
      // The earliest moment of a day is its first minute.
      let day = MomentAnswer.day(at: position)
      return .position(
        position == MomentAnswer.end(of: day) ? MomentAnswer.start(of: day) : position)
    }
    let isDay = type.type == .date || type.type == .moment
    if isDay, let bound = Bound(fromToday: scalar.text) {
      return type.type == .date ? bound : isLowest ? .start(of: bound) : .end(of: bound)
    }
    report(
      "`\(scalar.text)` can't be read as a bound",
      fix: "`\(key):` is \(type.example)"
        + (isDay ? ", or `today`, `today + 3 days` or `today - 2 working days`" : ""),
      at: scalar.place)
    return nil
  }

  /// How many days ago a day is that means an option, by `within-days:` or `beyond-days:`.
  mutating func daysAgo(in fields: Fields) -> ClosedRange<Int>? {
    let most = 36_500
    for key in ["within-days", "beyond-days"] {
      guard let given = fields.text(key) else { continue }
      guard let days = Int(given.text), (0..<most).contains(days) else {
        report("`\(key):` is a number of days, such as 7", at: given.place)
        return nil
      }
      return key == "within-days" ? 0...days : days + 1...most
    }
    return nil
  }

  /// The number of items that a typed list has room for.
  mutating func room(in fields: Fields) -> Int {
    guard let given = fields.text("at-most") else { return 12 }
    guard let number = Int(given.text), (1...60).contains(number) else {
      report("`at-most:` of a list is a number from 1 to 60", at: given.place)
      return 12
    }
    return number
  }
}

extension Bound {
  /// Reads `today`, `today + 3 days` or `today - 2 working days`; nil for anything else.
  fileprivate init?(fromToday text: String) {
    let words = text.split(separator: " ")
    guard words.first == "today" else { return nil }
    if words.count == 1 {
      self = .days(0)
      return
    }
    guard words.count > 3, ["+", "-"].contains(words[1]), let count = Int(words[2]),
      (0...3660).contains(count), ["day", "days"].contains(words[words.count - 1])
    else { return nil }
    let days = words[1] == "-" ? -count : count
    if words.count == 4 {
      self = .days(days)
    } else if words.count == 5, words[3] == "working" {
      self = .workingDays(days)
    } else {
      return nil
    }
  }

  /// Whether the bound is above another, whatever day it is; of two counted from today, on some day of the week.
  ///
  /// A fixed day and one that moves change places as time goes by.
  fileprivate func isAbove(_ other: Bound) -> Bool {
    guard moves == other.moves else { return false }
    return (0..<7).contains { weekday in
      let today = CivilDate.first.adding(days: 400_000 + weekday)
      return position(on: today) > other.position(on: today)
    }
  }
}
