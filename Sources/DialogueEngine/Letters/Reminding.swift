import DialogueModel
package import Documents

extension Conversation {
  /// The reminder that goes with the letters as they are now; nil if the pack has none, or not here.
  package var reminder: CalendarEntry? {
    guard let reminder = script.reminder, factsSoFar.holds(reminder.test) else { return nil }
    let day = Double(today.adding(workingDays: reminder.workingDays).dayNumber)
    let later = MomentAnswer.start(of: CivilDate(dayNumber: Int(day))) + Double(Self.morning)
    let now = MomentAnswer.now(today, minute ?? 0)
    let named = reminder.moment.flatMap(moment)
    // Some time today is too soon for a calendar.
    if let named, named == MomentAnswer.end(of: today) { return nil }
    let soon = named.map { named in
      // A day without a time may begin with it.
      MomentAnswer.position(named, lessMinutes: reminder.minutes)
        ?? MomentAnswer.start(of: MomentAnswer.day(at: named)) - Double(Self.evening)
    }
    return CalendarEntry(
      title: reminder.title, text: print(reminder.text),
      start: time(at: soon.map { max(min($0, later), now) } ?? later), made: time(at: now))
  }

  /// Nine o'clock, in minutes.
  private static let morning = 540

  /// How many minutes before midnight five o'clock in the afternoon is.
  private static let evening = 420

  private func moment(of question: Int) -> Double? {
    guard case .scalar(let scalar)? = liveAnswer(question)?.value, scalar.type == .moment else {
      return nil
    }
    return scalar.position
  }

  private func time(at position: Double) -> CalendarEntry.Time {
    let day = MomentAnswer.day(at: position)
    let minute = max(0, Int(position - MomentAnswer.start(of: day)))
    return CalendarEntry.Time(
      year: day.year, month: day.month, day: day.day, hour: minute / 60, minute: minute % 60)
  }
}
