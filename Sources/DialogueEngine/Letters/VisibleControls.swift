extension String {
  /// The text with a visible sign for each character that could control a terminal or reverse the text after it.
  ///
  /// Line ends are kept.
  package var withControlsVisible: String {
    // Most texts are plain, and returned at once.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return self }
    var visible = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A: visible.append(scalar)
      case 0x00..<0x20: visible.append(scalar.picture(0x2400 + scalar.value))
      case 0x7F: visible.append(scalar.picture(0x2421))
      case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069,
        0xFEFF:
        visible.append(contentsOf: "⟨U+\(scalar.hex)⟩".unicodeScalars)
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }
}

extension Unicode.Scalar {
  fileprivate func picture(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? self }

  fileprivate var hex: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
