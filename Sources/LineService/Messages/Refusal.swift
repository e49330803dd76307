import DialogueEngine
import DialogueModel
import JSON

/// Why a request is not carried out: a number and a name for programs, and a sentence for their authors.
///
/// None of them repeats the contents of the request, which may be confidential, except a typed command, split
/// into its parts, and the keys of given answers.
enum Refusal: Error {
  case notJSON
  case lineTooLong(limit: Int)
  case notARequest
  case batchTooLarge(limit: Int)
  case unknownMethod
  case wrongParameters(String)
  case unknownConversation
  /// `state` is the new state for a program that carries the conversation.
  case notUnderstood(level: Int, ways: String, options: [AnswerOption], state: String?)
  /// The reply seems to say this answer, in JSON and in words; `rest` is a part of it that says nothing to the question.
  case readLoosely(question: String, StoredAnswer, words: String, rest: String, state: String?)
  case isACommand(String, argument: String)
  case invalidAnswer(question: String, ways: String)
  case notOnThePath
  case stateRefused
  case noKey
  case scriptChanged(version: String, parked: [String], unknown: [String])

  var code: Int {
    switch self {
    case .notJSON, .lineTooLong: -32700
    case .notARequest, .batchTooLarge: -32600
    case .unknownMethod: -32601
    case .wrongParameters: -32602
    case .unknownConversation: -32001
    case .notUnderstood: -32003
    case .isACommand: -32004
    case .invalidAnswer: -32005
    case .notOnThePath: -32006
    case .stateRefused: -32007
    case .noKey: -32008
    case .scriptChanged: -32009
    case .readLoosely: -32010
    }
  }

  var name: String {
    switch self {
    case .notJSON: "not-json"
    case .lineTooLong: "line-too-long"
    case .notARequest: "not-a-request"
    case .batchTooLarge: "batch-too-large"
    case .unknownMethod: "unknown-method"
    case .wrongParameters: "wrong-parameters"
    case .unknownConversation: "unknown-conversation"
    case .notUnderstood: "not-understood"
    case .readLoosely: "read-loosely"
    case .isACommand: "is-a-command"
    case .invalidAnswer: "invalid-answer"
    case .notOnThePath: "not-on-the-path"
    case .stateRefused: "state-refused"
    case .noKey: "no-key"
    case .scriptChanged: "script-changed"
    }
  }

  private var message: String {
    switch self {
    case .notJSON: "The line is not one JSON text in UTF-8. Send one object a line."
    case .lineTooLong(let limit):
      "The line is longer than \(limit) bytes and was not read. Send less, or start the service with a higher --max-line."
    case .notARequest:
      "This is no JSON-RPC 2.0 request. Send {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"…\",\"params\":{…}}."
    case .batchTooLarge(let limit):
      "The batch has more than \(limit) requests. Send fewer, or start the service with a higher --max-batch."
    case .unknownMethod: "There is no such method. service/describe lists those there are."
    case .wrongParameters(let help): help
    case .unknownConversation:
      "No conversation of this name is held: it was closed or idle too long, or never held by this process. Take it up with conversation/resume and its answers, or start one."
    case .notUnderstood: "The reply was not understood. Ask again, with the help in data."
    case .readLoosely:
      "The reply seems to say this answer. Show its words; if the person agrees, send \"answer\"."
    case .isACommand: "The reply is a command, not an answer. Carry it out by its method."
    case .invalidAnswer: "The answer does not fit the question. Its schema says what does."
    case .notOnThePath: "The question is not asked in this conversation as it is now."
    case .stateRefused: "The state can't be used. Start again, or resume from kept answers."
    case .noKey:
      "States can't be sealed here: the service was started without a key. Start it with --key-file."
    case .scriptChanged:
      "The answers are from another version of the pack. Send \"accept\": true to go on with what still fits."
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", code)
      writer.member("message", message)
      writer.name("data")
      writer.object { writer in
        writer.member("name", name)
        writeData(to: &writer)
      }
    }
  }

  private func writeData(to writer: inout JSONWriter) {
    switch self {
    case .lineTooLong(let limit), .batchTooLarge(let limit):
      writer.member("limit", limit)
    case .notUnderstood(let level, let ways, let options, let state):
      writer.member("level", level)
      writer.member("ways", ways)
      writer.name("options")
      writer.array { writer in
        for option in options { option.write(to: &writer) }
      }
      if let state {
        writer.member("state", state)
      }
    case .readLoosely(let question, let answer, let words, let rest, let state):
      writer.member("question", question)
      writer.name("answer")
      answer.write(to: &writer)
      writer.member("words", words)
      writer.member("rest", rest)
      if let state {
        writer.member("state", state)
      }
    case .isACommand(let command, let argument):
      writer.member("command", command)
      writer.member("argument", argument)
    case .invalidAnswer(let question, let ways):
      writer.member("question", question)
      writer.member("ways", ways)
    case .scriptChanged(let version, let parked, let unknown):
      writer.member("version", version)
      writer.member("parked", parked)
      writer.member("unknown", unknown)
    default: break
    }
  }
}

extension AnswerOption {
  /// Writes the option as one `oneOf` member of a JSON Schema.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("const", id)
      writer.member("title", label)
    }
  }
}
