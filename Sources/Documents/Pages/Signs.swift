extension Unicode.Scalar {
  /// Whether no document has it: XML or HTML forbids it, or it changes the direction of the words after it.
  var isForbidden: Bool {
    switch value {
    case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether it belongs to a script that is written from right to left.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Whether it belongs to a script that is written from left to right.
  fileprivate var isLeftToRight: Bool { properties.isAlphabetic && !isRightToLeft }
}

extension String {
  /// The text with a blank for each line end and tab, and without forbidden signs.
  var onOneLine: String {
    let parts = split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\t" }
    var scalars = parts.joined(separator: " ").unicodeScalars
    scalars.removeAll(where: \.isForbidden)
    return String(scalars)
  }

  /// The text in stretches that are written in one direction each.
  ///
  /// Digits and signs between right-to-left letters go with them; others are written from left to right, unless the
  /// text has no other letters.
  var stretches: [(text: String, isRightToLeft: Bool)] {
    let scalars = unicodeScalars
    guard scalars.contains(where: \.isRightToLeft) else { return [(self, false)] }
    guard scalars.contains(where: \.isLeftToRight) else { return [(self, true)] }
    var stretches: [(text: String, isRightToLeft: Bool)] = []
    var (start, end) = (startIndex, startIndex)
    func close(at index: Index, isRightToLeft: Bool) {
      if start < index { stretches.append((String(scalars[start..<index]), isRightToLeft)) }
      start = index
    }
    for index in scalars.indices {
      if scalars[index].isRightToLeft {
        if start >= end { close(at: index, isRightToLeft: false) }
        end = scalars.index(after: index)
      } else if start < end, scalars[index].isLeftToRight {
        close(at: end, isRightToLeft: true)
      }
    }
    if start < end { close(at: end, isRightToLeft: true) }
    close(at: endIndex, isRightToLeft: false)
    return stretches
  }
}
