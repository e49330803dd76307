import DialogueEngine
package import DialogueModel
import Documents
package import JSON

/// Drafts letters from answers in bulk: an object of answers a line in, an object of outcomes and letters a line
/// out.
package final class BulkDrafting {
  private let script: Script
  private let today: CivilDate
  private let minute: Int?
  private let formats: LetterFormats
  /// The words that identify nobody, for letters without names; nil for letters as they are sent.
  private let vocabulary: Vocabulary?
  private let saving: LetterSaving?
  private let reader: JSONReader

  /// Drafts for one pack in these formats, counting from `today` unless a line gives its own; nil means too little
  /// memory.
  ///
  /// Letters that are saved as files are not written into the reply.
  package init?(
    _ script: Script, today: CivilDate, minute: Int? = nil, formats: LetterFormats = .text,
    saving: LetterSaving? = nil, isPseudonymised: Bool = false
  ) {
    guard let reader = JSONReader(nesting: Service.Limits().nesting) else { return nil }
    (self.script, self.today, self.reader) = (script, today, reader)
    (self.minute, self.formats, self.saving) = (minute, formats, saving)
    vocabulary = isPseudonymised ? Vocabulary(of: script) : nil
  }

  /// Answers one line, which is nil if it was too long; a blank line gets no answer.
  ///
  /// What it writes depends on the line and its number alone, so lines can be shared out among any number of processes.
  package func reply(
    to line: ArraySlice<UInt8>?, number: Int = 0, into writer: inout JSONWriter
  ) {
    guard let line else { return refuse("The line is too long.", .none, &writer) }
    if line.isBlank { return }
    reader.read(line) { json in
      let (givenID, givenDay) = (json?["id"], json?["today"])
      guard let json, let id = Request.ID(givenID),
        let answers = json["answers"].flatMap([String: StoredAnswer].init),
        json.count == [givenID, givenDay].count(where: { $0 != nil }) + 1
      else {
        return refuse(
          "The line is not {\"answers\": {KEY: ANSWER, …}}, with an \"id\" and a \"today\" or without.",
          Request.ID(givenID) ?? .none, &writer)
      }
      guard let day = givenDay.map({ $0.text.flatMap(CivilDate.init(iso:)) }) ?? today else {
        return refuse("\"today\" is not a day such as 2026-11-16.", id, &writer)
      }
      // A time belongs to the day that it was given with.
      var conversation = Conversation(
        script, stored: answers, today: day, minute: givenDay == nil ? minute : nil)
      conversation.skipOptional()
      write(conversation, id, line: number, &writer)
    }
  }

  private func write(
    _ conversation: Conversation, _ id: Request.ID, line: Int, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      write(id, &writer)
      let pseudonyms = vocabulary.map { conversation.pseudonyms($0) }
      conversation.writeOutcome(by: pseudonyms, to: &writer)
      conversation.writeLetters(
        conversation.letters, in: formats, by: pseudonyms, saving: saving.map { ($0, line) },
        to: &writer)
      writer.member(
        "parked", conversation.parked.lazy.map { conversation.script.questions[$0].key })
      writer.member("unknown", conversation.unmatchedAnswers.keys.sorted())
    }
    writer.endLine()
  }

  /// Writes an error, which never repeats what the line said: that may be confidential.
  private func refuse(_ fault: String, _ id: Request.ID, _ writer: inout JSONWriter) {
    writer.object { writer in
      write(id, &writer)
      writer.member("error", fault)
    }
    writer.endLine()
  }

  private func write(_ id: Request.ID, _ writer: inout JSONWriter) {
    if case .none = id { return }
    id.write(to: &writer)
  }
}
