package import DialogueEngine
package import DialogueModel

/// How much of a pack its scenarios reach, counted by places in the pack's files.
///
/// The script repeats the steps of a `for each` once per item; reaching them in one round is enough.
package struct Coverage: Sendable {
  /// Every part that can be covered, in the order of the files.
  package let parts: [Part]
  private var covered: Set<Part> = []

  /// One thing to cover, identified by its kind and its place in the files.
  package struct Part: Hashable, Comparable, Sendable {
    /// Whether this is a step, a branch or an option.
    package var kind: Kind
    /// The file, line and column where it is written.
    package var place: SourcePlace

    /// Orders parts by place, then by kind.
    package static func < (a: Part, b: Part) -> Bool {
      (a.place, a.kind.rawValue) < (b.place, b.kind.rawValue)
    }
  }

  /// The kinds of parts that are counted separately.
  package enum Kind: String, Sendable, CaseIterable {
    case step, branch, option
  }

  /// Coverage of a script by no conversation yet.
  package init(of script: Script) {
    parts = Survey.parts(of: script).sorted()
  }

  /// Adds the parts that a conversation has reached so far.
  ///
  /// A step counts once it is reached: steps after the next question are only walked to look ahead, and have not
  /// been asked or shown. An option counts in any live answer.
  package mutating func add(_ conversation: Conversation) {
    let script = conversation.script
    let trace = conversation.trace
    let reached = conversation.walk.path.filter { entry in
      guard entry.isReached, let question = entry.question else { return entry.isReached }
      // Several watches can bring questions at once: only one of them is asked, and the others wait.
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

  /// Whether a part of this kind at this place can be covered, but is not.
  package func isUncovered(_ kind: Kind, _ place: SourcePlace) -> Bool {
    let part = Part(kind: kind, place: place)
    return !covered.contains(part) && parts.contains(part)
  }

  /// The parts that no conversation has reached, in the order of the files.
  package var uncovered: [Part] { parts.filter { !covered.contains($0) } }

  /// How many parts of a kind are covered, and how many there are.
  package func count(_ kind: Kind) -> (covered: Int, all: Int) {
    let all = parts.filter { $0.kind == kind }
    return (all.count(where: covered.contains), all.count)
  }

  /// Whether at least this percentage of each kind is covered.
  package func reaches(percent: Int) -> Bool {
    Kind.allCases.allSatisfy {
      let count = count($0)
      return count.covered * 100 >= percent * count.all
    }
  }
}

extension Conversation {
  /// The places of the options that a live answer chooses; a plain yes or no has none.
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
