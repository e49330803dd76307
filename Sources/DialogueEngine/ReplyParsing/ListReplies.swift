import DialogueModel

extension Conversation {
  /// Reads a reply to a typed list: a command, an edit, the end of the list, a state, or one more item.
  func list(_ typed: String, _ plain: NormalizedReply, _ number: Int) -> ParsedReply {
    let words = script.words
    // A reply that opens with a quotation mark is always a name.
    if typed.trimmed.first?.opensQuotation == true { return adding(name: typed, to: number) }
    if let command = command(plain, anyArgument: false) { return command }
    let hasItems = items(of: number).contains { !$0.isRemoved }
    func isOne(of lists: WordList...) -> Bool {
      lists.contains { words[$0].contains(where: plain.matches) }
    }
    // "No one" or "not known" ends a list that has items, without removing any.
    let isDone = plain.isMade(of: words[.courtesy], andOneOf: words[.listDone])
    if isDone || hasItems && isOne(of: .notKnown, .skip) || isNoOne(plain) {
      return hasItems ? .listDone : .answer(removingAll(of: number))
    }
    // "No" may be about something else.
    if isOne(of: .no) {
      return hasItems ? .listDone : .loose(removingAll(of: number), rest: "")
    }
    // "Nobody at home" may mean no one, or be words about someone.
    if words[.noOne].contains(where: { plain.rest(after: $0) != nil }) || isOne(of: .yes) {
      return .notUnderstood
    }
    if let edit = edit(plain, number) { return edit }
    let question = script.questions[number]
    if !hasItems, plain.isShort,
      let state = state(plain, question) ?? notKnownAndMore(plain, question)
    {
      return .answer(state)
    }
    if number != script.notes, let state = stateWithoutName(plain, question) {
      return hasItems ? .notUnderstood : .loose(state, rest: "")
    }
    if number == script.notes {
      // One thing a line.
      let several = typed.contains("\n") ? TypedNames(typed, words) : nil
      return several.map { adding($0, to: number) } ?? adding(name: typed, to: number)
    }
    if isDoubtful(plain) { return .notUnderstood }
    if let state = beginningState(of: plain, script.questions[number]), !hasItems, plain.isShort {
      return .loose(state, rest: "")
    }
    let several = TypedNames(typed, script.words)
    if !several.names.isEmpty { return adding(several, to: number) }
    let one = adding(name: typed, to: number)
    guard case .answer(let answer) = one, mayBeNoName(plain) else { return one }
    return .loose(answer, rest: "")
  }

  /// Whether a short reply has words that are hardly part of a name: "Dean or Ty", "poss Jade", "most of her class".
  private func mayBeNoName(_ plain: NormalizedReply) -> Bool {
    let words = script.words
    let unsure =
      words[.negation] + words[.echoVerbNot] + words[.eitherOr] + words[.takesBack]
      + words[.probablyYes] + words[.echoVerb] + words[.echoShort]
      + words[.between] + words[.afterNoOne] + words[.someOfMany]
    return plain.count <= 8 && (plain.words.contains(",") || plain.contains(anyOf: unsure))
  }

  /// Whether it is a question, takes a name back, or rules one out: "Dean?", "Mia, no wait", "not Dean".
  private func isDoubtful(_ plain: NormalizedReply) -> Bool {
    let words = script.words
    return plain.words.contains("?") || words[.pronouns].contains(where: plain.matches)
      || plain.longestOpening(among: words[.not]) > 0
      || plain.isShort && words[.correction].contains { plain.contains(NormalizedReply($0)) }
  }

  private func adding(_ several: TypedNames, to number: Int) -> ParsedReply {
    let last = highestNumber(of: number)
    guard last + several.names.count <= script.questions[number].options.count else {
      return .noRoom
    }
    let new = several.names.enumerated().map { Item(number: last + 1 + $0, name: $1) }
    let all = Answer.value(.items(items(of: number) + new))
    return several.isSure ? .answer(all) : .loose(all, rest: "")
  }

