extension String {
  /// The text without the white space around it.
  package var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// The text after the last line end; the whole text if it has none.
  package var lastLine: Substring {
    guard let end = utf8.lastIndex(of: 0x0A) else { return self[...] }
    return self[utf8.index(after: end)...]
  }
}
