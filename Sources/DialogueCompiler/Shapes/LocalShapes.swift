import DialogueModel

// The shape that a pack gives its local file, and the local file. A key and its help are one line, as in the schema.

extension Shape {
  /// The types that a field of a local file can have, each with its help.
  private static let plainTypes =
    AnswerType.plain.map { type in
      (word: type.rawValue, help: type.scalar.map { $0.example.sentence } ?? help(type))
    } + [(hoursType, "When an office is open, such as \(OpeningHours.example).")]

  /// The word for opening hours among the types of local fields.
  static let hoursType = "hours"

  /// The local lines that a scenario can bring.
  static let scenarioLocal = Shape(
    "local-file", "`local:` of a scenario",
    localFile.keys.filter { ["holidays", "fields", "lists"].contains($0.name) })

  // swift-format-ignore
  static let localShape = Shape(
    "local-shape", "`local:`", [
      Key("check-every", .number(1...999, "days"), "After this many days, from 1 to 999, `curious local check` says that what was last checked then is out of date."),
      Key("fields", .map(of: "local-field"), "Single facts of a place, such as a telephone number. Texts and conditions read one as `local.NAME`."),
      Key("lists", .map(of: "local-list"), "Lists that each place fills with its own items. A question chooses from one with `answer: one of NAME` or `any of NAME`."),
    ])

  // swift-format-ignore
  static let localList = Shape(
    "local-list", "the local list", [
      Key("fields", .map(of: "local-field"), required: true, "What each item of the list may say besides its label. A text reads it as `QUESTION.FIELD`, of the item that was chosen."),
    ])

  // swift-format-ignore
  static let localField = Shape(
    "local-field", "the local field", [
      Key("label", .words, required: true, "What the field is, in a few words: the agent."),
      Key("gap", .words, required: true, "What a letter says while no local file gives it, such as \"[to fill in: the agent]\"."),
      Key("hint", .words, "Help with filling it in, which `curious local new` shows under its label."),
      Key("holds", .reference("name"), "Of a single field alone: what it tells of someone, as for a question."),
      Key("type", .choice(plainTypes), "What it takes; text unless this says otherwise."),
      Key("item-of", .reference("name"), "Of a field of a list alone: another local list, an item of which it names. The fields of that item are read through it, as `QUESTION.FIELD.FIELD`."),
    ])

  // swift-format-ignore
  static let localFile = Shape(
    "local-file", "a local file", title: "A local file", [
      Key("local", .reference("name"), required: true, "A local file, given with --local or kept in your configuration folder: what is true in your own place, for the pack of this name. `local:` of its pack.yaml says what it can hold."),
      Key("checked-on", .reference("date"), required: true, "The day you last checked every line below that has no day of its own."),
      Key("holidays", .list(of: "date"), "The days on which offices are shut, whatever their hours say: bank holidays, as `- 2026-12-25`. Hours of `always` have none."),
      Key("keep-cases", .map(of: "text", names: .any, help: "Days for an outcome, by its id, or for `otherwise`."), "How many days a conversation is kept on a machine after it was last used, by outcome. `curious cases due` lists those that are older; nothing is erased by itself."),
      Key("fields", .map(of: "text", names: .any, help: "A field that the pack declares."), "The single facts that the pack asks for. What is absent is marked in the letter."),
      Key("lists", .map(of: "local-items", names: .any), "The lists that the pack asks for, each with your own items."),
    ])

  // swift-format-ignore
  static let localItem = Shape(
    "local-item", "", [
      Key("label", .text, required: true, "What people see when they choose."),
      Key("checked-on", .reference("date"), "The day you last checked this item."),
      Key("synonyms", .texts, "Other words that people use for it, so that they are understood."),
    ],
    others: .named(definition: "text", help: "A field that the pack declares for the items of this list."))
}

extension String {
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
