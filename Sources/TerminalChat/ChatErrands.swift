import DialogueEngine
import DialogueModel
import Documents

// Letters on their way out of the chat: to files, to a clipboard, to a printer.
extension Chat {
  /// Asks where letters are to be saved; a folder that is named is taken at once.
  mutating func save(_ argument: String) -> [String] {
    var rest = argument.trimmed
    if rest.lowercased().hasPrefix("as ") { rest = String(rest.dropFirst(3)).trimmed }
    var kind = Errand.Kind.format(.docx)
    let first = String(rest.prefix { !$0.isWhitespace })
    if let named = Errand.Kind(typed: first.lowercased()) {
      kind = named
      rest = String(rest.dropFirst(first.count)).trimmed
    } else if !first.isEmpty, !first.contains("/"), !["~", ".", ".."].contains(first) {
      return unable(.saveWhich, ["reply": shown(first)]) + [question]
    }
    let news = sent.flatMap { conversation.news(since: $0) }
    let drafts = ([news, conversation.whatToDo].compactMap(\.self) + conversation.drafts).map(
      marked)
    let saving = Errand.Saving(
      drafts: drafts, kind: kind, folder: rest.isEmpty ? world.folder : rest,
      reminder: conversation.reminder)
    if !rest.isEmpty {
      errand = .save(saving)
      return []
    }
    self.saving = saving
    return toLookAt + [askWhere(saving)]
  }

  /// Takes the reply to where letters may be saved: Enter, another folder, or rather not.
  mutating func confirmSaving(_ saving: Errand.Saving, _ line: String) -> [String] {
    var saving = saving
    let isNo = [WordList.leaveIt, .keepIt, .no].contains { conversation.understands(line, as: $0) }
    if isNo {
      self.saving = nil
      return [words(.nothingSaved), question]
    }
    if case .command(let command, let argument) = conversation.understand(line, replyingTo: nil) {
      self.saving = nil
      return [words(.nothingSaved)] + carryOut(command, argument)
    }
    let agrees = [WordList.agrees, .yes].contains { conversation.understands(line, as: $0) }
    if !line.trimmed.isEmpty, !agrees {
      guard line.contains("/") || line.trimmed == "~" || line.trimmed == "." else {
        miss = .saveWhere
        // What is no folder may be something that came to mind.
        let kept = NormalizedReply(line).count >= 4 ? conversation.keep(note: line.trimmed) : nil
        let said = kept.map { _ in [words(.noteKept, ["note": shown(line)])] } ?? []
        return said + [askWhere(saving)]
      }
      saving.folder = line.trimmed
    }
    self.saving = nil
    errand = .save(saving)
    return []
  }

  /// A letter of a trial, which says in the file as well that it is not for use.
  private func marked(_ draft: Draft) -> Draft {
    var draft = stamped(draft)
    guard isTrial else { return draft }
    let own = draft.document.notice.text
    draft.document.notice = Document.Line(
      [words(.notForUse), own].filter { !$0.isEmpty }.joined(separator: " "))
    return draft
  }

  private func askWhere(_ saving: Errand.Saving) -> String {
    let labels = saving.drafts.map { $0.label ?? $0.letter }
    var seen: Set<String> = []
    return words(
      .saveWhere,
      [
        "letters": labels.filter { seen.insert($0).inserted }
          .joined(separator: words(.listSeparator)),
        "format": saving.kind == .format(.docx) ? words(.wordFile) : saving.kind.name,
        "folder": saving.folder,
      ])
  }

  /// The letter that is named, as plain text, or the most important one; nil if no letter has that name.
  func sheet(ofLetter asked: String) -> Errand.Sheet? {
    if let page = conversation.whatToDo,
      NormalizedReply(page.letter.spaced) == NormalizedReply(asked.spaced)
    {
      return Errand.Sheet(letters: [page.letter], text: marked(page).text)
    }
    let letters =
      asked.isEmpty ? Array(conversation.letters.prefix(1)) : conversation.letters(matching: asked)
    let texts = letters.flatMap(conversation.draft).map { stamped($0).text }
    guard !texts.isEmpty else { return nil }
    return Errand.Sheet(
      letters: letters.map { conversation.script.letters[$0].id },
      text: (marks + texts).joined(separator: "\n\n"))
  }

  /// Says what came of an errand below what was said before, and goes on.
  package mutating func tell(_ outcome: Errand.Outcome, after before: String) -> String {
    let done = errand
    errand = nil
    if case .resumed(let kept) = outcome { return resume(kept) }
    let page = page(told(of: outcome, done) + [question])
    return before.isEmpty ? withStanding(page) : before + "\n\n" + page
  }

  private mutating func told(of outcome: Errand.Outcome, _ done: Errand?) -> [String] {
    switch outcome {
    case .saved(let files, let why):
      if case .save(let saving)? = done, !files.isEmpty {
        letOut(.saved(saving.drafts.map(\.letter)))
      }
      return (files.isEmpty ? [] : [words(.saved, ["files": files.joined(separator: "\n")])])
        + (why.map { [words(.notSaved, ["why": $0])] } ?? [])
    case .copied:
      if case .copy(let sheet)? = done { letOut(.copied(sheet.letters)) }
      return [words(.copied)]
    case .printed:
      if case .print(let sheet)? = done { letOut(.printed(sheet.letters)) }
      return [words(.printed)]
    case .failed(let why):
      if case .print? = done { return [words(.notPrinted, ["why": why])] }
      return [words(.notCopied)]
    case .keeping(let kept): return tell(kept: kept)
    case .notResumed(let why): return [words(.cannotResume, ["why": why])]
    case .resumed: return []
    }
  }

  /// Notes that letters have left, as the conversation is now.
  private mutating func letOut(_ happening: ChatRecord.Happening) {
    happenings.append(happening)
    sent = conversation.kept
  }
}

extension String {
  /// The words of a name that is written with hyphens.
  fileprivate var spaced: String { replacing("-", with: " ") }
}
