extension String {
  /// An estimate of the syllables of an English word in lower case, at least one.
  ///
  /// Counts runs of vowels, including y. A final e, -es or -ed is silent after a consonant, except in -le and
  /// where it is a syllable, as in "houses" and "needed"; so is an e before -ly, -ment, -ful, -less and -ness.
  /// The pairs ia, io and iu are two syllables unless c, g, s, t or x precedes, and -ing after a vowel is one.
  /// Parts around hyphens are counted separately, and a number is one syllable.
  var syllables: Int {
    utf8.split(separator: UInt8(ascii: "-"))
      .reduce(0) { $0 + $1.filter { $0 != apostrophe }.syllables }
  }
}

extension [UInt8] {
  fileprivate var syllables: Int {
    var count = 0
    for at in indices where self[at].isVowel {
      let follows = at > 0 && self[at - 1].isVowel
      if !follows { count += 1 }
      if follows, self[at - 1] == i, [a, o, u].contains(self[at]),
        self[at...] != Array("our".utf8)[...],
        at < 2 || !softening.contains(self[at - 2])
      {
        count += 1
      }
    }
    if ends("ing"), dropLast(3).last?.isVowel == true { count += 1 }
    if hasSilentEnding { count -= 1 }
    return Swift.max(count, 1)
  }

  private func ends(_ ending: String) -> Bool {
    count > ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// Whether the word ends in a silent e, or in a suffix after one.
  private var hasSilentEnding: Bool {
    let endings = ["e", "es", "ed", "ely", "ement", "eful", "eless", "eness"]
    guard let ending = endings.last(where: ends) else { return false }
    let stem = dropLast(ending.utf8.count)
    guard let last = stem.last, !last.isVowel else { return false }
    let isLe = last == UInt8(ascii: "l") && stem.dropLast().last?.isVowel == false
    switch ending {
    case "ed": return ![UInt8(ascii: "t"), UInt8(ascii: "d")].contains(last)
    case "es":
      let isHissed =
        "sxzcg".utf8.contains(last) || stem.suffix(2).elementsEqual("ch".utf8)
        || stem.suffix(2).elementsEqual("sh".utf8)
      return !isLe && !isHissed
    default: return !isLe
    }
  }
}

extension UInt8 {
  fileprivate var isVowel: Bool {
    switch self {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

private let (a, i, o, u) = (
  UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u")
)
private let softening = Array("cgstx".utf8)
private let apostrophe = UInt8(ascii: "'")
