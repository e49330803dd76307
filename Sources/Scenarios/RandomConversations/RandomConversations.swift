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
      let conversation = conversation(seed: seed &+ UInt64(number))
      turns += conversation.turns.count
      if conversation.fault != nil { return (turns, conversation) }
    }
    return (turns, nil)
  }

  package func conversation(seed: UInt64) -> RandomConversation {
    var conversation = RandomConversation(self, seed: seed)
    conversation.run()
    return conversation
  }
}
