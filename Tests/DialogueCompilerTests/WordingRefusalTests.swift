import DialogueCompiler
import DialogueModel
import Support
import Testing

/// The reasons for refusing a wording document, all reported in one run at the document's lines.
struct WordingRefusalTests {
  static let dialogue = """
    dialogue: visit
    steps:
      - ask: seen
        text: Which rooms?
        answer: any of rooms
      - for each: seen
        id: each
        as: room
        steps:
          - say: look
            text: |
              Look at <<room>>.
              <<when: seen has any>>
              By <<today>>: <<room.note | no note>>.
              <<otherwise>>
              No <<room>>.
              <<end>>
          - say: go
            text: Leave <<room>> alone.

    """

  static let look =
    "Look at <<room>>.\n<<when: seen has any>>\nBy <<today>>: <<room.note | no note>>.\n<<otherwise>>\nNo <<room>>.\n<<end>>"

  private func told(_ document: String) throws -> String {
    let files = try TestPacks.small(SourceFile(path: "visit.yaml", text: Self.dialogue))
    do throws(Diagnostics) {
      let changes = try WordingImport(Wording.file(document), into: files).changes
      return changes.map { "changed \($0.count) in \($0.path)" }.joined(separator: "\n")
    } catch {
      return error.all.map(\.description).joined(separator: "\n")
    }
  }

  static let refusals: [(String, String)] = [
    (
      "### visit.sen.text\n\n```text\nNew\n```\n",
      """
      wording.md:1:5: the pack has no text `visit.sen.text`
        ### visit.sen.text
            ^
        did you mean `visit.seen.text`?
      """
    ),
    (
      "### colour\n```\nNew\n```\n",
      """
      wording.md:1:5: the pack has no text `colour`
        ### colour
            ^
        delete it, or export the wording anew
      """
    ),
    (
      "### visit.seen.text\n```\nNew\n```\n\n### visit.seen.text\n```\nWhich rooms?\n```\n",
      """
      wording.md:6:5: `visit.seen.text` is here a second time
        ### visit.seen.text
            ^
        delete one of the two
      """
    ),
    (
      "### visit.seen.text\n```\n  \n\n```\n",
      """
      wording.md:1:5: the text of `visit.seen.text` is empty
        ### visit.seen.text
            ^
        write it, or delete it with its heading to leave it as it was
      """
    ),
    (
      "### visit.seen.text\n```\n```\n",
      """
      wording.md:1:5: the text of `visit.seen.text` is empty
        ### visit.seen.text
            ^
        write it, or delete it with its heading to leave it as it was
      """
    ),
    (
      "### visit.seen.text\n\nNew\n\n### visit.go.text\n",
      """
      wording.md:1:5: there is no text below `visit.seen.text`
        ### visit.seen.text
            ^
        put one there between two lines of ```, or delete this line to leave it as it was
      wording.md:5:5: there is no text below `visit.go.text`
        ### visit.go.text
            ^
        put one there between two lines of ```, or delete this line to leave it as it was
      """
    ),
    (
      "```text\nNew\n```\n\n### visit.seen.text\n```\nNew\n```\n```\nMore\n```\n",
      """
      wording.md:1:1: a text without an id of its own above it
        ```text
        ^
        put `### ` and its id on a line above it, or delete it
      wording.md:9:1: a text without an id of its own above it
        ```
        ^
        put `### ` and its id on a line above it, or delete it
      """
    ),
    (
      "### visit.seen.text\n````\nNew\n```\n\n### rooms\n```text\nNew\n```\n",
      """
      wording.md:2:1: a text that never ends
        ````
        ^
        add ```` below it
      wording.md:6:5: the pack has no text `rooms`
        ### rooms
            ^
        delete it, or export the wording anew
      """
    ),
    (
      "### visit.seen.text\n```text\nNew\n\n### visit.go.text\n```text\nLeave <<rom>> alone.\n```\n",
      """
      wording.md:2:1: a text that never ends
        ```text
        ^
        add ``` below it
      wording.md:5:5: `<<room>>` is gone from this text
        ### visit.go.text
            ^
        put it back where it belongs
      wording.md:7:7: `<<rom>>` is not in this text of the pack
        Leave <<rom>> alone.
              ^
        did you mean `<<room>>`?
      """
    ),
    (
      "### visit.go.text\n```text |\nLeave <<room>> |\nalone\n```\n",
      """
      wording.md:4:6: this line has lost the bar at its end
        alone
             ^
        add `|` after the last blank
      """
    ),
    (
      "### visit.go.text\n```text\nLeave them alone.\n```\n",
      """
      wording.md:1:5: `<<room>>` is gone from this text
        ### visit.go.text
            ^
        put it back where it belongs
      """
    ),
    (
      "### visit.go.text\n```text\nLeave <<room>> and <<room>> and <<room | one>> alone.\n```\n",
      """
      wording.md:3:20: `<<room>>` is not in this text of the pack
        Leave <<room>> and <<room>> and <<room | one>> alone.
                           ^
        take it out; slots and parts are the pack's, and only words change here
      wording.md:3:33: `<<room | …>>` is not in this text of the pack
        Leave <<room>> and <<room>> and <<room | one>> alone.
                                        ^
        take it out; slots and parts are the pack's, and only words change here
      """
    ),
    (
      "### visit.look.text\n```text\n\(look.replacing("has any", with: "is empty").replacing(" | no note", with: ""))\n```\n",
      """
      wording.md:1:5: `<<room.note | …>>` is gone from this text
        ### visit.look.text
            ^
        put it back where it belongs
      wording.md:1:5: `<<when: seen has any>>` is gone from this text
        ### visit.look.text
            ^
        put it back where it belongs
      wording.md:4:1: `<<when: seen is empty>>` is not in this text of the pack
        <<when: seen is empty>>
        ^
        did you mean `<<when: seen has any>>`?
      wording.md:5:15: `<<room.note>>` is not in this text of the pack
        By <<today>>: <<room.note>>.
                      ^
        did you mean `<<room.note | …>>`?
      """
    ),
    (
      "### visit.look.text\n```text\n\(look.replacing("today>>", with: "today + 1 days>>").replacing("<<end>>", with: ""))\n```\n",
      """
      wording.md:1:5: `<<end>>` is gone from this text
        ### visit.look.text
            ^
        put it back where it belongs
      wording.md:1:5: `<<today>>` is gone from this text
        ### visit.look.text
            ^
        put it back where it belongs
      wording.md:5:4: `<<today + 1 days>>` is not in this text of the pack
        By <<today + 1 days>>: <<room.note | no note>>.
           ^
        take it out; slots and parts are the pack's, and only words change here
      """
    ),
    (
      "### visit.look.text\n```text\n<<end>>\n\(look.replacing("\n<<end>>", with: ""))\n```\n",
      """
      wording.md:3:3: `<<end>>` ends a part that never began
        <<end>>
          ^
        delete it, or add `<<when: …>>` above
      """
    ),
    (
      "### visit.go.text\n```text\nLeave <<room>> alone, << there.\n```\n",
      """
      wording.md:3:23: a slot that never ends
        Leave <<room>> alone, << there.
                              ^
        add `>>` after its name
      """
    ),
    (
      "### vocabulary rooms.hall.label\n```text\nHall <<room>>\n```\n",
      """
      wording.md:3:6: `<<room>>` is not in this text of the pack
        Hall <<room>>
             ^
        take it out; slots and parts are the pack's, and only words change here
      """
    ),
    (
      "### letter note\n```text |\nA return\r|\nand a line end|\n```\n",
      """
      wording.md:1:5: the new texts can't be written into letters/note.md
        ### letter note
            ^
        change them in that file
      """
    ),
    (
      "### phrase interrupted\n```text\nStill <<answred>>.\n```\n",
      """
      wording.md:1:5: `<<answered>>` is gone from this text
        ### phrase interrupted
            ^
        put it back where it belongs
      wording.md:3:7: `<<answred>>` is not in this text of the pack
        Still <<answred>>.
              ^
        did you mean `<<answered>>`?
      """
    ),
  ]

