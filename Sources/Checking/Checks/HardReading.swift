import DialogueScript
import Screening

/// A text of some length that needs more years of school than the pack's own rules allow.
enum HardReading: Check {
  static let explanation = Explanation(
    .hardReading,
    "A text of 30 words or more that needs more years of school than the pack's word rules allow, by the Automated Readability Index (Senter and Smith, 1967).",
    why: "long words and long sentences cost time that people do not have.",
    example: """
      # file: visit.yaml
      dialogue: visit
      steps:
        - say: hello
          text: |
            Notwithstanding considerable architectural complications, representatives occasionally demonstrate
      #     ^
            extraordinary determination. Administrative responsibilities nevertheless necessitate comprehensive
            documentation. Organisational requirements consequently determine individual appointments, and
            occasional difficulties unfortunately remain. Representatives disagree about individual circumstances.
        - conclude: done
          outcome: done
      # file: wording.yaml
      wording:
        reading-grade: 12
      """)

  /// Shorter texts say too little about how hard they are.
  private static let shortest = 30

  static func problems(_ pack: Checkup) -> [Problem] {
    guard let highest = pack.script.wordRules.readingGrade else { return [] }
    return pack.passages.compactMap { passage, sentences in
      let grade = sentences.readingGrade
      guard sentences.own.flatMap(\.self).count >= shortest, grade > highest else { return nil }
      return Problem(
        .hardReading,
        "this reads at grade \(Int(grade.rounded(.up))); the pack's limit is \(Int(highest))",
        fix: "shorter words and shorter sentences bring it down", at: passage.place(at: 0))
    }
  }
}
