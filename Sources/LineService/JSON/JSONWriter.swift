import CSimdjson

/// Writes JSON: every byte that a program reads of us is made here.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// An object with what `body` writes in it.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    body(&self)
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func array(_ texts: some Sequence<String>) {
    array { writer in for text in texts { writer.text(text) } }
  }

  /// The name of what is written next; it needs no escapes.
  package mutating func name(_ name: StaticString) {
    separate()
    let count = name.utf8CodeUnitCount
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 3) { all in
      all.initialize(repeating: UInt8(ascii: "\""))
      _ = all[1...].update(
        fromContentsOf: UnsafeBufferPointer(start: name.utf8Start, count: count))
      all[count + 2] = UInt8(ascii: ":")
      bytes.append(contentsOf: all)
    }
  }

  package mutating func name(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
  }

  package mutating func text(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    // Without a copy where the text lies in one piece, as most do.
    if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { escape($0) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func truth(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  package mutating func number(_ number: Int) {
    separate()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    // As many digits as the largest has, from the last.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, first) = (number.magnitude, digits.count)
      repeat {
        first -= 1
        digits.initializeElement(at: first, to: UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// A whole number without a point, as it came.
  package mutating func number(_ number: Double) {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return self.number(whole) }
    separate()
    bytes.append(contentsOf: (number.isFinite ? String(number) : "null").utf8)
  }

  /// A value that was written before.
  package mutating func written(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A comma, where something stands before on the same level.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = text
    while true {
      let at = json_plain_length(rest.baseAddress, rest.count)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<at]))
      guard at < rest.count else { return }
      bytes.append(UInt8(ascii: "\\"))
      switch rest[at] {
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(rest[at])
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(digits[Int(rest[at] >> 4)])
        bytes.append(digits[Int(rest[at] & 0xF)])
      }
      rest = UnsafeBufferPointer(rebasing: rest[(at + 1)...])
    }
  }
}
