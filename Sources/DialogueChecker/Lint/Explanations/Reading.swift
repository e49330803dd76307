import DialogueModel

/// Faults that prevent a file from being read.
extension Explanation {
  static let yaml = Explanation(
    .yaml,
    "The file can't be taken apart into names and texts: YAML, the way these files are written, has few "
      + "rules, and one is broken here. The files keep to a strict part of YAML, so that no text is lost or "
      + "changed in silence.",
    why: "nothing after the fault can be read.",
    example: """
        - ask: door
          text: Is this: really open?
      #                ^
          answer: yes-no
      """)

  static let layout = Explanation(
    .layout,
    "Something is where it does not belong, or is not there where it is needed: a step without its "
      + "text, a name that this kind of step does not have, a list where one text should be.",
    why: "what is not read is not said, and no one would notice.",
    example: """
        - say: hello
          txt: Good morning.
      #   ^
          text: Good morning.
        - conclude: done
          outcome: done
      """)

  static let languageVersion = Explanation(
    .languageVersion,
    "The pack says that it is written in a version of the dialogue language that this program does not read.",
    why: "what it means by its words could be something else than this program takes them for.",
    example: """
        - conclude: done
          outcome: done
      # file: pack.yaml
      pack: test
      title: A test
      version: "1"
      language-version: 99
      #                 ^
      entry: visit
      """)

  static let phrase = Explanation(
    .phrase,
    "A phrase to listen for that can't be read: a word that is two words in a text, a gap at its end, or a list "
      + "or number that is not well formed.",
    why: "a phrase that is never found is never missed.",
    example: """
        - ask: seen
          text: What did you see?
          answer: text
        - ask: kinds
          text: Which of these?
          answer: any of kinds
        - conclude: done
          outcome: done
      # file: kinds.yaml
      vocabulary: kinds
      items:
        smell: A smell of gas
      # file: phrases.yaml
      listening: the kinds
      options-of: kinds
      classes:
        smell:
          find: |
            smell of gas
            gas .. gas-fire
      #            ^
      """)

  static let name = Explanation(
    .name,
    "This can't be a name. Names have lower-case letters, digits and hyphens, with at least one letter, and "
      + "are no words of the language, such as `end`.",
    why: "answers are kept by names, so they are plain and stay the same.",
    example: """
        - say: Hello
      #        ^
          text: Good morning.
        - conclude: done
          outcome: done
      """)

  static let condition = Explanation(
    .condition,
    "A condition that can't be read: a word is where another was expected.",
    why: "nobody could say whether it holds.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - say: go-in
          text: Go in.
          when: door is not yes no
      #                         ^
        - conclude: done
          outcome: done
      """)

  static let slot = Explanation(
    .slot,
    "A slot or a part of a text that can't be read, such as `<<name` without its end.",
    why: "people would read the marks instead of the answer.",
    example: """
        - say: hello
          text: Good morning, <<name.
      #                       ^
        - conclude: done
          outcome: done
      """)

  static let noDefault = Explanation(
    .noDefault,
    "Branches without `otherwise:`, so that some answers lead nowhere.",
    why:
      "every answer has to lead somewhere, also one that is not known, and one that comes later.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: go-in
      #     ^
        - say: go-in
          text: Go in.
        - conclude: done
          outcome: done
      """)

  static let tooLarge = Explanation(
    .tooLarge,
    "The pack grows too large to look up: facts that name other facts many times over, or lists in lists in "
      + "lists.",
    why: "it would take too long to start.",
    example: """
      # file: visit.yaml
      dialogue: visit
      facts:
        a: room is yes and room is known and room is yes and room is known
        b: a and a and a and a and a and a and a and a and a and a and a and a
        c: b and b and b and b and b and b and b and b and b and b and b and b
        d: c and c and c and c and c and c and c and c and c and c and c and c
        e: d and d and d and d and d and d and d and d and d and d and d and d
        f: e and e and e and e and e and e and e and e and e and e and e and e
      steps:
        - ask: room
          text: Is there a room?
          answer: yes-no
        - say: go-in
          text: Go in.
          when: f
        - conclude: done
          outcome: done
      # file: pack.yaml
      pack: test
      #     ^
      title: A test
      version: "1"
      entry: visit
      """)

  static let localFile = Explanation(
    .localFile,
    "The local file says something that the pack has no room for, or says it in another shape. It is told "
      + "where the local file is given, with `--local`.",
    why: "what is not read is not in the letter.",
    example: """
        - conclude: done
          outcome: done
      # file: local.yaml
      local: test
      checked-on: last week
      #           ^
      """)
}
