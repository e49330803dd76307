import DialogueScript

extension Conversation {
  /// The answered questions as a review numbers them: those on the path in its order, then the parked.
  package var reviewed: [Int] {
    walk.questions.filter { answers[$0] != nil } + parked
  }

  /// The answered question that a person means: by its number in the review, or by words of its label
  /// or key.
  package func question(matching typed: String) -> Int? {
    let reviewed = self.reviewed
    let plain = Plain(typed)
    if let number = Int(plain.text) {
      return reviewed.indices.contains(number - 1) ? reviewed[number - 1] : nil
    }
    guard !plain.isEmpty else { return nil }
    let labels = reviewed.map { Plain(print(script.questions[$0].label)) }
    if let exact = labels.firstIndex(of: plain) { return reviewed[exact] }
    let fitting = reviewed.indices.filter { place in
      let key = script.questions[reviewed[place]].key
      return labels[place].contains(plain) || key == typed.trimmed
        || plain.words.allSatisfy(Plain(key.wordsOfKey).words.contains)
    }
    // The parts of one composite are as good as its first.
    let owners = Set(fitting.map { script.questions[reviewed[$0]].key.withoutLastPart })
    return owners.count == 1 ? reviewed[fitting[0]] : nil
  }

  /// Yes, no, or neither, for a question of the tool's own.
  package func understandYesNo(_ typed: String) -> Bool? {
    let plain = Plain(typed)
    for (list, meaning) in [(WordList.yes, true), (.no, false)]
    where script.words[list].contains(where: plain.matches) {
      return meaning
    }
    return nil
  }
}

extension String {
  fileprivate var withoutLastPart: Substring {
    lastIndex(of: ".").map { self[..<$0] } ?? self[...]
  }

  /// `visit.seen[hall].note` as its words.
  var wordsOfKey: String {
    String(map { $0.isLetter || $0.isNumber ? $0 : " " })
  }
}
