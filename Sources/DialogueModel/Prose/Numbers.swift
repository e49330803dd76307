extension Int {
  /// The number with its noun: `1 problem`, `2 problems`.
  package func of(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }

  /// The number with its digits in threes: `12,345`.
  package var grouped: String {
    var (digits, text) = (String(self), "")
    while digits.count > 3 {
      text = "," + digits.suffix(3) + text
      digits.removeLast(3)
    }
    return digits + text
  }
}

extension Double {
  /// The number as people write it, without a fraction if it is whole.
  package var plain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }

  /// Reads digits with an optional minus sign and decimal point; nil for any other form of number.
  package init?(plain text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.first, first.isASCIIDigit, digits.last?.isASCIIDigit == true,
      digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let number = Double(text)
    else { return nil }
    self = number
  }
}

extension Character {
  /// Whether the character is one of `0` to `9`; other digits in Unicode are not.
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
