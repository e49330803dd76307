import DialogueCompiler
import DialogueEngine
import DialogueModel
import Support
import TerminalChat
import Testing

/// Corrections that come when the next question has been asked.
struct LateCorrectionTests {
  private static let script = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: height
                text: How many metres high is it?
                label: Height
                answer: number
              - ask: place
                text: Where does it stand?
                label: Where
                answer: text
              - ask: kind
                text: Which kind is it?
                label: Kind
                answer: one of
                options:
                  oak: An oak
                  lime: A lime
              - ask: day
                text: When did you see it?
                label: Day
                answer: date
              - ask: safe
                text: Is it safe?
                label: Safe
                answer: yes-no
            """)
      ])
  }

  private func chat(_ lines: [String]) throws -> Chat {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(try Self.script.get(), today: day))
    for line in lines { _ = chat.take(line) }
    return chat
  }

  private func answers(_ chat: Chat) -> [String?] {
    ["height", "place", "kind", "day", "safe"].map { key in
      guard let number = chat.conversation.script.numbers["visit.\(key)"] else { return nil }
      return chat.conversation.answers[number].map {
        chat.conversation.words(for: $0, to: number)
      }
    }
  }

  @Test(arguments: ["no wait, 14", "sorry its 14", "actually 14", "No, 14.", "scrap that fourteen"])
  func `A correction of the answer before is shown back and, with a yes, made`(_ typed: String)
    throws
  {
    var chat = try chat(["12"])
    let said = chat.take(typed)
    #expect(
      said.contains(
        "Is that for the question before, “Height”? If so, I'll change that answer to: 14."))
    #expect(answers(chat) == ["12", nil, nil, nil, nil])
    let after = chat.take("yes")
    #expect(answers(chat) == ["14", nil, nil, nil, nil])
    #expect(after.contains("Where does it stand?"))
  }

  @Test func `With a no it is a reply to the question that is asked`() throws {
    #expect(
      answers(try chat(["12", "no wait, 14", "no"])) == ["12", "no wait, 14", nil, nil, nil])
  }

  @Test func `Help does not lose it, and what is neither yes nor no is asked again`() throws {
    var chat = try chat(["12", "no wait, 14"])
    #expect(chat.take("?").contains("Is that for the question before"))
    #expect(chat.take("banana").contains("Is that for the question before"))
    _ = chat.take("")
    #expect(answers(chat)[0] == "14")
  }

  @Test(arguments: [
    // Nothing before, nothing new, or nothing that the question before can read.
    (["no wait, 14"], [nil, nil, nil, nil, nil] as [String?]),
    (["12", "no, by the gate"], ["12", "no, by the gate", nil, nil, nil]),
    (["12", "sorry 12"], ["12", "sorry 12", nil, nil, nil]),
    (["12", "14 Mill Lane"], ["12", "14 Mill Lane", nil, nil, nil]),
    // A date is asked, and it is none.
    (["12", "x", "oak", "no wait lime", "y"], ["12", "x", "A lime", nil, nil]),
  ])
  func `Other replies are taken as they are`(_ typed: [String], _ wanted: [String?]) throws {
    #expect(answers(try chat(typed)) == wanted)
  }

  @Test func `A number put right in another answer is asked about, and changed with a yes`() throws
  {
    var chat = try chat(["14"])
    let said = chat.take("by the gate, and it is 13 not 14")
    #expect(
      said.contains(
        "You also wrote “13 not 14”. Shall I change your answer to “Height”? It would be: 13."))
    #expect(!said.contains("Which kind is it?"))
    #expect(answers(chat)[0] == "14")
    #expect(
      chat.take("no sorry what").contains(
        "Shall I change your answer to “Height”? It would be: 13."))
    #expect(chat.take("yes").contains("Which kind is it?"))
    #expect(answers(chat)[0] == "13")
    #expect(answers(chat)[1] == "by the gate, and it is 13 not 14")
  }

  @Test(arguments: ["by the gate, 12 not 11", "by gate 14, not far", "14 not 14"])
  func `Numbers that correct nothing are part of the answer`(_ typed: String) throws {
    var chat = try chat(["14"])
    #expect(chat.take(typed).contains("Which kind is it?"))
    #expect(answers(chat)[0] == "14")
  }

  private static let account = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: account
                text: What happened?
                label: Account
                answer: text
              - ask: who
                text: Who was it?
                label: Who
                answer: text
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """)
      ], pack: "notes: visit.notes\n")
  }

  /// What was said last, and the account as it is then.
  private func account(_ lines: [String]) throws -> (said: String, account: String?) {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(try Self.account.get(), today: day))
    let said = lines.map { chat.take($0) }
    let number = try #require(chat.conversation.script.numbers["visit.account"])
    return (
      said.last ?? "",
      chat.conversation.answers[number].map { chat.conversation.words(for: $0, to: number) }
    )
  }

  private func notes(_ lines: [String]) throws -> [String] {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(try Self.account.get(), today: day))
    for line in lines { _ = chat.take(line) }
    let number = try #require(chat.conversation.script.numbers["visit.notes"])
    guard case .items(let items)? = chat.conversation.answers[number]?.value else { return [] }
    return items.map(\.name)
  }

  @Test(arguments: [
    ["last time was wednesday after school", "kez. no thursday not wed, weds was parents evening"],
    ["Last time was Weds after school.", "Kez", "It should say thursday, not Wednesday"],
    ["Last time was Weds after school.", "Kez", "note thursday not wed"],
  ])
  func `A weekday put right later is asked about, and changed with a yes`(_ typed: [String]) throws
  {
    let (said, before) = try account(typed)
    #expect(said.contains("Shall I change your answer to “Account”?"))
    #expect(said.lowercased().contains("last time was thursday after school"))
    #expect(before == typed[0])
    let after = try account(typed + ["yes"]).account
    #expect(after?.lowercased().hasPrefix("last time was thursday after school") == true)
  }

  @Test(arguments: [
    (
      "Touched him Saturday late.", "no, Sunday, 15 November, approx 23:30: the shift was Sunday",
      has: "15 November", lacks: "Saturday"
    ),
    (
      "It was Saturday 7 November at the gala.",
      "sorry, the gala was the 14th: Saturday 14 November, about 16:00",
      has: "Saturday 14 November", lacks: "7 November"
    ),
    ("missed four afternoons", "missed two afternoons not four", has: "two aft", lacks: "four"),
    (
      "same car outside ours sat 14 nov", "fri 13 nov not sat", has: "ours fri 13 nov", lacks: "sat"
    ),
  ])
  func `A day put right later is asked about, and changed with a yes`(
    _ told: String, _ typed: String, _ has: String, _ lacks: String
  ) throws {
    let (said, before) = try account([told, "Kez", typed])
    #expect(said.contains("Shall I change your answer to “Account”?"))
    #expect(before == told)
    let after = try #require(try account([told, "Kez", typed, "yes"]).account)
    #expect(after.contains(has) && !after.contains(lacks), "\(after)")
    // Words that are neither yes nor no to it are kept, and so is the change that waits.
    let meanwhile = try account([told, "Kez", typed, "been missing 3 times in november", "yes"])
    #expect(meanwhile.account?.contains(has) == true)
    #expect(
      try notes([told, "Kez", typed, "been missing 3 times in november", "no"]).contains {
        $0.contains("been missing 3 times")
      })
    // Of two days it can't be known which is wrong.
    let other = "On Sunday 8 November and on the 9th."
    #expect(try account([other, "Kez", typed]).account == other)
    #expect(try !account([other, "Kez", typed]).said.contains("Shall I change"))
  }

  @Test func `A date of birth puts no other day right`() throws {
    let told = "it was sent sunday night in his room"
    let typed = "just checked, hes born 19 march 2015"
    #expect(try !account([told, "Kez", typed]).said.contains("Shall I change"))
    #expect(try account([told, "Kez", typed, "yes"]).account == told)
  }

  @Test func `A name put right is asked about in each text that has it`() throws {
    let told = "keith drives her. \"Keith is nice\", she said"
    let typed = [told, "keith, an old van", "it says keith, thats wrong, its kev not keith"]
    #expect(try account(typed).said.contains("Shall I change your answer to “Account”?"))
    let (said, account) = try account(typed + ["yes"])
    #expect(account == "kev drives her. \"Keith is nice\", she said")
    #expect(said.contains("Shall I change your answer to “Who”? It would be: kev, an old van."))
  }

  @Test(arguments: ["surname is kevan, not keith", "its kevan not keith"])
  func `A name put right in the next answer is asked about`(_ typed: String) throws {
    let account = try account(["met keith by the gate", typed, "yes"]).account
    #expect(account == "met kevan by the gate")
  }

  @Test(arguments: ["it was dark not late", "at the gate, not keith", "she said keith, not me"])
  func `Words beside a not that put no name right are left`(_ typed: String) throws {
    #expect(try !account(["late in the car with keith", "Kez", typed]).said.contains("Shall I"))
  }

  @Test
  func `A weekday put right is asked about in each text that has it, and not where it is denied`()
    throws
  {
    let typed = ["lads pick her up saturday", "kez, every saturday", "note its friday not sat"]
    let (said, account) = try account(typed + ["yes"])
    #expect(account == "lads pick her up friday")
    #expect(said.contains("It would be: kez, every friday."))
    #expect(try !self.account(typed + ["yes", "yes"]).said.contains("Shall I change"))
  }

  @Test func `A weekday put right in the same answer is asked about too`() throws {
    let typed = "Seen on weds at 9 going in. no thursday not wed, weds im at the centre"
    let said = try account([typed]).said
    #expect(said.contains("Shall I change your answer to “Account”?"))
    let after = try account([typed, "yes"]).account
    #expect(after == "Seen on thursday at 9 going in. no thursday not wed, weds im at the centre")
  }

  @Test(arguments: [
    // Named twice, in the words of someone, or not at all; and what corrects nothing.
    ["wednesday, and again on wednesday", "thursday not wednesday"],
    ["\"See you Wednesday\", he said", "thursday not wednesday"],
    ["by the gate", "thursday not wednesday"],
    ["on wednesday", "seen on thursday, not far from the gate"],
    // Half a date can't be changed.
    ["outside on sat 14 nov", "fri not sat"],
  ])
  func `A weekday that can't be put right is left`(_ typed: [String]) throws {
    let (said, account) = try account(typed)
    #expect(!said.contains("Shall I change"))
    #expect(account == typed[0])
  }

  @Test func `A weekday put right leaves the same one that has a date`() throws {
    let typed = [
      "last was sat 7 nov, next one is on saturday", "Kez", "note its friday not sat", "yes",
    ]
    #expect(try account(typed).account == "last was sat 7 nov, next one is on friday")
  }

  @Test func `A change that is typed while another waits takes its place`() throws {
    let typed = ["jez on saturday", "Kez", "note its friday not sat", "change jez to jaz", "yes"]
    #expect(try account(typed).account == "jaz on saturday")
  }

  @Test func `Words can be changed by naming them, in each text that has them`() throws {
    let typed = ["jez drives her. \"Jez is nice\", she said", "jez, 24", "change jez to jaz"]
    #expect(try account(typed).said.contains("Shall I change your answer to “Account”?"))
    let (said, account) = try account(typed + ["yes"])
    #expect(account == "jaz drives her. \"jaz is nice\", she said")
    #expect(said.contains("It would be: jaz, 24."))
    let other = try self.account(typed.dropLast() + ["change sam to jaz"])
    #expect(!other.said.contains("Shall I change"))
  }

  @Test func `Words can be taken out of a text at the end, with the question mark behind them`()
    throws
  {
    let told = "met her by the gate. shall I ring him? he drove off"
    let typed = [told, "Kez"]
    for order in ["take out shall I ring him?", "take out shall I ring him?, I won't"] {
      let (said, account) = try account(typed + [order])
      #expect(said.contains("It would be: met her by the gate.  he drove off. Type yes or no."))
      #expect(account == told)
      let after = try self.account(typed + [order, "yes"]).account
      #expect(after == "met her by the gate.  he drove off")
    }
    let other = try account(typed + ["take out the bit about my car"])
    #expect(other.said.contains("I have not kept that line"))
    let all = try account(["by the gate", "Kez", "take out by the gate"])
    #expect(all.account == "by the gate")
  }

  @Test func `Words with a to of their own are changed whole`() throws {
    let told = "she gave it to me at the gate"
    let (said, account) = try account([
      told, "Kez", "change gave it to me to gave it to Ann", "yes",
    ])
    #expect(account == "she gave it to Ann at the gate")
    #expect(!said.contains("Shall I change"))
  }

  @Test func `A note that is kept while a change of the notes waits stays`() throws {
    let typed = ["by the gate", "Kez", "note he is rob penhale btw", "change penhale to pendle"]
    let offered = try account(typed).said
    #expect(offered.contains("It would be: he is rob pendle btw. Type yes or no."))
    let kept = try notes(typed + ["the phone is a new one of his", "yes"])
    #expect(kept == ["he is rob pendle btw", "To “Notes?”: the phone is a new one of his"])
    // The list of notes is not asked for by it.
    #expect(try !account(typed + ["yes"]).said.contains("Notes?"))
  }

  @Test func `An answer can be changed while the list of notes is open`() throws {
    let typed = ["by the gate", "Kez", "note a van", "change notes"]
    #expect(try account(typed + ["change account"]).said.contains("What happened?"))
    #expect(try account(typed + ["change gate to pond", "yes"]).account == "by the pond")
    #expect(try notes(typed + ["change of plan"]) == ["a van", "change of plan"])
  }

  @Test func `A command typed while a change waits is no note`() throws {
    let typed = [
      "he came by the gate twice", "Kez", "change account", "Red.", "change 2", "replace",
    ]
    #expect(try account(typed).account == "Red.")
    #expect(try notes(typed).isEmpty)
  }

  private static let timed = Result {
    try TestPacks.script(
      entry: "visit",
      [
        SourceFile(
          path: "visit.yaml",
          text: """
            dialogue: visit
            steps:
              - ask: at
                text: At what time?
                label: The time
                answer: moment
                ahead: yes
                quiet: yes
              - ask: next
                text: When is it next?
                label: When
                answer: text
                moment: at
              - ask: kind
                text: Which kinds?
                label: Kinds
                answer: any of
                options:
                  oak: An oak
                  lime: A lime
              - ask: place
                text: Where is that?
                label: Where
                answer: text
              - ask: notes
                text: Notes?
                answer: list of note
                quiet: yes
            """)
      ], pack: "notes: visit.notes\n")
  }

  /// The time, and the words for it, on Monday 16 November 2026 at 14:10.
  private func timed(_ lines: [String]) throws -> (said: String, time: String?, words: String?) {
    let day = try #require(CivilDate(iso: "2026-11-16"))
    var chat = Chat(Conversation(try Self.timed.get(), today: day, minute: 850))
    let said = lines.map { chat.take($0) }
    func answer(_ key: String) -> String? {
      chat.conversation.script.numbers[key].flatMap { number in
        chat.conversation.answers[number].map { chat.conversation.words(for: $0, to: number) }
      }
    }
    return (said.last ?? "", answer("visit.at"), answer("visit.next"))
  }

  @Test func `A time put right at a later question is asked about, and its words are kept`() throws
  {
    let typed = ["half 8 tonight by the pier", "oak", "no wait HALF SEVEN, he has it written down"]
    let (said, time, _) = try timed(typed)
    #expect(said.contains("Shall I change your answer to “The time”? It would be: 7:30pm today"))
    #expect(time?.hasPrefix("8:30pm") == true)
    let after = try timed(typed + ["yes"])
    #expect(after.time?.hasPrefix("7:30pm") == true)
    #expect(
      after.words == "half seven tonight by the pier; no wait HALF SEVEN, he has it written down")
    // Another answer that still has the old time, in whichever words, is offered as well.
    let elsewhere = [typed[0], typed[1], "on the bench, she says 8.30pm", typed[2], "yes"]
    let also = try timed(elsewhere)
    #expect(also.said.contains("“Where”? It would be: on the bench, she says half seven"))
    #expect(try timed(elsewhere + ["yes"]).time?.hasPrefix("7:30pm") == true)
    // A time of another day, and one that corrects nothing, are no such change.
    for other in ["sorry, he was there on friday at 7.30", "by the pier at half seven"] {
      #expect(try !timed(typed.dropLast() + [other]).said.contains("Shall I change"))
    }
  }

  @Test func `A no to an option that was shown back takes none of them`() throws {
    let (said, _, _) = try timed(["not known", "oak by the pond", "no"])
    #expect(said.contains("Which kinds?"))
  }

  @Test func `None with more words chooses nothing, once agreed to`() throws {
    let (said, _, _) = try timed(["not known", "none, dont know of any here", ""])
    #expect(said.contains("Where is that?"))
    #expect(try timed(["not known", "none, just an oak"]).said.contains("Which kinds?") == false)
  }

  @Test func `A weekday that its date does not have is asked about`() throws {
    let (said, account) = try account(["met her weds 10th nov by the gate"])
    #expect(said.contains("“weds 10th nov” can't be right: 10 November 2026 falls on a Tuesday."))
    #expect(account == "met her weds 10th nov by the gate")
    let after = try self.account(["met her weds 10th nov by the gate", "yes"]).account
    #expect(after == "met her Tuesday 10th nov by the gate")
    let entered = try self.account(["met her weds 10th nov by the gate", ""])
    #expect(entered.account == account && entered.said.contains("Shall I change"))
    #expect(try self.account(["met her tues 10th nov"]).said.contains("Who was it?"))
    // A weekday behind its date is not that of the next one.
    #expect(try self.account(["on 9 nov mon, 10 nov tues"]).said.contains("Who was it?"))
  }

  @Test func `A reply that only puts another answer right is no answer, unless with a no`() throws {
    let typed = ["met keith by the gate", "surname is kevan, not keith"]
    let (said, account) = try account(typed + ["yes"])
    #expect(account == "met kevan by the gate")
    #expect(said.contains("Who was it?"))
    let refused = try self.account(typed + ["no"])
    #expect(refused.account == "met keith by the gate")
    #expect(!refused.said.contains("Who was it?") && !refused.said.contains("Shall I change"))
  }

  @Test func `A word in a note can be changed by naming it`() throws {
    let typed = ["by the gate", "Kez", "note he is rob penhale btw", "change penhale to pendle"]
    #expect(try account(typed).said.contains("he is rob pendle btw"))
    #expect(try notes(typed + ["yes"]) == ["he is rob pendle btw"])
  }

  @Test(arguments: ["seen again sat 14 nov", "back on friday 20 nov", "gone until sat 5 dec"])
  func `A weekday that its date has, or will have, is left`(_ typed: String) throws {
    #expect(try account([typed]).said.contains("Who was it?"))
  }

  @Test func `An answer can be changed in one line`() throws {
    let chat = try chat(["14", "by the gate", "/change height to 13"])
    #expect(answers(chat)[0] == "13")
  }
}
