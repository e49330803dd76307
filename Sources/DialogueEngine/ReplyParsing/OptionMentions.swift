import DialogueModel

/// The options that a reply speaks of amid other words: "the owner told me at the gate".
///
/// They are only ever shown back. A mention inside a longer one of another option does not count, and one behind a
/// "not" in the same clause speaks against its option.
struct OptionMentions {
  private(set) var found: [Mention] = []

  struct Mention {
    var option: Int
    var range: Range<Int>
    var isNegated: Bool
  }

  init(_ typed: NormalizedReply, _ question: Question, _ words: Words) {
    let reply = typed.unhyphenated
    let stems = reply.words.map(\.stem)
    let little = Set(
      (words[.yes] + words[.no] + words[.pronouns] + words[.articles] + words[.negation])
        .map { $0.lowercased() })
    var all: [Mention] = []
    for (number, option) in question.options.enumerated() {
      for phrase in Self.phrases(of: option) {
        let sought = NormalizedReply(phrase).unhyphenated.without(words[.articles]).words.filter {
          $0 != ","
        }
        // A word such as "me" or "yes" says too little amid others.
        guard sought.contains(where: { $0.count >= 3 && !little.contains($0) }),
          sought.count <= stems.count
        else {
          continue
        }
        let soughtStems = sought.map(\.stem)
        for start in 0...(stems.count - sought.count)
        where stems[start..<start + sought.count].elementsEqual(soughtStems) {
          // The "not" of a reply has the stem of "notes", and is none of them.
          let isAnother = zip(sought, reply.words[start...]).contains {
            $0 != $1 && little.contains($1)
          }
          if isAnother { continue }
          // "3 others" counts them, or is an option's number: it is not clear which, unless it is its own.
          if start > 0, let place = reply.words[start - 1].asWholeNumber, place != number + 1 {
            continue
          }
          let range = start..<start + sought.count
          all.append(
            Mention(option: number, range: range, isNegated: Self.isNegated(range, reply, words)))
        }
      }
    }
    found = all.filter { mention in
      !all.contains { $0.range.count > mention.range.count && $0.range.overlaps(mention.range) }
    }
  }

  /// The options spoken of and not ruled out.
  var options: [Int] { Set(found.filter { !$0.isNegated }.map(\.option)).sorted() }

  /// Whether some words speak of two options alike.
  var isShared: Bool {
    found.contains { a in found.contains { $0.range == a.range && $0.option != a.option } }
  }

  private static func phrases(of option: AnswerOption) -> [String] {
    let id = option.id.replacing("-", with: " ")
    // In the middle of a label it is only one of its words: the "saw" of "I saw it myself".
    let label = NormalizedReply(option.label)
    let isWithin = label.longestOpening(among: [id]) == 0 && label.contains(NormalizedReply(id))
    return [option.label] + (isWithin ? [] : [id]) + option.synonyms
  }

  private static func isNegated(
    _ range: Range<Int>, _ reply: NormalizedReply, _ words: Words
  ) -> Bool {
    var start = range.lowerBound
    let ends = Set(words[.takesBack] + [","])
    let first = answered(reply, words)
    while start > first, range.lowerBound - start < 5, !ends.contains(reply.words[start - 1]) {
      start -= 1
    }
    let before = reply[start..<range.lowerBound]
    return before.contains(anyOf: words[.negation] + words[.echoVerbNot] + words[.noOne])
  }
}

extension OptionMentions {
  /// The words of a no that answers by itself, before more is said: "no it's safe", and not "no leaves".
  private static func answered(_ reply: NormalizedReply, _ words: Words) -> Int {
    let no = reply.longestOpening(among: words[.no])
    let goesOn = words[.echoSubject] + words[.echoShort] + words[.between]
    return reply[no..<reply.count].longestOpening(among: goesOn) > 0 ? no : 0
  }
}

extension String {
  /// The word without the endings -s, -es, -ed and -ing.
  fileprivate var stem: String {
    for ending in ["ing", "ed", "es", "s"] where hasSuffix(ending) && count - ending.count >= 3 {
      return String(dropLast(ending.count))
    }
    return self
  }
}

extension Conversation {
  /// The option that a clause of many words at the beginning of a reply says, and nothing after it takes back: "they
  /// don't know, not sure if it's safe, her aunt depends on him".
  func toldFirst(_ reply: NormalizedReply, _ question: Question) -> Answer? {
    func length(_ option: Int) -> Int {
      let own = question.options[option]
      return reply.longestOpening(among: [own.label] + own.synonyms)
    }
    let first = question.options.indices.max { length($0) < length($1) }
    guard let first, case let count = length(first), count >= 5, count < reply.count else {
      return nil
    }
    let rest = reply[count..<reply.count]
    let against = script.words[.takesBack] + script.words[.correction] + script.words[.eitherOr]
    let others = OptionMentions(rest, question, script.words).options.filter { $0 != first }
    return rest.words[0] == "," && !rest.contains(anyOf: against) && others.isEmpty
      ? .value(.option(first)) : nil
  }

  /// Whether words have those of another option than the one before them, two or more: "they know …, not safe".
  func names(
    anotherThan answer: Answer, _ rest: NormalizedReply, _ question: Question
  ) -> Bool {
    guard question.type == .oneOf, case .value(.option(let chosen)) = answer else { return false }
    return question.options.indices.contains { option in
      let own = question.options[option]
      return option != chosen
        && ([own.label] + own.synonyms).contains { words in
          let words = NormalizedReply(words)
          return words.count > 1 && rest.contains(words)
        }
    }
  }
}
