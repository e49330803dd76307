import DialogueCompiler
import DialogueModel
import Support
import Testing

/// The texts of a pack that people read, and the place of each word of them.
struct TextCollectorTests {
  @Test(arguments: [(TestPacks.shipped, 1000), (TestPacks.streetTree, 20)])
  func `Each word's recorded place is where the file has it`(
    _ folder: String, _ least: Int
  ) throws {
    let files = try TestPacks.files(in: folder)
    #expect(try wordsFound(in: files) > least)
  }

  @Test func `So it is in the language file that packs share`() throws {
    let shared = SourceFile(path: "words.yaml", text: try TestPacks.sharedLanguage().text)
    #expect(try wordsFound(in: [shared]) > 200)
  }

  /// Every scalar style, each with lines, quotes, blanks at both ends and characters of several
  /// bytes.
  static let styles = [
    "plain äö word—it's “so” \\n #1",
    "'single: it''s — “so”''''  and  more '", "'one\n      two  \n\n\n      it''s three'",
    "\"double: \\\"one\\\" \\\\ and\\ttwo \\u00e9 three  \"",
    "\"one\n      two \\\n      three\\n four \\\"five\\\"  \n\n      six\"",
    "|\n      one\n\n        two — ü\n      three  \n", "|2\n         one\n      two\n",
    "|-  # a note\n\n      one: # and\n      two", "|+\n      one\n\n\n",
    ">\n      one — ü\n      two\n\n      three\n\n\n      four\n        five\n        six\n      seven\n",
    ">-\n\n\n      one  \n      two\n\n        three\n\n      four\n\n",
  ]

  @Test(arguments: styles)
  func `Each word's place is right in every scalar style`(_ style: String) throws {
    let file = SourceFile(
      path: "a.yaml",
      text: "dialogue: a\nsteps:\n  - say: it\n    text: \(style)\n  - say: last\n    text: word\n")
    #expect(try wordsFound(in: [file]) > 1)
    let passages = Passage.passages(of: [file])
    #expect(passages.map(\.id) == ["a.it.text", "a.last.text"])
    #expect(passages.last?.place(at: 1).column == 12)
    #expect(passages.allSatisfy { $0.text.last != "\n" })
  }

