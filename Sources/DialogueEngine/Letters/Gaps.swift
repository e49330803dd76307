import DialogueModel
import Documents

/// A question of the path that has no value, and the words that mark the gap.
package struct Gap: Hashable, Sendable {
  /// The question without a value.
  package var question: Int
  /// Why there is no value, in the words that letters print.
  package var words: String
}

extension Conversation {
  /// The questions whose value is still to be found out, in the order of the path.
  package var gaps: [Gap] {
    walk.questions.compactMap { question in
      guard answers[question]?.value == nil else { return nil }
      // Where danger is asked about, not knowing counts as a yes, and the letter says what was done.
      if script.questions[question].unclear != nil, answers[question] == .notKnown { return nil }
      if script.questions[question].isOptional, answers[question] ?? .skipped == .skipped {
        return nil
      }
      return Gap(question: question, words: gapWords(question))
    }
  }

  func gapWords(_ question: Int) -> String {
    if let gap = script.questions[question].gap { return gap }
    return switch liveAnswer(question) {
    case nil: script.words(.gapNotAskedYet)
    case .notKnown: script.words(.gapNotKnown)
    case .toFindOut(let from): script.words(.gapToFindOut, ["who": from.withControlsVisible])
    case .skipped, .value: script.words(.gapNotAnswered)
    }
  }

  /// What is still to be found out, in a line for each reason; `others` are rows of a letter that ask for something
  /// that is not on the path, each with its label.
  func gapLines(and others: [(question: Int, label: String)]) -> [Document.Line] {
    var groups: [GapGroup] = []
    func add(_ question: Int, _ label: String) {
      var group = GapGroup(liveAnswer(question))
      let at = groups.firstIndex { $0.phrase == group.phrase && $0.who == group.who }
      if let at { group = groups[at] }
      group.questions.append((script.questions[question].key, label))
      if let at { groups[at] = group } else { groups.append(group) }
    }
    for gap in gaps { add(gap.question, print(script.questions[gap.question].label)) }
    for other in others { add(other.question, other.label) }
    return groups.map { $0.line(in: script.words) }
  }
}

/// Questions that have no value for the same reason.
private struct GapGroup {
  var phrase: Phrase
  /// Who would know; empty where nobody was named.
  var who = ""
  var questions: [(key: String, label: String)] = []

  init(_ answer: Answer?) {
    switch answer {
    case nil: phrase = .gapsNotAsked
    case .notKnown: phrase = .gapsNotKnown
    case .toFindOut(let from): (phrase, who) = (.gapsToFindOut, from.withControlsVisible)
    case .skipped, .value: phrase = .gapsNotAnswered
    }
  }

  func line(in words: Words) -> Document.Line {
    var line = Document.Line()
    for piece in words.phrases[phrase]?.pieces ?? [] {
      switch piece {
      case .words(let words): line.add(words, from: .letter)
      case .argument("who"): line.add(who, from: .letter)
      case .argument:
        for (place, question) in questions.enumerated() {
          if place > 0 { line.add(words(.listSeparator), from: .letter) }
          line.add(question.label, from: .gap(question.key))
        }
      }
    }
    return line
  }
}
