import DialogueModel

extension Tag {
  /// The part of the tag that belongs to the language, without an author's stand-in.
  var fixed: String {
    guard kind == .slot, let bar = text.firstIndex(of: "|") else { return text }
    return String(text[..<bar]).trimmed + " | …"
  }

  /// The list and the name of its item, if the tag repeats a part.
  var rounds: (list: String, item: String)? {
    guard kind == .forEach else { return nil }
    let words = text.dropFirst(9).split(separator: " ").map(String.init)
    return words.count > 2 && words[1] == "as" ? (words[0], words[2]) : nil
  }

  /// The tags of a text, in order; a tag that never ends is left out.
  static func all(in text: String) -> [Tag] { scan(Array(text.utf8)).tags }
}
