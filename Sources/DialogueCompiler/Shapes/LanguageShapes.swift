import DialogueModel

// The tool's own words. A key and its help are one line, as in the schema.

extension Shape {
  // swift-format-ignore
  static let language = Shape(
    "language-file", "the language file", title: "The tool's own words", [
      Key("language", .text, required: true, "The tool's own words, in the language of this code, such as en-GB. The file beside the packs has all of them; a pack's own file gives those that it says otherwise, or all of them in another language."),
      Key("phrases", .other("phrases"), "What the tool says in its own voice."),
      Key("understands", .other("understands"), "What the tool understands when it is typed. Capitals and punctuation make no difference."),
      Key("months", .list(of: "texts", count: 12), "The twelve months from January: for each its names, of which the first is printed."),
      Key("weekdays", .list(of: "texts", count: 7), "The seven weekdays from Monday: for each its names, of which the first is printed."),
      Key("commands", .other("commands"), "What people can type instead of an answer: the tool's own commands, and the pack's."),
    ])

  // swift-format-ignore
  static let command = Shape(
    "command", "the command", [
      Key("words", .texts, required: true, "What can be typed for it."),
      Key("help", .words, required: true, "Its line in the list of commands."),
      Key("says", .template, "What a command of the pack's own says. It may have slots with a stand-in, like any text."),
      Key("answers", .reference("reference"), "The question that a command of the pack's own answers, a yes-no or a one of, wherever it is typed. It goes with `with:`, and not with `says:`."),
      Key("with", .text, "The option it answers with."),
      Key("then", .reference("reference"), "A text question that takes what is typed after the command's words. With nothing after them it is asked."),
    ],
    conditions: #""dependencies": { "answers": ["with"], "with": ["answers"], "then": ["answers"] }, "not": { "required": ["says", "answers"] }"#)

  static let phrases = Shape(
    "phrases", "`phrases:`",
    phraseHelp.map { phrase, help in
      Key(phrase.rawValue, .template, help + slots(phrase.arguments))
    })

  static let understands = Shape(
    "understands", "`understands:`",
    wordListHelp.map { Key($0.rawValue, .texts, $1) })

  static let commands = Shape(
    "commands", "`commands:`",
    commandHelp.map { Key($0.rawValue, .other("command"), $1) },
    others: .beginning(
      "", definition: "own-command",
      help: "A command of the pack's own, which says something or answers a question."))

  private static func slots(_ arguments: [String]) -> String {
    let slots = arguments.map { "`<<\($0)>>`" }
    guard let last = slots.last else { return "" }
    return slots.count == 1
      ? " Its slot is \(last)."
      : " Its slots are \(slots.dropLast().joined(separator: ", ")) and \(last)."
  }

  // swift-format-ignore
  private static let phraseHelp: [(Phrase, String)] = [
    (.banner, "Said first of all: what this is, and what it is not."),
    (.approved, "Said under the banner, and by the slot for approval in a letter, of a pack that has been approved."),
    (.approvalPast, "The same when the day for another look is past."),
    (.notApproved, "The same when nobody has approved the pack."),
    (.notForUse, "On every page and letter of a trial, for those who write the pack: that it is not for use."),
    (.packRefused, "Said when the pack turns out to have a fault: that it can't be used, that nothing was kept, who can mend it, and what to do in an emergency."),
    (.yes, "The label of yes, where a question gives no other."),
    (.no, "The label of no, where a question gives no other."),
    (.notKnown, "What an answer of not known is called, where a question gives no other name."),
    (.toFindOut, "An answer that someone else would know, in the review."),
    (.skipped, "An answer that was skipped, in the review."),
    (.none, "The answer none to an any of or a list, and a letter's gaps when there are none."),
    (.listSeparator, "What separates two things of a list, such as a comma and a space."),
    (.asReported, "Someone's words that were not typed in quotation marks, as a letter prints them."),
    (.notUsed, "Said to someone who wants to change an answer that is kept but not used now."),
    (.openQuote, "The quotation mark before someone's own words."),
    (.closeQuote, "The quotation mark after someone's own words."),
    (.gapNotKnown, "What a letter says in place of an answer that is not known."),
    (.gapToFindOut, "What a letter says in place of an answer that someone else would know."),
    (.gapNotAnswered, "What a letter says in place of an answer that was skipped."),
    (.gapNotAskedYet, "What a letter says in place of an answer to a question that has not been asked."),
    (.gapLine, "One line of a letter's list of gaps."),
    (.noGaps, "What a letter's list of gaps says where there are none."),
    (.suggested, "Above the options whose words are in an answer that the question listens to."),
    (.aSuggestion, "One such option."),
    (.notSuggested, "Between such options and the others."),
    (.chooseAny, "Under an any of: how to choose several."),
    (.chooseList, "Under a list of people or places: how to add one, change one, and stop."),
    (.anItem, "One item of such a list."),
    (.aRemovedItem, "One item of such a list that was removed."),
    (.severalLines, "Under a question that takes several lines: how to end them."),
    (.optional, "Under a question that may be left out: how to leave it out."),
    (.anOption, "One option under a question."),
    (.prompt, "What is printed before the place to type."),
    (.left, "How many questions are still to ask."),
    (.notUnderstood, "Said to the first reply that is not understood."),
    (.notUnderstoodAgain, "Said to the second reply to the same question that is not understood. `<<ways>>` is one of the ways below."),
    (.notUnderstoodThird, "Said from the third on, before the question is asked again: a way round."),
    (.noteKept, "Said when a note has been kept."),
    (.noteInLetter, "Said when words typed after the end are kept as a note that the letter has."),
    (.notKept, "Said when words typed after the end can't be kept."),
    (.noNote, "Said when there are no words to keep as a note."),
    (.notesElsewhere, "Said when the pack keeps no notes, or has no room for more."),
    (.waysYesNo, "How a yes-no can be answered."),
    (.waysOneOf, "How a one of can be answered."),
    (.waysAnyOf, "How an any of can be answered."),
    (.waysText, "How a question for words can be answered."),
    (.waysNumber, "How a question for a number can be answered."),
    (.waysDate, "How a question for a day can be answered."),
    (.waysTime, "How a question for a time of day can be answered."),
    (.waysList, "How a list of people or places can be answered and edited."),
    (.noRoom, "Said when a list has no room for another item."),
    (.waysFinished, "What can be typed when all is answered."),
    (.ambiguous, "Said when a reply, or a part of it, is a piece of one or more options, or a word that options share. `<<options>>` are one a line, each with its number."),
    (.dayPast, "Said to a day in the past where one to come is asked for."),
    (.dayTooFar, "Said to a day before 1900, or more than two years ahead."),
    (.dayTooEarly, "Said to a day before the question's `earliest:`."),
    (.dayTooLate, "Said to a day after the question's `latest:`."),
    (.timeTooEarly, "Said to a time before the question's `earliest:`."),
    (.timeTooLate, "Said to a time after the question's `latest:`."),
    (.numberTooSmall, "Said to a number below the question's `at-least:`."),
    (.numberTooLarge, "Said to a number above the question's `at-most:`."),
    (.timeOfWhichHalf, "Said to a time such as 2.30, which could be in the night or in the afternoon."),
    (.noWordsHere, "Said to a reply such as `none` where someone's own words are asked for."),
    (.onlyAlone, "Said to an answer that chooses an option with `exclusive: yes` together with others."),
    (.unclearNote, "The note that keeps a reply that could not be read, at a question with `unclear:`."),
    (.unclearTaken, "Said when a second such reply counts as not known."),
    (.noEmptyReply, "Said to an empty line where that is no answer."),
    (.nothingBefore, "Said to back at the first question."),
    (.noWhy, "Said to why where a question gives neither a reason nor a source."),
    (.source, "The source of a question, under its reason."),
    (.unknownCommand, "Said to a slash with no command after it."),
    (.aTerm, "A term of the glossary in a line."),
    (.aTermWithSource, "The same for a term that has a source."),
    (.termNear, "Said when a term is not in the glossary, and others are like it."),
    (.noTerm, "Said when a term is not in the glossary, and none is like it."),
    (.noGlossary, "Said when the pack has no glossary."),
    (.helpOpening, "The line above the list of commands."),
    (.helpLine, "One command of that list."),
    (.reviewLine, "One answer of the review."),
    (.reviewParked, "In the review, the line above the answers that are kept but not used now."),
    (.reviewNothing, "The review when nothing has been answered."),
    (.changeWhich, "Said to change when it is not clear which answer is meant."),
    (.changing, "Under a question that is asked again: the answer it has."),
    (.wouldPark, "Said before a change: which answers would no longer be used."),
    (.wouldReturn, "Said before a change: which answers would be used again."),
    (.wouldAsk, "Said before a change: what would be asked."),
    (.watchedFirst, "Said first of all before a change: which of the answers it sets aside a watch reads."),
    (.confirmChange, "Asks whether to make the change."),
    (.changeKept, "Said when the change is not made."),
    (.confirmWays, "Said when the reply to that is neither yes nor no."),
    (.confirmReplace, "Asks before a text is replaced by a shorter one. `<<words>>` is how the old one begins."),
    (.confirmTakeOut, "Asks before a text is replaced by no text. `<<words>>` is how the old one begins."),
    (.letterHeading, "The line before a drafted letter."),
    (.letterEnd, "The line after a drafted letter."),
    (.aLetter, "The name and the label of a letter, in a list of letters."),
    (.moreLetters, "Said after a letter where there are more to send: which, and how to see them."),
    (.whichLetter, "Said when no letter, or more than one, can be meant."),
    (.wordingAdvice, "Said after a draft of a wording of the person's own, once: what to write instead, and the number of the answer."),
    (.unfinished, "The first line of a letter drafted before the conversation has come to an outcome of the chart."),
    (.finished, "Said when all is answered, before the letters."),
    (.endedEarly, "Said when the input ends before the conversation does."),
    (.endedUnseen, "Said on leaving early without having seen the draft."),
    (.stoppedAtLine, "Said when reading stops at a line of the input that is not understood."),
    (.quit, "The last words to someone who leaves."),
    (.onMachine, "Under the banner, when the program runs on another machine than the one being typed at."),
    (.cannotClear, "Said to clear where the screen cannot be cleared."),
    (.cleared, "Said on the empty screen."),
    (.interrupted, "Said to Ctrl-C: how far the conversation is."),
    (.offerDraft, "Asks, before leaving, whether to show the draft so far."),
  ]
  // swift-format-ignore
  private static let wordListHelp: [(WordList, String)] = [
    (.yes, "What counts as yes."),
    (.no, "What counts as no."),
    (.afterYes, "What may follow a yes because it agrees with it, such as `she is`. Anything else after a yes is asked again."),
    (.afterNo, "What may follow a no because it agrees with it, such as `she isn't`. Anything else after a no is asked again."),
    (.courtesy, "What may follow any answer and says nothing, such as `thank you`."),
    (.notKnown, "What counts as not known."),
    (.filler, "What may be said with a not known where words are asked for, such as `at the moment`."),
    (.toFindOut, "What comes before the name of who would know, such as `ask`."),
    (.skip, "What skips a question."),
    (.all, "What chooses all of an any of."),
    (.none, "What chooses none of an any of, or says that a list has no one in it."),
    (.between, "What may come between two options, such as `and`."),
    (.articles, "What may come before an option and is left out, such as `the`."),
    (.aroundNumber, "What may be said with a number and changes nothing, such as `years old`."),
    (.renameTo, "What may come between an item's number or name and its new name, such as `to`."),
    (.remove, "What removes items of a list, with their numbers or names after it."),
    (.rename, "What renames an item of a list, with its number or name and the new name after it."),
    (.restore, "What brings removed items of a list back, with their numbers or names after it."),
    (.listDone, "What says that a list has all its items."),
    (.noOne, "What says that a list has no items, such as `nobody`."),
    (.afterNoOne, "What may follow that, such as `i can think of`. Anything else after it is asked again."),
    (.noWords, "What is no one's own words where these are asked for, such as `none` or `as above`."),
    (.changeIt, "What agrees to a change of an answer."),
    (.leaveIt, "What leaves an answer as it was."),
    (.replaceIt, "What replaces a longer text."),
    (.addIt, "What adds new words to a text."),
    (.keepIt, "What keeps a text as it was."),
    (.showDraft, "What asks for the draft on leaving."),
    (.today, "What means today."),
    (.yesterday, "What means yesterday."),
    (.tomorrow, "What means tomorrow."),
    (.beforeDate, "What may be said with a day and changes nothing, such as `on`."),
    (.dayEnding, "What may end the figures of a day, such as `th`."),
    (.lastWeek, "What comes before a weekday of last week, such as `last`."),
    (.nextWeek, "What comes before a weekday of next week, such as `next`."),
    (.thisWeek, "What comes before a weekday of this week, such as `this`."),
    (.midday, "What means 12 in the middle of the day. The first is printed."),
    (.midnight, "What means the first minute of a day. The first is printed."),
    (.beforeMidday, "What comes after a time before midday, such as `am`. The first is printed."),
    (.afterMidday, "What comes after a time after midday, such as `pm`. The first is printed."),
    (.beforeTime, "What may be said before a time and changes nothing, such as `at`."),
  ]
  // swift-format-ignore
  private static let commandHelp: [(Command.Action, String)] = [
    (.help, "Lists the commands."),
    (.why, "Says why the question is asked, and on what source."),
    (.back, "Asks the question before again."),
    (.review, "Lists what has been answered."),
    (.change, "Changes an answer, by its number in the review or its words."),
    (.draft, "Shows the letter as it is now; with a name after it that one, with all every one."),
    (.note, "Keeps words as a note."),
    (.glossary, "Says what a term of the glossary means; without one, all of them."),
    (.clear, "Empties the screen."),
    (.quit, "Leaves."),
  ]
}
