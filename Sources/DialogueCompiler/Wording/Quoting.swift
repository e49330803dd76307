extension String {
  /// The text in YAML's single quotes.
  var singleQuoted: String {
    "'" + unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }

  /// The text in YAML's double quotes, which can hold any text.
  var doubleQuoted: String {
    let characters = unicodeScalars.map { character -> String in
      switch character {
      case "\"", "\\": "\\" + String(character)
      case "\n": "\\n"
      case _ where character.needsEscape: character.escaped
      default: String(character)
      }
    }
    return "\"" + characters.joined() + "\""
  }
}

extension Unicode.Scalar {
  /// Whether YAML allows it only in double quotes, or takes it for a line end.
  var needsEscape: Bool {
    switch value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  fileprivate var escaped: String {
    let digits = String(value, radix: 16)
    func padded(_ count: Int) -> String {
      String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return value < 0x100 ? "\\x" + padded(2) : "\\u" + padded(4)
  }
}
