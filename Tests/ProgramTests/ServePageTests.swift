import Foundation
import Support
import Testing

/// The page for developers: its sessions take place, its clients run, and its lists are complete.
struct ServePageTests {
  static let page = Result {
    try TestPacks.text(at: "\(TestPacks.root)/Documentation/line-protocol.md")
  }

  /// The requests and replies of each session on the page.
  private func sessions() throws -> [[(request: String, reply: JSON)]] {
    try Self.page.get().components(separatedBy: "```session\n").dropFirst().map { part in
      let block = part.components(separatedBy: "\n```")[0]
      return try block.dropFirst(2).components(separatedBy: "\n> ").map { turn in
        let sides = turn.components(separatedBy: "\n< ")
        return (sides[0], try JSON(line: sides[1].replacing("\n", with: "")))
      }
    }
  }

  @Test func `The sessions on the page really take place`() throws {
    let sessions = try sessions()
    #expect(sessions.map(\.count) == [7, 4])
    for session in sessions {
      let service = try OpenService()
      // The page's placeholders for each state and each conversation's name.
      var states: [(name: String, state: String)] = []
      for (request, expected) in session {
        let sent = states.reduce(request) {
          $0.replacing("\"\($1.name)\"", with: "\"\($1.state)\"")
        }
        try service.send(sent)
        var reply = try Served.reply(try service.nextLine())
        for member in ["state", "conversation"] {
          if let name = expected["result/\(member)"].text,
            let state = reply["result/\(member)"].text
          {
            if let known = states.first(where: { $0.name == name }), member == "conversation" {
              #expect(known.state == state)
            }
            states.append((name, state))
            reply = reply.with(["result": reply["result"].with([member: .text(name)])])
          }
        }
        #expect(reply == expected, "\(request)")
      }
      #expect(try service.finish() == 0)
    }
  }

  @Test func `The page lists every method, error, option and limit`() throws {
    let page = try Self.page.get()
    let description = try Served.replies(to: [ServeTests.describe])[0]["result"]
    for method in description["methods"].items.compactMap(\.text) {
      #expect(page.contains("\n| `\(method)` | "))
    }
    for refusal in ServeRefusalTests.cases {
      #expect(page.contains("\n| \(refusal.code) | `\(refusal.name)` | "))
    }
    let help = try Program.run(["serve", "--help"]).output
    for option in help.split(whereSeparator: { $0.isWhitespace || "<>[]".contains($0) })
    where ["--max-", "--idle-", "--state-"].contains(where: option.hasPrefix) {
      #expect(page.contains("`\(option)`"))
    }
    let limits = description["limits"].members
    #expect(limits.count == 6)
    for (name, limit) in limits {
      #expect(page.contains(" | \(try limit.line) |\n"), "\(name)")
    }
  }

  @Test(arguments: [("python3", "curious_client.py"), ("bash", "curious-client.sh")])
  func `An example client can have a whole conversation with a person`(
    _ language: String, _ client: String
  ) throws {
    func run(_ arguments: [String], _ typed: String) throws -> Outcome {
      let client = "\(TestPacks.root)/Documentation/clients/\(client)"
      return try Program.run(
        [language, client, Program.path, "serve"] + arguments, input: typed,
        program: "/usr/bin/env")
    }
    try EveryKindPack.use { arguments in
      let whole = try run(
        arguments,
        "back\nby \"the\" gate\nback\nby the pond\nbanana\nno\noak\nsplit\nKim\nLee\n\n\n")
      #expect(whole.code == 0)
      #expect(whole.errors == "")
      let said = [
        "\nWhere does the tree stand?\nThe street, and what stands near.\n",
        "\nYou can type yes, no or not sure, or “ask” and who would know.\n",
        "\nWhat kind of tree stands at by the pond?\n  1 An oak\n  2 A young ash\n  3 An old ash\n",
        "\nKeep everyone away from it now.\n\nWho has seen it?\n",
        "\n----- tree-officer -----\n\nTo the tree officer\n\nWhere: by the pond\nLeaning: no\n",
        "\n----- own-note -----\n\nFor the file: by the pond, Kim and Lee, [not answered]\n",
      ]
      var rest = whole.output[...]
      for text in said {
        guard let found = rest.range(of: text) else {
          Issue.record("not said, or not here: \(text)\n\(whole.output)")
          break
        }
        rest = rest[found.upperBound...]
      }
      // A client that stops early still prints the letter, and one that can't start says so.
      for typed in ["by the pond\n", "by the pond\nquit\n"] {
        let early = try run(arguments, typed)
        #expect(early.code == 0)
        #expect(early.output.contains("DRAFT, NOT FINISHED"))
      }
    }
    #expect(try run(["--dialogues", "/nowhere"], "").code != 0)
  }

  /// A client script for a generic JSON-RPC library.
  static let library = """
    import json, subprocess, sys
    from jsonrpcclient import Error, Ok, notification_json, parse, parse_json, request, request_json
    service = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    def line(text):
        service.stdin.write(text + "\\n")
        service.stdin.flush()
    def ask(method, **params):
        line(request_json(method, params=params))
        return parse_json(service.stdout.readline())
    start = ask("conversation/start")
    assert isinstance(start, Ok), start
    conversation = start.result["conversation"]
    line(notification_json("conversation/answer", params={"conversation": conversation, "reply": "by the pond"}))
    refused = ask("conversation/answer", conversation=conversation, reply="banana")
    assert isinstance(refused, Error) and refused.code == -32003, refused
    assert refused.data["level"] == 1, refused
    line(json.dumps([
        request("conversation/answer", params={"conversation": conversation, "answer": True}, id="a"),
        request("conversation/answer", params={"conversation": conversation, "answer": []}, id="b"),
        request("conversation/end", params={"conversation": conversation}, id="c")]))
    first, second, third = parse(json.loads(service.stdout.readline()))
    assert (first.id, second.id, third.id) == ("a", "b", "c")
    assert second.result["finished"] and isinstance(third, Error)
    print(ask("conversation/draft", conversation=conversation).result["letters"][0]["text"])
    service.stdin.close()
    sys.exit(service.wait())
    """

  @Test(
    .enabled(
      if: Schema.hasValidator,
      "no Python with its packages in .build/python: run `make needs-python`"))
  func `A generic JSON-RPC client library can use the service`() throws {
    let run = try Program.run(
      ["-c", Self.library, Program.path, "serve"] + Served.streetTree, program: Schema.python)
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output
        == "To the tree officer\n\nWhere: by the pond\nLeaning: yes\nSeen: none\n\nPlease come today.\n"
    )
  }
}
