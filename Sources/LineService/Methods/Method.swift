import Documents
import JSON

/// A method of the service: its name in requests, its parameters, and what it does.
///
/// Each has its own file.
protocol Method: Sendable {
  static var name: String { get }
  /// The names of the parameters it accepts, which may depend on those given.
  static func parameters(_ given: Parameters) -> [String]
  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result
}

/// All methods, in the order in which `service/describe` lists them.
let methods: [any Method.Type] = [
  DescribeService.self, ListDialogues.self, StartConversation.self, AnswerQuestion.self,
  GoBack.self, ChangeAnswer.self, ReviewAnswers.self, ExplainQuestion.self, DraftLetters.self,
  ResumeConversation.self, CloseConversation.self,
]

/// The result of a request, before it is written as JSON.
enum Result {
  case described
  case listed
  case turn(Turn)
  case review(Session)
  case explained(Session, question: Int)
  case drafted(Session, letters: [Int], formats: LetterFormats, pseudonyms: Pseudonyms?)
  case closed
}

extension Parameters {
  /// The two parameters that can identify an existing conversation.
  static let conversation = ["conversation", "state"]
}

extension Service {
  mutating func carryOut(_ request: Request) throws(Refusal) -> Result {
    guard let method = methods.first(where: { request.method.isText($0.name) }) else {
      throw .unknownMethod
    }
    if let given = request.parameters, !given.isObject {
      throw .wrongParameters("Parameters go by name: \"params\" is an object.")
    }
    let given = Parameters(json: request.parameters)
    try given.check(for: method)
    return try method.carryOut(given, in: &self)
  }
}
