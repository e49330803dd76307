import DialogueModel
import Testing

/// Words around a right day: whatever they do, no other day is recorded without being shown back.
struct DayNoiseTests {
  /// Days that are clear by themselves, on Monday 16 November 2026.
  static let days = [
    "10 Nov 2026", "10/11/2026", "Tues 10 Nov", "last Tuesday", "4 days ago", "yesterday",
    "10-12 Nov 2026", "the 9th",
  ]

  static let noise = [
    "not", "never", "no", "before", "after", "since", "by", "until", "except", "but", "or", "and",
    "almost", "nearly", "over", "under", "only", "early", "late", "mid", "about", "ish", "maybe",
    "the", "on", "of", "in", "at", "it", "was", "a", "we", "he", "rang", "school", "next", "last",
    "this", "week", "month", "year", "weekend", "term", "half", "morning", "night", "teatime",
    "twice", "few", "ago", "from", "between", "gone", "coming", "?", "!", ",", "...", "~", "-", "&",
    "4pm", "2.30",
  ]

  /// With a joining word these would be another end: "10 Nov 2026 to 13".
  static let numbers = ["2", "13", "31st", "2026"]

  @Test(arguments: days) func `Words around a day never make another day of it`(
    _ day: String
  ) throws {
    let right = try DayGrammarTests.read(day)
    let words = day.split(separator: " ").map(String.init)
    func check(_ words: [String]) throws {
      let typed = words.joined(separator: " ")
      let meaning = try DayGrammarTests.read(typed)
      let isSure = meaning.first?.isASCIIDigit == true
      #expect(!isSure || meaning == right, "\(typed): \(meaning)")
    }
    for first in Self.noise + Self.numbers {
      for at in 0...words.count {
        var noisy = words
        noisy.insert(first, at: at)
        try check(noisy)
      }
    }
    for first in Self.noise {
      for second in Self.noise {
        try check([first, second] + words)
        try check([first] + words + [second])
        try check(words + [first, second])
      }
    }
  }
}
