package import DialogueModel

/// Names that are put right later, words that someone asks to change, and days that can't be.
extension Conversation {
  /// The questions of the path: first those that a day is heard in, since it decides by when someone must act.
  var questionsWithWords: [Int] {
    let timed = walk.questions.filter { script.questions[$0].moment != nil }
    return timed + walk.questions.filter { script.questions[$0].moment == nil }
  }

  /// Changes a name in the first other text that has it: "it's Kev not Keith".
  func namePutRight(
    in reply: NormalizedReply, at not: Int, _ number: Int
  ) -> Contradiction? {
    let end = reply.words[not - 1] == "," ? not - 2 : not - 1
    guard end >= 0, end == 0 && reply.count == 3 || says(reply.words[..<end]) else { return nil }
    if isHandle(reply.words[end]), isHandle(reply.words[not + 1]) {
      let (right, wrong) = (reply[end..<end + 1].typed, reply[not + 1..<not + 2].typed)
      return contradiction(changing: wrong, to: right).map {
        ($0.question, $0.answer, reply[max(0, end - 1)..<not + 2].typed)
      }
    }
    guard isNameWord(reply, end), isNameWord(reply, not + 1) else { return nil }
    let (right, wrong) = (reply[end..<end + 1].typed, reply.words[not + 1])
    return walk.questions.lazy.compactMap { question -> Contradiction? in
      guard question != number, case .value(.text(let text))? = answers[question],
        let changed = replacingWord(wrong, with: right, in: text)
      else { return nil }
      return (question, .value(.text(changed)), reply[max(0, end - 1)..<not + 2].typed)
    }.first
  }

  /// Whether a word is the name of an account: letters with a figure or a sign among them.
  private func isHandle(_ word: String) -> Bool {
    word.contains(where: \.isLetter) && word.count > 3
      && word.contains { $0.isNumber || $0 == "_" || $0 == "." }
  }

  /// Whether words end as those before a name that puts another right do: "it's", "the surname is".
  private func says(_ before: ArraySlice<String>) -> Bool {
    let words =
      before.suffix(1).contains(where: script.words[.echoVerb].contains)
      ? before.dropLast() : before
    return words.last.map(script.words[.beforeRightName].contains) ?? false
  }

  /// Whether a word may be a name: letters alone, and none of the small words.
  private func isNameWord(_ reply: NormalizedReply, _ at: Int) -> Bool {
    let word = reply.words[at]
    let small =
      script.words[.articles] + script.words[.pronouns] + script.words[.between]
      + script.words[.echoVerb] + script.words[.negation] + script.words[.afterNumber]
      + script.words[.echoShort].map { $0.replacing("'", with: "") }
    return word.count > 2 && word.allSatisfy(\.isLetter) && weekday(word) == nil
      && !small.contains { $0.lowercased() == word }
  }

  /// The text with another word wherever it has this one, except in somebody's words and where it is denied; nil if it
  /// has it nowhere else.
  private func replacingWord(_ wrong: String, with right: String, in text: String) -> String? {
    let all = text.ranges(of: /\p{L}+/)
    var changed = text
    for (number, place) in all.enumerated().reversed() where text[place].lowercased() == wrong {
      let before = number > 0 ? text[all[number - 1]].lowercased() : ""
      if script.words[.not].contains(before) { continue }
      changed = replacing(place, with: right, in: changed) ?? changed
    }
    return changed == text ? nil : changed
  }

  /// The words that someone asks to change, and those to put there: "Jez to Jaz".
  ///
  /// Of several ways to read it, the most words that an answer or a note has: "told me" of "told me to told Ann".
  package func wordsToChange(in typed: String) -> (wrong: String, right: String)? {
    let reply = NormalizedReply(typed)
    let between = reply.words.indices.dropFirst().dropLast().filter {
      script.words[.renameTo].contains(reply.words[$0])
    }
    return between.reversed().lazy
      .map { (wrong: reply[0..<$0].typed, right: reply[$0 + 1..<reply.count].typed) }
      .first { contradiction(changing: $0.wrong, to: $0.right) != nil }
  }

