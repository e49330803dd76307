package import DialogueModel

/// Random conversations over a pack, each from a seed of its own.
package struct RandomConversations: Sendable {
  let script: Script
  let today: CivilDate
  /// What numbers and days matter to some condition.
  let choices: AnswerClasses

  package init(_ script: Script, today: CivilDate) {
    self.script = script
    self.today = today
    choices = AnswerClasses(script, script.allConditions, today: today)
  }

  /// Has so many, from a seed and the ones after it, up to the first that does not go as it should.
  package func have(_ count: Int, seed: UInt64) -> (turns: Int, failed: RandomConversation?) {
    var turns = 0
    for number in 0..<count {
      let talk = talk(seed: seed &+ UInt64(number))
      turns += talk.turns.count
      if talk.fault != nil { return (turns, talk) }
    }
    return (turns, nil)
  }

  package func talk(seed: UInt64) -> RandomConversation {
    var talk = RandomConversation(self, seed: seed)
    talk.run()
    return talk
  }
}
