package import DialogueModel

/// Runs random conversations over a pack, each from its own seed.
package struct RandomConversations: Sendable {
  let script: Script
  let today: CivilDate
  /// The numbers and days that some condition distinguishes.
  let choices: AnswerClasses

  /// Prepares conversations over this script that count from `today`.
  package init(_ script: Script, today: CivilDate) {
    self.script = script
    self.today = today
    choices = AnswerClasses(script, script.allConditions, today: today)
  }

  /// Runs up to `count` conversations, from `seed` and the seeds after it, and stops at the first that fails.
  ///
  /// Returns the number of turns taken, and the failed conversation or nil.
  package func have(_ count: Int, seed: UInt64) -> (turns: Int, failed: RandomConversation?) {
    var turns = 0
    for number in 0..<count {
      let conversation = conversation(seed: seed &+ UInt64(number))
      turns += conversation.turns.count
      if conversation.fault != nil { return (turns, conversation) }
    }
    return (turns, nil)
  }

  /// Runs the conversation of one seed.
  package func conversation(seed: UInt64) -> RandomConversation {
    var conversation = RandomConversation(self, seed: seed)
    conversation.run()
    return conversation
  }
}
