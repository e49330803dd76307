import DialogueModel

extension Conversation {
  /// The soonest moment still to come that a text names: "15.10 when she leaves, then 18:30 at the bus stop".
  ///
  /// Nil for an answer without words and for words that name none.
  func moment(in answer: Answer) -> Double? {
    guard case .value(.text(let text)) = answer else { return nil }
    return moments(in: NormalizedReply(text)).map(\.moment).min()
  }

  /// The moments still to come that a text names, and where.
  func moments(in reply: NormalizedReply) -> [(range: Range<Int>, moment: Double)] {
    let reader = MomentReader(
      ReplyContext(words: script.words, today: today, minute: minute, liesAhead: true))
    let start = minute.map { MomentAnswer.now(today, $0) } ?? MomentAnswer.start(of: today)
    var named: [(range: Range<Int>, moment: Double)] = []
    /// The day named last in the clause, which a time alone behind it is on: "tomorrow after training 5pm to 6pm".
    var day: CivilDate?
    /// The day named last in the text, which a time that could be in either half of the day is on.
    var lastDay: CivilDate?
    /// Whether the day named last in the clause is over, and a time beside it with it: "the last was on Sunday, 23:30".
    var isPast = false
    var at = 0
    /// Where the moment named last ends.
    var end = 0
    let isOfMoment = reply.words.map { reader.mayRead($0) }
    while at < reply.count {
      let run = isOfMoment[at...].prefix(Self.longestMoment).prefix { $0 }.count
      if run == 0 {
        at += 1
        continue
      }
      // The longest run of words that is a moment: "Friday at 18:30", and not "Friday" alone.
      let counts = (1...run).reversed()
      let found = counts.lazy.compactMap { count in
        let next = reply.words.dropFirst(at + count).first
        let part = reply[at..<at + count]
        let isOpen = isOfEitherHalf(part, before: next, reader)
        let its = day ?? (isOpen ? lastDay ?? nextDay(in: reply, after: at + count, reader) : nil)
        let onDay = its.flatMap { self.moment(part, on: $0, before: next, reader) }
        return (onDay ?? self.moment(part, before: next, reader)).map { (count: count, moment: $0) }
      }.first
      let isDenied = found != nil && isDenied(in: reply, at: at, after: end)
      if let found, !isDenied, !isTimeAlone(reply[at..<at + found.count], reader) {
        isPast = found.moment == -.infinity
        if found.moment.isFinite {
          day = MomentAnswer.day(at: found.moment)
          lastDay = day
        }
      }
      // A new clause can be about another day.
      if reply.words[at] == "," { (day, isPast) = (nil, false) }
      if let found, !isDenied {
        // A time that is all there is, and over today, is tomorrow's: "9 in the morning", and not "they met at 9". So
        // is one of the small hours, named after midday.
        let isOver =
          found.moment < start && found.moment.isFinite && day == nil
          && (found.count == reply.count || isOfTheNightToCome(found.moment))
        let moment = isOver ? found.moment + 1440 : found.moment
        let isOnPastDay =
          isPast || day == nil && isBeforePastDay(in: reply, after: at + found.count, reader)
        let first = dayBefore(at, in: reply, of: moment, reader) ?? moment
        if first >= start, !isOnPastDay {
          named.append((at..<at + found.count, first))
        }
      }
      at += found?.count ?? 1
      end = found == nil ? end : at
    }
    return named
  }

  /// The same time on the weekday named right before it, where it is the time of both: "Tuesdays and Thursdays at 17:15";
  /// nil if there is none, or it is later.
  private func dayBefore(
    _ at: Int, in reply: NormalizedReply, of moment: Double, _ reader: MomentReader
  ) -> Double? {
    guard moment.isFinite, MomentAnswer.hasTime(moment), at > 1,
      script.words[.between].contains(reply.words[at - 1]), isEveryWeek(reply.words[at]),
      isEveryWeek(reply.words[at - 2]),
      let day = self.moment(reply[at - 2..<at - 1], before: nil, reader), day.isFinite
    else { return nil }
    let start = MomentAnswer.start(of: MomentAnswer.day(at: moment))
    let same = MomentAnswer.start(of: MomentAnswer.day(at: day)) + moment - start
    return same < moment ? same : nil
  }

  /// Whether a word is a weekday of every week: "Tuesdays".
  private func isEveryWeek(_ word: String) -> Bool {
    word.hasSuffix("s") && weekday(String(word.dropLast())) != nil
  }

  /// Whether the moment is what another is not: "Thursday, not Wednesday", and not "if not Wednesday, then Thursday".
  private func isDenied(in reply: NormalizedReply, at start: Int, after end: Int) -> Bool {
    guard start > 0, script.words[.not].contains(reply.words[start - 1]),
      !script.words[.hedges].contains(reply.words[start])
    else { return false }
    return start == 1 || reply.words[start - 2] == "," || end == start - 1
  }

  /// Whether it is a time of the small hours today, which are over, and it is past midday now.
  private func isOfTheNightToCome(_ moment: Double) -> Bool {
    let ofDay = moment - MomentAnswer.start(of: today)
    return (0..<360).contains(ofDay) && minute.map { $0 >= 720 } ?? false
  }

  /// A time alone, on a day; nil for words with a day of their own.
  private func moment(
    _ time: NormalizedReply, on day: CivilDate, before next: String?, _ reader: MomentReader
  ) -> Double? {
    guard time.words.first != ",", time.words.last != ",", reader.mayRead(time) else { return nil }
    let date = NormalizedReply(words(for: day) + " " + time.typed)
    switch reader.read(date) {
    case .sure(let moment)?, .loose(let moment)?: return moment.position
    case .refused(.timeOfWhichHalf, _)?: return eitherHalf(date, reader)
    default: return isHour(time, before: next) ? eitherHalf(date, reader) : nil
    }
  }

