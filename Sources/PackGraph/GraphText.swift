import DialogueEngine
import DialogueModel

extension String {
  /// The first line as a drawing shows it: slots by name, tags of parts left out, cut to about 64 characters.
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

  /// `<<visit.door | a door>>` becomes `‹visit.door›`; tags that start or end a part are removed.
  private var withSlotsNamed: String {
    let bytes = Array(utf8)
    var (text, at) = ("", 0)
    for tag in Tag.scan(bytes).tags {
      text += String(decoding: bytes[at..<tag.bytes.lowerBound], as: UTF8.self)
      if tag.kind == .slot { text += "‹\(tag.name)›" }
      at = tag.bytes.upperBound
    }
    return text + String(decoding: bytes[at...], as: UTF8.self)
  }
}
