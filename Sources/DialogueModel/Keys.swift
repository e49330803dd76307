extension String {
  /// The key without the rounds it is in: `visit.rooms[hall].note` becomes `visit.rooms.note`.
  package var withoutRounds: String {
    guard utf8.contains(UInt8(ascii: "[")) else { return self }
    var name = ""
    var depth = 0
    for letter in self {
      if letter == "[" { depth += 1 }
      if depth == 0 { name.append(letter) }
      if letter == "]" { depth -= 1 }
    }
    return name
  }
}
