package import Documents

/// The formats that letters can be had in, as a set.
package struct LetterFormats: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Plain text in UTF-8.
  package static let text = LetterFormats(rawValue: 1)
  package static let markdown = LetterFormats(rawValue: 2)
  /// The letter in parts, each run of words with its source.
  package static let json = LetterFormats(rawValue: 4)
  package static let html = LetterFormats(rawValue: 8)
  /// A Word file.
  package static let docx = LetterFormats(rawValue: 16)
  /// A draft for a mail program.
  package static let eml = LetterFormats(rawValue: 32)

  /// The formats by the names that programs and people write.
  package static let names: [(name: String, format: LetterFormats)] = [
    ("text", .text), ("markdown", .markdown), ("json", .json), ("html", .html), ("docx", .docx),
    ("eml", .eml),
  ]

  /// Those of them that are files.
  package var files: [FileFormat] {
    FileFormat.allCases.filter { format in
      Self.names.contains { $0.name == format.rawValue && contains($0.format) }
    }
  }

  /// The formats with these names; nil if there is none by one of the names, or no name.
  package init?(names: some Sequence<String>) {
    var formats: LetterFormats = []
    for name in names {
      guard let known = Self.names.first(where: { $0.name == name }) else { return nil }
      formats.insert(known.format)
    }
    if formats.isEmpty { return nil }
    self = formats
  }
}
