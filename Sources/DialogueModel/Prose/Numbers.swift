extension Int {
  /// `1 problem`, `2 problems`.
  package func of(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }

  /// With its digits in threes: `12,345`.
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
  /// As people write it: without a fraction if there is none.
  package var plain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }

  /// Reads digits with an optional sign and decimal point, and no other form of number.
  package init?(plain text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.first, first.isASCIIDigit, digits.last?.isASCIIDigit == true,
      digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let number = Double(text)
    else { return nil }
    self = number
  }
}

extension Character {
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
