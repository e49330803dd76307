import DialogueModel

// Dialogues and watches, and their steps. A key and its help are one line, as in the schema.

extension Shape {
  // swift-format-ignore
  static let dialogue = Shape(
    "dialogue-file", "a dialogue", title: "A dialogue", [
      Key("dialogue", .name, required: true, "A dialogue: questions and what follows from them, walked in order. Its name comes before the ids of its questions, as in `garden.gate`."),
      Key("title", .text, "What the dialogue is about, for those who read the file."),
      Key("facts", .map(of: "text", help: "The condition that the name is for. It may use other facts."), "Conditions with a name, for this dialogue: `open: door is yes`. Other dialogues name one with its dialogue, as `garden.overgrown`."),
      Key("steps", .list(of: "step"), required: true, "What is asked, said and decided, in this order. Jumps go forward only."),
    ])

  // swift-format-ignore
  static let question = Shape(
    "question", "a question", [
      Key("ask", .name, required: true, "A question, by its id. The id stays when the wording changes: answers, scenarios and letters depend on it. With an id alone, a question further up is placed again here."),
      Key("text", .template, "The question as it is put. A slot such as `<<who | whoever is in>>` is an answer's words, or its stand-in while there is none."),
      Key("short", .template, "What is put instead of the text where the same question was reached before: in an earlier round, or where another dialogue was used."),
      Key("answer", .reference("answer"), "What the question takes. Not known, to find out and skipped can always be answered; there is nothing to write for them."),
      Key("options", .map(of: "item", names: .options), "What can be chosen, with `one of` and `any of`. With yes-no, other labels for yes and no."),
      Key("label", .template, "A few words for the question in lists of answers and gaps; its first line unless given."),
      Key("hint", .template, "A line under the question."),
      Key("why", .template, "Why it is asked; shown when someone types why."),
      Key("unclear", .template, "What is said to a reply that can't be read, before the question is asked again. A second such reply counts as not known, unless it begins with a no. Each is kept as a note."),
      Key("source", .reference("name"), "On what authority it is asked: one of the `sources:` of pack.yaml. Shown when someone types why."),
      Key("not-known", .words, "What not known is called at this question, such as `not sure`."),
      Key("optional", .flag, "yes: an empty reply skips it. It then leaves no gap and is not counted as left."),
      Key("quoted", .flag, "yes: the answer is someone's own words. What is typed in quotation marks is printed in them, anything else \"as reported\"."),
      Key("lines", .flag, "yes: the reply may run over several lines. For text."),
      Key("quiet", .flag, "`yes` for a question that is never asked by itself: a command fills it, such as note."),
      Key("ahead", .flag, "yes: a day still to come, so that Friday is the next one. For date and moment."),
      Key("at-least", .text, "The lowest number that can be answered."),
      Key("at-most", .text, "The highest number that can be answered. For `list of`: how many items there is room for, from 1 to 60; 12 unless given."),
      Key("earliest", .text, "The earliest day, time or moment that can be answered: one such as 2026-11-16, 16:30 or 2026-11-16T16:30, or `today`, `today + 3 days`, `today - 2 working days`. It is looked at when the answer is given."),
      Key("latest", .text, "The latest day, time or moment that can be answered, written in the same way."),
      Key("when-unsure", .choice([("latest", "The last day that it can be. A person born on it is the younger."), ("earliest", "The first day that it can be.")]), "Which day conditions read of an answer that is several days, such as `10-12 Nov` or `in May`; latest unless given. `age of` always reads the latest. For date."),
      Key("hears", .texts, "Classes of phrases. Where one is found in someone's own words, the question is asked next, or once more if its answer leaves out what was found; a text is only asked once more, when something newer was found. Nothing is answered by it. For yes-no, one of, any of and text."),
      Key("hears-late", .texts, "Classes of phrases that only bring the question back. Where one is found in something written after the answer, and the answer leaves it out, the question is asked once more. For any of."),
      Key("listens-to", .texts, "Of version 1 of the language, and not read any more: every text is listened to, by the classes of phrases in the files that start with `listening:`."),
      Key("heard-in", .texts, "Questions answered in text before this one. If the answers name exactly one of its options, that is the answer, and it is said. For `one of`."),
      Key("birth-date", .reference("name"), "A quiet date question of this dialogue that comes before. A date of birth typed here answers it, and the number is the age. For number."),
      Key("moment", .reference("name"), "A quiet moment question of this dialogue that comes before. The soonest day or time still to come that is named in what is typed answers it. For text and yes-no."),
      Key("holds", .reference("name"), "What the answer tells of someone, so that a pseudonymised copy replaces it wherever it occurs: one of `pseudonyms:` of the language file, such as `person`; `name`, a name without a label; `number`; or `date`, a date of birth. For text, list, one of and any of; `number` for text and number, `date` for date and moment."),
      Key("when", .condition, "The question is asked only if this condition holds: `door is yes and not wet`. Else it is passed over, and the next step follows. Not beside branches."),
      Key("then", .schema(##""anyOf": [{ "$ref": "#/definitions/target" }, { "$ref": "#/definitions/branches" }]"##), "Where to go from here; the next step unless given. A step, `end`, `finish` or `conclude OUTCOME`; or, for a yes-no or a one of, a line for each answer that goes its own way, and `otherwise:`."),
      Key("was", .texts, "Former ids of the question, so that answers kept under them still count. A name with a dialogue is whole."),
    ],
    conditions: questionConditions)

  // swift-format-ignore
  static let say = Shape(
    "say", "a say", [
      Key("say", .name, required: true, "Something that is said, by its id. It asks nothing."),
      Key("text", .template, required: true, "What is said. A part between `<<when: CONDITION>>` and `<<end>>` shows only when the condition holds; `<<today + 2 working days>>` is a day, and `<<number>>` counts 1, 2, 3."),
      Key("short", .template, "What is said instead of the text where the same step was reached before: in an earlier round, or where another dialogue was used."),
      Key("when", .condition, "It is said only if this condition holds."),
      Key("then", .other("target"), "Where to go from here; the next step unless given."),
      Key("was", .texts, "Former ids of the step."),
    ])

  // swift-format-ignore
  static let decide = Shape(
    "decide", "a decide", [
      Key("decide", .name, required: true, "A yes-no question to the answers, by its id. The person is not asked."),
      Key("text", .words, "What is decided, for those who read the file."),
      Key("if", .condition, required: true, "The condition: `rooms = 1`."),
      Key("then", .schema(decideBranches), required: true, "Where to go: a line for yes or no, and `otherwise:`."),
      Key("was", .texts, "Former ids of the step."),
    ])

  // swift-format-ignore
  static let choose = Shape(
    "choose", "a choose", [
      Key("choose", .name, required: true, "Goes by the first condition that holds, by its id. Write a line `when CONDITION: STEP` for each way, in order, and `otherwise: STEP` at the end. The person is not asked."),
      Key("text", .words, "What is chosen by, for those who read the file."),
      Key("otherwise", .reference("target"), required: true, "Where to go when none of the conditions holds."),
      Key("was", .texts, "Former ids of the step."),
    ],
    others: .beginning("when ", definition: "target", help: "Where to go when this is the first condition that holds: `when rooms > 5: large`."))

  // swift-format-ignore
  static let forEach = Shape(
    "for-each", "a for each", [
      Key("for each", .reference("reference"), required: true, "Repeats its steps for each item of this list: an `any of` or a `list of` that was asked before."),
      Key("id", .name, required: true, "The id of this step."),
      Key("as", .name, required: true, "What the item is called inside: with `as: room`, `<<room>>` is its label and `room is kitchen` tests it."),
      Key("steps", .list(of: "step"), required: true, "What is walked for each item. Its questions belong to the round: `visit.seen[kitchen].damp`."),
      Key("when", .condition, "The rounds are walked only if this condition holds."),
      Key("then", .other("target"), "Where to go after the last round; the next step unless given."),
    ])

  // swift-format-ignore
  static let use = Shape(
    "use", "a use", [
      Key("use", .reference("name"), required: true, "Walks another dialogue here, and comes back. Its questions keep its own name."),
      Key("id", .name, required: true, "The id of this step."),
      Key("when", .condition, "The dialogue is walked only if this condition holds."),
      Key("then", .other("target"), "Where to go when it comes back; the next step unless given."),
      Key("was", .texts, "Former ids of the step."),
    ])

  // swift-format-ignore
  static let conclude = Shape(
    "conclude", "a conclude", [
      Key("conclude", .name, required: true, "Reaches an outcome and goes on, by its id."),
      Key("outcome", .reference("name"), required: true, "Which outcome of the pack is reached."),
      Key("when", .condition, "It is reached only if this condition holds."),
      Key("then", .other("target"), "Where to go from here; the next step unless given."),
      Key("was", .texts, "Former ids of the step."),
    ])

  // swift-format-ignore
  static let group = Shape(
    "group", "a group", [
      Key("group", .name, required: true, "Several steps under one condition, by its id."),
      Key("when", .condition, required: true, "The condition. It is looked at once, before the first of the steps: if it does not hold, all of them are passed over."),
      Key("steps", .list(of: "step"), required: true, "The steps. A jump can lead out of them to a later step, but not into them from outside."),
      Key("was", .texts, "Former ids of the step."),
    ])

  // swift-format-ignore
  static let watches = Shape(
    "watches-file", "a file of watches", title: "Watches", [
      Key("watches", .list(of: "watch"), required: true, "Watches: steps that are walked as soon as a condition comes true, wherever the conversation is."),
    ])

  // swift-format-ignore
  static let watch = Shape(
    "watch", "a watch", [
      Key("watch", .name, required: true, "A watch, by its name, which comes before the ids of its steps: `gas.out`. No dialogue has the same."),
      Key("whenever", .condition, "The condition. It is looked at after each question it reads, and the first time it is true the steps are walked there. Either this or `whenever each:`."),
      Key("whenever each", .texts, "A list of conditions that fire each for itself. Either this or `whenever:`."),
      Key("for each", .reference("reference"), "A list, an `any of` or a `list of`: the watch fires once for each of its items."),
      Key("as", .name, "With `for each:`, what the item is called in the condition and the steps; `item` unless given."),
      Key("steps", .list(of: "step"), required: true, "What is said, asked or concluded there. Its own questions wait their turn."),
    ],
    conditions: #""oneOf": [{ "required": ["whenever"] }, { "required": ["whenever each"] }]"#)
}
