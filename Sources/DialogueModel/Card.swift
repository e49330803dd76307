/// The page of a pack to print and keep, for when there is no computer at hand.
///
/// It asks the pack's own questions; only its headings, blanks and advice are its own words.
package struct Card: Hashable, Sendable {
  /// The heading of the whole page.
  package var title: String
  /// How the page is handled, such as that it is confidential; nil if the pack says nothing.
  package var marking: String?
  /// The parts of the page, in order.
  package var sections: [Section]

  package init(title: String, marking: String?, sections: [Section]) {
    self.title = title
    self.marking = marking
    self.sections = sections
  }

  /// A heading and what is below it.
  package struct Section: Hashable, Sendable {
    package var heading: String
    package var lines: [Line]

    package init(heading: String, lines: [Line]) {
      self.heading = heading
      self.lines = lines
    }
  }

  /// One thing on the page.
  package enum Line: Hashable, Sendable {
    /// A question, with its options if they help to answer it.
    case ask(question: Int, showsOptions: Bool)
    /// Advice; each of its lines is an item of a list.
    case say(String)
    /// Room to write, unless the local file has something for it.
    case blank(label: String, from: [Value])
  }

  /// What the local file can put into a blank.
  package enum Value: Hashable, Sendable {
    /// The field with this number.
    case field(Int)
    /// A field of an item of a local list, below the item's label.
    case item(label: String, value: String)
  }
}
