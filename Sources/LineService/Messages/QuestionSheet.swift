import DialogueEngine
import DialogueModel
import JSON

/// A question as programs read it, with its constant JSON written in advance.
struct QuestionSheet: Sendable {
  /// The members that never vary.
  private let fixed: [UInt8]
  /// The texts that show answers, written each time.
  private let varying: [(name: String, text: Text)]
  /// The question itself if its schema depends on the day, and is written each time too.
  private let moving: [Question]

  init(_ question: Question, of script: Script) {
    var writer = JSONWriter()
    var varying: [(name: String, text: Text)] = []
    writer.member("id", question.key)
    let texts: [(name: String, text: Text?)] = [
      ("label", question.label), ("text", question.text), ("hint", question.hint),
      ("why", question.why),
    ]
    for (name, text) in texts {
      guard let text else { continue }
      if let words = text.fixedWords {
        writer.member(name, words)
      } else {
        varying.append((name, text))
      }
    }
    if let id = question.source, let source = script.sources[id] {
      writer.name("source")
      writer.object { writer in
        writer.member("id", id)
        writer.member("title", source.title)
        writer.member("date", source.date)
      }
    }
    writer.member("optional", question.isOptional)
    writer.member("several-lines", question.takesLines)
    writer.member("quoted", question.isQuoted)
    writer.member("not-known", question.notKnownLabel ?? script.words(.notKnown))
    if !question.exclusiveOptions.isEmpty {
      writer.member("exclusive", question.exclusiveOptions.map { question.options[$0].id })
    }
    let moves = [question.lowest, question.highest].contains { $0?.moves ?? false }
    if !moves {
      writer.name("schema")
      question.writeSchema(to: &writer, today: .first)
    }
    fixed = writer.bytes
    self.varying = varying
    moving = moves ? [question] : []
  }

  func write(_ conversation: Conversation, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.written(fixed)
      for (name, text) in varying {
        writer.member(name, conversation.print(text))
      }
      for question in moving {
        writer.name("schema")
        question.writeSchema(to: &writer, today: conversation.today)
      }
    }
  }
}

extension Question {
  /// Writes a flat JSON Schema of the question's values on a day, from which some bounds are counted.
  fileprivate func writeSchema(to writer: inout JSONWriter, today: CivilDate) {
    func choices(_ writer: inout JSONWriter) {
      writer.name("oneOf")
      writer.array { writer in
        for option in options { option.write(to: &writer) }
      }
    }
    writer.object { writer in
      switch type {
      case .yesNo: writer.member("type", "boolean")
      case .oneOf:
        writer.member("type", "string")
        choices(&writer)
      case .anyOf:
        writer.member("type", "array")
        writer.member("uniqueItems", true)
        writer.name("items")
        writer.object { writer in
          writer.member("type", "string")
          choices(&writer)
        }
        if !exclusiveOptions.isEmpty { writeWhatGoesTogether(to: &writer) }
      case .list:
        writer.member("type", "array")
        writer.member("maxItems", options.count)
        writer.name("items")
        writer.object { $0.member("type", "string") }
      case .text:
        writer.member("type", "string")
        writer.member("minLength", 1)
      default:
        guard let type = type.scalar else { break }
        for member in type.schema { writer.member(member.name, member.value) }
        write(lowest, as: type.boundMembers.lowest, of: type, today, to: &writer)
        write(highest, as: type.boundMembers.highest, of: type, today, to: &writer)
      }
    }
  }

  private func write(
    _ bound: Bound?, as name: String, of type: any ScalarAnswer.Type, _ today: CivilDate,
    to writer: inout JSONWriter
  ) {
    guard let position = bound?.position(on: today) else { return }
    writer.name(name)
    if type.isFigure { writer.number(position) } else { writer.text(type.literal(position)) }
  }

  /// Writes that an array has a single item, or only items that can be chosen together.
  private func writeWhatGoesTogether(to writer: inout JSONWriter) {
    writer.name("anyOf")
    writer.array { writer in
      writer.object { $0.member("maxItems", 1) }
      writer.object { writer in
        writer.name("items")
        writer.object { writer in
          writer.member("enum", combinableOptions.map { options[$0].id })
        }
      }
    }
  }
}