  /// Checks each word of each text against the file's own lines, and returns the number of words.
  private func wordsFound(in files: [SourceFile]) throws -> Int {
    var count = 0
    let lines = Dictionary(
      uniqueKeysWithValues: files.map { file in
        (
          file.path,
          file.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        )
      })
    for passage in Passage.passages(of: files) {
      #expect(passage.text == passage.runs.map(\.text).joined())
      let bytes = Array(passage.text.utf8)
      var at = 0
      for word in passage.text.unicodeScalars.split(whereSeparator: {
        " \n\t".unicodeScalars.contains($0)
      }) {
        while bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x09 { at += 1 }
        let place = passage.place(at: at)
        let line = try #require(lines[place.file]?[place.line - 1])
        let rest = line.dropFirst(place.column - 1)
        // The comparison ends at a character that the file writes in another way.
        let plain = word.prefix { !"\"\\'é".unicodeScalars.contains($0) }
        #expect(
          rest.starts(with: plain),
          "\(passage.id): \(String(String.UnicodeScalarView(word))) at \(place)")
        at += String(String.UnicodeScalarView(word)).utf8.count
        count += 1
      }
      #expect(passage.place(at: bytes.count + 5) == passage.place(at: bytes.count))
      #expect(passage.place(at: -1) == passage.place(at: 0))
    }
    return count
  }

  @Test func `The texts are all that people read of a pack, and nothing else`() {
    let files = [
      SourceFile(
        path: "a.yaml",
        text: """
          dialogue: zoo
          title: No one sees this
          facts:
            late: hour > 3
          steps:
            - use: den
              id: den
            - ask: hour
              text: Which hour?
              answer: one of
              options:
                one: One
                two:
                  label: Two
                  synonyms: [pair]
                  note: After one.
              hint: A hint
              why: A reason
              label: Hour
              not-known: no watch
              source: clock
            - decide: late
              text: Is it late?
              if: late
              then:
                otherwise: end
            - for each: den.beasts
              as: beast
              id: each
              steps:
                - say: feed
                  text: |
                    <<beast>>: <<beast.food>> <<hour.note | soon>>
                - choose: way
                  text: Which way?
                  when late: end
                  otherwise: end
          """),
      SourceFile(
        path: "b.yaml",
        text: """
          dialogue: den
          steps:
            - ask: beasts
              text: Which beasts?
              answer: any of beasts
          """),
      SourceFile(
        path: "c.yaml",
        text: """
          vocabulary: beasts
          items:
            lion:
              label: Lion
              food: [meat, "more meat"]
              class: [large]
              was: cat
            owl: Owl
          """),
      SourceFile(
        path: "words.yaml",
        text:
          "wording:\n  forbidden:\n    noon: give the hour\n  instead:\n    o'clock: give the hour\n"
      ),
      SourceFile(
        path: "pack.yaml",
        text: """
          pack: zoo
          title: A zoo
          version: "1"
          entry: zoo
          sources:
            clock:
              title: A clock
              date: "1911"
              note: It is slow.
          composites:
            sight:
              - ask: text
                answer: text
              - ask: by
                text: By whom?
                answer: text
          local:
            fields:
              keeper:
                label: the keeper
                gap: "[who?]"
            lists:
              gates:
                fields:
                  key:
                    label: its key
                    gap: "[key?]"
          """),
      SourceFile(
        path: "watches.yaml",
        text: """
          watches:
            - watch: roar
              for each: den.beasts
              whenever: zoo.hour is one
              steps:
                - say: run
                  text: Run.
          """),
      SourceFile(
        path: "outcomes.yaml",
        text: """
          outcomes:
            home:
              kind: chart
              text: Go home.
              because: It is late.
              letters: [note]
          unfinished: [note]
          """),
      SourceFile(
        path: "letters/note.md",
        text: "A note\n\n<<for each: den.beasts as one>>\n<<one>>\n<<end>>\n"),
      SourceFile(
        path: "language.yaml",
        text: """
          language: en
          phrases:
            prompt: "> "
          understands:
            all: [all]
          months:
            - [January, Jan]
            - May
          weekdays: [Monday, [Tuesday, Tue]]
          commands:
            help:
              words: [help]
              help: this list
            "999":
              words: ["999"]
              help: what to say
              says: Say it.
          """),
    ]
    let passages = Passage.passages(of: files)
    #expect(
      passages.map { "\($0.file) \($0.id): \($0.text)" } == [
        "a.yaml zoo.hour.text: Which hour?", "a.yaml zoo.hour.one.label: One",
        "a.yaml zoo.hour.two.label: Two", "a.yaml zoo.hour.two.note: After one.",
        "a.yaml zoo.hour.hint: A hint", "a.yaml zoo.hour.why: A reason",
        "a.yaml zoo.hour.label: Hour", "a.yaml zoo.hour.not-known: no watch",
        "a.yaml zoo.late.text: Is it late?",
        "a.yaml zoo.feed.text: <<beast>>: <<beast.food>> <<hour.note | soon>>",
        "a.yaml zoo.way.text: Which way?", "b.yaml den.beasts.text: Which beasts?",
        "watches.yaml roar.run.text: Run.", "outcomes.yaml outcome home.text: Go home.",
        "outcomes.yaml outcome home.because: It is late.",
        "letters/note.md letter note: A note\n\n<<for each: den.beasts as one>>\n<<one>>\n<<end>>",
        "c.yaml vocabulary beasts.lion.label: Lion",
        "c.yaml vocabulary beasts.lion.food[1]: meat",
        "c.yaml vocabulary beasts.lion.food[2]: more meat",
        "c.yaml vocabulary beasts.owl.label: Owl",
        "words.yaml instead o'clock: give the hour",
        "pack.yaml source clock.title: A clock", "pack.yaml source clock.date: 1911",
        "pack.yaml source clock.note: It is slow.", "pack.yaml composite sight.by.text: By whom?",
        "pack.yaml local keeper.label: the keeper",
        "pack.yaml local keeper.gap: [who?]", "pack.yaml local gates.key.label: its key",
        "pack.yaml local gates.key.gap: [key?]", "language.yaml phrase prompt: > ",
        "language.yaml month 1: January", "language.yaml month 2: May",
        "language.yaml weekday 1: Monday", "language.yaml weekday 2: Tuesday",
        "language.yaml command help.help: this list",
        "language.yaml command 999.help: what to say", "language.yaml command 999.says: Say it.",
      ])
  }

  @Test func `The texts of a group's steps are the dialogue's own`() {
    let file = SourceFile(
      path: "a.yaml",
      text: "dialogue: zoo\nsteps:\n  - group: late\n    when: hour is late\n    steps:\n"
        + "      - say: shut\n        text: It is shut.\n")
    #expect(Passage.passages(of: [file]).map(\.id) == ["zoo.shut.text"])
  }

  @Test func `A field counts as shown if only a letter or an answer shows it`() {
    let files = [
      SourceFile(
        path: "a.yaml",
        text: "dialogue: a\nsteps:\n  - ask: room\n    text: Room?\n    answer: one of rooms\n"
          + "  - ask: seen\n    text: Seen?\n    answer: any of rooms\n"
          + "  - ask: view\n    text: View?\n    answer: sight\n"),
      SourceFile(
        path: "v.yaml",
        text: "vocabulary: rooms\nitems:\n  hall:\n    label: Hall\n    x: 1\n    y: 2\n    z: 3\n"),
      SourceFile(
        path: "w.yaml",
        text: "vocabulary: views\nitems:\n  sea:\n    label: Sea\n    x: 1\n    v: 4\n"),
      SourceFile(
        path: "pack.yaml",
        text:
          "pack: p\nentry: a\ncomposites:\n  sight:\n    - ask: what\n      answer: one of views\n"),
      SourceFile(
        path: "letters/n.md",
        text:
          "<<for each: a.seen as it where a.room is hall>><<it.x>><<end>> <<a.room.y>> <<a.view.v>>"
      ),
    ]
    let shown = Passage.passages(of: files).map(\.id).filter { $0.hasPrefix("vocabulary") }
    #expect(
      shown == [
        "vocabulary rooms.hall.label", "vocabulary rooms.hall.x", "vocabulary rooms.hall.y",
        "vocabulary views.sea.label", "vocabulary views.sea.v",
      ])
  }
}