  /// The words that someone asks to take out of a text: those before the first comma where all of them are in none.
  package func wordsToTakeOut(in typed: String) -> String? {
    let reply = NormalizedReply(typed)
    let order = reply.longestOpening(among: script.words[.takesOut])
    guard order > 0, order < reply.count else { return nil }
    let rest = reply[order..<reply.count]
    // Words in quotation marks are all that is meant: take out "he might", that was me thinking.
    let quoted = typed.split(separator: /["“”]/, omittingEmptySubsequences: false)
    if quoted.count == 3, contradiction(changing: String(quoted[1]), to: "") != nil {
      return String(quoted[1])
    }
    // A word or two before a comma may be anywhere.
    let clause = rest.words.firstIndex(of: ",").flatMap { $0 > 2 ? rest[0..<$0] : nil }
    return [rest, clause].compactMap { $0?.typed }.first { words in
      guard let found = contradiction(changing: words, to: "") else { return false }
      guard case .value(.text(let text)) = found.answer else { return true }
      // An answer of which nothing is left is changed, and not cut.
      return text.contains(where: \.isLetter)
    }
  }

  /// What changes these words in the first answer or note that has them, in a quotation too; nil if none has.
  package func contradiction(changing wrong: String, to right: String) -> Contradiction? {
    let words = NormalizedReply(wrong)
    for question in questionsWithWords {
      guard case .value(.text(let text))? = answers[question],
        let changed = replacing(words, with: right, in: text)
      else { continue }
      return (question, .value(.text(changed)), wrong)
    }
    guard let notes = script.notes, let changed = changingNotes(words, to: right, in: notes) else {
      return nil
    }
    return (notes, changed, wrong)
  }

  /// The notes with other words wherever one of them has these; nil if none has.
  private func changingNotes(
    _ wrong: NormalizedReply, to right: String, in notes: Int
  ) -> Answer? {
    var items = items(of: notes)
    for at in items.indices where !items[at].isRemoved {
      items[at].name = replacing(wrong, with: right, in: items[at].name) ?? items[at].name
    }
    return items == self.items(of: notes) ? nil : .value(.items(items))
  }

  /// The words for an answer that would take another's place; of a list, only the items that it would change.
  package func changed(_ answer: Answer, of question: Int) -> String {
    guard case .value(.items(let items)) = answer else { return words(for: answer, to: question) }
    let old = self.items(of: question)
    let new = items.indices.filter { !old.indices.contains($0) || old[$0] != items[$0] }
    return new.map { items[$0].name }.joined(separator: " / ")
  }

  /// The text with other words wherever it has these; nil if it has them nowhere.
  private func replacing(
    _ wrong: NormalizedReply, with right: String, in text: String
  ) -> String? {
    let reply = NormalizedReply(text)
    let starts = reply.words.indices.filter { at in
      at + wrong.count <= reply.count && reply[at..<at + wrong.count].words == wrong.words
    }
    // Punctuation around a word is none of it: a quotation mark stays.
    let typed = Set(
      starts.map { start in
        let typed = reply[start..<start + wrong.count].typed
        func isPunctuation(_ mark: Character) -> Bool { !mark.isLetter && !mark.isNumber }
        return String(
          typed.drop(while: isPunctuation).reversed().drop(while: isPunctuation).reversed())
      })
    var changed = text
    for words in typed {
      for place in changed.ranges(of: words).reversed() {
        let around = [changed[..<place.lowerBound].last, changed[place.upperBound...].first]
        if around.contains(where: { $0.map { $0.isLetter || $0.isNumber } ?? false }) { continue }
        // What a correction says that it is not stays as it is.
        let before = NormalizedReply(String(changed[..<place.lowerBound])).words.last
        if let before, script.words[.not].contains(before) { continue }
        // With words that are taken out goes the question mark of their sentence.
        let isAsked = right.isEmpty && changed[place.upperBound...].first == "?"
        let end = isAsked ? changed.index(after: place.upperBound) : place.upperBound
        changed.replaceSubrange(place.lowerBound..<end, with: right)
      }
    }
    return changed == text ? nil : changed
  }

  /// A day in an answer that can't be, "Weds 17 Nov" where that is a Tuesday, and the answer with the weekday of that
  /// date; nil if there is none.
  package func impossibleDay(
    in typed: String, to question: Int
  ) -> (answer: Answer, words: String, date: String, weekday: String)? {
    guard case .value(.text(let text))? = answers[question], text == typed else { return nil }
    let reply = NormalizedReply(text)
    for at in reply.words.indices where weekday(reply.words[at]) != nil {
      // The "thurs" of "26 nov thurs, 2 dec" belongs to the date before it.
      if at > 0, endsDate(reply.words[at - 1]) { continue }
      for count in (2...4).reversed() where at + count <= reply.count {
        let part = reply[at..<at + count]
        guard part.words.last != ",",
          case .refused(.notThatWeekday, let arguments)? = day(in: part, on: today),
          !isToCome(part), let date = arguments["date"], let right = arguments["weekday"]
        else { continue }
        let typed = part.typed
        let name = reply[at..<at + 1].typed
        guard let place = text.firstRange(of: typed),
          let changed = replacing(place, with: right + typed.dropFirst(name.count), in: text)
        else { continue }
        return (.value(.text(changed)), typed, date, right)
      }
    }
    return nil
  }

  /// Whether a word is a month or a number, as those are that a date ends with.
  private func endsDate(_ word: String) -> Bool {
    word.first?.isNumber == true
      || script.words.months.joined().contains { $0.lowercased() == word }
  }

  /// Whether words name a day of the next months: "Saturday 5 December", "fri 22 jan 12.15".
  private func isToCome(_ part: NormalizedReply) -> Bool {
    moments(in: part).contains {
      MomentAnswer.day(at: $0.moment).dayNumber - today.dayNumber < 180
    }
  }
}
