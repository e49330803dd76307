/// Cuts a stream of bytes into lines; a line over the limit is skipped without being kept.
package struct LineSplitter {
  private let limit: Int
  /// The beginning of a line whose end has not arrived yet.
  private var begun: [UInt8] = []
  private var isTooLong = false

  /// Takes lines of at most `limit` bytes, not counting the newline.
  package init(limit: Int) {
    self.limit = limit
  }

  /// Passes on each line that ends in these bytes, without its newline; nil means a line that was too long.
  package mutating func take(
    _ bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>?) -> Void
  ) {
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if begun.isEmpty, !isTooLong {
        body(line.count > limit ? nil : line)
      } else {
        add(line)
        finish(body)
      }
    }
    add(rest)
  }

  /// Passes on the last line if it has no newline, once the input has ended.
  package mutating func finish(_ body: (ArraySlice<UInt8>?) -> Void) {
    if isTooLong {
      body(nil)
    } else if !begun.isEmpty {
      body(begun[...])
    }
    begun.removeAll(keepingCapacity: begun.capacity < 1 << 16)
    isTooLong = false
  }

  private mutating func add(_ part: ArraySlice<UInt8>) {
    if begun.count + part.count > limit { isTooLong = true }
    if isTooLong {
      begun.removeAll()
    } else {
      begun.append(contentsOf: part)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the line holds only spaces, tabs and carriage returns, and so no JSON text.
  package var isBlank: Bool {
    allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
