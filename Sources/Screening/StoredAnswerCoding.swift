/// The form answers have between programs: `true`, `"front"`, `["hall", "attic"]`, `14`, `"words"`,
/// `{"date": "2026-11-10", "words": "last Tuesday"}`, `{"not-known": true}`, `{"to-find-out": "Sam"}`,
/// `{"skipped": true}`, `{"items": [{"number": 1, "name": "Kim"}]}`.
extension StoredAnswer: Codable {
  private enum Key: String, CodingKey {
    case date, words, skipped, items
    case notKnown = "not-known"
    case toFindOut = "to-find-out"
  }

  package init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: Key.self) {
      let state = Self.state(fields)
      if fields.contains(.items) {
        self = .items(try fields.decode([StoredItem].self, forKey: .items), instead: state)
      } else if let day = try? fields.decode(String.self, forKey: .date) {
        self = .date(day, words: (try? fields.decode(String.self, forKey: .words)) ?? day)
      } else if let state {
        self = state
      } else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "no kind of answer"))
      }
      return
    }
    let value = try decoder.singleValueContainer()
    if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try value.decode([String].self))
    }
  }

  private static func state(_ fields: KeyedDecodingContainer<Key>) -> StoredAnswer? {
    if let who = try? fields.decode(String.self, forKey: .toFindOut) {
      return .toFindOut(from: who)
    }
    if (try? fields.decode(Bool.self, forKey: .notKnown)) == true { return .notKnown }
    return (try? fields.decode(Bool.self, forKey: .skipped)) == true ? .skipped : nil
  }

  package func encode(to encoder: any Encoder) throws {
    func fields(_ fill: (inout KeyedEncodingContainer<Key>) throws -> Void) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fill(&fields)
    }
    switch self {
    case .text(let text): try single(text, encoder)
    case .number(let number): try single(number, encoder)
    case .truth(let truth): try single(truth, encoder)
    case .list(let items): try single(items, encoder)
    case .items(let items, let state):
      try fields { try $0.encode(items, forKey: .items) }
      try state?.encode(to: encoder)
    case .date(let day, let words):
      try fields {
        try $0.encode(day, forKey: .date)
        try $0.encode(words, forKey: .words)
      }
    case .notKnown: try fields { try $0.encode(true, forKey: .notKnown) }
    case .toFindOut(let who): try fields { try $0.encode(who, forKey: .toFindOut) }
    case .skipped: try fields { try $0.encode(true, forKey: .skipped) }
    }
  }

  private func single(_ value: some Encodable, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
