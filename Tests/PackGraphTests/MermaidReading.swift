/// A Mermaid flowchart, parsed as strictly as possible.
///
/// Every line must have one of a few forms, and every text must be in quotation marks without a
/// character that has a meaning; otherwise the result is nil.
struct MermaidReading {
  /// The texts of nodes and frames, by their names.
  private(set) var texts: [String: String] = [:]
  /// Each edge as its source, its target and its label.
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

  /// A text with its character codes and line breaks decoded; nil if a special character is not
  /// escaped.
  private static func text(_ written: Substring) -> String? {
    let bare = written.replacing("<br>", with: "").replacing(/#\d+;/, with: "")
    guard !bare.contains(where: { "\"#<&`*_[]{}|\\~$%@^+".contains($0) }) else { return nil }
    return String(written).replacing("<br>", with: "\n").replacing(/#(\d+);/) { match in
      UInt32(match.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}
