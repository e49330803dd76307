import DialogueModel

// The files of a pack other than its dialogues. A key and its help are one line, as in the schema.

extension Shape {
  // swift-format-ignore
  static let pack = Shape(
    "pack-file", "pack.yaml", title: "pack.yaml", [
      Key("pack", .name, required: true, "The pack's own file: its name, where a conversation starts, and what all its dialogues share. Local files give this name as the pack they are for."),
      Key("title", .text, required: true, "What the pack is about, in a few words."),
      Key("version", .text, required: true, "The version of what is said. It is text, as everything is: \"0.1\"."),
      Key("language-version", .number(1...999, "small-number"), "The version of the dialogue language that the pack is written in, such as 2; 1 unless given. A program that does not read it says so."),
      Key("approved-by", .text, "Who approved the pack for use, by name and role. It is shown under the banner, and by `<<approval>>` in a letter; without it, people are told that nobody has."),
      Key("approved-on", .date, "The day on which it was approved."),
      Key("review-by", .date, "The day by which someone looks whether the approval still holds."),
      Key("approved-digest", .text, "The digest of the pack as it was approved, which `curious check --digest` prints. Where it is given, a pack that was changed since says so."),
      Key("practice", .words, "An invented story, told at the start of `curious chat --practice`, for people who learn to use the pack."),
      Key("entry", .reference("name"), required: true, "The dialogue that a conversation starts with. Every other dialogue must be used by one."),
      Key("notes", .reference("reference"), "The question that keeps the notes a person makes with the command note, such as `closing.notes`. It must be a `list of` something, like `list of note`."),
      Key("sources", .map(of: "source"), "What questions are asked on the authority of. A question names one with `source:`, and it is shown when someone types why."),
      Key("composites", .map(of: "composite"), "Types of answer of the pack's own, each made of ordinary questions, its parts. A question takes one with `answer: NAME`."),
      Key("facts", .map(of: "text", help: "The condition that the name is for. It may use other facts."), "Conditions with a name, for the whole pack: `wet: visit.rain is yes`. Any condition may use the name alone."),
      Key("local", .other("local-shape"), "What differs from place to place and is not shipped: the shape of the local file that each place writes for itself."),
    ],
    conditions: #""dependencies": { "approved-by": ["approved-on", "review-by"], "approved-on": ["approved-by", "review-by"], "review-by": ["approved-by", "approved-on"], "approved-digest": ["approved-by"] }"#)

  // swift-format-ignore
  static let source = Shape(
    "source", "the source", [
      Key("title", .words, required: true, "What it is called, and who wrote it."),
      Key("date", .words, required: true, "When it is of: a year, a day, or a word such as undated."),
      Key("note", .words, "A word for those who look after the pack. It is not shown in a conversation."),
      Key("checked-on", .text, "The day someone last looked whether this edition still holds. It is not shown in a conversation."),
      Key("review-by", .date, "The day by which someone should look again whether this edition still holds, such as 2027-04-01. `curious check` warns after it."),
    ])

  // swift-format-ignore
  static let vocabulary = Shape(
    "vocabulary-file", "a vocabulary", title: "A vocabulary", [
      Key("vocabulary", .name, required: true, "A list of things to choose from, by its name. A question takes it with `answer: one of NAME` or `any of NAME`."),
      Key("items", .map(of: "item", names: .options), required: true, "The things, in the order they are offered: a label each, or lines with a `label:` and more."),
    ])

  // swift-format-ignore
  static let item = Shape(
    "item", "the item", [
      Key("label", .words, required: true, "What people see."),
      Key("was", .texts, "Former ids of the item, so that answers kept under them still count."),
      Key("synonyms", .texts, "Other words that people use for it, so that they are understood."),
      Key("exclusive", .flag, "yes: in an any of it can only be chosen alone, such as `none of these that I know of`."),
      Key("within-days", .text, "A day typed to a one of that is at most this many days ago is read as this option, and shown back."),
      Key("beyond-days", .text, "A day typed to a one of that is more than this many days ago is read as this option, and shown back."),
    ],
    others: .named(definition: "texts", help: "A field of the pack's own: a text, or a list of them. In a round, `<<room.note>>` prints it and `room.kind includes wet` tests it."))

  // swift-format-ignore
  static let outcomes = Shape(
    "outcomes-file", "the outcomes", title: "Outcomes", [
      Key("outcomes", .map(of: "outcome"), required: true, "What a conversation can come to, each by its name."),
      Key("unfinished", .texts, required: true, "The letters that are drafted before an outcome of the chart has been reached. At least one."),
      Key("default-letters", .texts, "The letters of every outcome of the chart that has no `letters:` of its own: names of files in `letters/`, without `.md`."),
      Key("letters", .map(of: "text", names: .any, help: "A few words for what the letter is."), "What the letters are, each in a few words after its name; shown where there is one to send."),
      Key("standing", .list(of: "standing-line"), "Lines that are shown on every turn while their condition holds, in this order."),
      Key("reminder", .other("reminder"), "A reminder for a calendar, saved beside the letters while its condition holds."),
    ])

  // swift-format-ignore
  static let reminder = Shape(
    "reminder", "the reminder", [
      Key("while", .condition, required: true, "The condition. It reads the outcomes reached and the answers given so far."),
      Key("title", .words, required: true, "What the calendar shows: no name, since others may see it."),
      Key("text", .template, required: true, "What to do then."),
      Key("before", .reference("reference"), "A moment question: the reminder comes so many minutes before that moment, where it has a time of day."),
      Key("minutes", .number(1...999, "small-number"), "How many minutes before; none unless given."),
      Key("working-days", .number(1...999, "small-number"), required: true, "After how many working days it comes, at nine in the morning, where there is no such moment."),
    ])

  // swift-format-ignore
  static let outcome = Shape(
    "outcome", "the outcome", [
      Key("kind", .choice([("chart", "A finished conversation has exactly one of these."), ("flag", "Any number of these come on top.")]), required: true, "chart or flag."),
      Key("text", .template, required: true, "What to do; said when the outcome is reached. It may read outcomes: `<<when: outcome includes NAME>>`."),
      Key("because", .template, "Why, in the person's own facts."),
      Key("once", .flag, "yes: it is not said again when an answer changes its words, only where it is concluded again or a moment is put right."),
      Key("letters", .texts, "The letters that are drafted with it: names of files in `letters/`, without `.md`. An outcome of the chart without it has the `default-letters:` of the file, if there are any."),
      Key("was", .texts, "Former names of the outcome, so that scenarios still know it."),
    ])

  // swift-format-ignore
  static let standingLine = Shape(
    "standing-line", "a standing line", [
      Key("line", .name, required: true, "The line, by its name, which safety rules use: `line NAME is shown`."),
      Key("while", .condition, required: true, "The condition. It reads the outcomes reached and the answers given so far."),
      Key("text", .template, required: true, "What is shown: what to do now, and what to type once it is done."),
    ])

  // swift-format-ignore
  static let wording = Shape(
    "wording-file", "the file of word rules", title: "Word rules", [
      Key("wording", .other("word-rules"), required: true, "What the pack asks of its own words, and what it says of other people's. `curious check` goes by it."),
    ])

  // swift-format-ignore
  static let wordRules = Shape(
    "word-rules", "`wording:`", [
      Key("sentence-words", .text, "The most words that a sentence of the pack may have, such as 25."),
      Key("reading-grade", .text, "The highest reading grade, in years of school, that the texts of a file of 100 words or more may have together, such as 7. It is the Flesch-Kincaid grade."),
      Key("forbidden", .map(of: "text", names: .any), "Words that the pack never uses itself, each with why, or with what to say."),
      Key("instead", .map(of: "text", names: .any), "Words that the pack never uses itself, and that people are shown another way to say: each with what to write."),
      Key("claims", .texts, "Words by which a sentence says that something was said, done or decided, such as we, was and told. A sentence of a letter that has one stands under an answer, or has one in it."),
      Key("requests", .texts, "Words by which a sentence asks for something, such as please: it may have a word of claims."),
      Key("known", .texts, "Words in capitals that need no line in the glossary, such as the headings of letters."),
    ])

  // swift-format-ignore
  static let glossary = Shape(
    "glossary-file", "the glossary", title: "Glossary", [
      Key("glossary", .map(of: "term", names: .any), required: true, "Words and abbreviations of the field, each explained in a line."),
    ])

  // swift-format-ignore
  static let term = Shape(
    "term", "the term", [
      Key("means", .words, required: true, "What it means, in one plain line."),
      Key("also", .texts, "Other ways of writing it."),
      Key("source", .reference("name"), "The source that says so, one of those declared in pack.yaml."),
    ])

  // swift-format-ignore
  static let rules = Shape(
    "rules-file", "a file of safety rules", title: "Safety rules", [
      Key("rules", .list(of: "safety-rule"), required: true, "What must hold in every conversation that can be had. `curious check` proves each, whatever anyone answers."),
    ])

  // swift-format-ignore
  static let rule = Shape(
    "safety-rule", "a safety rule", [
      Key("rule", .text, required: true, "What must hold, in words: it is printed when it is proved, and when it is not."),
      Key("when", .condition, "The conversations that the rule speaks of; all of them without it."),
      Key("always", .condition, "What must hold then: a condition, also `outcome includes X`, `QUESTION is asked`, `STEP is said`, `letter X is drafted`, `one chart outcome`, or `notice STEP comes before the next question`. With `at every point` behind it, it must hold before each question too, and not only at the end."),
      Key("never", .condition, "What must not hold then. With `at any point` behind it, it must not hold before any question either, and not only at the end."),
    ],
    conditions: #""oneOf": [{ "required": ["always"] }, { "required": ["never"] }]"#)
}
