package import DialogueScript

/// What a code means, why it matters, and an example of it.
package struct Explanation: Sendable {
  package var code: Problem.Code
  package var meaning: String
  package var why: String
  package var example: String

  package static func of(_ code: Problem.Code) -> Explanation {
    Explanation(code: code, meaning: "", why: "", example: "")
  }

  package var description: String { code.rawValue }
}
