import DialogueModel

/// Reports an example of a class of phrases in which the class is not found.
enum SilencedExample: Check {
  static let explanation = Explanation(
    .silencedExample,
    "An example of a class of phrases in which the class is not found: no phrase fits, or something rules it out.",
    why: "the same words would be passed over in someone's account.",
    example: """
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
          examples: |
            There was a smell of gas near the cooker.
      #     ^
          find: smell of gas
          ordinary: cooker
      """)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let listening = pack.script.listening
    return listening.classes.enumerated().flatMap { number, phraseClass in
      phraseClass.examples.compactMap { example in
        let (message, fix): (String, String)
        switch listening.finder.verdict(on: number, in: example.text) {
        case .found: return nil
        case .noPhrase:
          message = "no phrase of `\(phraseClass.name)` is in this example"
          fix = "add a phrase to its `find:`"
        case .denied:
          message = "`\(phraseClass.name)` is not found in this example, because it is denied there"
          fix = "add a phrase that has the denial itself"
        case .ruledOut(let phrase):
          message = "`\(phrase)` keeps `\(phraseClass.name)` from being found in this example"
          fix = "make that phrase narrower"
        }
        return Diagnostic(.silencedExample, message, fix: fix, at: example.place)
      }
    }
  }
}
