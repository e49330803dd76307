import DialogueModel

extension Witness {
  /// The lines of a local file with which the conversation goes as it does; empty where it needs none.
  var localLines: [String] {
    let fields = (0..<script.localCount).compactMap { field -> String? in
      let key = script.questions[field].key
      guard key.hasPrefix("local."), let value = answers[field]?.value else { return nil }
      return "  \(key.dropFirst("local.".count)): \"\(value.localWords(script.questions[field]))\""
    }
    let lists = localItems.sorted { $0.key < $1.key }.flatMap { list, items in
      ["  \(list):"]
        + items.sorted { $0.key < $1.key }.flatMap { id, fields in
          ["    \(id):", "      label: \"\(id)\""]
            + fields.sorted { $0.key < $1.key }.map { "      \($0.key): \"\($0.value)\"" }
        }
    }
    return (fields.isEmpty ? [] : ["fields:"] + fields) + (lists.isEmpty ? [] : ["lists:"] + lists)
  }

  /// For each local list that has items: those that are chosen, or one, and those that they name.
  private var localItems: [String: [String: [String: String]]] {
    var lists: [String: [String: [String: String]]] = [:]
    let known = Set(
      (0..<script.localCount).filter { answers[$0]?.value != nil }.map { script.questions[$0].key })
    for (number, question) in script.questions.enumerated() {
      guard let list = question.vocabulary, known.contains(Script.localListKey(list)) else {
        continue
      }
      let chosen = options(chosenAt: number)
      let few = question.options.indices.min {
        question.options[$0].fields.count < question.options[$1].fields.count
      }
      for option in chosen.isEmpty && lists[list] == nil ? [few].compactMap(\.self) : chosen {
        add(question.options[option], of: list, to: &lists)
      }
    }
    return lists
  }

  private func options(chosenAt question: Int) -> [Int] {
    switch answers[question]?.value {
    case .option(let option)?: [option]
    case .options(let options)?: options
    default: []
    }
  }

  private func add(
    _ option: AnswerOption, of list: String, to lists: inout [String: [String: [String: String]]]
  ) {
    var own: [String: String] = [:]
    for (field, values) in option.fields where !field.contains(".") {
      guard let value = values.first else { continue }
      own[field] = value
      guard let other = script.localNamings["\(list).\(field)"] else { continue }
      // Each names an item of its own, unless a condition tests for its name.
      let name = value.hasPrefix("any-") ? "\(value)-of-\(option.id)" : value
      own[field] = name
      let through = option.fields.filter { $0.key.hasPrefix("\(field).") }
        .map { (String($0.key.dropFirst(field.count + 1)), $0.value.first ?? "") }
      lists[other, default: [:]][name] = Dictionary(through) { first, _ in first }
    }
    lists[list, default: [:]][option.id] = own
  }
}

extension Value {
  /// As a local file has it.
  fileprivate func localWords(_ field: Question) -> String {
    switch self {
    // Opening hours of each kind are options, with the hours as their labels.
    case .option(let option):
      field.type == .oneOf ? field.options[option].label : option == 0 ? "yes" : "no"
    case .scalar(let scalar): scalar.literal
    case .text, .options, .items: "an answer"
    }
  }
}
