/// Each thing that the tool says in its own voice; a pack's language file gives the words.
package enum Phrase: String, Sendable, CaseIterable {
  case banner
  case approved
  case approvalPast = "approval-past"
  case approvalChanged = "approval-changed"
  case notApproved = "not-approved"
  case notForUse = "not-for-use"
  case practice
  case practiceStart = "practice-start"
  case practiceEnd = "practice-end"
  case packRefused = "pack-refused"
  case yes, no
  case notKnown = "not-known"
  case toFindOut = "to-find-out"
  case skipped
  case none
  case listSeparator = "list-separator"
  case lastSeparator = "last-separator"
  case asReported = "as-reported"
  case notUsed = "not-used"
  case openQuote = "open-quote"
  case closeQuote = "close-quote"

  case gapNotKnown = "gap-not-known"
  case gapToFindOut = "gap-to-find-out"
  case gapNotAnswered = "gap-not-answered"
  case gapNotAskedYet = "gap-not-asked-yet"
  case gapsNotKnown = "gaps-not-known"
  case gapsToFindOut = "gaps-to-find-out"
  case gapsNotAnswered = "gaps-not-answered"
  case gapsNotAsked = "gaps-not-asked"

  case suggested
  case aSuggestion = "a-suggestion"
  case notSuggested = "not-suggested"
  case youWrote = "you-wrote"
  case heardMeanwhile = "heard-meanwhile"
  case alsoWrote = "also-wrote"
  case chooseAny = "choose-any"
  case chooseList = "choose-list"
  case anItem = "an-item"
  case aRemovedItem = "a-removed-item"
  case severalLines = "several-lines"
  case optional
  case anOption = "an-option"
  case prompt

  case looseTaken = "loose-taken"
  case contradiction
  case impossibleDay = "impossible-day"
  case loosePartly = "loose-partly"
  case looseWhich = "loose-which"
  case lateCorrection = "late-correction"
  case leansYes = "leans-yes"
  case askedBack = "asked-back"
  case leansNo = "leans-no"
  case notUnderstood = "not-understood"
  case notUnderstoodAgain = "not-understood-again"
  case notUnderstoodThird = "not-understood-third"
  case noteKept = "note-kept"
  case noteInLetter = "note-in-letter"
  case notKept = "not-kept"
  case noNote = "no-note"
  case notesElsewhere = "notes-elsewhere"
  case waysYesNo = "ways-yes-no"
  case waysOneOf = "ways-one-of"
  case waysAnyOf = "ways-any-of"
  case waysText = "ways-text"
  case waysNumber = "ways-number"
  case waysDate = "ways-date"
  case waysTime = "ways-time"
  case waysMoment = "ways-moment"
  case waysList = "ways-list"
  case noRoom = "no-room"
  case waysFinished = "ways-finished"
  case ambiguous
  case dayPast = "day-past"
  case dayAhead = "day-ahead"
  case dayWhich = "day-which"
  case monthDays = "month-days"
  case notThatWeekday = "not-that-weekday"
  case dayTooFar = "day-too-far"
  case dayTooEarly = "day-too-early"
  case dayTooLate = "day-too-late"
  case timeTooEarly = "time-too-early"
  case timeTooLate = "time-too-late"
  case numberTooSmall = "number-too-small"
  case numberTooLarge = "number-too-large"
  case numberNear = "number-near"
  case schoolYearTaken = "school-year-taken"
  case timeOfWhichHalf = "time-of-which-half"
  case noWordsHere = "no-words-here"
  case onlyAlone = "only-alone"
  case unclearNote = "unclear-note"
  case unclearTaken = "unclear-taken"
  case bornTaken = "born-taken"
  case momentTaken = "moment-taken"
  case heardTaken = "heard-taken"
  case noEmptyReply = "no-empty-reply"
  case nothingBefore = "nothing-before"
  case noWhy = "no-why"
  case source
  case unknownCommand = "unknown-command"

  case aTerm = "a-term"
  case aTermWithSource = "a-term-with-source"
  case termNear = "term-near"
  case noTerm = "no-term"
  case noGlossary = "no-glossary"

  case helpOpening = "help-opening"
  case helpLine = "help-line"
  case reviewLine = "review-line"
  case reviewParked = "review-parked"
  case reviewNothing = "review-nothing"
  case undone
  case nothingToUndo = "nothing-to-undo"
  case redone
  case nothingToRedo = "nothing-to-redo"
  case lineUndone = "line-undone"
  case addingTo = "adding-to"
  case addToWords = "add-to-words"
  case commandOrAnswer = "command-or-answer"
  case noteOrAnswer = "note-or-answer"
  case whatToDo = "what-to-do"
  case whatIsNew = "what-is-new"
  case nothingNew = "nothing-new"
  case itWas = "it-was"
  case wordFile = "word-file"
  case checkFirst = "check-first"
  case checkClear = "check-clear"
  case saveWhere = "save-where"
  case saveWhich = "save-which"
  case saved
  case notSaved = "not-saved"
  case nothingSaved = "nothing-saved"
  case copied
  case notCopied = "not-copied"
  case printed
  case notPrinted = "not-printed"
  case letterChanged = "letter-changed"
  case more
  case changeWhich = "change-which"
  case changing
  case wouldPark = "would-park"
  case wouldReturn = "would-return"
  case wouldAsk = "would-ask"
  case watchedFirst = "watched-first"
  case confirmChange = "confirm-change"
  case changeKept = "change-kept"
  case confirmWays = "confirm-ways"
  case confirmReplace = "confirm-replace"
  case confirmTakeOut = "confirm-take-out"

  case headReference = "letter-reference"
  case headTo = "letter-to"
  case headFrom = "letter-from"
  case headWritten = "letter-written"
  case headSubject = "letter-subject"
  case daysFromTo = "days-from-to"
  case daysAbout = "days-about"
  case moment
  case momentToday = "moment-today"
  case momentTomorrow = "moment-tomorrow"
  case letterHeading = "letter-heading"
  case letterEnd = "letter-end"
  case aLetter = "a-letter"
  case moreLetters = "more-letters"
  case whichLetter = "which-letter"
  case pseudonymised
  case pseudonymName = "pseudonym-name"
  case pseudonymNumber = "pseudonym-number"
  case pseudonymAddress = "pseudonym-address"
  case pseudonymDate = "pseudonym-date"
  case pseudonymsGuessed = "pseudonyms-guessed"
  case wordingAdvice = "wording-advice"
  case unfinished
  case finished
  case endedEarly = "ended-early"
  case endedUnseen = "ended-unseen"
  case stoppedAtLine = "stopped-at-line"
  case quit
  case onMachine = "on-machine"
  case cannotClear = "cannot-clear"
  case cleared
  case interrupted
  case interruptedKept = "interrupted-kept"
  case offerDraft = "offer-draft"
  case offerDraftKept = "offer-draft-kept"
  case endedKept = "ended-kept"

  case keepConversation = "keep-conversation"
  case keepToo = "keep-too"
  case keepsNothing = "keeps-nothing"
  case keeping
  case cannotKeep = "cannot-keep"
  case keepingStopped = "keeping-stopped"
  case keepingAgain = "keeping-again"
  case keptAs = "kept-as"
  case leftUnfinished = "left-unfinished"
  case resumed
  case otherDay = "other-day"
  case nowPassed = "now-passed"
  case resumeLater = "resume-later"
  case cannotResume = "cannot-resume"
  case linesAgain = "lines-again"
  case takeOutWhich = "take-out-which"
  case cannotAnswer = "cannot-answer"
  case questionNotKept = "question-not-kept"
  case longName = "long-name"
  case askedAtEnd = "asked-at-end"
  case nothingToDoYet = "nothing-to-do-yet"
  case nothingLeft = "nothing-left"
  case nowParked = "now-parked"
  case nowOtherLetters = "now-other-letters"
  case noLongerAsked = "no-longer-asked"
  case sentNoted = "sent-noted"
  case sentWhere = "sent-where"
  case sentNotKept = "sent-not-kept"

  /// The names of the slots that the words of this phrase may have.
  package var arguments: [String] {
    switch self {
    case .approved, .approvalPast, .approvalChanged: ["by", "date", "review"]
    case .toFindOut, .gapToFindOut: ["who"]
    case .gapsNotKnown, .gapsNotAnswered, .gapsNotAsked: ["questions"]
    case .gapsToFindOut: ["who", "questions"]
    case .dayWhich: ["first", "second"]
    case .daysFromTo: ["first", "last"]
    case .monthDays: ["month", "days"]
    case .notThatWeekday: ["date", "weekday"]
    case .impossibleDay: ["words", "date", "weekday"]
    case .daysAbout: ["days"]
    case .moment, .momentToday, .momentTomorrow: ["day", "time"]
    case .anOption: ["number", "label"]
    case .aSuggestion: ["number", "label", "words"]
    case .youWrote, .heardMeanwhile: ["words"]
    case .saveWhere: ["letters", "format", "folder"]
    case .saveWhich: ["reply"]
    case .saved: ["files"]
    case .itWas: ["words"]
    case .notSaved, .notPrinted: ["why"]
    case .looseTaken, .addingTo: ["answer"]
    case .undone, .redone: ["answers"]
    case .commandOrAnswer: ["command"]
    case .loosePartly: ["answer", "rest"]
    case .lateCorrection: ["question", "answer"]
    case .contradiction: ["question", "answer", "words"]
    case .looseWhich: ["answer", "reply"]
    case .notUnderstood: ["reply"]
    case .notUnderstoodAgain: ["reply", "ways"]
    case .longName: ["number"]
    case .noteKept, .noteInLetter: ["note"]
    case .confirmReplace, .confirmTakeOut: ["words"]
    case .stoppedAtLine: ["line", "why"]
    case .unclearNote: ["question", "reply"]
    case .unclearTaken: ["answer"]
    case .bornTaken: ["date", "age"]
    case .momentTaken: ["moment"]
    case .heardTaken: ["question", "answer", "words"]
    case .ambiguous: ["reply", "options"]
    case .onlyAlone: ["option"]
    case .dayTooEarly, .dayTooLate, .timeTooEarly, .timeTooLate, .numberTooSmall, .numberTooLarge:
      ["bound"]
    case .numberNear: ["number", "lower"]
    case .schoolYearTaken: ["words", "answer", "next"]
    case .source: ["title", "date"]
    case .aTerm: ["term", "means"]
    case .aTermWithSource: ["term", "means", "title"]
    case .termNear: ["reply", "terms"]
    case .unknownCommand, .changeWhich, .noTerm, .noWordsHere: ["reply"]
    case .helpLine: ["words", "help"]
    case .reviewLine: ["number", "question", "answer"]
    case .changing: ["question", "answer"]
    case .wouldPark, .wouldReturn, .watchedFirst: ["answers"]
    case .wouldAsk: ["questions"]
    case .letterHeading: ["letter"]
    case .aLetter: ["name", "label"]
    case .moreLetters: ["letters"]
    case .whichLetter: ["reply", "letters"]
    case .pseudonymsGuessed: ["words"]
    case .wordingAdvice: ["words", "advice", "number"]
    case .interrupted, .interruptedKept: ["answered"]
    case .keeping, .endedKept: ["case"]
    case .cannotKeep, .keepingStopped, .cannotResume: ["why"]
    case .keptAs: ["case", "mark"]
    case .leftUnfinished: ["cases"]
    case .resumed: ["case", "left"]
    case .otherDay: ["day"]
    case .linesAgain: ["lines"]
    case .nowParked, .nowPassed, .noLongerAsked: ["answers"]
    case .nowOtherLetters: ["letters"]
    case .sentNoted: ["words"]
    case .anItem, .aRemovedItem: ["number", "name"]
    case .onMachine: ["host"]
    case .asReported: ["words"]
    default: []
    }
  }
}
