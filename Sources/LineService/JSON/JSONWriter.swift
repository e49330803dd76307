import CSimdjson

/// Writes JSON: every byte that a program reads of us is made here.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Something stands before on the same level.
  private var needsComma = false

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// An object with what `body` writes in it.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  package mutating func array(_ texts: some Sequence<String>) {
    array { writer in for text in texts { writer.text(text) } }
  }

  /// The name of what is written next; it needs no escapes.
  package mutating func name(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "\":".utf8)
    needsComma = false
  }

  /// A name from elsewhere, which may need escapes.
  package mutating func key(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func text(_ text: String) {
    separate()
    // A C function writes the escapes.
    text.utf8.span.withUnsafeBufferPointer { text in
      bytes.append(addingCapacity: json_quoted_size(text.count)) { room in
        room.withUnsafeMutableBufferPointer { room, count in
          guard let to = room.baseAddress else { return }
          count = json_quote(to, text.baseAddress, text.count)
        }
      }
    }
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
    bytes.append(contentsOf: String(number).utf8)
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
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
