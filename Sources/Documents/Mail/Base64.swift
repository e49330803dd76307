/// Bytes as letters and digits (RFC 4648).
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes in base64, without line ends.
  package static func letters(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity((bytes.count + 2) / 3 * 4)
    var (group, count) = (0, 0)
    for byte in bytes {
      group = group << 8 | Int(byte)
      count += 1
      if count == 3 {
        add(group, letters: 4, to: &letters)
        (group, count) = (0, 0)
      }
    }
    if count > 0 {
      add(group << (8 * (3 - count)), letters: count + 1, to: &letters)
      letters += repeatElement(UInt8(ascii: "="), count: 3 - count)
    }
    return letters
  }

  /// The bytes in base64, in lines of 76 letters as mail has them, each with its line end.
  static func lines(_ bytes: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count / 57 * 78 + 78)
    for start in stride(from: 0, to: bytes.count, by: 57) {
      lines += letters(bytes[start..<min(start + 57, bytes.count)])
      lines += [0x0D, 0x0A]
    }
    return lines
  }

  private static func add(_ group: Int, letters count: Int, to letters: inout [UInt8]) {
    for place in 0..<count { letters.append(alphabet[group >> (18 - 6 * place) & 63]) }
  }
}
