import Glibc

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
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    var rest = bytes
    while let start = rest.baseAddress, let end = memchr(start, 0x0A, rest.count) {
      let length = UnsafeRawPointer(end) - UnsafeRawPointer(start)
      let line = UnsafeBufferPointer(rebasing: rest[..<length])
      rest = UnsafeBufferPointer(rebasing: rest[(length + 1)...])
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
  package mutating func finish(_ body: (UnsafeBufferPointer<UInt8>?) -> Void) {
    if isTooLong {
      body(nil)
    } else if !begun.isEmpty {
      begun.withUnsafeBufferPointer(body)
    }
    begun.removeAll(keepingCapacity: begun.capacity < 1 << 16)
    isTooLong = false
  }

  private mutating func add(_ part: UnsafeBufferPointer<UInt8>) {
    if begun.count + part.count > limit { isTooLong = true }
    if isTooLong {
      begun.removeAll()
    } else {
      begun.append(contentsOf: part)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Nothing but blanks: no request, and no text of JSON.
  package var isBlank: Bool {
    allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
