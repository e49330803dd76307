/// What a chat is told of the world outside when it begins.
package struct ChatWorld: Sendable {
  /// The name of the machine it runs on, if that is not the one being typed at.
  package var machine: String?
  /// Whether this is a trial for the pack's authors, marked as such on every page and letter.
  package var isTrial = false
  /// The folder that is proposed for letters.
  package var folder = "."
  /// Where the conversation may be kept.
  package var place = KeepingPlace.none
  /// The kept conversations that were left before their end, in words.
  package var unfinished: [String] = []

  package init() {}
}

/// What a chat uses while it runs, and has done outside.
package struct ChatHands {
  /// The columns of the window, asked for again before each write; nil when unknown, or without a window.
  package var columns: () -> Int? = { nil }
  /// The rows of the window; nil when unknown.
  package var rows: () -> Int? = { nil }
  /// The minute of the day that a letter gives if it is written now; nil to give only the day.
  package var minute: () -> Int? = { nil }
  /// Does errands.
  package var desk: Desk = { _ in .failed("") }
  /// Keeps the conversation after each turn.
  package var keep: Keeper = { _ in nil }

  package init() {}

  /// Does what a turn asked for, keeps what it left, and returns what is to be said then.
  func finish(_ said: String, of chat: inout Chat) -> String {
    var said = said
    if let errand = chat.errand { said = chat.tell(desk(errand), after: said) }
    guard let news = keep(chat.record) else { return said }
    let told = chat.words(of: news)
    return said.isEmpty ? told : told + "\n\n" + said
  }
}
