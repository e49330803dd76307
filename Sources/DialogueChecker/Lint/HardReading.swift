import DialogueModel

/// Reports files whose texts together need more years of school than the pack's own rules allow.
enum HardReading: Check {
  static let explanation = Explanation(
    .hardReading,
    "A file whose texts, 100 words of them or more, need more years of school than the pack's word rules allow, by the Flesch-Kincaid grade (Kincaid and others, 1975). Syllables are counted by rule of thumb, and terms of the glossary not at all.",
    why: "long words and long sentences cost time that people do not have.",
    example: """
        - say: hello
          text: |
            Notwithstanding considerable architectural complications, representatives occasionally demonstrate
      #     ^
            extraordinary determination. Administrative responsibilities nevertheless necessitate comprehensive
            documentation. Organisational requirements consequently determine individual appointments, and
            occasional difficulties unfortunately remain. Representatives disagree about individual circumstances,
            although experienced colleagues regularly recommend collaborative conversations beforehand. Alternative
            arrangements occasionally introduce unnecessary complexity, particularly where several organisations
            participate simultaneously. Considerable preparation therefore remains desirable, including
            identification, accompanying correspondence, insurance certificates, photographs, measurements and
            previous inspection reports. Unaccompanied visitors automatically receive supplementary instructions
            from reception personnel. Additional particulars concerning accessibility, refreshments, accommodation
            and transportation is regularly distributed electronically, approximately seventy-two hours before
            every scheduled inspection commences, alongside emergency telephone numbers.
        - conclude: done
          outcome: done
      # file: wording.yaml
      wording:
        reading-grade: 12
      """)

  /// The fewest words of a file that is graded, and of a sentence that is listed as hard.
  private static let (shortest, shortestSentence) = (100, 6)

  static func problems(_ pack: Checker) -> [Diagnostic] {
    let rules = pack.script.wordRules
    guard let highest = rules.readingGrade else { return [] }
    let grade = ReadingGrade(rules.glossary)
    let files = Dictionary(grouping: pack.passages) { $0.passage.file }
    return files.values.compactMap { texts in
      let sentences = texts.flatMap { text in
        text.sentences.own.map { (words: $0, passage: text.passage) }
      }
      let found = grade(sentences.map(\.words))
      guard sentences.reduce(0, { $0 + $1.words.count }) >= shortest, found > highest,
        let first = texts.map({ $0.passage.place(at: 0) }).min()
      else { return nil }
      let hardest = sentences.filter { $0.words.count >= shortestSentence }
        .map { (grade: grade([$0.words]), line: $0.passage.place(at: $0.words[0].offset).line) }
        .sorted { ($1.grade, $0.line) < ($0.grade, $1.line) }.prefix(3).map(\.line)
      return Diagnostic(
        .hardReading,
        "the texts of this file read at grade \(found.inTenths); the pack's limit is "
          + "\(highest.inTenths). The hardest sentences start in \(listed(Set(hardest).sorted()))",
        fix: "shorter words and shorter sentences bring it down", at: first)
    }
  }

  private static func listed(_ lines: [Int]) -> String {
    let numbers = lines.map(String.init)
    guard let last = numbers.last, numbers.count > 1 else { return "line \(numbers.joined())" }
    return "lines \(numbers.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Double {
  /// The number rounded up to one decimal place.
  fileprivate var inTenths: String {
    let tenths = Int((self * 10).rounded(.up))
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
