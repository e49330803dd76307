import DialogueEngine
import DialogueModel
import Documents

/// Drafts the letters as they would be sent now, or only the one that is named.
enum DraftLetters: Method {
  static let name = "conversation/draft"

  static func parameters(_ given: Parameters) -> [String] {
    Parameters.conversation + ["letter", "formats", "time", "pseudonymised"]
  }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    let session = try service.session(given)
    return .drafted(
      session, letters: try letters(given, of: session), formats: try given.formats(),
      pseudonyms: try given.truth("pseudonymised") == true ? service.pseudonyms(for: session) : nil)
  }

  private static func letters(_ given: Parameters, of session: Session) throws(Refusal) -> [Int] {
    let letters = session.conversation.letters
    guard let wanted = try given.text("letter") else { return letters }
    let named = letters.filter { session.conversation.script.letters[$0].id == wanted }
    guard !named.isEmpty else {
      throw .wrongParameters("This conversation has no letter of that name as it is now.")
    }
    return named
  }
}

extension Service {
  /// What replaces the names in the letters of a conversation.
  fileprivate mutating func pseudonyms(for session: Session) -> Pseudonyms {
    let vocabulary = vocabularies[session.pack] ?? Vocabulary(of: session.script)
    vocabularies[session.pack] = vocabulary
    return session.conversation.pseudonyms(vocabulary)
  }
}
