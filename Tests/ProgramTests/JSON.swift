import Foundation

/// A JSON value that tests can write, compare and look into.
indirect enum JSON: Hashable, Sendable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case array([JSON])
  case object([String: JSON])

  /// The value at a path such as `result/question/id`; null if there is none.
  subscript(path: String) -> JSON {
    path.split(separator: "/").reduce(self) { value, step in
      switch value {
      case .object(let members): members[String(step)] ?? .null
      case .array(let items):
        Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil } ?? .null
      default: .null
      }
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
  var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

  /// The object with these members added.
  func with(_ more: JSON) -> JSON { .object(members.merging(more.members) { $1 }) }

  /// The value on one line.
  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  init(line: some StringProtocol) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(line.utf8))
  }
}

extension JSON: Codable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let object = try? value.decode([String: JSON].self) {
      self = .object(object)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else {
      self = .number(try value.decode(Double.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .truth(let truth): try value.encode(truth)
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .array(let array): try value.encode(array)
    case .object(let object): try value.encode(object)
    }
  }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral truth: Bool) { self = .truth(truth) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(stringLiteral text: String) { self = .text(text) }
  init(arrayLiteral items: JSON...) { self = .array(items) }
  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Dictionary(members) { $1 })
  }
}
