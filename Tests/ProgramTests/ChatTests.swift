import DialogueCompiler
import DialogueEngine
import DialogueModel
import Foundation
import Support
import TerminalChat
import Testing

/// The commands of the line chat, and its replies to input that it can't understand.
struct ChatTests {
  private static let streetTree = Result {
    try Script.read(files: try TestPacks.files(in: TestPacks.streetTree))
  }

  /// Everything that the chat says to these lines, as if a person typed them.
  private func typed(_ lines: [String], _ script: Script) throws -> [String] {
    let today = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(script, today: today))
    return lines.map { chat.take($0) }
  }

  /// The chat's reply to the last of these lines.
  private func reply(to lines: String...) throws -> String {
    try typed(lines, try Self.streetTree.get()).last ?? ""
  }

  /// Everything that the chat of the shipped pack says to these lines.
  private func shipped(_ input: String) throws -> String {
    try typed(input.components(separatedBy: "\n"), try ScenarioTests.script.get())
      .joined(separator: "\n")
  }

  static let leaning = """
    Does it lean more than it did?
      1 yes
      2 no
      3 not known
    """

  @Test func `A supervision copy comes below the words that were taken for names`() throws {
    let said = try reply(to: "by Dean's gate, 01632 960155", "supervision copy")
    #expect(
      said == """
        I took these words for names, although I hadn't asked for them: Dean. Read the copy through: I can miss a name.

        ----- Draft: tree-officer -----

        PSEUDONYMISED COPY for supervision or training. The story may still show who it is about: keep it as safe as the letter. Do not send it in place of the letter.

        To the tree officer

        Where: by [name]'s gate, [number]
        Leaning: [not asked yet]
        Seen: [not asked yet]

        ----- End of draft -----

        \(Self.leaning)
        """)
    #expect(try reply(to: "by the gate", "anonymise").hasPrefix("----- Draft: tree-officer"))
    #expect(try reply(to: "by the gate", "/pseudonymise no such letter").contains("no such letter"))
  }

  @Test func `Help lists the commands`() throws {
    let said = try reply(to: "?")
    #expect(
      said == """
        You can answer in your own words or by number. You can always answer “not known” or “skip”, or “ask” with the name of someone who would know.
        At any time you can type:
          help, ?, h - this list
          why, why do you ask, what for - why a question is asked, and the source
          what to do, what do i do, what do i do now, what should i do, what now, who to ring, who do i ring, who should i ring, who do i call, who do i phone - what to do and who to ring, from what you have answered so far
          back, go back, previous - the question before
          undo, undo that - take back the last answer or change; again for the one before
          redo - have what you took back again
          review, my answers - what you have answered
          change, edit - change an answer by its number in the review, or a word: change Monday to Tuesday
          add, add to - add to what you wrote, by its number in the review
          draft, letter, show draft - the letter so far, gaps and all; draft and a name for another, or draft all
          new, what is new, what's new - what is new since you last saved, copied or printed a letter, as a short letter of its own
          check letter, check the letter, check - what to look at again before you send it
          save - save the letters and who to ring as Word files; save pdf, html, eml or text for another kind
          copy - copy the letter, to paste it elsewhere; copy and a name for another
          print - print the letter; print what-to-do for who to ring; print and a name for another
          pseudonymise, anonymise, supervision copy - the letter without names, for supervision or training; with a name for another, or with all
          sent to, i sent it to - note in the history of a kept conversation who you sent a letter to, such as sent to the duty team at 11:50
          note, keep - keep what you typed, or what follows, as a note, such as /note he was limping
          glossary - what a word means; glossary and the word, or glossary alone for all of them
          resume - go on with a conversation that you left and that is kept
          clear, cls - wipe the screen, and what has scrolled off it
          quit, exit - leave, with the draft so far

        Where does the tree stand?
        """)
  }

  @Test func `Back, why and an empty line each get their own reply`() throws {
    #expect(try reply(to: "back").hasPrefix("There is nothing before this."))
    #expect(
      try reply(to: "here", "back")
        == "Where does the tree stand?\nYour answer now: here (Enter keeps it.)")
    #expect(try reply(to: "why") == "Nothing more is written about why this is asked.")
    #expect(
      try reply(to: "here", "")
        == "I need something here. If you can't answer, type not known or skip."
    )
  }

  @Test func `Each unclear reply gets more help than the one before`() throws {
    #expect(
      try reply(to: "here", "a bit")
        == "Sorry, I am not sure what “a bit” means here. Could you say it another way?")
    #expect(
      try reply(to: "here", "a bit", "a lot")
        == "I am still not sure what “a lot” means here. You can type yes, no or not sure, or “ask” and who would know."
    )
    let third =
      "Here it is again. If nothing fits, type skip or not known. To keep what you typed as a note, type note.\n\n\(Self.leaning)"
    #expect(try reply(to: "here", "a bit", "a lot", "very much") == third)
    #expect(try reply(to: "here", "a bit", "a lot", "very much", "so much") == third)
    // The count is separate for each question.
    #expect(
      try reply(to: "here", "a bit", "no", "a lot")
        == "Sorry, I am not sure what “a lot” means here. Could you say it another way?")
    #expect(
      try reply(to: "/hlep") == "There is no command “/hlep”. Type ? for the commands.")
    #expect(
      try reply(to: "here", "no", "of, dead")
        == "Sorry, I am not sure what “of, dead” means here. Could you say it another way?")
  }

  @Test func `What a reply seems to say is recorded once the user agrees, and its words are kept`()
    throws
  {
    let script = try ScenarioTests.script.get()
    let typed = "not that i know of, shes in the medical room"
    let said = try self.typed([typed, "", "review"], script)
    #expect(said[0].hasPrefix("I've read that as: not that I know of."))
    #expect(said[1].contains("Kept as a note: To “Danger or missing now”: \(typed)"))
    #expect(said[1].contains("Where's the child now"))
    #expect(said[2].contains("Danger or missing now: not that I know of"))
    // Anything else is a reply of its own, and a yes could mean two things.
    let other = try self.typed([typed, "not sure", "review"], script)
    #expect(other[1].contains("Kept as a note: To “Danger or missing now”: \(typed)"))
    #expect(other[2].contains("Danger or missing now: not sure"))
    #expect(try self.typed([typed, "yes"], script)[1].contains("Is “yes” about what I understood"))
  }

  @Test(arguments: ["back", "?", "review"])
  func `A command alone on a line of a long answer is carried out, and the lines are kept`(
    _ command: String
  ) throws {
    let script = try ScenarioTests.script.get()
    let said = try typed(
      ["no", "at school", "A black car.", command, "draft"], script)
    #expect(!said[3].isEmpty)
    #expect(said[4].contains("What happened: A black car.\n"))
  }

  @Test func `Words that are part of one label are shown back as that option`()
    throws
  {
    let said = try shipped("no\nat school\nA car.\n\n14\nphones\nmuch older")
    #expect(said.contains("Sorry, I am not sure what “phones” means here."))
    #expect(
      said.contains("I've read that as: Sexual contact with an adult, or with someone much older."))
  }

  @Test func `A question about what to do is answered, if the pack can, and is kept nowhere`()
    throws
  {
    let start = "no\nat school\nA car.\n\n14\nimages\n"
    for (typed, answer) in [
      ("can i not just ring mum", "Please don't ring, visit or tell the family"),
      ("what do i do now", "I can't answer that."),
    ] {
      let said = try shipped(start + typed + "\nno\ndraft")
      #expect(said.contains(answer))
      #expect(said.split(separator: "Draft: the referral").last?.contains(typed) == false)
    }
    // Where nobody has to write anything, a question is no answer either.
    let calls = try shipped(
      start
        + "no\nfriday at 8pm\ncant it wait for her worker at 9, he hates calls\nrang at 9\ndraft"
    )
    #expect(calls.contains("Please don't wait if a child may come to harm."))
    #expect(calls.contains("Your question isn't kept."))
    #expect(calls.contains("Rung or told so far: rang at 9"))
    // A question that tells of danger is kept, and danger asked about.
    let danger = try shipped(start + "can i leave her in there, shes taken some tablets\ndraft")
    #expect(danger.contains("Kept as a note:") && danger.contains("You wrote “taken some tablets"))
    #expect(danger.contains("shes taken some tablets\n"))
    // In an answer in words it may be part of what someone tells.
    let told = try shipped("no\nwhat can i say shes at school\nA car.\n\ndraft")
    #expect(told.contains("Now: what can i say shes at school"))
  }

  @Test func `A plan in a reply that is not understood is answered at once`() throws {
    let said = try shipped("no\nat school\nA car.\n\nim gonna ring her mum tonight")
    #expect(said.contains("Please don't ring, visit or tell the family"))
    #expect(said.contains("Kept as a note: To “Age”: im gonna ring her mum tonight"))
  }

  @Test func `A refused day is answered with the reason`() throws {
    let start =
      "no\nat school\nA car.\n\n14\nnone\nnot known\nsigns first\nskip\nskip\nskip\ncars\nA red car.\n\nsaw\n"
    #expect(
      try shipped(start + "3 May 2072").contains("That day seems too long ago or too far ahead"))
  }

  @Test func `A second unclear reply counts as not sure, and the chat says so`() throws {
    let said = try shipped("dont think so hes in lessons\n\nhmm")
    #expect(said.contains("Kept as a note: To “Danger or missing now”: hmm"))
    #expect(said.contains("That counts as “not sure” for now. To answer it again, type “back”."))
  }

  @Test func `A longer text is replaced only on confirmation`() throws {
    let start = "no\nat school\nA car came for him, twice.\n\nchange 3\n"
    let asked = try shipped(start + "Red.\n\nhm\nadd\nreview")
    let question =
      "That would replace what you wrote: “A car came for him, twice.”. Type replace, or add (to keep both), or keep (to leave it as it was)."
    #expect(asked.components(separatedBy: question).count == 3)
    #expect(asked.contains("  3 What happened: A car came for him, twice.\nRed."))
    #expect(
      try shipped(start + "Red.\n\nkeep\nreview").contains(
        "What happened: A car came for him, twice."))
    #expect(try shipped(start + "Red.\n\nreplace\nreview").contains("  3 What happened: Red."))
    let out = try shipped(start + "skip\n\nadd\nreplace\nreview")
    #expect(out.components(separatedBy: "That would take out what you wrote").count == 3)
    #expect(out.contains("  3 What happened: skipped"))
  }

  @Test func `A reply after the end becomes a note, or the chat says that it is not kept`() throws {
    let start =
      "no\nx\nA car.\n\n14\nnone\nnot known\nrefer now\nsaw\nA man\nx\nTasha\nx\n\nsafe\nno\nnot known\nx\nx\n"
    let said = try shipped(start + "jacket was black\nno\nchange notes\nremove 1\nchange it\ndraft")
    #expect(
      said.contains(
        "Kept as a note, and in the letter: “jacket was black”. If you have rung anyone, tell them too. If a name or a day in an answer is wrong, type for example: change Monday to Tuesday. For a whole answer, type review to find its number, then change 4. To take the note out, type change notes."
      ))
    // The letter is printed once more when it is asked for, and by then the note is out of it.
    #expect(!said.contains("- jacket was black"))
    let tree = try reply(to: "here", "no", "none", "by the gate")
    #expect(tree.hasPrefix("That was not kept"))
    #expect(tree.hasSuffix("You can type review, draft or quit, or change and a number."))
  }

  @Test func `No word that confirms an edit is an answer of the pack`() throws {
    let script = try ScenarioTests.script.get()
    let lists: [WordList] = [.changeIt, .leaveIt, .replaceIt, .addIt, .keepIt, .showDraft]
    let words = Set(lists.flatMap { script.words[$0] }.map { $0.lowercased() })
    for question in script.questions {
      for option in question.options {
        for word in [option.id, option.label] + option.synonyms {
          #expect(!words.contains(word.lowercased()), "\(word) at \(question.key)")
        }
      }
    }
    let others = WordList.allCases.filter { !lists.contains($0) }
    for word in others.flatMap({ script.words[$0] }) {
      #expect(!words.contains(word.lowercased()), "\(word)")
    }
  }

  @Test func `A reply that was not understood can become a note, which the letter includes`() throws
  {
    let said = try shipped(
      "she might be, a car came\nno\n/note he was whistling\nat school\nA car.\n\n"
        + "perhaps two\nnote\ndraft")
    #expect(
      said.contains(
        "Kept as a note: To “Danger or missing now”: she might be, a car came\n\n"
          + "If in doubt, ring 999 now. Is anyone in danger? Type yes, no or not sure."))
    #expect(said.contains("Kept as a note: he was whistling"))
    #expect(
      said.contains(
        "Notes\n- To “Danger or missing now”: she might be, a car came\n"
          + "- he was whistling\n- perhaps two\n"))
    #expect(try reply(to: "note").hasPrefix("Type note, and then what to keep."))
    #expect(try reply(to: "here", "note bark").hasPrefix("Notes cannot be kept here."))
  }

  @Test func `Review numbers the answers, and change asks one of them again`() throws {
    #expect(
      try reply(to: "here", "ask Kim", "review").hasPrefix(
        """
          1 Where does the tree stand?: here
          2 Does it lean more than it did?: to find out from Kim
        """))
    #expect(
      try reply(to: "here", "no", "change 2")
        == "\(Self.leaning)\nYour answer now: no (Enter keeps it.)")
    #expect(
      try reply(to: "here", "no", "change lean")
        == "\(Self.leaning)\nYour answer now: no (Enter keeps it.)")
    #expect(
      try reply(to: "here", "no", "change 7").hasPrefix(
        "Which answer should change? “7” is not clear to me."))
    #expect(
      try reply(to: "here", "no", "2", "change 2", "yes").contains(
        "Keep people away from it and ring the tree officer."))
  }

  @Test func `Enter keeps the answer to a question that is asked again, whatever its type`() throws
  {
    #expect(try reply(to: "here", "back", "") == Self.leaning)
    let run = try Program.run(PipeTests.streetTree, input: "here\nno\nnone\nchange 3\n\nreview\n")
    #expect(run.output.contains("  3 What do you see on it?: none"))
  }

  @Test func `An account whose first line looks like a command or a state is still an account`()
    throws
  {
    let shipped = ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
    let account = "Not sure.\nShe was in a car.\nhelp came late\nAsk Mr Hill."
    let run = try Program.run(shipped, input: "no\nat school\n\(account)\n\nreview\n")
    #expect(run.output.contains("  3 What happened: \(account)"))
    let alone = try Program.run(shipped, input: "no\nat school\nnot known\n\nreview\n")
    #expect(alone.output.contains("  3 What happened: not known"))
  }

  @Test func `A change after the end repeats an outcome whose words have changed`() throws {
    let run = try Program.run(
      PipeTests.streetTree, input: "here\nno\nnone\nchange 1\nthere\nreview\n")
    #expect(run.code == 0)
    #expect(!run.errors.contains("stopped before its end"))
    let shipped = [
      "--dialogues", TestPacks.withoutRules, "--today", "2026-11-16", "--local",
      "\(TestPacks.shipped)/local.example.yaml",
    ]
    let start =
      "no\nx\nA car.\n\n14\nnone\nnot known\nrefer now\nsaw\nA man\nx\nTasha\nx\nNorthby\nsafe\nno\nnot known\nx\n\n"
    let changed = try Program.run(shipped, input: start + "change council\nEastmere\n")
    #expect(changed.code == 0)
    #expect(changed.output.contains("The council is Northby."))
    #expect(changed.output.contains("The council is Eastmere."))
  }

  @Test func `A typed list takes one name a line, and none moves on to the next question`() throws {
    let shipped = ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
    let start =
      "no\nat school\nA car.\n\n14\nnone\nnot known\nsigns first\nskip\nskip\nskip\nnone\nyes\nsaw\n"
    let named = try Program.run(
      shipped, input: start + "Dean\nMel\nremove 1\nrename 2 to Melanie\n\n30, red hair\nnone\n")
    #expect(named.output.contains("  1 Dean (removed)\n  2 Melanie\n"))
    #expect(named.output.contains("Melanie: what do you already know?"))
    #expect(!named.output.contains("Dean: what do you already know?"))
    #expect(named.output.contains("- Melanie: 30, red hair\n"))
    let none = try Program.run(
      shipped, input: start + "none\nnone\nnone\nx\nTasha\nfamily\nMother\n")
    #expect(none.output.contains("Where does the child live"))
    #expect(none.output.contains("Home: Mother"))
  }

  @Test func `Draft shows the letter so far, and the conversation continues`() throws {
    let said = try reply(to: "here", "draft")
    #expect(said.contains("Where: here\nLeaning: [not asked yet]"))
    #expect(said.hasSuffix(Self.leaning))
  }

  @Test func `Quit prints the draft so far`() throws {
    let run = try Program.run(PipeTests.streetTree, input: "here\nquit\nno\n")
    #expect(run.code == 1)
    #expect(run.output.contains("Take care."))
    #expect(run.output.contains("Where: here\nLeaning: [not asked yet]"))
  }

  @Test func `After the end, answers can still be changed`() throws {
    let run = try Program.run(
      PipeTests.streetTree, input: "here\nno\nnone\nchange 3\n1\n")
    #expect(run.code == 0)
    #expect(run.output.contains("Nothing to do today."))
    #expect(run.output.contains("Please come today."))
    #expect(
      try reply(to: "here", "no", "none", "by the gate").contains("You can type review, draft"))
  }

  @Test func `Control characters in a reply are made visible`() throws {
    let run = try Program.run(PipeTests.streetTree, input: "he\u{1B}[31mre\u{202E}\n")
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.contains("Where: he␛[31mre⟨U+202E⟩"))
  }

  @Test func `An edit that sets answers aside is announced and must be confirmed`() throws {
    let shipped = ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
    let start =
      "no\nat school\nA car.\n\n14\nnone\nnot known\nsigns first\nskip\nskip\nskip\ncars\nA red car.\n\nsaw\nlast Monday\n\nskip\n"
    let said = try self.shipped(start + "change warning signs\nnone\nno\nleave it\nreview")
    #expect(
      said.contains(
        "That would set these answers aside. They are kept, but not used: Cars, How do you know this?, When, The child's own words on one point, Cars: more."
      ))
    #expect(said.contains("That is not clear to me. Type “change it” to make the change"))
    #expect(said.contains("Nothing was changed."))
    #expect(said.contains("  11 Warning signs: Cars"))
    let agreed = try Program.run(
      shipped, input: start + "change warning signs\nnone\nchange it\nreview\n")
    #expect(agreed.output.contains("Kept, but not used now:\n  12 Cars: A red car."))
  }

  @Test
  func `A pack's own command can be used in the middle of an account without losing any of it`()
    throws
  {
    let shipped = ["--dialogues", TestPacks.withoutRules, "--today", "2026-11-16"]
    let run = try Program.run(
      shipped, input: "no\nat school\nShe got into a van.\n999\n14\nreview\n")
    #expect(run.output.contains("Ring 999 now. I cannot ring for you."))
    #expect(run.output.contains("  3 What happened: She got into a van."))
  }
}
