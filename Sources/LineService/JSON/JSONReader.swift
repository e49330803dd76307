import CSimdjson

/// Reads JSON texts strictly, one at a time.
package final class JSONReader {
  private let reader: OpaquePointer

  /// Nil where there is no memory for it.
  package init?(nesting: Int) {
    guard let reader = json_reader_new(nesting) else { return nil }
    self.reader = reader
  }

  deinit { json_reader_free(reader) }

  /// The value that the bytes are, for as long as `body` runs, which gets nil where they are no JSON text.
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

/// A value of a JSON text that is being read.
package struct JSONValue {
  /// What the C library has made of the text; the reader owns it.
  fileprivate let nodes: UnsafePointer<json_node>
  fileprivate let at: Int

  fileprivate var node: json_node { nodes[at] }

  private func isA(_ kind: json_kind) -> Bool { UInt32(nodes[at].kind) == kind.rawValue }

  package var isNull: Bool { isA(json_null) }
  package var isObject: Bool { isA(json_object) }
  package var isArray: Bool { isA(json_array) }
  package var isText: Bool { isA(json_text) }
  /// How many values an array or object has.
  package var count: Int { isObject || isArray ? Int(node.count) : 0 }

  package var truth: Bool? { isA(json_true) ? true : isA(json_false) ? false : nil }

  package var integer: Int? { isA(json_integer) ? Int(node.integer) : nil }

  package var number: Double? {
    if isA(json_number) { return node.number }
    return integer.map { Double($0) }
  }

  package var text: String? {
    guard isA(json_text), let bytes = node.text else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: Int(node.count)), as: UTF8.self)
  }

  /// A text as people write it: without the character that ends one elsewhere.
  package var words: String? {
    guard isText, !json_node_has_zero(nodes + at) else { return nil }
    return text
  }

  /// Whether it is this text.
  package func isText(_ text: String) -> Bool {
    isText(text, at: at)
  }

  private func isText(_ text: String, at: Int) -> Bool {
    // A C function compares the bytes.
    text.utf8.span.withUnsafeBufferPointer { json_node_is(nodes + at, $0.baseAddress, $0.count) }
  }

  /// The values of an array, in order.
  package var elements: some Sequence<JSONValue> {
    let last = isArray ? Int(node.end) : 0
    return sequence(state: at + 1) { [nodes] next in
      guard next < last else { return nil }
      defer { next = Int(nodes[next].end) }
      return JSONValue(nodes: nodes, at: next)
    }
  }

  /// The names and values of an object, in order.
  package var members: some Sequence<(name: JSONValue, value: JSONValue)> {
    let last = isObject ? Int(node.end) : 0
    return sequence(state: at + 1) { [nodes] next in
      guard next < last else { return nil }
      let value = next + 1
      defer { next = Int(nodes[value].end) }
      return (JSONValue(nodes: nodes, at: next), JSONValue(nodes: nodes, at: value))
    }
  }

  /// The value of this name; nil where an object has none, and where this is no object.
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
