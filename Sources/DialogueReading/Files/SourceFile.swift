import DialogueScript

/// One file of a pack: where it lies in the pack's folder, and what it says.
package struct SourceFile: Hashable, Sendable {
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  func place(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: path, line: line, column: column)
  }
}

/// The lines of a pack's files, for problems to show.
struct SourceLines {
  private var lines: [String: [Substring]] = [:]

  init(_ files: [SourceFile]) {
    for file in files {
      lines[file.path] = file.text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
  }

  subscript(place: SourcePlace) -> String {
    guard let lines = lines[place.file], lines.indices.contains(place.line - 1) else { return "" }
    return String(lines[place.line - 1])
  }
}
