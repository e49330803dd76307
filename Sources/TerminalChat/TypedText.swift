extension String {
  /// What was typed or piped: UTF-8, and any other byte as in Windows-1252, which has the letters of Latin-1.
  package init(typed bytes: some BidirectionalCollection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self = text
      return
    }
    self = ""
    var rest = bytes[...]
    while let first = rest.first {
      let letter = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }
        .first
      self += letter ?? String(first.asWindows1252)
      rest = rest.dropFirst(letter?.utf8.count ?? 1)
    }
  }
}

extension UInt8 {
  /// From 0x80 to 0x9F as the Encoding Standard has it (index-windows-1252); above that it is Latin-1.
  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  fileprivate var asWindows1252: Character {
    let place = Int(self) - 0x80
    return Character(
      Self.windows1252.indices.contains(place) ? Self.windows1252[place] : Unicode.Scalar(self))
  }
}
