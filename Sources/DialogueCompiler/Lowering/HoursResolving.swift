import DialogueModel

// Tests of opening hours: `local.hours is open`, `visit.builder.hours is open for 60 minutes`.

extension Compiler {
  /// What a name of opening hours leads to.
  private enum Hours {
    /// A single field of the local file.
    case field(Int)
    /// A field of the item chosen in a one of.
    case chosen(question: Int, field: String)
    /// A field of a round's item.
    case item(AnswerOption, field: String)
  }

  /// The condition for a test of opening hours; nil if the name is of something else.
  ///
  /// Hours that the local file lacks are never open. Where every local file is checked at once, hours of each kind
  /// are among the options, so that only which of them are open at midday is left to ask.
  mutating func hoursTest(
    _ name: Word, _ test: ConditionSyntax.Test, in scope: Scope
  ) -> Condition? {
    guard let found = hours(named: name.text, in: scope) else {
      guard case .isOpen = test else { return nil }
      guard findQuestion(name.text, in: scope) == nil else {
        report(
          .wrongType, "only opening hours of the local file can be open for a time",
          fix: "give the field `type: \(Shape.hoursType)`", at: name.place)
        return .unresolved
      }
      // Reports the name, which no question has.
      _ = question(name, in: scope)
      return .unresolved
    }
    let minutes: Int
    switch test {
    case .isKnown, .isUnknown: return nil
    case .isOpen(let count): minutes = count
    case .isOneOf(let words) where words.map(\.text) == ["open"]: minutes = 0
    default:
      report(
        .wrongType, "`\(name.text)` is opening hours, which are open or not",
        fix: "write `\(name.text) is open`, `is open for 60 minutes`, `is known` or `is unknown`",
        at: name.place)
      return .unresolved
    }
    return condition(found, minutes)
  }

  private func condition(_ hours: Hours, _ minutes: Int) -> Condition {
    switch hours {
    case .field(let number):
      guard !local.isStandIn else {
        return openOptions(of: number, minutes) { [$0.label] }
      }
      guard case .text(let text)? = script.localAnswers[number]?.value else {
        return .all([.isKnown(question: number), .always(false)])
      }
      return .all([.isKnown(question: number), isOpen([text], minutes)])
    case .chosen(let number, let field):
      return openOptions(of: number, minutes) { $0.fields[field] ?? [] }
    case .item(let item, let field): return isOpen(item.fields[field] ?? [], minutes)
    }
  }

  /// One of the options is chosen whose hours are open.
  private func openOptions(
    of question: Int, _ minutes: Int, _ hours: (AnswerOption) -> [String]
  ) -> Condition {
    let options = script.questions[question].options.enumerated().map {
      (number: $0.offset, isOpen: isOpen(hours($0.element), minutes))
    }
    guard !local.isStandIn else {
      return .isOption(
        question: question, options.filter { $0.isOpen == .always(true) }.map(\.number))
    }
    return .any(
      options.filter { $0.isOpen != .always(false) }.map {
        .all([.isOption(question: question, [$0.number]), $0.isOpen])
      })
  }

  private func isOpen(_ texts: [String], _ minutes: Int) -> Condition {
    guard let text = texts.first,
      let hours = try? OpeningHours(text, holidays: local.holidays)
    else { return .always(false) }
    return local.isStandIn
      ? .always(StandInHours.isOpen(hours, for: minutes)) : .isOpen(hours, minutes: minutes)
  }

  private func hours(named name: String, in scope: Scope) -> Hours? {
    let parts = Name.parts(of: name)
    if let number = findQuestion(name, in: scope) {
      guard number < source.local.fields.count, source.local.fields[number].isHours else {
        return nil
      }
      return .field(number)
    }
    if let first = parts.first, let item = scope.items[first] {
      let field = parts.dropFirst().joined(separator: ".")
      let fields = source.local.lists.flatMap(\.fields)
      guard case .option(let option, _) = item,
        fields.flatMap({ [$0] + $0.through(source.local) }).contains(where: {
          $0.isHours && $0.id.text == field
        })
      else { return nil }
      return .item(option, field: field)
    }
    guard let (number, field) = itemField(parts, in: scope),
      localFields(of: number).contains(where: { $0.isHours && $0.id.text == field })
    else { return nil }
    return .chosen(question: number, field: field)
  }
}

/// Opening hours of every kind that a pack's conditions tell apart, for proofs about every local file.
///
/// Proofs count from midday, so hours of each kind are told by how long after midday they shut, on any day.
enum StandInHours {
  private static let midday = 720

  /// Whether hours of these kinds are open for so many minutes, wherever proofs count from.
  static func isOpen(_ hours: OpeningHours, for minutes: Int) -> Bool {
    hours.isOpen(for: minutes, on: .first, at: midday)
  }

  /// One text for each kind: shut, open for less than each of the times that conditions name, and always open.
  ///
  /// Without any condition on opening hours there is only one kind. The times are looked for in the files as they
  /// are, since texts and letters have conditions too; one too many is only more to look at.
  static func texts(in files: [SourceFile]) -> [String] {
    let minutes = files.reduce(into: Set<Int>()) { $0.formUnion(self.minutes(in: $1.text)) }
    guard !minutes.isEmpty else { return ["always"] }
    // Open for less than the longest of the times before, but not for this one.
    let ends = minutes.sorted().map { $0 == 0 ? 1 : midday + $0 }
    return ends.map { "Monday to Sunday 0:00 to \(TimeAnswer.literal(Double($0)))" } + ["always"]
  }

  /// The times in `is open` and `is open for 60 minutes`, in minutes.
  private static func minutes(in text: String) -> Set<Int> {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
    return words.indices.dropFirst().reduce(into: []) { found, at in
      guard words[at] == "open", ["is", "not"].contains(words[at - 1]) else { return }
      let next = words[(at + 1)...].prefix(3)
      if next.count == 3, next[at + 1] == "for", let count = Int(next[at + 2]),
        (0...720).contains(count)
      {
        found.insert(next[at + 3] == "hours" ? min(count, 12) * 60 : count)
      } else {
        found.insert(0)
      }
    }
  }
}