  @Test(arguments: refusals)
  func `A refused document is reported with every fault it has`(
    _ document: String, _ message: String
  ) throws {
    let said = try told(document)
    #expect(said == message)
  }

  @Test(arguments: [
    // Slots in another order, other fallback words, and notes outside the texts.
    (
      "A note.\n\n### visit.look.text  \n\nAnother: <<x>>.\n\n``` text\n\(look.replacing("no note", with: "nothing at all").replacing("Look at <<room>>.", with: "<<room>>, <<today>>.").replacing("By <<today>>", with: "By then"))\n\n\n````\n# End\n",
      "changed 1 in visit.yaml"
    ),
    ("### visit.seen.text\n```\nWhich rooms?\n\n```\n", ""), ("", ""),
    (
      "### visit.seen.text\n```text |\nWhich rooms? |\n```\n### vocabulary rooms.hall.label\n```\n> ``\n```",
      "changed 1 in rooms.yaml\nchanged 1 in visit.yaml"
    ),
  ])
  func `A change to words alone is accepted`(_ document: String, _ changes: String) throws {
    #expect(try told(document).split(separator: "\n").sorted().joined(separator: "\n") == changes)
  }

  @Test func `A slot without a meaning in its context is reported at the document's line`() throws {
    let letter = "<<for each: visit.seen as it>>\n<<it>>\n<<end>>\n"
    let files = try TestPacks.small(SourceFile(path: "letters/note.md", text: letter))
    let document =
      "### letter note\n```\n<<for each: visit.seen as it>>\n<<end>>\nAll: <<it>>\n```\n"
    do throws(Diagnostics) {
      _ = try WordingImport(Wording.file(document), into: files)
      Issue.record("no problem was told")
    } catch {
      #expect(
        error.all.map(\.description) == [
          "wording.md:5:8: there is no question `it`\n  All: <<it>>\n         ^\n  there are: visit.seen"
        ])
    }
  }

  /// The YAML parser takes this character for a line end, and nothing else does.
  @Test func `A file that parses differently from how it looks is left alone`() throws {
    let dialogue =
      "dialogue: visit\nsteps:\n  - say: a\n    text: \"x\u{2028}y\"\n  - say: b\n    text: \"old\"\n"
    let files = try TestPacks.small(SourceFile(path: "visit.yaml", text: dialogue))
    let first = try WordingImport(Wording.file("### visit.a.text\n```\nnew\n```\n"), into: files)
    #expect(first.changes.map(\.count) == [1])
    do throws(Diagnostics) {
      _ = try WordingImport(Wording.file("### visit.b.text\n```\nnew\n```\n"), into: files)
      Issue.record("no problem was told")
    } catch {
      #expect(
        error.all.map(\.description) == [
          "wording.md:1:5: this text can't be written into visit.yaml\n  ### visit.b.text\n      ^\n"
            + "  change it in that file, or leave out what is unusual in it"
        ])
    }
  }
}
