import DialogueModel

extension WordingDocument.Entry {
  /// What the new text lacks or adds compared with the old one, and faults in its syntax.
  func problems(against old: PackText) -> [Diagnostic] {
    guard !text.trimmed.isEmpty else {
      return [
        Diagnostic(
          .layout, "the text of `\(old.id)` is empty",
          fix: "write it, or delete it with its heading to leave it as it was", at: id.place)
      ]
    }
    var lost = Tag.all(in: old.text).map(\.fixed)
    var added: [Tag] = []
    for tag in Tag.all(in: text) {
      if let at = lost.firstIndex(of: tag.fixed) { lost.remove(at: at) } else { added.append(tag) }
    }
    let problems =
      added.map { tag in
        Diagnostic(
          .unknownSlot, "`<<\(tag.fixed)>>` is not in this text of the pack",
          fix: Name.suggestion(for: "<<\(tag.fixed)>>", among: lost.map { "<<\($0)>>" })
            ?? "take it out; slots and parts are the pack's, and only words change here",
          at: place(at: tag.bytes.lowerBound))
      }
      + lost.map { tag in
        Diagnostic(
          .slot, "`<<\(tag)>>` is gone from this text", fix: "put it back where it belongs",
          at: id.place)
      }
    guard old.hasSlots, problems.isEmpty else { return problems }
    do {
      if case .file = old.spot {
        try LetterParser.check(text, at: place, called: old.id)
      } else {
        _ = try TextParser.parse(block)
      }
      return []
    } catch {
      return [error]
    }
  }
}
