package import DialogueModel

extension Conversation {
  /// The answered questions as a review numbers them: those on the path in its order, then the parked ones.
  package var reviewed: [Int] {
    walk.questions.filter { answers[$0] != nil } + parked
  }

  /// The answered question that is meant, by its number in the review or by words of its label or key.
  ///
  /// Nil if no question fits, or if words fit several without being the whole label of one.
  package func question(matching typed: String) -> Int? {
    let reviewed = self.reviewed
    let plain = NormalizedReply(typed)
    if let number = Int(plain.text) {
      return reviewed.indices.contains(number - 1) ? reviewed[number - 1] : nil
    }
    guard !plain.isEmpty else { return nil }
    let labels = reviewed.map { NormalizedReply(print(script.questions[$0].label)) }
    if let exact = labels.firstIndex(of: plain) { return reviewed[exact] }
    let fitting = reviewed.indices.filter { place in
      let key = script.questions[reviewed[place]].key
      return labels[place].contains(plain) || key == typed.trimmed
        || plain.words.allSatisfy(NormalizedReply(key.wordsOfKey).words.contains)
    }
    // If all matches are parts of one composite, its first is meant.
    let owners = Set(fitting.map { script.questions[reviewed[$0]].key.withoutLastPart })
    return owners.count == 1 ? reviewed[fitting[0]] : nil
  }

  /// The answered question and the new reply in "age to 13", "16 with her nan" or "home, with her nan"; nil for any
  /// other words.
  package func change(in typed: String) -> (question: Int, reply: String)? {
    let plain = NormalizedReply(typed)
    let between = Set(script.words[.renameTo].map { $0.lowercased() } + [","])
    let isNumber = plain.words.first?.asWholeNumber != nil
    return plain.words.indices.dropFirst().lazy
      .filter { between.contains(plain.words[$0]) || isNumber && $0 == 1 }
      .compactMap { at -> (question: Int, reply: String)? in
        let start = between.contains(plain.words[at]) ? at + 1 : at
        let reply = plain[start..<plain.count].typed
        guard !reply.isEmpty, let question = question(matching: plain[0..<at].typed) else {
          return nil
        }
        return (question, reply)
      }.first
  }

  /// Whether a line begins with one of the words in this list.
  package func opens(_ typed: String, with list: WordList) -> Bool {
    NormalizedReply(typed).longestOpening(among: script.words[list]) > 0
  }

  /// Whether a whole line is one of the words in this list, perhaps with thanks or the like beside it.
  package func understands(_ typed: String, as list: WordList) -> Bool {
    let plain = NormalizedReply(typed)
    let words = script.words
    return !plain.isEmpty && plain.isMade(of: words[.courtesy], andOneOf: words[list])
  }

  /// The text that an answer would replace by a shorter one, by one without some of its words, or by none; nil if
  /// nothing would be lost.
  package func words(lostBy answer: Answer, to question: Int) -> String? {
    guard case .text(let old)? = answers[question]?.value else { return nil }
    guard case .value(.text(let new)) = answer else { return old }
    let kept = Set(NormalizedReply(new).words)
    let lost = Set(NormalizedReply(old).words).filter { $0.count > 3 && !kept.contains($0) }
    return new.count < old.count || lost.count > 3 ? old : nil
  }
}

extension String {
  fileprivate var withoutLastPart: Substring {
    lastIndex(of: ".").map { self[..<$0] } ?? self[...]
  }

  /// The words of a key: `visit.seen[hall].note` without its punctuation.
  var wordsOfKey: String {
    String(map { $0.isLetter || $0.isNumber ? $0 : " " })
  }
}
