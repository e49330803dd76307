/// The tool's own words, which every pack provides: what the tool says and what it understands.
package struct Words: Sendable {
  /// The language that the pack is written in, as `language:` gives it: `en-GB`.
  package var language = ""
  /// What the tool says, by phrase.
  package var phrases: [Phrase: Wording] = [:]
  /// The words that the tool understands, by list.
  package var lists: [WordList: [String]] = [:]
  /// The names of each month, January first; the first name is printed and all are understood.
  package var months: [[String]] = []
  /// The names of each weekday, Monday first; the first name is printed and all are understood.
  package var weekdays: [[String]] = []
  /// The labels that pseudonymised copies have in place of names, by the kind that `holds:` gives.
  package var pseudonyms: [String: Wording] = [:]
  /// What can be typed instead of an answer: the tool's own commands and the pack's.
  package var commands: [Command] = []
  /// The words of days and times, made ready for reading once a script has all its words.
  package var dayWords = DayWords()

  /// Starts without any words.
  package init() {}

  /// The words of a list; empty if the language file has none.
  package subscript(list: WordList) -> [String] { lists[list] ?? [] }

  /// A phrase with its arguments filled in; empty if the language file does not have it.
  package func callAsFunction(_ phrase: Phrase, _ arguments: [String: String] = [:]) -> String {
    phrases[phrase]?.filled(with: arguments) ?? ""
  }

  /// Things joined as people list them: "A, B and C".
  package func list(_ things: [String]) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    return things.dropLast().joined(separator: self(.listSeparator)) + self(.lastSeparator) + last
  }
}

extension Words {
  /// These words, completed by those of another language file where there are none here.
  ///
  /// Commands have the order of the other file; those that only these words have come last.
  package func completed(by others: Words) -> Words {
    var words = self
    words.phrases.merge(others.phrases) { own, _ in own }
    words.lists.merge(others.lists) { own, _ in own }
    words.pseudonyms.merge(others.pseudonyms) { own, _ in own }
    if months.isEmpty { words.months = others.months }
    if weekdays.isEmpty { words.weekdays = others.weekdays }
    words.commands =
      others.commands.map { other in commands.first { $0.id == other.id } ?? other }
      + commands.filter { own in !others.commands.contains { $0.id == own.id } }
    return words
  }
}

/// The words of a phrase, with slots for its arguments.
package struct Wording: Hashable, Sendable {
  /// The words and slots in order; joined they are the phrase.
  package var pieces: [Piece]

  /// A stretch of words, or a slot with the name of its argument.
  package enum Piece: Hashable, Sendable {
    case words(String)
    case argument(String)
  }

  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The phrase with each slot filled in; an argument that is not given leaves its slot empty.
  package func filled(with arguments: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .argument(let name): arguments[name] ?? ""
      }
    }.joined()
  }
}

