package import DialogueEngine
package import DialogueModel

/// What the scenarios of a pack come to, by the places in its files.
///
/// A `for each` stands in a script as often as its list has items; one round is enough.
package struct Coverage: Sendable {
  /// All there is to cover, in the order of the files.
  package let parts: [Part]
  private var covered: Set<Part> = []

  package struct Part: Hashable, Comparable, Sendable {
    package var kind: Kind
    package var place: SourcePlace

    package static func < (a: Part, b: Part) -> Bool {
      (a.place, a.kind.rawValue) < (b.place, b.kind.rawValue)
    }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case step, branch, option
  }

  package init(of script: Script) {
    parts = Survey.parts(of: script).sorted()
  }

  /// Adds what a conversation has come to by now.
  ///
  /// A step counts once it is reached: what comes after the next question is only walked to see where it
  /// leads, and has not been asked or told yet. An option counts in any live answer.
  package mutating func add(_ conversation: Conversation) {
    let script = conversation.script
    let trace = conversation.trace
    let reached = conversation.walk.path.filter { entry in
      guard entry.isReached, let question = entry.question else { return entry.isReached }
      // Of the questions that watches bring at once, one is asked, and the others wait.
      return conversation.answers[question] != nil || question == conversation.walk.next
        || script.questions[question].isQuiet
    }
    .map(\.step)
    for step in reached + trace.entered {
      covered.insert(Part(kind: .step, place: script.steps[step].place))
    }
    for branch in trace.branches {
      covered.insert(Part(kind: .branch, place: script.program.branchPlaces[branch]))
    }
    for question in conversation.walk.questions {
      for place in conversation.optionsChosen(question) {
        covered.insert(Part(kind: .option, place: place))
      }
    }
  }

  /// Whether something that there is to cover stands at a place, and is not covered.
  package func isUncovered(_ kind: Kind, _ place: SourcePlace) -> Bool {
    let part = Part(kind: kind, place: place)
    return !covered.contains(part) && parts.contains(part)
  }

  package var uncovered: [Part] { parts.filter { !covered.contains($0) } }

  /// How many of a kind there are, and how many are covered.
  package func count(_ kind: Kind) -> (covered: Int, all: Int) {
    let all = parts.filter { $0.kind == kind }
    return (all.count(where: covered.contains), all.count)
  }

  /// Whether so many percent of every kind are covered.
  package func reaches(percent: Int) -> Bool {
    Kind.allCases.allSatisfy {
      let count = count($0)
      return count.covered * 100 >= percent * count.all
    }
  }
}

extension Conversation {
  /// Where the options of a live answer stand; a plain yes stands nowhere.
  fileprivate func optionsChosen(_ question: Int) -> [SourcePlace] {
    let chosen: [Int] =
      switch liveAnswer(question)?.value {
      case .option(let option)?: [option]
      case .options(let options)?: options
      default: []
      }
    let options = script.questions[question].options
    return chosen.compactMap { options.indices.contains($0) ? options[$0].place : nil }
  }
}
