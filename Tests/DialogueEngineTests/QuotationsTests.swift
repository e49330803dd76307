import DialogueModel
import Testing

/// What of a text is in quotation marks, and what is left without it.
struct QuotationsTests {
  static let texts: [(text: String, inside: [String])] = [
    ("She said \"go away\" and \"now\".", ["go away", "now"]),
    ("She said “go away”.", ["go away"]),
    ("She said 'go away', the boy's words.", ["go away"]),
    ("The boys' coats and the girl's.", []),
    ("It is 6\" by 4\" wide.", []),
    ("A 6\" frame, \"all broken\".", ["all broken"]),
    ("He said \"it is 5\" and left.", ["it is 5"]),
    ("\"never closed", []),
    ("\"\" and \" \"", []),
    ("no marks", []),
  ]

  @Test(arguments: texts) func `Words in quotation marks are taken out, and inches are none`(
    _ text: String, _ inside: [String]
  ) {
    #expect(text.quotations == inside)
    for words in inside { #expect(!text.withoutQuotations.contains(words)) }
  }
}
