/// A method of the service: its name on the line, what it takes, and what it does.
///
/// Each has a file of its own.
protocol Method: Sendable {
  static var name: String { get }
  /// The names of its parameters.
  static func parameters(_ given: Parameters) -> [String]
  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result
}

/// All methods, in the order in which `service/describe` lists them.
let methods: [any Method.Type] = [
  DescribeService.self, ListDialogues.self, StartConversation.self, AnswerQuestion.self,
  GoBack.self, ChangeAnswer.self, ReviewAnswers.self, ExplainQuestion.self, DraftLetters.self,
  ResumeConversation.self, CloseConversation.self,
]

/// What a request is answered with.
enum Result {
  case described
  case listed
  case turn(Turn)
  case review(Session)
  case explained(Session, question: Int)
  case drafted(Session, letters: [Int])
  case closed
}

extension Parameters {
  /// The two ways to name a conversation that there is already.
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
