import DialogueScript
import Screening

extension String {
  /// Its first line for a drawing: slots by their names, parts left out, and cut short where it is long.
  var inALine: String {
    let lines = withSlotsNamed.withControlsVisible.split(whereSeparator: \.isNewline)
    let first = String(lines.first ?? "").trimmed
    let words = first.split(separator: " ", omittingEmptySubsequences: true)
    var line = ""
    for (number, word) in words.enumerated() {
      let longer = number == 0 ? String(word) : "\(line) \(word)"
      guard longer.count <= 64 else {
        return (number == 0 ? String(word.prefix(63)) : line) + "…"
      }
      line = longer
    }
    return lines.count > 1 ? "\(line)…" : line
  }

  /// `<<visit.door | a door>>` becomes `‹visit.door›`, and what starts or ends a part nothing.
  private var withSlotsNamed: String {
    var (text, rest) = ("", self[...])
    while let open = rest.firstRange(of: "<<"),
      let shut = rest[open.upperBound...].firstRange(of: ">>")
    {
      text += rest[..<open.lowerBound]
      let tag = String(rest[open.upperBound..<shut.lowerBound]).trimmed
      let isPart =
        ["end", "otherwise"].contains(tag) || tag.hasPrefix("when:") || tag.hasPrefix("for each:")
      if !isPart { text += "‹\(String(tag.prefix { $0 != "|" }).trimmed)›" }
      rest = rest[shut.upperBound...]
    }
    return text + rest
  }

  /// In lines of at most so many letters, as far as its words allow.
  func wrapped(at width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
