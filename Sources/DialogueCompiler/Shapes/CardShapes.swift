// The file of the card. A key and its help are one line, as in the schema.

extension Shape {
  // swift-format-ignore
  static let card = Shape(
    "card-file", "the card", title: "The card", [
      Key("card", .words, required: true, "The page that `curious card` prints, for when there is no computer at hand, by its title. It fits one sheet of A4."),
      Key("marking", .words, "A line above the title, such as how the page is kept once it is filled in."),
      Key("sections", .list(of: "card-section"), required: true, "The parts of the page, in order. Questions are numbered through all of them."),
    ])

  // swift-format-ignore
  static let cardSection = Shape(
    "card-section", "the section", [
      Key("section", .name, required: true, "A part of the page, by its name, which is not printed."),
      Key("heading", .words, required: true, "Its heading."),
      Key("lines", .list(of: "card-line"), required: true, "What is below the heading: questions, advice and blanks."),
    ])

  // swift-format-ignore
  static let cardLine = Shape(
    "card-line", "the line of the card", [
      Key("ask", .reference("reference"), "A question of the pack, such as `visit.door`, in the pack's own words. Parts of them with a condition are left out."),
      Key("options", .flag, "yes: the question's options are printed below it, with their numbers."),
      Key("say", .name, "Advice, by its name, with its `text:`."),
      Key("text", .words, "What is said; each line of it is an item of a list."),
      Key("blank", .name, "Room to write something, by its name, with its `label:`."),
      Key("label", .words, "What is written there, such as a name and a number."),
      Key("local", .texts, "What the local file fills it with: a field by its name, or `LIST.FIELD` for each item of a list that has it."),
    ],
    conditions: #""oneOf": [{ "required": ["ask"] }, { "required": ["say", "text"] }, { "required": ["blank", "label"] }], "dependencies": { "options": ["ask"], "text": ["say"], "label": ["blank"], "local": ["blank"] }"#)
}