  /// The day named next in the same clause: "9.40 train tomorrow"; nil if it is over.
  private func nextDay(
    in reply: NormalizedReply, after start: Int, _ reader: MomentReader
  ) -> CivilDate? {
    nextNamed(in: reply, after: start, reader).flatMap {
      $0.isFinite ? MomentAnswer.day(at: $0) : nil
    }
  }

  /// Whether the day named next in the same clause is over: "half 11 last night".
  private func isBeforePastDay(
    in reply: NormalizedReply, after start: Int, _ reader: MomentReader
  ) -> Bool {
    nextNamed(in: reply, after: start, reader) == -.infinity
  }

  /// The moment that the next words with a day in the same clause name.
  private func nextNamed(
    in reply: NormalizedReply, after start: Int, _ reader: MomentReader
  ) -> Double? {
    let end = reply.words[start...].firstIndex(of: ",") ?? reply.count
    return (start..<end).lazy.flatMap { at in
      (at + 1...min(at + Self.longestMoment, end)).reversed().lazy.map { reply[at..<$0] }
    }.compactMap { part in
      isTimeAlone(part, reader) ? nil : moment(part, before: nil, reader)
    }.first
  }

  /// Whether it is a time alone that could be in the morning or in the afternoon: "9.40", "at 9".
  private func isOfEitherHalf(
    _ part: NormalizedReply, before next: String?, _ reader: MomentReader
  ) -> Bool {
    guard reader.mayRead(part) else { return false }
    if case .refused(.timeOfWhichHalf, _)? = reader.read(part) { return true }
    return isHour(part, before: next)
  }

  private func isTimeAlone(_ part: NormalizedReply, _ reader: MomentReader) -> Bool {
    moment(part, on: today, before: nil, reader) != nil
  }

  /// The most words that a moment within a text has: "at 6.30pm on Friday 27 November 2026".
  private static let longestMoment = 7

  private func moment(
    _ part: NormalizedReply, before next: String?, _ reader: MomentReader
  ) -> Double? {
    // A separator at either end belongs to the text around.
    guard part.words.first != ",", part.words.last != ",", reader.mayRead(part),
      !isCount(part, before: next),
      !endsBeforeAnother(part)
    else { return nil }
    switch reader.read(part) {
    case .sure(let moment)?, .loose(let moment)?: return moment.position
    // What is past is still a moment: "yesterday at 15:10" is not 15:10.
    case .refused(.timeOfWhichHalf, _)?: return eitherHalf(part, reader)
    // So is one that can't be meant: the 3 May of "3 May 2072" is no day of next year.
    case .refused(.dayPast, _)?, .refused(.dayTooFar, _)?: return -.infinity
    default:
      return isHour(part, before: next) ? eitherHalf(part, reader) : firstDay(of: part, reader)
    }
  }

  /// Whether it ends with a word that belongs to what comes after it: "Friday at", of "Friday at 7".
  private func endsBeforeAnother(_ part: NormalizedReply) -> Bool {
    part.words.last.map { last in
      script.words[.beforeMoment].contains { $0.lowercased() == last }
    } ?? false
  }

  /// Whether it is a place in an order rather than a day: "the 2nd time", and not "on the 2nd, at five".
  private func isCount(_ part: NormalizedReply, before next: String?) -> Bool {
    guard let next, next != ",", let last = part.words.last,
      script.words[.dayEnding].contains(where: { last.hasSuffix($0) }),
      last.first?.isNumber == true
    else { return false }
    let times = script.words[.beforeMoment] + script.words[.beforeDate] + script.words[.partOfDay]
    return !times.contains { $0.lowercased() == next }
      && script.words.months.joined().allSatisfy {
        $0.lowercased() != next
      } && next.first?.isNumber != true
  }

  /// Whether it is an hour of the clock alone, with a word before it that says so and nothing to count after it:
  /// "at 4, by the gate", and not "at 4 Quay Street".
  private func isHour(_ part: NormalizedReply, before next: String?) -> Bool {
    let ends = [","] + script.words[.tonight] + script.words[.beforeMoment]
    let isLast = next.map(ends.contains) ?? true
    guard isLast, part.count == 2, let hour = part.words[1].asWholeNumber, (1...12).contains(hour)
    else {
      return false
    }
    return script.words[.beforeMoment].contains { $0.lowercased() == part.words[0] }
  }

  /// A time that could be in the morning or in the afternoon, if it is known what time it is: today the next of the
  /// two, and on a later day the one between seven and seven.
  private func eitherHalf(_ part: NormalizedReply, _ reader: MomentReader) -> Double? {
    guard let minute else { return nil }
    let now = MomentAnswer.now(today, minute)
    let halves = [WordList.beforeMidday, .afterMidday].compactMap { script.words[$0].first }
    // The word that is the time is not known: "3.10 tomorrow", "tomorrow at 3.10".
    let moments = halves.flatMap { half in
      part.words.indices.compactMap { at -> Double? in
        var words = part.words
        words[at] += half
        let typed = NormalizedReply(words.joined(separator: " "))
        return reader.read(typed)?.value?.position
      }
    }
    let coming = moments.filter { $0 >= now }.sorted()
    let byDay = coming.first {
      (420..<1140).contains($0 - MomentAnswer.start(of: MomentAnswer.day(at: $0)))
    }
    return coming.first.map(MomentAnswer.day) == today ? coming.first : byDay ?? coming.first
  }
}
