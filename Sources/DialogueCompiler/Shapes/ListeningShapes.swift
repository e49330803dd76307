// The files on listening. A key and its help are one line, as in the schema.

extension Shape {
  // swift-format-ignore
  static let listening = Shape(
    "listening-file", "a file on listening", title: "Phrases to listen for", [
      Key("listening", .text, required: true, "What the phrases of the file are about, for those who read it. They are looked for in everything that is answered in someone's own words."),
      Key("options-of", .reference("name"), "The vocabulary whose items the classes are named after: where one is found, a list of that vocabulary shows the item first."),
      Key("classes", .map(of: "phrase-class"), "What someone may mean, each with the phrases that people write for it. A question names one in `hears:`, as `VOCABULARY.ITEM` or by its name."),
      Key("lists", .map(of: "text", help: "Words with commas between them, in any number of lines."), "Lists of words, for the phrases of every file: a phrase says `{name}` for any of them."),
      Key("everywhere", .other("exclusions"), "What rules out the phrases of every class of the pack."),
      Key("words", .other("small-words"), "The small words of the language: what denies, what opens a clause, and numbers."),
    ])

  // swift-format-ignore
  static let phraseClass = Shape(
    "phrase-class", "the class", [
      Key("says", .words, "What is said at once where the class is found for the first time, such as what not to do. It has no slots."),
      Key("withholds-note", .flag, "yes: a note in which the class is found is kept, and left out of letters."),
      Key("examples", .text, "Sentences in which the class must be found, one a line; `curious check` says where it isn't."),
      Key("find", .text, required: true, "Phrases, one a line: `wet/damp .. {wall}`. Words stand for their forms in -s, -ed and -ing too, `\"in\"` only for itself. `a/b` is either, `?a` may be left out, `{name}` is a word of a list and `{18-99}` a number. `..` is up to three words, `...` up to eight."),
    ] + exclusionKeys)

  static let exclusions = Shape("exclusions", "`everywhere:`", exclusionKeys)

  // swift-format-ignore
  private static let exclusionKeys = [
    Key("except", .text, "Phrases that are not meant, one a line: what overlaps one does not count."),
    Key("ordinary", .text, "Phrases of an ordinary explanation, one a line: nothing in its sentence, or in one next to it, counts."),
    Key("rules-out", .text, "Phrases that rule out the whole text, one a line."),
  ]

  // swift-format-ignore
  static let smallWords = Shape(
    "small-words", "`words:`", [
      Key("deny", .text, "Words that deny what follows in their clause, with commas between them: no, never. What is denied does not count."),
      Key("undeny", .text, "Words that take the denial from a word right before them: only, as in not only."),
      Key("open-clause", .text, "Words that open a clause: but."),
      Key("join", .text, "Words that join clauses: and."),
      Key("open-clause-when-joined", .text, "Words that open a clause after a word of `join:` or a comma: she."),
      Key("numbers", .text, "Numbers as words, each with its figure: one 1, two 2."),
    ])
}