/// The lists of words that the tool understands.
package enum WordList: String, Sendable, CaseIterable {
  case yes, no
  /// What an echo of a question is made of, "she is", "they don't", "it's not": who, what they do, and not.
  case echoSubject = "echo-subject"
  case echoVerb = "echo-verb"
  /// Words for people that name nobody: "they", "someone".
  case pronouns
  case echoVerbNot = "echo-verb-not"
  /// Who and what in one word: "she's".
  case echoShort = "echo-short"
  case verbForms = "verb-forms"
  case not
  /// A no that may not hold for long: "not at the moment".
  case noForNow = "no-for-now"
  /// Words that lean to an answer and are none: "i think so", "probably not".
  case probablyYes = "probably-yes"
  case probablyNo = "probably-no"
  /// Words that take back what was said before them and go on: "wait", "i mean".
  case correction
  /// Words that deny what comes after them in the clause: "not", "without".
  case negation
  /// Words that say that an answer is only near the truth: "almost", "under".
  case hedges
  /// Words that change nothing: "thank you", "sorry".
  case courtesy
  case notKnown = "not-known"
  /// Words that may surround "not known" in a text: "at the moment".
  case filler
  case toFindOut = "to-find-out"
  /// Words after the name of who would know: "will know".
  case wouldKnow = "would-know"
  /// Words that a question about the question begins with: "do you mean".
  case asksBack = "asks-back"
  /// Beginnings of a question about what to do: "can i not just".
  case asksAdvice = "asks-advice"
  /// Endings of a number that is not exact: "15ish".
  case aboutEnding = "about-ending"
  case skip
  case all, none
  /// Words that choose all options but those after them: "all but", and one within a list: "not".
  case allExcept = "all-except"
  case except
  /// Words between two answers of which only one can be meant: "or".
  case eitherOr = "either-or"
  /// Numbers in words, from none up, and the tens from twenty on.
  case numberWords = "number-words"
  case tens
  /// Places in a list: "first", "second"; and the last.
  case ordinals
  case last
  /// Words that may come before a place, after it, and between two: "number", "one", "to".
  case beforePlace = "before-place"
  case afterPlace = "after-place"
  case upTo = "up-to"
  /// Words before the number of a school year, and the age at the beginning of each year from 0 on.
  case schoolYear = "school-year"
  case schoolAges = "school-ages"
  /// Words after a number that are nothing to count: "because", so that "2 because" is not two of a thing.
  case afterNumber = "after-number"
  /// What a number counts in a reply to a list of options, and the endings of such words: the "weeks" of "6 weeks".
  case counted
  case countedEnding = "counted-ending"
  /// Words after a no that agree with it where danger is asked about: "with me".
  case agreesWithNo = "agrees-with-no"
  /// Words that say by themselves that nobody is in danger where that is asked: "fine", "with me".
  case safeNow = "safe-now"
  /// Words before a surname: "Mrs".
  case titles
  /// Words before a colleague whom someone is safe with: "with our".
  case beforeColleague = "before-colleague"
  /// Colleagues whom someone is safe with: "head of year".
  case colleagues
  /// Words that leave it open whether an option is meant: "might be".
  case doubts
  /// Words that open what takes options out of those chosen, and what may close it: "take out", "take … off".
  case takesOut = "takes-out"
  case takenOut = "taken-out"
  /// Words that ask for the letter to be changed: "please correct".
  case asksToChange = "asks-to-change"
  /// Words before the only options that are meant: "just".
  case only
  /// Words after a no that make it a correction: "that was", and not "she was".
  case correctsAfterNo = "corrects-after-no"
  /// Words of a question for something of one's own, and words that speak of someone else: "your", "hers".
  case your
  case someoneElse = "someone-else"
  /// Words that may separate two options: "and".
  case between
  /// Words that may precede an option: "the".
  case articles
  /// Words that may surround a number: "years old".
  case aroundNumber = "around-number"
  /// Words that lead to a number and change nothing: "hes", "about".
  case beforeNumber = "before-number"
  /// Words that may take back what was said before them: "but", "wait".
  case takesBack = "takes-back"
  /// Words that may come with a date of birth: "born".
  case aroundBirth = "around-birth"
  /// Words before a name that puts another right: the "it's" of "it's Kev not Keith".
  case beforeRightName = "before-right-name"
  /// Words by which a day is a date of birth: "born".
  case birth
  /// Words that may separate the old and the new name of an item: "to".
  case renameTo = "rename-to"
  /// Edits of a typed list: "remove 2", "rename 2 to Kim", "restore 2"; `listDone` says that it is complete.
  case remove, rename, restore
  case listDone = "list-done"
  /// Words that say a typed list has no items, and words that may follow them: "no one", "that I know of".
  case noOne = "no-one"
  case someOfMany = "some-of-many"
  case afterNoOne = "after-no-one"
  /// Replies that are nobody's own words where a question asks for these: "none", "as above".
  case noWords = "no-words"
  /// Pieces of a short reply that says that someone has said nothing: "hasn't said".
  case saidNothing = "said-nothing"
  /// Replies that say where the words are rather than what they are, "see my notes": what leads there, and the place.
  case pointsTo = "points-to"
  case elsewhere
  /// Pieces of a short reply that gives no name, "haven't got", words around them, and what asks for one name.
  case noName = "no-name"
  case aroundName = "around-name"
  case fullName = "full-name"
  /// Words besides a yes that agree to a reading that is shown back: "ok".
  case agrees
  /// Words that agree to a change, or leave things as they were; no question has such an option.
  case changeIt = "change-it"
  case leaveIt = "leave-it"
  /// Words that say what to do with a longer answer already given: "replace", "add", "keep".
  case replaceIt = "replace-it"
  case addIt = "add-it"
  case keepIt = "keep-it"
  /// Words that say what something that begins like a command is.
  case keepByPassphrase = "keep-by-passphrase"
  case keepByKey = "keep-by-key"
  case keepNothing = "keep-nothing"
  case isCommand = "is-command"
  case isAnswer = "is-answer"
  /// Words that ask for the draft when leaving.
  case showDraft = "show-draft"
  case today, yesterday, tomorrow
  /// "The day before yesterday" and "the day after tomorrow".
  case beforeYesterday = "before-yesterday"
  case afterTomorrow = "after-tomorrow"
  /// Words that may surround a date and change nothing: "on", "of", "it was".
  case beforeDate = "before-date"
  /// Endings that the number of a day may have: "th".
  case dayEnding = "day-ending"
  /// Words that say which week a weekday is in: "last", "next", "this".
  case lastWeek = "last-week"
  case nextWeek = "next-week"
  case thisWeek = "this-week"
  /// Words that say of a weekday that it is the last one, or the next: "just gone", "coming".
  case justGone = "just-gone"
  case coming
  /// Words by which a day is only about then: "about", "i think".
  case aboutDay = "about-day"
  /// Words that may come with a day and say when on it: "evening", "dinner time".
  case partOfDay = "part-of-day"
  /// Words for a third of a month or a year: "early", "mid", "the end of".
  case earlyPart = "early-part"
  case midPart = "mid-part"
  case latePart = "late-part"
  /// Words that precede a day and mean its week: "w/c", "the week of".
  case weekOf = "week-of"
  case weekend
  case spring, summer, autumn, winter
  /// What spans are made of: "from", "between"; "to"; "or".
  case spanOpening = "span-opening"
  case spanJoining = "span-joining"
  case either
  /// What "4 days ago" and "in a couple of weeks' time" are made of.
  case couple, few
  case days, weeks, fortnights
  case monthsLong = "months"
  case years, ago
  case fromNow = "from-now"
  /// The names of days, each after its month and day, and of times: "12-25 Christmas Day", "17:00 teatime".
  case namedDays = "named-days"
  case namedTimes = "named-times"
  case midday, midnight
  /// Words that say which half of the day a time is in: "am", "pm".
  case beforeMidday = "before-midday"
  case afterMidday = "after-midday"
  case atNight = "at-night"
  /// Words that may precede a time and change nothing: "at".
  case beforeTime = "before-time"
  /// What "half 3", "quarter to 4" and "20 past 4" are made of.
  case halfPast = "half-past"
  case quarter
  case pastHour = "past-hour"
  case toHour = "to-hour"
  /// Endings that make a time rough: "ish".
  case roughEnding = "rough-ending"
  /// Words that may precede a moment and change nothing: "at", "by", "around".
  case beforeMoment = "before-moment"
  /// Words that mean today without a time: "tonight".
  case tonight
  /// What "in 20 minutes" and "in 2 hours" are made of.
  case inSoLong = "in-so-long"
  case minutes, hours
  case halfAnHour = "half-an-hour"
  case anHour = "an-hour"
  /// What may be about to happen: "any minute".
  case anyMinute = "any-minute"
}
