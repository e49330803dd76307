import Foundation
import Support
import Testing

/// Conversations over lines, held by the service and carried by the client alike.
@Suite struct ServeConversationTests {
  private func talk(_ mode: Mode, _ body: (ServedTalk) throws -> Void) throws {
    try EveryKindPack.use { arguments in
      let talk = try ServedTalk(OpenService(arguments), mode)
      try body(talk)
      #expect(try talk.service.finish() == 0)
    }
  }

  @Test(arguments: Mode.allCases)
  func `Each unclear reply gets more help, until a reply is understood`(
    _ mode: Mode
  ) throws {
    try talk(mode) { (talk) throws in
      func level(_ reply: String) throws -> JSON {
        try talk.ask("answer", ["reply": .text(reply)])["error/data/level"]
      }
      #expect(try level("") == 1)
      #expect(try level("by the gate") == nil)
      #expect(try ["banana", "b", "/no-such", "banana"].map(level) == [1, 2, 3, 3])
      #expect(try talk.ask("back")["result/question/id"] == "tree.place")
      #expect(try talk.ask("answer", ["answer": "there"])["result/question/id"] == "tree.leaning")
      let error = try talk.ask("answer", ["reply": "banana"])["error"]
      #expect(error["code"] == -32003)
      #expect(error["data/level"] == 1)
      #expect(
        error["data/ways"] == "You can type yes, no or not sure, or “ask” and who would know.")
      #expect(error["data/options"] == [])
      #expect(try level("not sure") == nil)
    }
  }

  @Test(arguments: Mode.allCases)
  func `Words that fit several options are answered with those options`(_ mode: Mode) throws {
    try talk(mode) { (talk) throws in
      for reply in ["here", "no"] { try talk.ask("answer", ["reply": .text(reply)]) }
      #expect(
        try talk.ask("answer", ["reply": "ash"])["error/data/options"] == [
          ["const": "young-ash", "title": "A young ash"],
          ["const": "old-ash", "title": "An old ash"],
        ])
      #expect(try talk.ask("answer", ["reply": "old ash"])["result/question/id"] == "tree.harm")
    }
  }

  @Test(
    arguments: [
      ("review", "review", ""), ("change the place", "change", "the place"),
      ("/note Bring a rope", "note", "Bring a rope"), ("why", "why", ""), ("?", "help", ""),
      ("draft all", "draft", "all"), ("quit", "quit", ""), ("/clear", "clear", ""),
    ])
  func `A command typed as a reply is reported as a command`(
    _ reply: String, _ command: String, _ argument: String
  ) throws {
    try talk(.held) { (talk) throws in
      try talk.ask("answer", ["reply": "here"])
      let error = try talk.ask("answer", ["reply": .text(reply)])["error"]
      #expect(error["code"] == -32004)
      #expect(
        error["data"] == [
          "name": "is-a-command", "command": .text(command), "argument": .text(argument),
        ])
    }
  }

  @Test(arguments: Mode.allCases)
  func `A typed list stays open for the next item until it is complete`(_ mode: Mode)
    throws
  {
    try talk(mode) { (talk) throws in
      for reply in ["here", "no", "oak", "none"] {
        try talk.ask("answer", ["reply": .text(reply)])
      }
      #expect(try talk.ask("answer", ["reply": ""])["error/code"] == -32003)
      var reply = JSON.null
      for name in ["Kim", "Lee", "remove 1"] {
        reply = try talk.ask("answer", ["reply": .text(name)])
        #expect(reply["result/question/id"] == "tree.people")
      }
      #expect(
        reply["result/answer"] == [
          "items": [
            ["number": 1, "name": "Kim", "removed": true], ["number": 2, "name": "Lee"],
          ]
        ])
      try talk.ask("answer", ["reply": "Ash"])
      // Three numbers have been used, and no number is used twice.
      #expect(try talk.ask("answer", ["reply": "Jo"])["error/code"] == -32005)
      #expect(
        try talk.ask("answer", ["reply": "that is all"])["result/question/id"] == "tree.words")
    }
  }

  @Test(arguments: Mode.allCases)
  func `Notes can be given while another question is asked`(_ mode: Mode) throws {
    try talk(mode) { (talk) throws in
      for note in ["one", "two"] {
        let reply = try talk.ask("answer", ["question": "tree.notes", "reply": .text(note)])
        #expect(reply["result/question/id"] == "tree.place")
      }
      let review = try talk.ask("review")
      #expect(review["result/answers/0/words"] == "one and two")
    }
  }

  @Test(arguments: Mode.allCases)
  func `A change reports its effect before and after it is made, and parked answers return`(
    _ mode: Mode
  )
    throws
  {
    try talk(mode) { (talk) throws in
      #expect(try talk.answerAll()["result/finished"] == true)
      let change: JSON = ["question": "tree.leaning", "answer": false]
      let parks: JSON = [
        "parks": ["tree.since", "tree.heard", "tree.visit", "tree.height"], "returns": [],
        "asks": [],
      ]
      let preview = try talk.ask("change", change.with(["preview": true]))
      #expect(preview["result/effect"] == parks)
      #expect(preview["result/parked"] == [])
      let made = try talk.ask("change", change)
      #expect(made["result/effect"] == parks)
      #expect(made["result/parked"] == ["tree.since", "tree.heard", "tree.visit", "tree.height"])
      #expect(
        try talk.ask("answer", ["question": "tree.since", "answer": "2026-11-03"])["error/code"]
          == -32006)
      let review = try talk.ask("review")["result/answers"].items
      #expect(
        review.filter { $0["parked"] == true }.map { $0["question"] } == [
          "tree.since", "tree.heard", "tree.visit", "tree.height",
        ])
      #expect(review[0]["words"] == "by the gate\nof the park")
      let back = try talk.ask("change", ["question": "tree.leaning", "reply": "yes"])
      #expect(
        back["result/effect"] == [
          "parks": [], "returns": ["tree.since", "tree.heard", "tree.visit", "tree.height"],
          "asks": [],
        ])
    }
  }

  @Test(arguments: Mode.allCases)
  func `A watch's text is a notice, and is said again when the conversation is resumed`(
    _ mode: Mode
  ) throws {
    try talk(mode) { (talk) throws in
      #expect(try talk.answerAll()["result/said/0/kind"] == "outcome")
      let notice: JSON = [["kind": "notice", "text": "Keep everyone away from it now."]]
      #expect(
        try talk.ask("change", ["question": "tree.harm", "answer": []])["result/said"] == [])
      #expect(
        try talk.ask("change", ["question": "tree.harm", "answer": ["split"]])["result/said"]
          == notice)
      #expect(try talk.ask("resume")["result/said"] == notice)
    }
  }

  @Test(arguments: Mode.allCases)
  func `Back goes through the answers and stops before the first`(_ mode: Mode) throws {
    try talk(mode) { (talk) throws in
      #expect(try talk.ask("back")["error/code"] == -32006)
      for answer in ["here", true] as [JSON] { try talk.ask("answer", ["answer": answer]) }
      let back = try talk.ask("back")["result"]
      #expect(back["question/id"] == "tree.leaning")
      #expect(back["answer"] == true)
      #expect(try talk.ask("back")["result/answer"] == "here")
      #expect(try talk.ask("back")["error/code"] == -32006)
      // An empty reply keeps the answer.
      let left = try talk.ask("answer", ["reply": " "])["result"]
      #expect(left["question/id"] == "tree.since")
      #expect(left["progress/answered"] == 2)
    }
  }

  @Test(arguments: Mode.allCases)
  func `A question can be explained, and each letter can be requested by itself`(_ mode: Mode)
    throws
  {
    try talk(mode) { (talk) throws in
      let question = try talk.ask("explain")["result/question"]
      #expect(question["why"] == "So that it can be found.")
      #expect(question["hint"] == "The street, and what stands near.")
      #expect(question["source/title"] == "The tree survey")
      #expect(question["several-lines"] == true)
      let early = try talk.ask("draft")["result"]
      #expect(early["finished"] == false)
      #expect(early["gaps"].items.count == 5)
      #expect(early["letters/0/text"].text?.hasPrefix("DRAFT, NOT FINISHED") == true)
      _ = try talk.answerAll()
      let all = try talk.ask("draft")["result"]
      #expect(all["letters"].items.map { $0["letter"] } == ["tree-officer", "own-note"])
      #expect(all["reasons"] == ["fence-it-off": "Leaning: yes"])
      #expect(
        try talk.ask("draft", ["letter": "own-note", "formats": ["text"]])["result/letters"] == [
          [
            "letter": "own-note", "label": "a note for your own file",
            "text":
              "For the file: by the gate\n  of the park, Kim and Lee, it \"creaks\"",
          ]
        ])
    }
  }

  @Test(
    arguments: [
      ["not-known": true], ["to-find-out": "Sam"], ["skipped": true],
    ] as [JSON])
  func `Every question accepts every state and returns it unchanged`(_ state: JSON) throws {
    try talk(.held) { (talk) throws in
      // Other questions are asked only after these answers.
      let opening: [String: JSON] = ["tree.leaning": true, "tree.kind": "old-ash"]
      for (question, answer) in opening {
        try talk.ask("answer", ["question": .text(question), "answer": answer])
      }
      for (question, _) in EveryKindPack.values {
        let reply = try talk.ask("change", ["question": .text(question), "answer": state])
        #expect(reply["error"] == nil, "\(question)")
        if let answer = opening[question] {
          try talk.ask("change", ["question": .text(question), "answer": answer])
        }
      }
      let review = try talk.ask("review")["result/answers"].items
      let count = EveryKindPack.values.count - opening.count
      #expect(review.filter { $0["answer"] == state }.count == count)
    }
  }

  @Test func `A conversation resumes from stored answers of this version or another`() throws {
    try EveryKindPack.use { arguments in
      let service = try OpenService(arguments)
      let answers: JSON = [
        "tree.place": "here", "tree.leaning": false, "tree.since": "2026-11-02", "tree.gone": 3,
      ]
      let kept: JSON = ["answers": answers, "version": "1"]
      let refused = try service.ask("conversation/resume", kept)["error"]
      #expect(refused["code"] == -32009)
      #expect(
        refused["data"] == [
          "name": "script-changed", "version": "2", "parked": ["tree.since"],
          "unknown": ["tree.gone"],
        ])
      var names: [JSON] = []
      for params in [
        kept.with(["accept": true]), kept.with(["version": "2"]), ["answers": answers],
        kept.with(["accept": true, "mode": "carried"]),
      ] {
        let reply = try service.ask("conversation/resume", params)["result"]
        #expect(reply["question/id"] == "tree.kind")
        #expect(reply["parked"] == ["tree.since"])
        #expect((reply["state"] == nil) == (params["mode"] == nil))
        names.append(reply["conversation"])
      }
      let review = try service.ask("conversation/review", ["conversation": names[0]])["result"]
      #expect(review["unknown"] == ["tree.gone"])
      // The answers that a review returns are accepted when resuming.
      let again = Dictionary(
        uniqueKeysWithValues: review["answers"].items.map {
          ($0["question"].text ?? "", $0["answer"])
        })
      let resumed = try service.ask("conversation/resume", ["answers": .object(again)])["result"]
      #expect(resumed["progress"] == ["answered": 2, "left": 3])
      #expect(try service.finish() == 0)
    }
  }

  @Test func `Closing ends a held conversation and leaves a carried one usable`()
    throws
  {
    try talk(.held) { (talk) throws in
      #expect(try talk.ask("close")["result"] == ["closed": true])
      #expect(try talk.ask("close")["error/code"] == -32001)
      #expect(try talk.ask("review")["error/code"] == -32001)
    }
    try talk(.carried) { (talk) throws in
      #expect(try talk.ask("close")["result"] == ["closed": true])
      #expect(try talk.ask("review")["result/answers"] == [])
    }
  }
}
