import DialogueEngine
import DialogueModel

extension Chat {
  /// The current question with the possible answers; empty when everything is answered.
  var question: String {
    // What came of an errand is told before anything is asked.
    guard errand == nil, reading?.contradicts == nil else { return "" }
    if let keepingQuestion { return keepingQuestion }
    guard let number = conversation.question else { return "" }
    let question = conversation.script.questions[number]
    if question.type == .anyOf, conversation.isOffered(number) { return offered(number) }
    var lines = heard(by: number) + [conversation.print(question.text)]
    if let hint = question.hint { lines.append(conversation.print(hint)) }
    var labels = question.type == .list ? [] : question.options.map(\.label)
    if question.type == .yesNo || question.type == .oneOf {
      labels.append(question.notKnownLabel ?? words(.notKnown))
    }
    let suggestions = conversation.suggestions(for: number)
    let others = suggestions.count < labels.count ? [words(.notSuggested)] : []
    if !suggestions.isEmpty {
      lines += [words(.suggested)] + self.lines(of: suggestions, labels) + others
    }
    for (place, label) in labels.enumerated()
    where !suggestions.contains(where: { $0.option == place }) {
      lines.append(words(.anOption, ["number": String(place + 1), "label": label]))
    }
    switch question.type {
    case .anyOf: lines.append(words(.chooseAny))
    case .list:
      lines += conversation.items(of: number).map { item in
        words(
          item.isRemoved ? .aRemovedItem : .anItem,
          ["number": String(item.number), "name": item.name.withControlsVisible])
      }
      lines.append(words(.chooseList))
    case .text where question.takesLines: lines.append(words(.severalLines))
    default: break
    }
    if question.isOptional { lines.append(words(.optional)) }
    if conversation.isOffered(number) { lines.append(present(number)) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A question that is asked again, with its present answer.
  var reopened: String {
    guard let number = conversation.question, conversation.answers[number] != nil else {
      return question
    }
    return question + "\n" + present(number)
  }

  /// The options that a part of a reply may mean, with their numbers.
  func ambiguous(_ options: [Int], _ part: String, _ number: Int?) -> String {
    let all = number.map { conversation.script.questions[$0].options } ?? []
    let lines = options.filter(all.indices.contains).map { option in
      words(.anOption, ["number": String(option + 1), "label": all[option].label])
    }
    return words(
      .ambiguous, ["reply": shown(part), "options": lines.joined(separator: "\n")])
  }

  func ways(_ number: Int) -> String {
    words(conversation.script.questions[number].type.ways)
  }

  /// The progress so far, shown after Ctrl-C.
  var standing: String {
    let answered = conversation.walk.questions.count { conversation.answers[$0] != nil }
    return words(isKept ? .interruptedKept : .interrupted, ["answered": String(answered)])
  }

  /// What Tab completes here: the question's options and its other answers, then the commands.
  var completions: [String] {
    var own: [String] = []
    if let number = conversation.question {
      let question = conversation.script.questions[number]
      own =
        question.type == .list
        ? conversation.items(of: number).map(\.name)
          + [words[.remove], words[.rename], words[.restore], words[.none]].compactMap(\.first)
        : question.options.map(\.label)
      if question.type != .text {
        own.append(question.notKnownLabel ?? words(.notKnown))
      }
      if question.type == .anyOf {
        own += [words[.all].first, words[.none].first].compactMap { $0 }
      }
    }
    let commands = words.commands.flatMap(\.words) + draftCommands + glossaryCommands
    return own + commands + commands.map { "/\($0)" }
  }

  /// The commands that Tab offers for terms of the glossary.
  private var glossaryCommands: [String] {
    guard let glossary = words.commands.first(where: { $0.action == .glossary })?.words.first else {
      return []
    }
    return conversation.script.wordRules.glossary.map { "\(glossary) \($0.term)" }
  }

  func summary(of effect: Conversation.Effect) -> [String] {
    func labels(_ questions: [Int]) -> String {
      questions.map(label).joined(separator: words(.listSeparator))
    }
    let watched = effect.parks.filter { conversation.script.questions[$0].isWatched }
    var lines = [words(.wouldPark, ["answers": labels(effect.parks)])]
    if !watched.isEmpty { lines.insert(words(.watchedFirst, ["answers": labels(watched)]), at: 0) }
    if !effect.returns.isEmpty {
      lines.append(words(.wouldReturn, ["answers": labels(effect.returns)]))
    }
    if !effect.asks.isEmpty { lines.append(words(.wouldAsk, ["questions": labels(effect.asks)])) }
    return [lines.joined(separator: "\n")]
  }

  func label(_ number: Int) -> String {
    conversation.print(conversation.script.questions[number].label)
  }

  /// Says that many words which have just been added to a list as one name stand wherever it is named.
  func longName(in answer: Answer, to number: Int) -> [String] {
    guard number != conversation.script.notes, case .value(.items(let items)) = answer,
      let last = items.last, !last.isRemoved, NormalizedReply(last.name).count > 12
    else { return [] }
    return [words(.longName, ["number": String(items.count { !$0.isRemoved })])]
  }
}
