package import DialogueEngine
import DialogueModel

/// An answer as it is exchanged in JSON.
///
/// `true`, `"option"`, `["option", …]`, `3`, `"words"`, `{"date": "2026-11-16", "words": "last Monday"}`,
/// `{"time": "16:30", "words": "4.30 pm"}`, `{"not-known": true}`, `{"to-find-out": "Sam"}`,
/// `{"skipped": true}`, `{"items": [{"number": 1, "name": "Kim"}]}`.
extension StoredAnswer {
  /// Reads an answer; nil if the value has none of these forms.
  package init?(_ json: JSONValue) {
    if let truth = json.truth {
      self = .truth(truth)
    } else if let number = json.number {
      self = .number(number)
    } else if let text = json.words {
      self = .text(text)
    } else if json.isArray {
      var names: [String] = []
      names.reserveCapacity(json.count)
      for element in json.elements {
        guard let name = element.words else { return nil }
        names.append(name)
      }
      self = .list(names)
    } else if let items = json["items"] {
      guard items.isArray else { return nil }
      var read: [StoredItem] = []
      for item in items.elements {
        let removed = item["removed"]
        guard let number = item["number"]?.integer, let name = item["name"]?.words,
          removed == nil || removed?.truth != nil, item.count == (removed == nil ? 2 : 3)
        else { return nil }
        read.append(StoredItem(number: number, name: name, removed: removed?.truth))
      }
      let state = StoredAnswer(state: json)
      guard json.count == (state == nil ? 1 : 2) else { return nil }
      self = .items(read, instead: state)
    } else if let type = Self.named.first(where: { json[$0.rawValue] != nil }) {
      guard let literal = json[type.rawValue]?.words,
        let words = json.count == 1 ? literal : json["words"]?.words, json.count <= 2
      else { return nil }
      self = .scalar(type, literal, words: words)
    } else {
      guard json.count == 1, let state = StoredAnswer(state: json) else { return nil }
      self = state
    }
  }

  /// The types whose values are written as an object with the type's name.
  private static let named = AnswerType.scalars.filter { $0.scalar?.isFigure == false }

  private init?(state json: JSONValue) {
    if let who = json["to-find-out"]?.words {
      self = .toFindOut(from: who)
    } else if json["not-known"]?.truth == true {
      self = .notKnown
    } else if json["skipped"]?.truth == true {
      self = .skipped
    } else {
      return nil
    }
  }

  /// Writes the answer in the same form that `init(_:)` reads.
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.text(text)
    case .number(let number): writer.number(number)
    case .truth(let truth): writer.truth(truth)
    case .list(let names): writer.array(names)
    default: writer.object { writeMembers(to: &$0) }
    }
  }

  private func writeMembers(to writer: inout JSONWriter) {
    switch self {
    case .items(let items, let state):
      writer.name("items")
      writer.array { writer in
        for item in items {
          writer.object { writer in
            writer.member("number", item.number)
            writer.member("name", item.name)
            if item.removed == true {
              writer.member("removed", true)
            }
          }
        }
      }
      state?.writeMembers(to: &writer)
    case .scalar(let type, let literal, let words):
      writer.member(type.rawValue, literal)
      writer.member("words", words)
    case .notKnown:
      writer.member("not-known", true)
    case .toFindOut(let who):
      writer.member("to-find-out", who)
    case .skipped:
      writer.member("skipped", true)
    case .text, .number, .truth, .list: break
    }
  }
}

/// Answers by the keys of their questions, as exchanged in JSON.
extension [String: StoredAnswer] {
  /// Reads an object of answers; nil if it isn't one, an answer can't be read or a key is given twice.
  package init?(_ json: JSONValue) {
    guard json.isObject else { return nil }
    self.init(minimumCapacity: json.count)
    for (name, value) in json.members {
      guard let key = name.words, let answer = StoredAnswer(value),
        updateValue(answer, forKey: key) == nil
      else { return nil }
    }
  }

  /// Writes an object of answers, sorted by key so that equal answers give equal bytes.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, answer) in sorted(by: { $0.key < $1.key }) {
        writer.key(key)
        answer.write(to: &writer)
      }
    }
  }
}
