extension Character {
  /// The columns it takes up in a terminal: none for a combining mark, two for the wide letters of East Asia and
  /// for emoji, otherwise one.
  var columns: Int {
    let widths = unicodeScalars.map(\.columns)
    // A sequence of joined emoji is shown as one.
    return min(widths.max() ?? 0, 2)
  }
}

extension StringProtocol {
  var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    switch value {
    case 0x20..<0x7F: return 1
    case 0xFE0F: return 2  // shows the letter before it as emoji
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    return Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The ranges of East Asian Width W and F in the Unicode Character Database's EastAsianWidth.txt, without
  /// emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
    0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
