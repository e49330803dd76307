import DialogueModel

/// Reports conditions and slots that read a question which no path asks before them.
enum NotYetAsked: Check {
  static let explanation = Explanation(
    .notYetAsked,
    "A condition or a slot reads a question that has not been asked by then: it comes later, or only on another path.",
    why: "it would always be read as not asked, whatever the answer is later.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: go-in
            otherwise: look-round
        - ask: look-round
          text: Is a window open?
          answer: yes-no
          then: conclude done
        - say: go-in
          text: Go in.
          when: look-round is yes
      #         ^
        - conclude: done
          outcome: done
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    pack.impossible(.asked).compactMap { claim in
      guard let asked = claim.question, !pack.isUnmet(claim.place),
        let name = pack.script.questions.first(where: { $0.place == asked })?.key.withoutRounds
      else { return nil }
      return Diagnostic(
        .notYetAsked, "no path has asked `\(name)` when this is read",
        fix: "move this to a path that asks it, or the question before the paths part",
        at: claim.place)
    }
  }
}

extension Checker {
  /// Whether no path reaches the condition or slot at this place, which is reported elsewhere.
  func isUnmet(_ place: SourcePlace) -> Bool {
    if isImpossible(.looked, place) { return true }
    return script.steps.contains { step in
      guard isImpossible(.reached, step.place) else { return false }
      switch step.action {
      case .say(let text): return text.places.contains(place)
      case .ask(let number):
        return script.questions[number].texts.contains { $0.places.contains(place) }
      default: return false
      }
    }
  }
}

extension Text {
  /// The places of its slots and of the conditions of its parts.
  var places: Set<SourcePlace> {
    var places: Set<SourcePlace> = []
    visit { piece, _ in
      if let place = piece.place { places.insert(place) }
    }
    return places
  }
}

extension Text.Piece {
  /// Where a slot for an answer, or the condition of a part, is written; nil for any other piece.
  var place: SourcePlace? {
    switch self {
    case .answer(_, _, let place), .field(_, _, _, let place), .quotations(_, let place),
      .earlier(_, _, _, let place):
      place
    case .when(let test, _, _): test.place
    case .words, .lines, .option, .item, .today, .now, .number, .approval, .part, .joined: nil
    }
  }
}
