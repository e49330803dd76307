import DialogueScript

/// What stands between `<<` and `>>` in a text.
struct Tag {
  /// Without the blanks around it.
  var text: String
  /// Its first byte in the text, which is `<`.
  var offset: Int

  /// What is the language's and not the author's words: all of it but what stands in.
  var fixed: String {
    guard !isPart, let bar = text.firstIndex(of: "|") else { return text }
    return String(text[..<bar]).trimmed + " | …"
  }

  /// The name of a slot.
  var name: String { String(text.prefix { $0 != "|" }).trimmed }

  private var isPart: Bool { text.hasPrefix("when:") || text.hasPrefix("for each:") }

  /// The list and the name of its item, where it repeats a part.
  var rounds: (list: String, item: String)? {
    guard text.hasPrefix("for each:") else { return nil }
    let words = text.dropFirst(9).split(separator: " ").map(String.init)
    return words.count > 2 && words[1] == "as" ? (words[0], words[2]) : nil
  }

  /// Those of a text, in its order; one that never ends is none.
  static func all(in text: String) -> [Tag] {
    let bytes = Array(text.utf8)
    var tags: [Tag] = []
    var at = 0
    func find(_ sign: UInt8, from start: Int) -> Int? {
      var at = start
      while at + 1 < bytes.count {
        if bytes[at] == sign, bytes[at + 1] == sign { return at }
        at += 1
      }
      return nil
    }
    while let open = find(UInt8(ascii: "<"), from: at),
      let shut = find(UInt8(ascii: ">"), from: open + 2)
    {
      let inner = String(decoding: bytes[(open + 2)..<shut], as: UTF8.self)
      tags.append(Tag(text: inner.trimmed, offset: open))
      at = shut + 2
    }
    return tags
  }
}
