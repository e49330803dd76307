extension StringProtocol {
  /// The text in lines of at most `width` letters, broken at single blanks; a longer word has its own line.
  package func filled(to width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let canBreak = !word.isEmpty && lines.last?.hasSuffix(" ") == false
      if let line = lines.last, !canBreak || line.count + word.count < width {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
