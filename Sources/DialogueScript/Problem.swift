/// Where something stands in a file of a pack.
///
/// Lines and columns count from 1; a column is a Unicode scalar.
package struct SourcePlace: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// What is wrong with a pack, in its author's words: where, what, and what to do.
package struct Problem: Error, Hashable, Sendable {
  package var place: SourcePlace
  package var message: String
  package var fix: String?
  /// The line it stands on, as written.
  package var line: String

  package init(_ message: String, fix: String? = nil, at place: SourcePlace, line: String = "") {
    self.place = place
    self.message = message
    self.fix = fix
    self.line = line
  }

  /// `FILE:LINE:COLUMN: what is wrong`, the line, a caret, and the fix.
  package var description: String {
    var text = "\(place.file):\(place.line):\(place.column): \(message)"
    if !line.isEmpty {
      // A tab keeps its width, so that the caret stands under the fault.
      let margin = line.unicodeScalars.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " }
      text += "\n  \(line)\n  \(margin.joined())^"
    }
    if let fix { text += "\n  \(fix)" }
    return text
  }
}

/// The problems of a pack, all of them, in the order of its files.
package struct Problems: Error, Sendable {
  package var all: [Problem]

  package init(_ all: [Problem]) {
    self.all = all
  }
}
