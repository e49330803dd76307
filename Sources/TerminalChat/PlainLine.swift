/// A line that is typed in a terminal which can only print: bytes go in, and what to print comes out.
///
/// Keys that move the cursor are passed over, so that none of them ends up in an answer.
struct PlainLine {
  /// What a typed byte comes to.
  enum Step: Equatable {
    /// The line goes on, once these bytes are printed.
    case more(print: [UInt8])
    /// The line begins anew, because all of it was taken back.
    case anew
    /// Enter.
    case done
    /// PageUp.
    case previous
    /// Ctrl-D on an empty line.
    case end
  }

  /// What has been typed.
  private(set) var bytes: [UInt8]
  /// What has arrived of a key that sends several bytes.
  private var key: [UInt8] = []

  init(typed: String = "") { bytes = Array(typed.utf8) }

  /// Takes one byte as the terminal sends it.
  mutating func take(_ byte: UInt8) -> Step {
    if !key.isEmpty { return takeKey(byte) }
    switch byte {
    case 0x0A, 0x0D: return .done
    case 0x04 where bytes.isEmpty: return .end
    case 0x08, 0x7F: return .more(print: eraseLetter())
    case 0x15: return eraseAll()
    case 0x17: return .more(print: eraseWord())
    case 0x1B:
      key = [byte]
      return .more(print: [])
    case 0x09: return add(0x20)
    case 0x00..<0x20: return .more(print: [])
    default: return add(byte)
    }
  }

  private mutating func add(_ byte: UInt8) -> Step {
    bytes.append(byte)
    return .more(print: [byte])
  }

  /// Keys send ESC, `[` or `O`, digits and semicolons, and a last letter or tilde; ESC with anything else is two keys.
  private mutating func takeKey(_ byte: UInt8) -> Step {
    key.append(byte)
    let isOpen =
      key.count == 2
      ? byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") : !(0x40..<0x7F).contains(byte)
    if isOpen { return .more(print: []) }
    defer { key = [] }
    return key == Array("\u{1B}[5~".utf8) ? .previous : .more(print: [])
  }

  /// Takes back the last letter, which may be of several bytes; a byte that is no UTF-8 is a letter by itself.
  private mutating func eraseLetter() -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    let length =
      (1...4).first {
        String(validating: bytes.suffix($0), as: UTF8.self)?.unicodeScalars.count == 1
      } ?? 1
    let letter = String(typed: bytes.suffix(length))
    bytes.removeLast(length)
    return Array(String(repeating: "\u{8} \u{8}", count: letter.columns).utf8)
  }

  private mutating func eraseWord() -> [UInt8] {
    var printed: [UInt8] = []
    while bytes.last == 0x20 { printed += eraseLetter() }
    while let last = bytes.last, last != 0x20 { printed += eraseLetter() }
    return printed
  }

  private mutating func eraseAll() -> Step {
    guard !bytes.isEmpty else { return .more(print: []) }
    bytes = []
    return .anew
  }
}
