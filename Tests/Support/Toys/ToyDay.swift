extension Toy {
  /// A day, with a minute or without; without one it comes after every minute of the day.
  struct Moment: Hashable, Comparable, Sendable {
    var day: Day
    var minute: Int?

    static func < (a: Moment, b: Moment) -> Bool {
      (a.day, a.minute ?? 1440) < (b.day, b.minute ?? 1440)
    }

    var literal: String { day.iso + "T" + (minute.map(Toy.clock) ?? "") }

    /// Whether it is at most this many minutes after midday of a day.
    func comes(within minutes: Int, of today: Day) -> Bool {
      let days = (today < day ? 1 : -1) * day.daysAway(from: today)
      // A day alone is twice as fine as its last minute, so half minutes are counted.
      let halves = days * 2880 + (minute.map { $0 * 2 } ?? 2879)
      return halves <= (Toy.minute + minutes) * 2
    }
  }

  /// A day, in a calendar that lists every day.
  struct Day: Hashable, Comparable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    init(_ year: Int, _ month: Int, _ day: Int) {
      (self.year, self.month, self.day) = (year, month, day)
    }

    static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    /// Every day of the years in which small scripts take place; the first is a Saturday.
    static let all: [Day] = (2000...2040).flatMap { year in
      (1...12).flatMap { month in
        let length =
          month == 2 ? (year % 4 == 0 ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...length).map { Day(year, month, $0) }
      }
    }
    private static let places = Dictionary(
      uniqueKeysWithValues: all.enumerated().map { ($0.element, $0.offset) })

    var place: Int { Self.places[self] ?? 0 }

    func daysAway(from other: Day) -> Int { abs(place - other.place) }

    /// The days within this distance, including the day itself.
    func around(_ days: Int) -> [Day] { Array(Self.all[(place - days)...(place + days)]) }

    /// The number of birthdays by a day; negative before the day of birth.
    func age(on today: Day) -> Int {
      today.year - year - (Day(today.year, month, day) > today ? 1 : 0)
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    var iso: String { "\(year)-\(padded(month))-\(padded(day))" }

    /// The day as a letter prints it, without its weekday when it is more than a year away.
    func words(from today: Day) -> String {
      let whole = words
      guard abs(place - today.place) > 366 else { return whole }
      return whole.split(separator: " ").dropFirst().joined(separator: " ")
    }

    private var words: String {
      let weekdays = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
      return "\(weekdays[place % 7]) \(day) \(months[month - 1]) \(year)"
    }
  }
}
