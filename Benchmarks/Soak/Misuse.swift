import Scenarios

/// Requests that are invalid, or that expect no reply.
enum Misuse: CaseIterable {
  case noJSON, noRequest, longLine, blankLine, notification, batch
  case unknownMethod, listOfParameters, wrongParameter, unknownConversation, unknownPack
  case unfitAnswer, noAnswer, notOnThePath, madeUpState, changedState

  static let lineLimit = 1 << 15

  /// The error code of the refusal; nil if there is none.
  var code: Int? {
    switch self {
    case .noJSON, .longLine: -32700
    case .noRequest: -32600
    case .unknownMethod: -32601
    case .listOfParameters, .wrongParameter, .unknownPack, .noAnswer: -32602
    case .unknownConversation: -32001
    case .unfitAnswer: -32005
    case .notOnThePath: -32006
    case .madeUpState, .changedState: -32007
    case .blankLine, .notification, .batch: nil
    }
  }

  /// Whether this is only invalid while the conversation has a question to ask.
  var needsQuestion: Bool { self == .unfitAnswer || self == .noAnswer }

  /// The line to send for a conversation, whose state is given if the client carries it.
  func line(id: Int, _ handle: String, state: String?, using random: inout SeededGenerator)
    -> String?
  {
    func request(_ method: String, _ parameters: String) -> String {
      #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(parameters)}"#
    }
    switch self {
    case .noJSON:
      return ["{\"jsonrpc\":\"2.0\",", "nul", "\u{FEFF}{}", "[1,]", "\"\u{1}\"", "}"]
        .randomElement(using: &random)
    case .noRequest: return #"{"id":\#(id),"method":"dialogue/list"}"#
    case .longLine: return String(repeating: "[", count: Self.lineLimit + 1)
    case .blankLine: return " \t\r"
    case .notification:
      return [
        #"{"jsonrpc":"2.0","method":"dialogue/list"}"#, #"{"jsonrpc":"2.0","method":"nothing"}"#,
        #"[{"jsonrpc":"2.0","method":"conversation/close"}]"#,
      ].randomElement(using: &random)
    case .batch:
      return "[\(request("dialogue/list", "{}")),{\"jsonrpc\":\"2.0\",\"method\":\"nothing\"}]"
    case .unknownMethod: return request("conversation/guess", "{}")
    case .listOfParameters: return request("conversation/review", "[1]")
    case .wrongParameter: return request("conversation/review", #"{"state":7}"#)
    case .unknownConversation:
      return request("conversation/review", #"{"conversation":"c99999999999"}"#)
    case .unknownPack: return request("conversation/start", #"{"pack":"no such pack"}"#)
    case .unfitAnswer:
      let answer = ["{}", "null", "[1]", #"{"items":7}"#, #""\u0000""#]
      return request(
        "conversation/answer",
        "{\(handle),\"answer\":\(answer.randomElement(using: &random) ?? "")}")
    case .noAnswer: return request("conversation/answer", "{\(handle)}")
    case .notOnThePath:
      return request("conversation/answer", "{\(handle),\"question\":\"no.such\",\"answer\":1}")
    case .madeUpState: return request("conversation/resume", #"{"state":"AAAA_-"}"#)
    case .changedState:
      guard var changed = state.map({ Array($0.utf8) }) else { return nil }
      let at = Int.random(in: 0..<changed.count - 2, using: &random)
      changed[at] = changed[at] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let text = String(decoding: changed, as: UTF8.self)
      return request("conversation/review", "{\"state\":\"\(text)\"}")
    }
  }
}
