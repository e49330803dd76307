import DialogueModel

/// Faults of names, which mean nothing, two things, or the wrong kind of thing.
extension Explanation {
  static let noSuchTarget = Explanation(
    .noSuchTarget,
    "A step, dialogue, outcome or letter is named that does not exist. A jump names a later step of the "
      + "same list of steps.",
    why: "the conversation could not go on from here.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            yes: go-inn
      #          ^
            otherwise: finish-here
        - say: go-in
          text: Go in.
        - conclude: finish-here
          outcome: done
      """)

  static let unknownName = Explanation(
    .unknownName,
    "A condition names a question, fact or outcome that does not exist, or a question has a type of answer "
      + "that does not.",
    why: "the condition could never be what it was meant to be.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - say: go-in
          text: Go in.
          when: dor is yes
      #         ^
        - conclude: done
          outcome: done
      """)

  static let unknownSlot = Explanation(
    .unknownSlot,
    "A text names a question, or a line of a vocabulary, that does not exist.",
    why: "there would be a hole in what people read.",
    example: """
        - ask: builder
          text: Who built it?
          answer: text
        - say: thanks
          text: "<<bilder | The builder>> has been named."
      #            ^
        - conclude: done
          outcome: done
      """)

  static let unknownSource = Explanation(
    .unknownSource,
    "A question cites a source that `pack.yaml` does not declare.",
    why: "people who type why could not be told on whose word it is asked.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
          source: handbok
      #           ^
        - conclude: done
          outcome: done
      # file: pack.yaml
      pack: test
      title: A test
      version: "1"
      entry: visit
      sources:
        handbook:
          title: A handbook
          date: "2020"
      # file: other.yaml
      watches:
        - watch: again
          whenever: visit.door is yes
          steps:
            - ask: sure
              text: Are you sure?
              answer: yes-no
              source: handbook
      """)

  static let notAnOption = Explanation(
    .notAnOption,
    "A condition or a branch tests for a value that is none of the question's options.",
    why: "the condition would never hold, and no one would notice.",
    example: """
        - ask: colour
          text: What colour is it?
          answer: one of
          options:
            white: White
            grey: Grey
        - say: paint
          text: It could do with paint.
          when: colour is gray
      #                   ^
        - conclude: done
          outcome: done
      """)

  static let wrongType = Explanation(
    .wrongType,
    "A test that does not go with the question's type of answer, such as `includes` with a yes-no.",
    why: "nobody could say whether it holds.",
    example: """
        - ask: door
          text: Is the door open?
          answer: yes-no
        - say: go-in
          text: Go in.
          when: door > 3
      #         ^
        - conclude: done
          outcome: done
      """)

  static let duplicateName = Explanation(
    .duplicateName,
    "Two things have the same name; it is reported at the second.",
    why: "an answer, a jump or a letter could mean either.",
    example: """
        - say: hello
          text: Good morning.
        - say: hello
      #        ^
          text: Good evening.
        - conclude: done
          outcome: done
      """)

  static let loop = Explanation(
    .loop,
    "A jump back, a dialogue that comes back to itself, or a fact that does. Answers do not change on the "
      + "way, so what comes round once comes round for ever; to repeat something, use `for each`.",
    why: "the conversation would never end.",
    example: """
        - say: hello
          text: Good morning.
        - ask: door
          text: Is the door open?
          answer: yes-no
          then:
            no: hello
      #         ^
            otherwise: finish-here
        - conclude: finish-here
          outcome: done
      """)

  static let noStandIn = Explanation(
    .noStandIn,
    "A slot in something that is said has no stand-in for an answer that is not there. In letters a "
      + "marked gap is printed by itself.",
    why: "there would be a hole in what people read.",
    example: """
        - ask: builder
          text: Who built it?
          answer: text
        - say: thanks
          text: "<<builder>> has been named."
      #            ^
        - conclude: done
          outcome: done
      """)

  static let unused = Explanation(
    .unused,
    "A vocabulary, fact, composite, source or letter that nothing names.",
    why: "someone may take it for part of the conversation, and look after it for nothing.",
    example: """
      # file: visit.yaml
      dialogue: visit
      facts:
        open: door is yes
      # ^
      steps:
        - ask: door
          text: Is the door open?
          answer: yes-no
        - conclude: done
          outcome: done
      """)
}
