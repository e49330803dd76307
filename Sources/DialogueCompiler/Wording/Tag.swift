import DialogueModel

extension Tag {
  /// What is the language's and not the author's words: all of it but what stands in.
  var fixed: String {
    guard kind == .slot, let bar = text.firstIndex(of: "|") else { return text }
    return String(text[..<bar]).trimmed + " | …"
  }

  /// The list and the name of its item, where it repeats a part.
  var rounds: (list: String, item: String)? {
    guard kind == .forEach else { return nil }
    let words = text.dropFirst(9).split(separator: " ").map(String.init)
    return words.count > 2 && words[1] == "as" ? (words[0], words[2]) : nil
  }

  /// Those of a text, in its order; one that never ends is none.
  static func all(in text: String) -> [Tag] { scan(Array(text.utf8)).tags }
}
