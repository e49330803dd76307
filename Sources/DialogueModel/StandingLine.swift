/// A line shown on every turn for as long as its condition holds, such as a warning to act on.
package struct StandingLine: Sendable {
  /// The name of the line in the outcomes file.
  package var id: String
  /// When the line is shown; the condition reads the answers given and outcomes reached so far.
  package var test: Test
  /// What the line says.
  package var text: Text
  /// Where the line is written.
  package var place: SourcePlace

  package init(id: String, test: Test, text: Text, place: SourcePlace) {
    self.id = id
    self.test = test
    self.text = text
    self.place = place
  }
}
