import DialogueEngine
import DialogueModel
import Documents
import JSON

extension Service {
  func write(_ result: Result, to writer: inout JSONWriter) {
    writer.object { writer in
      switch result {
      case .described: writeDescription(to: &writer)
      case .listed: writePacks(to: &writer)
      case .turn(let turn):
        writeName(of: turn.session, to: &writer)
        write(turn, &turn.session.conversation, to: &writer)
      case .review(let session): writeReview(of: session.conversation, to: &writer)
      case .explained(let session, let question):
        writer.name("question")
        packs[session.pack].sheets[question].write(session.conversation, to: &writer)
      case .drafted(let session, let letters, let formats, let pseudonyms):
        session.conversation.writeOutcome(by: pseudonyms, to: &writer)
        session.conversation.writeLetters(letters, in: formats, by: pseudonyms, to: &writer)
      case .closed:
        writer.member("closed", true)
      }
    }
  }

  /// Writes the name or the sealed state with which the program continues the conversation.
  private func writeName(of session: Session, to writer: inout JSONWriter) {
    if let name = session.name {
      writer.member("conversation", name)
    } else {
      writer.member("state", sealed(session) ?? "")
    }
  }

  /// Takes the conversation `inout` only to avoid a copy, because it is large; nothing in it changes.
  private func write(
    _ turn: Turn, _ conversation: inout Conversation, to writer: inout JSONWriter
  ) {
    writer.name("said")
    writer.array { writer in
      for said in turn.said {
        writer.object { writer in
          writer.member("kind", said.outcome != nil ? "outcome" : said.isNotice ? "notice" : "text")
          if let outcome = said.outcome {
            writer.member("outcome", conversation.script.outcomes[outcome].id)
          }
          writer.name("text")
          if let written = said.wording.flatMap({ packs[turn.session.pack].sayings[$0] }) {
            writer.written(written)
          } else {
            writer.text(said.text)
          }
        }
      }
    }
    writer.member("standing", conversation.standing)
    if let effect = turn.effect {
      writer.name("effect")
      write(effect, of: conversation.script, to: &writer)
    }
    writer.name("question")
    if let question = conversation.question {
      packs[turn.session.pack].sheets[question].write(conversation, to: &writer)
      if let answer = conversation.storedAnswer(to: question) {
        writer.name("answer")
        answer.write(to: &writer)
      }
      if conversation.isOffered(question) { writer.member("asked-again", true) }
      writeMentions(for: question, in: conversation, to: &writer)
    } else {
      writer.null()
    }
    writer.member("finished", conversation.isFinished)
    writer.name("outcomes")
    let script = conversation.script
    writer.array(conversation.walk.outcomes.lazy.map { script.outcomes[$0].id })
    writer.name("progress")
    writer.object { writer in
      writer.member("answered", conversation.walk.answered)
      writer.member("left", conversation.left)
    }
    writer.member("parked", conversation.parked.lazy.map { script.questions[$0].key })
  }

  /// Writes what the texts answered so far mention of a question, in the order in which it is shown.
  private func writeMentions(
    for question: Int, in conversation: Conversation, to writer: inout JSONWriter
  ) {
    let options = conversation.script.questions[question].options
    var mentions = conversation.suggestions(for: question).map {
      (option: Optional(options[$0.option].id), words: $0.words)
    }
    let words = conversation.words(heardBy: question)
    if !words.isEmpty { mentions.append((nil, words)) }
    guard !mentions.isEmpty else { return }
    writer.name("mentioned")
    writer.array { writer in
      for mention in mentions {
        writer.object { writer in
          if let option = mention.option { writer.member("option", option) }
          writer.member("words", mention.words)
        }
      }
    }
  }

  private func write(
    _ effect: Conversation.Effect, of script: Script, to writer: inout JSONWriter
  ) {
    let lists: [(name: String, questions: [Int])] = [
      ("parks", effect.parks), ("returns", effect.returns), ("asks", effect.asks),
    ]
    writer.object { writer in
      for (name, questions) in lists {
        writer.member(name, questions.lazy.map { script.questions[$0].key })
      }
    }
  }

  private func writeReview(of conversation: Conversation, to writer: inout JSONWriter) {
    let parked = Set(conversation.parked)
    writer.name("answers")
    writer.array { writer in
      for question in conversation.reviewed where question >= conversation.script.localCount {
        guard let answer = conversation.answers[question] else { continue }
        writer.object { writer in
          writer.member("question", conversation.script.questions[question].key)
          writer.member("label", conversation.print(conversation.script.questions[question].label))
          writer.member("words", conversation.words(for: answer, to: question))
          writer.name("answer")
          conversation.storedAnswer(to: question)?.write(to: &writer)
          writer.member("parked", parked.contains(question))
        }
      }
    }
    writer.member("unknown", conversation.unmatchedAnswers.keys.sorted())
  }

  private func writeDescription(to writer: inout JSONWriter) {
    writer.member("service", "curious")
    writer.member("version", version)
    writer.name("formats")
    writer.object { writer in
      writer.member("protocol", Service.protocolVersion)
      writer.member("state", StateSeal.version)
      writer.member("language", LanguageVersion.current)
      writer.member("document", Document.version)
    }
    writer.member("methods", methods.lazy.map { $0.name })
    writer.member("modes", seal == nil ? ["held"] : ["held", "carried"])
    writer.name("limits")
    writer.object { writer in
      let all: [(name: String, limit: Int)] = [
        ("line-bytes", limits.line), ("conversations", limits.conversations),
        ("idle-seconds", limits.idle), ("nesting", limits.nesting), ("batch", limits.batch),
        ("state-seconds", limits.state),
      ]
      for (name, limit) in all {
        writer.member(name, limit)
      }
    }
    writePacks(to: &writer)
  }

  private func writePacks(to writer: inout JSONWriter) {
    writer.name("packs")
    writer.array { writer in
      for pack in packs {
        writer.object { writer in
          writer.member("pack", pack.script.pack)
          writer.member("title", pack.script.title)
          writer.member("version", pack.script.version)
          writer.name("approved-by")
          if let approval = pack.script.approval {
            writer.text(approval.by)
          } else {
            writer.null()
          }
          writer.name("notes")
          if let notes = pack.script.notes {
            writer.text(pack.script.questions[notes].key)
          } else {
            writer.null()
          }
        }
      }
    }
  }
}
