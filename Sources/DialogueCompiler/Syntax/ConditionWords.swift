import DialogueModel

extension ConditionParser {
  /// Splits the text at spaces, brackets, commas and comparisons.
  static func words(of scalar: Scalar, from start: Int) -> [Word] {
    let places = SourceMap(scalar)
    let bytes = places.bytes
    var words: [Word] = []
    var first = start
    func close(_ end: Int) {
      guard end > first else { return }
      let text = String(decoding: bytes[first..<end], as: UTF8.self)
      words.append(Word(text: text, place: places.at(first)))
      first = end
    }
    for at in bytes.indices.dropFirst(start) {
      switch bytes[at] {
      case UInt8(ascii: " "), 0x0A:
        close(at)
        first = at + 1
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","):
        close(at)
        close(at + 1)
      default:
        if at > first, bytes[at].isComparison != bytes[at - 1].isComparison { close(at) }
      }
    }
    close(bytes.count)
    return words
  }
}

extension UInt8 {
  /// Whether the byte is <, = or >.
  fileprivate var isComparison: Bool { (UInt8(ascii: "<")...UInt8(ascii: ">")).contains(self) }
}