  func adding(name typed: String, to number: Int) -> ParsedReply {
    // A note keeps its quotation marks, which show whose words they are.
    let name = number == script.notes ? typed.trimmed : typed.insideQuotes ?? typed.trimmed
    return adding(name, to: number).map { .answer($0) } ?? .noRoom
  }

  private func isNoOne(_ plain: NormalizedReply) -> Bool {
    let words = script.words
    if words[.none].contains(where: plain.matches) { return true }
    return words[.noOne].contains {
      plain.rest(after: $0)?.isMade(of: words[.afterNoOne] + words[.courtesy]) ?? false
    }
  }

  /// Removes, restores or renames items; nil if the reply does not start with a word for that.
  private func edit(_ plain: NormalizedReply, _ number: Int) -> ParsedReply? {
    func rest(after list: WordList) -> NormalizedReply? {
      script.words[list].lazy.compactMap { plain.rest(after: $0) }.first
    }
    let all = items(of: number)
    let (live, gone) = (all.filter { !$0.isRemoved }, all.filter(\.isRemoved))
    let edited: Answer?
    if let rest = rest(after: .remove) {
      edited = named(rest, among: live).flatMap { items in
        changing(items: items, of: number) { $0.isRemoved = true }
      }
    } else if let rest = rest(after: .restore) {
      edited = named(rest, among: gone).flatMap { items in
        changing(items: items, of: number) { $0.isRemoved = false }
      }
    } else if let rest = rest(after: .rename) {
      edited = renamed(rest, among: live).flatMap { item, name in
        changing(items: [item], of: number) { $0.name = name }
      }
    } else {
      return nil
    }
    return edited.map { .answer($0) } ?? .notUnderstood
  }

  /// The one item with this number or this whole name; nil if there is none or more than one.
  private func item(_ plain: NormalizedReply, among items: [Item]) -> Int? {
    let meant = items.filter {
      $0.number == plain.wholeNumber || NormalizedReply($0.name).words == plain.words
    }
    return meant.count == 1 ? meant[0].number : nil
  }

  /// The number of words in the longest name, at least 1.
  private func longestName(of items: [Item]) -> Int {
    items.map { NormalizedReply($0.name).count }.max().map { max($0, 1) } ?? 1
  }

  /// Several items, by numbers and names; nil if one of them is not in the list.
  private func named(_ plain: NormalizedReply, among items: [Item]) -> [Int]? {
    var numbers: [Int] = []
    var parts = plain.parts(between: script.words[.between])[...]
    let most = longestName(of: items)
    while let first = parts.first {
      let longest = (1...min(most, parts.count)).reversed().lazy.compactMap {
        count -> (Int, Int)? in
        guard let last = parts.dropFirst(count - 1).first else { return nil }
        let run = plain[first.lowerBound..<last.upperBound]
        return self.item(run, among: items).map { ($0, count) }
      }.first
      if let (item, count) = longest {
        numbers.append(item)
        parts.removeFirst(count)
        continue
      }
      let several = plain[first].words.compactMap { word in
        word.asWholeNumber.flatMap { number in items.first { $0.number == number }?.number }
      }
      guard several.count == first.count else { return nil }
      numbers += several
      parts.removeFirst()
    }
    return numbers.isEmpty ? nil : numbers
  }

  /// The item and its new name in `Bo to Kim`, `2 to Kim` or `2 Kim`; nil if that is unclear.
  private func renamed(_ plain: NormalizedReply, among items: [Item]) -> (item: Int, name: String)?
  {
    let between = Set(script.words[.renameTo].map { $0.lowercased() })
    var meant: [(item: Int, name: String)] = []
    for at in plain.words.indices.prefix(longestName(of: items) + 1)
    where between.contains(plain.words[at]) {
      let name = plain[at + 1..<plain.count].typed
      if let item = item(plain[0..<at], among: items), !name.isEmpty { meant.append((item, name)) }
    }
    if meant.isEmpty, plain.count > 1, !between.contains(plain.words[1]),
      plain.words[0].asWholeNumber != nil, let item = item(plain[0..<1], among: items)
    {
      meant = [(item, plain[1..<plain.count].typed)]
    }
    return meant.count == 1 ? meant[0] : nil
  }
}
