import DialogueModel

/// A date of birth that was typed where a number was asked for, and the number that goes with it.
struct Birth {
  var date: CivilDate
  /// The number that was typed beside the date, or the full years until today.
  var age: Double

  /// The answer to the question for the number.
  var answer: Answer { .value(.scalar(ScalarValue(.number, age))) }
}

extension Conversation {
  /// Reads a date of birth, alone or beside a number: "6 May 2011", "15, born 6 May 2011".
  ///
  /// Nil for a question that takes none, for a day that is no one's birthday any more, and where words are left over,
  /// unless it may stand amid other words. Of several dates amid words, the person is the younger.
  func birth(
    in plain: NormalizedReply, _ question: Question, amidWords: Bool = false
  ) -> Birth? {
    guard let born = question.birthDate, plain.count <= (amidWords ? 30 : 12),
      case let dates = wholeDates(in: plain), amidWords || dates.count == 1,
      // "Born 11 January 2009, 18 on 11 January 2027": nobody is born on a day to come.
      let date = dates.map(\.date).filter({ $0 <= today }).max()
    else { return nil }
    let years = date.years(until: today)
    let given = Answer.value(.scalar(ScalarValue(date)))
    guard date <= today, (0...120).contains(years), refusal(of: given, to: born) == nil else {
      return nil
    }
    let around = Set(script.words[.aroundBirth].flatMap { NormalizedReply($0).words } + [","])
    // "9.3.12, yr 10": a school year is no age.
    let year = schoolYear(plain)?.range
    let rest = plain.words.indices.filter { index in
      !dates.contains { $0.range.contains(index) } && !(year?.contains(index) ?? false)
        && !around.contains(plain.words[index])
    }.map { plain.words[$0] }
    if rest.isEmpty { return Birth(date: date, age: Double(years)) }
    let context = ReplyContext(words: script.words, today: today, liesAhead: false)
    func number(_ words: [String]) -> Double? {
      guard
        case .sure(let number)? = NumberAnswer.read(
          NormalizedReply(words.joined(separator: " ")), context)
      else { return nil }
      return number.position
    }
    if let age = number(rest) { return Birth(date: date, age: age) }
    let ages = rest.compactMap { number([$0]) }
    guard amidWords else { return nil }
    // Of several numbers, "12, sorry, 13", the one that the date comes to is the age.
    if ages.contains(Double(years)) { return Birth(date: date, age: Double(years)) }
    return ages.count < 2 ? Birth(date: date, age: ages.first ?? Double(years)) : nil
  }

  /// The dates with their year, which are the same dates on any day they are read.
  private func wholeDates(in plain: NormalizedReply) -> [(date: CivilDate, range: Range<Int>)] {
    days(in: plain) { part in
      guard case .sure(let day)? = self.day(in: part, on: today), day.days == nil,
        self.day(in: part, on: today.adding(days: 500)) == .sure(day)
      else { return nil }
      return CivilDate(dayNumber: Int(day.position))
    }
  }
}
