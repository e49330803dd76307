import DialogueEngine
import DialogueModel

/// Explains a term of the glossary, or lists the terms.
enum ShowGlossary: ChatAction {
  static let action = Command.Action.glossary

  static func carryOut(_ argument: String, in chat: inout Chat) -> [String] {
    [chat.conversation.script.glossary(argument).text, chat.question]
  }
}
