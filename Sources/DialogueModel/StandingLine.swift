/// A line that is shown on every turn for as long as its condition holds, such as a warning to act on.
package struct StandingLine: Sendable {
  package var id: String
  /// It may read the outcomes reached so far, and the answers given so far.
  package var test: Test
  package var text: Text
  package var place: SourcePlace

  package init(id: String, test: Test, text: Text, place: SourcePlace) {
    self.id = id
    self.test = test
    self.text = text
    self.place = place
  }
}
