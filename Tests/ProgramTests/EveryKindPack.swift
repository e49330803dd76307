import Support

/// The pack about trees with a question of every kind, as used with the service.
enum EveryKindPack {
  static let files = [
    "pack.yaml": """
    pack: street-tree
    title: A tree that worries you
    version: "2"
    entry: tree
    notes: tree.notes
    sources:
      survey:
        title: The tree survey
        date: 2026-05-01

    """,
    "tree.yaml": """
    dialogue: tree
    facts:
      may-fall: leaning is yes or harm includes split
    steps:
      - ask: notes
        text: Notes
        answer: list of note
        quiet: yes
      - ask: place
        text: Where does the tree stand?
        answer: text
        lines: yes
        hint: The street, and what stands near.
        why: So that it can be found.
        source: survey
      - ask: leaning
        text: Does it lean more than it did?
        answer: yes-no
        not-known: not sure
      - ask: since
        when: leaning is yes
        text: Since when?
        answer: date
        earliest: 2020-01-01
        latest: today
      - ask: heard
        when: leaning is yes
        text: What time was it heard?
        answer: time
      - ask: visit
        when: leaning is yes
        text: When can someone come?
        answer: moment
        ahead: yes
        earliest: today
        latest: today + 30 days
      - ask: height
        when: leaning is yes
        text: How many metres high?
        answer: number
        at-least: 0.5
        at-most: 115
      - ask: kind
        text: "What kind of tree stands at <<place | that place>>?"
        answer: one of
        options:
          oak: An oak
          young-ash: A young ash
          old-ash: An old ash
      - ask: harm
        text: What do you see on it?
        answer: any of harms
      - ask: near
        when: kind is old-ash
        text: What is near it?
        answer: any of
        options:
          road: The road
          houses: Houses
          nothing:
            label: Nothing that I know of
            exclusive: yes
      - ask: people
        text: Who has seen it?
        answer: list of person
        at-most: 3
      - ask: words
        text: What did they say?
        answer: text
        optional: yes
        quoted: yes
      - choose: which-way
        when may-fall: cordon
        when leaning is unknown: look-again
        when harm is empty: leave-it
        otherwise: look-again
      - conclude: cordon
        outcome: fence-it-off
        then: end
      - conclude: leave-it
        outcome: nothing-to-do
        then: end
      - conclude: look-again
        outcome: send-someone

    """,
    "watches.yaml": """
    watches:
      - watch: road
        whenever: tree.harm includes split
        steps:
          - say: keep-away
            text: Keep everyone away from it now.

    """,
    "outcomes.yaml": """
    outcomes:
      fence-it-off:
        kind: chart
        text: Keep people away from it and ring the tree officer.
        because: "Leaning: <<tree.leaning | not asked>>"
        letters: [tree-officer, own-note]
      nothing-to-do:
        kind: chart
        text: Nothing to do today.
        letters: [tree-officer]
      send-someone:
        kind: chart
        text: The tree officer will have a look.
        letters: [tree-officer]
    unfinished: [tree-officer]
    letters:
      own-note: a note for your own file

    """,
    "letters/own-note.md": "For the file: <<tree.place>>, <<tree.people>>, <<tree.words>>\n",
  ]

  /// Valid answers in order, as values, which finish the conversation with every kind of question
  /// asked.
  static let values: [(question: String, answer: JSON)] = [
    ("tree.place", "by the gate\nof the park"), ("tree.leaning", true),
    ("tree.since", "2026-11-02"), ("tree.heard", "16:30"),
    ("tree.visit", "2026-11-17T10:15"),
    ("tree.height", 11.5), ("tree.kind", "old-ash"),
    ("tree.harm", ["split", "fungus"]),
    ("tree.near", ["road", "houses"]), ("tree.people", ["Kim", "Lee"]),
    ("tree.words", "it \"creaks\""),
  ]

  static func use(_ body: ([String]) throws -> Void) throws { try withTreePack(files, body) }
}
