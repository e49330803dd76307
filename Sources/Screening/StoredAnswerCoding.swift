/// The form answers have between programs: `true`, `"front"`, `["hall", "attic"]`, `14`, `"words"`,
/// `{"date": "2026-11-10", "words": "last Tuesday"}`, `{"not-known": true}`, `{"to-find-out": "Sam"}`,
/// `{"skipped": true}`.
extension StoredAnswer: Codable {
  private enum Key: String, CodingKey {
    case date, words, skipped
    case notKnown = "not-known"
    case toFindOut = "to-find-out"
  }

  package init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: Key.self) {
      if let day = try? fields.decode(String.self, forKey: .date) {
        self = .date(day, words: (try? fields.decode(String.self, forKey: .words)) ?? day)
      } else if let who = try? fields.decode(String.self, forKey: .toFindOut) {
        self = .toFindOut(from: who)
      } else if (try? fields.decode(Bool.self, forKey: .notKnown)) == true {
        self = .notKnown
      } else if (try? fields.decode(Bool.self, forKey: .skipped)) == true {
        self = .skipped
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
