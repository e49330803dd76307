import DialogueModel
import Support
import Testing

/// Properties of every answer type whose values lie on a line.
struct ScalarAnswerTests {
  static let today = CivilDate(dayNumber: 740_000)

  /// Values along the whole range of a type.
  static func positions(_ type: AnswerType) -> [Double] {
    switch type {
    case .number: [0, 1, 2.5, 14, 999, 0.1, 123_456]
    case .date: (0...700).map { Double(today.dayNumber - $0 * 60) }
    case .time: (0..<1440).map(Double.init)
    case .moment:
      (0...300).flatMap { days in
        let day = today.adding(days: 250 - days * 20)
        return [
          MomentAnswer.start(of: day) + Double(days * 7 % 1440), MomentAnswer.end(of: day),
        ].filter { $0 < MomentAnswer.end(of: today.adding(days: 700)) }
      }
    default: []
    }
  }

  @Test(arguments: AnswerType.scalars)
  func `A value is read back from its stored form and from a typed reply`(
    _ type: AnswerType
  ) throws {
    let scalar = try #require(type.scalar)
    let words = try ParsedReplyTests.script.get().words
    let context = ReplyContext(words: words, today: Self.today, liesAhead: false)
    #expect(!Self.positions(type).isEmpty)
    for position in Self.positions(type) {
      #expect(scalar.position(of: scalar.literal(position)) == position)
      let printed = scalar.words(for: position, in: words)
      for reply in [printed, scalar.reply(position, in: words)] {
        #expect(
          scalar.read(NormalizedReply(reply), context) == .sure(ScalarValue(type, position)),
          "\(reply)")
      }
    }
  }

  @Test(arguments: AnswerType.scalars, [1, 2, 4])
  func `Samples are the cuts, and enough values on either side of each`(
    _ type: AnswerType, _ width: Int
  ) throws {
    let scalar = try #require(type.scalar)
    #expect(scalar.samples(around: [], width: width, today: Self.today).count >= width)
    let all = Self.positions(type).sorted()
    let cuts = [all[all.count / 3], all[all.count / 2]]
    let samples = scalar.samples(around: Set(cuts), width: width, today: Self.today)
    #expect(samples == samples.sorted() && Set(samples).count == samples.count)
    for cut in cuts { #expect(samples.contains(cut)) }
    #expect(samples.count { $0 < cuts[0] } == width)
    #expect(samples.count { $0 > cuts[1] } == width)
  }

  @Test func `A time outside the day is not a sample`() {
    let samples = TimeAnswer.samples(around: [0, 1439], width: 2, today: Self.today)
    #expect(samples == [0, 1, 2, 1437, 1438, 1439])
  }

  @Test func `Every day of the calendar has its own number, one more than the day before`() {
    var expected = CivilDate.first.dayNumber
    for year in 1...9999 {
      for month in 1...12 {
        for day in [1, CivilDate.days(inMonth: month, of: year)] {
          guard let date = CivilDate(year: year, month: month, day: day) else { continue }
          if day > 1 { expected += day - 1 }
          #expect(date.dayNumber == expected)
          #expect(CivilDate(dayNumber: expected) == date)
        }
        expected += 1
      }
    }
    #expect(CivilDate.last.adding(days: 1) == .last && CivilDate.first.adding(days: -1) == .first)
  }
}
