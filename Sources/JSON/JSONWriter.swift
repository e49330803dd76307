import CSimdjson

/// Writes compact JSON into a growing buffer of bytes and sets the commas.
///
/// Every byte of the service's replies and of bulk letters is made here.
package struct JSONWriter: Sendable {
  /// The UTF-8 bytes written so far.
  package private(set) var bytes: [UInt8] = []
  /// Whether a value precedes the next one on the same level.
  private var needsComma = false

  /// A writer with an empty buffer.
  package init() {}

  /// Empties the buffer for reuse and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Writes an object whose members are what `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes an array whose elements are what `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes an array of strings.
  package mutating func array(_ texts: some Sequence<String>) {
    array { writer in for text in texts { writer.text(text) } }
  }

  /// Writes the name of the next member, which must not need escapes.
  package mutating func name(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "\":".utf8)
    needsComma = false
  }

  /// Writes a member whose value is a string; its name must not need escapes, nor must those of the following.
  package mutating func member(_ name: String, _ value: String) {
    self.name(name)
    text(value)
  }

  /// Writes a member whose value is a whole number.
  package mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    number(value)
  }

  /// Writes a member whose value is `true` or `false`.
  package mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    truth(value)
  }

  /// Writes a member whose value is an array of strings.
  package mutating func member(_ name: String, _ values: some Sequence<String>) {
    self.name(name)
    array(values)
  }

  /// Writes the name of the next member, which may need escapes.
  package mutating func key(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string, with escapes where JSON requires them.
  package mutating func text(_ text: String) {
    separate()
    // A C function writes the escaped bytes.
    text.utf8.span.withUnsafeBufferPointer { text in
      bytes.append(addingCapacity: json_quoted_size(text.count)) { room in
        room.withUnsafeMutableBufferPointer { room, count in
          guard let to = room.baseAddress else { return }
          count = json_quote(to, text.baseAddress, text.count)
        }
      }
    }
  }

  /// Writes `true` or `false`.
  package mutating func truth(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a whole number.
  package mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a number; a whole one below 10¹⁵ gets no decimal point, and one that isn't finite becomes `null`.
  package mutating func number(_ number: Double) {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return self.number(whole) }
    separate()
    bytes.append(contentsOf: (number.isFinite ? String(number) : "null").utf8)
  }

  /// Writes a value or members that were written as JSON before.
  package mutating func written(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// Ends the line, so that the next value starts a new text without a comma.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
