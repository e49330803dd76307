import DialogueModel

extension LocalForm {
  /// The local file: each line below its label, and lines that were left out as comments, to fill in later.
  package var text: String {
    var lines = [
      "# `curious local check` says what is absent here, and what to check again.",
      "# A line that starts with # says nothing yet: fill it in, and take the # away.",
      "local: \(pack)",
      "# The day you last checked every line below that has no day of its own.",
      "checked-on: \(today.iso)",
    ]
    if shape.hasHours {
      lines.append("# The days on which offices are shut, whatever their hours say.")
      lines += holidays.isEmpty ? ["# holidays:", "#   - 2026-12-25"] : ["holidays:"]
      lines += holidays.map { "  - \($0.iso)" }
    }
    if !shape.fields.isEmpty {
      lines.append(fields.isEmpty ? "# fields:" : "fields:")
      for field in shape.fields { lines += written(field, fields[field.id.text], "  ") }
    }
    let isFilled = items.values.contains { !$0.isEmpty }
    if !shape.lists.isEmpty { lines.append(isFilled ? "lists:" : "# lists:") }
    for list in shape.lists {
      let items = items[list.name.text] ?? []
      lines.append(items.isEmpty ? "#   \(list.name.text):" : "  \(list.name.text):")
      for item in items {
        lines += ["    \(item.id):", "      label: \(item.label.asValue)"]
        for field in list.fields { lines += written(field, item.fields[field.id.text], "      ") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func written(
    _ field: LocalShape.Field, _ value: String?, _ margin: String
  ) -> [String] {
    let label = field.label.split(whereSeparator: \.isNewline).joined(separator: " ")
    let line = value.map { "\(margin)\(field.id.text): \($0.asValue)" }
    return ["\(margin)# \(label)", line ?? "#\(margin.dropFirst())\(field.id.text):"]
  }
}

extension String {
  /// The text as the value of a line: in quotes unless it is plain words and numbers.
  fileprivate var asValue: String {
    let isPlain = unicodeScalars.allSatisfy {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", ";", "(", ")", "/", "+", "@", "-", "'":
        true
      case ":": true
      default: false
      }
    }
    let startsPlain = first.map { $0.isLetter || $0.isNumber } ?? false
    return isPlain && startsPlain && !contains(": ") && !hasSuffix(":") ? self : doubleQuoted
  }
}
