/// Makes what comes from elsewhere safe in the header of a mail: nothing in it can begin another header.
enum MailText {
  private static let hyphen = UInt8(ascii: "-")
  private static let dot = UInt8(ascii: ".")

  /// Whether an address has no signs but those of everyday addresses.
  static func isPlainAddress(_ address: String) -> Bool {
    let sides = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard sides.count == 2, address.utf8.count <= 254, sides[0].count <= 64 else { return false }
    let names = sides[0].split(separator: dot, omittingEmptySubsequences: false)
    let labels = sides[1].split(separator: dot, omittingEmptySubsequences: false)
    return names.allSatisfy { !$0.isEmpty && $0.allSatisfy { isPlain($0, or: "_+-'") } }
      && labels.count > 1
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
          && label.allSatisfy { isPlain($0, or: "-") }
      }
  }

  /// Whether it is a type and a subtype (RFC 6838).
  static func isMediaType(_ type: String) -> Bool {
    let sides = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return sides.count == 2
      && sides.allSatisfy { side in
        (1...127).contains(side.count) && side.allSatisfy { isPlain($0, or: "!#$&-^_.+") }
      }
  }

  /// The words of a subject as they are, or as encoded words (RFC 2047) if they are long or not plain.
  static func subject(_ words: String) -> String {
    let subject = words.onOneLine
    let isASCII = subject.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    if isASCII, subject.utf8.count <= 60, !subject.contains("=?") { return subject }
    // A line may have 76 letters: 39 bytes in base64 leave room for the name of the header.
    return pieces(of: subject, size: 39) { Array($0.utf8) }
      .map { "=?utf-8?B?\(String(decoding: Base64.letters($0), as: UTF8.self))?=" }
      .joined(separator: "\r\n ")
  }

  /// The parameter that names a file: in quotes, or if the name is long or not plain, encoded (RFC 2231).
  static func fileName(_ name: String) -> String {
    let name = name.onOneLine
    if name.utf8.count <= 60, name.utf8.allSatisfy({ isPlain($0, or: " ._-") }) {
      return "; filename=\"\(name)\""
    }
    let pieces = pieces(of: name, size: 48) { scalar in
      scalar.utf8.flatMap { isPlain($0, or: "._-") ? [$0] : percentEncoded($0) }
    }
    return pieces.enumerated().map { number, piece in
      let place = pieces.count == 1 ? "*" : "*\(number)*"
      let words = String(decoding: piece, as: UTF8.self)
      return ";\r\n filename\(place)=\(number == 0 ? "utf-8''" : "")\(words)"
    }.joined()
  }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// The text in pieces of at most this many bytes, none of which splits the bytes of one scalar.
  private static func pieces(
    of text: String, size: Int, encoded: (Unicode.Scalar) -> [UInt8]
  ) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = encoded(scalar)
      if piece.count + bytes.count > size {
        pieces.append(piece)
        piece = []
      }
      piece += bytes
    }
    return pieces + [piece]
  }

  /// Whether a byte is a letter or a digit of ASCII, or one of these signs.
  private static func isPlain(_ byte: UInt8, or signs: String) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: signs.utf8.contains(byte)
    }
  }
}
