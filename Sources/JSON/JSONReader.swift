import CSimdjson

/// Reads JSON texts strictly with simdjson, one at a time, reusing its memory.
package final class JSONReader {
  private let reader: OpaquePointer

  /// A reader for texts nested at most this deep; nil means too little memory.
  package init?(nesting: Int) {
    guard let reader = json_reader_new(nesting) else { return nil }
    self.reader = reader
  }

  deinit { json_reader_free(reader) }

  /// Parses the bytes and passes the value to `body`, or nil if they are not one JSON text.
  ///
  /// The value must not be used after `body` returns, because the next text reuses its memory.
  package func read<Result>(
    _ bytes: ArraySlice<UInt8>, _ body: (JSONValue?) -> Result
  ) -> Result {
    // A C function reads the bytes.
    bytes.withUnsafeBufferPointer { bytes in
      let nodes = json_reader_read(reader, bytes.baseAddress, bytes.count)
      return body(nodes.map { JSONValue(nodes: $0, at: 0) })
    }
  }
}

/// A value in the JSON text being read, valid only inside `JSONReader.read`.
package struct JSONValue {
  /// The nodes that the C library has made of the text; the reader owns them.
  fileprivate let nodes: UnsafePointer<json_node>
  fileprivate let at: Int

  fileprivate var node: json_node { nodes[at] }

  private func isA(_ kind: json_kind) -> Bool { UInt32(nodes[at].kind) == kind.rawValue }

  /// Whether this is `null`.
  package var isNull: Bool { isA(json_null) }
  /// Whether this is an object.
  package var isObject: Bool { isA(json_object) }
  /// Whether this is an array.
  package var isArray: Bool { isA(json_array) }
  /// Whether this is a string.
  package var isText: Bool { isA(json_text) }
  /// The number of values in an array or object, and 0 for anything else.
  package var count: Int { isObject || isArray ? Int(node.count) : 0 }

  /// The value of `true` or `false`; nil for anything else.
  package var truth: Bool? { isA(json_true) ? true : isA(json_false) ? false : nil }

  /// The value of a number without fraction or exponent that fits `Int`; nil for anything else.
  package var integer: Int? { isA(json_integer) ? Int(node.integer) : nil }

  /// The value of any number, whole or not; nil for anything else.
  package var number: Double? {
    if isA(json_number) { return node.number }
    return integer.map { Double($0) }
  }

  /// The contents of a string, with escapes decoded; nil for anything else.
  package var text: String? {
    guard isA(json_text), let bytes = node.text else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: Int(node.count)), as: UTF8.self)
  }

  /// The contents of a string without the NUL character, which C strings can't hold; nil for anything else.
  package var words: String? {
    guard isText, !json_node_has_zero(nodes + at) else { return nil }
    return text
  }

  /// Whether this is a string equal to `text`, compared without making a copy.
  package func isText(_ text: String) -> Bool {
    isText(text, at: at)
  }

  private func isText(_ text: String, at: Int) -> Bool {
    // The closure's pointer is passed to a C function, which compares the bytes.
    text.utf8.span.withUnsafeBufferPointer { json_node_is(nodes + at, $0.baseAddress, $0.count) }
  }

  /// The values of an array, in order; empty for anything else.
  package var elements: some Sequence<JSONValue> {
    let last = isArray ? Int(node.end) : 0
    return sequence(state: at + 1) { [nodes] next in
      guard next < last else { return nil }
      defer { next = Int(nodes[next].end) }
      return JSONValue(nodes: nodes, at: next)
    }
  }

  /// The names and values of an object, in order; empty for anything else.
  package var members: some Sequence<(name: JSONValue, value: JSONValue)> {
    let last = isObject ? Int(node.end) : 0
    return sequence(state: at + 1) { [nodes] next in
      guard next < last else { return nil }
      let value = next + 1
      defer { next = Int(nodes[value].end) }
      return (JSONValue(nodes: nodes, at: next), JSONValue(nodes: nodes, at: value))
    }
  }

  /// The value of this name; nil if the object has none or this is not an object.
  package subscript(name: String) -> JSONValue? {
    let last = isObject ? Int(nodes[at].end) : 0
    var next = at + 1
    while next < last {
      if isText(name, at: next) {
        return JSONValue(nodes: nodes, at: next + 1)
      }
      next = Int(nodes[next + 1].end)
    }
    return nil
  }
}
