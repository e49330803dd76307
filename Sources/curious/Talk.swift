import CaseStore
import DialogueEngine
import DialogueModel
import Foundation
import TerminalChat

/// A chat on standard input and output: with line editing if both are a terminal, otherwise over plain lines.
struct Talk {
  let pack: ReadPack
  /// Lines that nothing moves in, as for a screen reader.
  var isPlain: Bool
  var isTrial = false
  var isPractice = false
  /// The folder of kept conversations; nil to keep nothing.
  var cases: CaseFolder?
  /// The kept conversation to go on with, by its name, or empty for the one left last; nil to begin one.
  var resuming: String?

  /// Talks until the end, and throws if that is not the end of the conversation.
  ///
  /// The pack is checked while the first question is on the screen; the result is awaited before anything is said to
  /// a reply.
  func run() throws {
    let inspection = isTrial ? nil : Inspection(pack)
    let end = try talk {
      inspection?.begin()
    } beforeMore: {
      if let faults = inspection?.faults(), !faults.isEmpty { refuse(faults, pack.script) }
    }
    if let words = end.words { throw Failure.no(words) }
  }

  private func refuse(_ faults: [Diagnostic], _ script: Script) -> Never {
    let words = script.words(.packRefused)
    let columns = Window.columns(of: STDOUT_FILENO)
    Output.write("\n" + (columns.map { words.wrapped(to: $0) } ?? words) + "\n")
    Failure.unusable(faults).stop()
  }

  private func talk(
    whenAsked: @escaping () -> Void, beforeMore: @escaping () -> Void
  ) throws -> ChatEnd {
    let conversation = Conversation(
      pack.script, today: pack.today, minute: pack.clock.minute(on: pack.today),
      isPractice: isPractice)
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    // A script that pipes its lines in agrees to nothing.
    let isTyped = isatty(STDIN_FILENO) == 1 || resuming != nil
    let desk = isTyped ? cases.map { CaseDesk($0, pack) } : nil
    defer { desk?.close() }
    var world = world
    if resuming == nil, let desk, !isTrial, !isPractice {
      (world.place, world.unfinished) = desk.place(for: conversation)
    }
    let kept = try resuming.map { try resume($0, desk, conversation) }
    let hands = hands(conversation, desk, hasClipboard: isTerminal && !isPlain)
    guard isTerminal else {
      var lines = InputLines()
      var chat = LineChat(conversation, in: world, hands: hands, resuming: kept)
      return chat.run(
        isPiped: isatty(STDIN_FILENO) == 0,
        readLine: {
          whenAsked()
          let line = lines.next()
          beforeMore()
          return line
        }, write: Output.write)
    }
    var isAsked = false
    var chat = TerminalChat(
      conversation, in: world, hands: hands, resuming: kept, isPlain: isPlain,
      output: { text in
        if isAsked { beforeMore() }
        isAsked = true
        Output.write(text)
        whenAsked()
      })
    return chat.run()
  }

  private func resume(
    _ name: String, _ desk: CaseDesk?, _ conversation: Conversation
  ) throws -> Resumption {
    guard let desk else {
      throw Failure.cannot("There is no folder for cases. Name one with --cases.")
    }
    do {
      guard let kept = try desk.resume(name, in: conversation) else {
        throw Failure.no("Nothing was opened.")
      }
      return kept
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }

  private var world: ChatWorld {
    var world = ChatWorld()
    // Over SSH everything typed is shown on another machine, so the user should know which.
    let isRemote = ProcessInfo.processInfo.environment["SSH_CONNECTION"] != nil
    world.machine = isRemote ? ProcessInfo.processInfo.hostName : nil
    world.isTrial = isTrial
    world.folder = FileManager.default.currentDirectoryPath
    return world
  }

  private func hands(
    _ conversation: Conversation, _ desk: CaseDesk?, hasClipboard: Bool
  ) -> ChatHands {
    let letters = LetterDesk(
      today: conversation.today, language: conversation.script.words.language,
      hasClipboard: hasClipboard)
    var hands = ChatHands()
    hands.columns = { Window.columns(of: STDOUT_FILENO) }
    hands.rows = { Window.rows(of: STDOUT_FILENO) }
    hands.minute = { pack.clock.minute(on: conversation.today) }
    hands.keep = { desk?.take($0) }
    hands.desk = { errand in
      switch errand {
      case .keep(let opening): .keeping(desk?.keep(opening) ?? .notKept(why: ""))
      case .resume(let name): resumed(name, desk, conversation)
      case .save, .copy, .print: letters(errand)
      }
    }
    return hands
  }

  private func resumed(
    _ name: String, _ desk: CaseDesk?, _ conversation: Conversation
  ) -> Errand.Outcome {
    do throws(CaseFault) {
      guard let desk else { throw .nothingKept }
      guard let kept = try desk.resume(name, in: conversation) else { return .notResumed("") }
      return .resumed(kept)
    } catch {
      return .notResumed(error.message)
    }
  }
}
