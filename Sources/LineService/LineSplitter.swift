/// Cuts bytes into lines, as they come in; a line that is too long is passed over without being kept.
package struct LineSplitter {
  private let limit: Int
  /// The part of a line whose end has not come in yet.
  private var begun: [UInt8] = []
  private var isTooLong = false

  package init(limit: Int) {
    self.limit = limit
  }

  /// Hands on each line that ends in these bytes, without its end; nil stands for one that is too long.
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

  /// Hands on a last line that has no end.
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
  /// Nothing but blanks: no request, and no text of JSON.
  package var isBlank: Bool {
    allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
