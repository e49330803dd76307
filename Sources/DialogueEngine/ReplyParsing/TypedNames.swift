import DialogueModel

/// The names in one reply to a list: "Dean, Ty and Mo", one a line, or "Dean & his mate".
///
/// A description with commas in it, "tall man, white van", stays one name.
struct TypedNames {
  private(set) var names: [String] = []
  /// False if a word such as "and" may also be part of one description.
  private(set) var isSure = true

  init(_ typed: String, _ words: Words) {
    for separator in ["\n", ";"] as [Character] where typed.contains(separator) {
      names = typed.split(separator: separator).map { String($0).withoutBullet }.filter {
        !$0.isEmpty
      }
      return
    }
    // "Only Dean as far as I know" is Dean, with words around it.
    let around = words[.courtesy] + words[.filler] + words[.beforeNumber] + words[.afterNoOne]
    let bare = NormalizedReply(typed).withoutEnds(around).typed
    if bare != NormalizedReply(typed).typed, bare.isName {
      (names, isSure) = ([bare], false)
      return
    }
    var parts = typed.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let joiners = words[.between].map { " \($0) " } + [" & ", " + ", " n ", "/"]
    if let last = parts.popLast() {
      parts += joiners.reduce([last]) { parts, joiner in
        parts.flatMap { $0.split(separator: joiner).map { String($0).trimmed } }
      }.filter { !$0.isEmpty }
    }
    let slashed = typed.split(separator: "/").map { String($0).trimmed }
    if slashed.count > 1, slashed.allSatisfy({ (1...2).contains($0.wordCount) }),
      !slashed.allSatisfy(\.isName)
    {
      (names, isSure) = (slashed, false)
    } else if parts.count > 1, parts.allSatisfy(\.isName) {
      names = parts
      // "Jones, Dean" may be one name the other way round, and "Tom and Kim's dad" is one person.
      isSure =
        !parts.contains { $0.contains("'s ") || $0.contains("’s ") }
        && (parts.count > 2 || parts.contains { $0.wordCount > 1 } || !typed.contains(","))
    } else if parts.count == 2, !typed.contains(","), parts[0].isName, parts[1].wordCount <= 3 {
      (names, isSure) = (parts, false)
    }
  }
}

extension String {
  /// The line without a dash, a number or a letter in front.
  fileprivate var withoutBullet: String {
    let line = trimmed
    let number = line.prefix(while: \.isNumber)
    let rest = line.dropFirst(max(1, number.count))
    if let sign = rest.first, sign == ")" || sign == "." && !number.isEmpty {
      return String(rest.dropFirst()).trimmed
    }
    if let sign = line.first, "-*•–".contains(sign) { return String(line.dropFirst()).trimmed }
    return line
  }

  fileprivate var wordCount: Int { split(separator: " ").count }

  /// Whether it looks like a name, perhaps with an age: a capital first, and few words.
  fileprivate var isName: Bool {
    (1...3).contains(wordCount) && (first?.isUppercase ?? false)
  }
}
