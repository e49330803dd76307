/// A reminder for a calendar, such as to ask again when no reply has come.
package struct Reminder: Sendable {
  /// When there is one; the condition reads the answers given and outcomes reached so far.
  package var test: Test
  /// What the calendar shows.
  package var title: String
  /// What to do then.
  package var text: Text
  /// The question for the moment that it comes before; nil if it comes after some working days only.
  package var moment: Int?
  /// How many minutes it comes before that moment.
  package var minutes: Int
  /// After how many working days it comes where there is no such moment.
  package var workingDays: Int

  package init(
    test: Test, title: String, text: Text, moment: Int?, minutes: Int, workingDays: Int
  ) {
    self.test = test
    self.title = title
    self.text = text
    self.moment = moment
    self.minutes = minutes
    self.workingDays = workingDays
  }
}
