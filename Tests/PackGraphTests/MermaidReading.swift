/// A flowchart, read as strictly as can be.
///
/// Only lines of a few forms, every text in quotation marks with no sign in it that could mean something:
/// nil when a line is of none of them.
struct MermaidReading {
  /// What nodes and frames say, by their names.
  private(set) var texts: [String: String] = [:]
  /// From, to, and what the edge says.
  private(set) var edges: [[String]] = []

  init?(_ chart: String) {
    let lines = chart.split(separator: "\n").map { $0.drop { $0 == " " } }
    guard lines.first == "flowchart TD" else { return nil }
    var depth = 0
    for line in lines.dropFirst() {
      if line == "end" {
        depth -= 1
        if depth < 0 { return nil }
      } else if let match = line.wholeMatch(of: /subgraph (\w+)\["([^"]*)"\]/) {
        depth += 1
        texts[String(match.1)] = Self.text(match.2)
      } else if let match = line.wholeMatch(
        of: /(\w+)(?:\[|\[\/|\{|\(\[|>|\[\[|\{\{|\(\()"([^"]*)"(?:\]|\/\]|\}|\]\)|\]\]|\}\}|\)\))/)
      {
        guard depth > 0, let text = Self.text(match.2) else { return nil }
        texts[String(match.1)] = text
      } else if let match = line.wholeMatch(
        of: /(\w+) (?:-->|-\.->|~~~)(?:\|"([^"]*)"\|)? (\w+)/)
      {
        guard let text = Self.text(match.2 ?? "") else { return nil }
        edges.append([String(match.1), String(match.3), text])
      } else if line != "direction TB", line.wholeMatch(of: /class(Def)? [\w,]+ [\w :-]+/) == nil {
        return nil
      }
    }
    if depth != 0 { return nil }
  }

  /// A text with its signs for their numbers, and its line ends; nil where a sign stands bare.
  private static func text(_ written: Substring) -> String? {
    let bare = written.replacing("<br>", with: "").replacing(/#\d+;/, with: "")
    guard !bare.contains(where: { "\"#<&`*_[]{}|\\~$%@^+".contains($0) }) else { return nil }
    return String(written).replacing("<br>", with: "\n").replacing(/#(\d+);/) { match in
      UInt32(match.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}
