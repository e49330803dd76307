/// The role of a letter or sign among the words of a reply.
enum ReplySign {
  /// Part of a word: a letter, a digit, or one of `'-./:_`.
  case ofWord
  /// White space between words.
  case space
  /// A separator between the items of a list.
  case separator
  /// Punctuation around a word, such as a bracket: left out there, but inside a word a sign of its own.
  case around
  /// A sign that is part of no word, and so becomes a word of its own.
  case alone

  init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "_"):
      self = .ofWord
    case 0x09, 0x20: self = .space
    case 0x0A...0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"),
      UInt8(ascii: "+"):
      self = .separator
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "!"):
      self = .around
    default: self = .alone
    }
  }

  init(_ letter: Character) {
    if letter == "\r\n" {
      self = .separator
    } else if let byte = letter.asciiValue {
      self.init(ascii: byte)
    } else if letter.isLetter || letter.isNumber || letter == "’" {
      self = .ofWord
    } else if letter.isNewline {
      self = .separator
    } else if letter.isWhitespace {
      self = .space
    } else {
      self = "“”„«»‘…".contains(letter) ? .around : .alone
    }
  }
}

/// Splits a text into words, letter by letter.
struct ReplyNormalizer {
  let text: String
  private(set) var words: [String] = []
  private(set) var places: [Range<String.Index>] = []
  /// The word being read, and where it is.
  private var word = ""
  private var place: Range<String.Index>?
  /// Marks that are left out unless a word follows in the same run.
  private var pending: [(sign: String, place: Range<String.Index>)] = []
  /// The number of the first word in this run, which is a stretch without white space.
  private var runStart = 0
  /// Where the run begins, including punctuation before its first word.
  private var runPlace: String.Index?

  init(_ text: String) {
    self.text = text
  }

  mutating func take(_ letter: String, _ sign: ReplySign, _ at: Range<String.Index>) {
    switch sign {
    case .space: endRun()
    case .separator:
      endRun()
      if words.last != "," { add(",", at) }
      runStart = words.count
    case .ofWord:
      addPending()
      runPlace = runPlace ?? at.lowerBound
      word += letter
      place = (place?.lowerBound ?? at.lowerBound)..<at.upperBound
    case .around:
      endWord()
      runPlace = runPlace ?? at.lowerBound
      pending.append((letter, at))
    case .alone:
      endWord()
      addPending()
      runPlace = runPlace ?? at.lowerBound
      add(letter, at)
    }
  }

  /// Ends a run, leaving out the punctuation at its end.
  mutating func endRun() {
    endWord()
    if let last = pending.last, words.count > runStart, let end = places.last {
      places[places.count - 1] = end.lowerBound..<last.place.upperBound
    }
    pending = []
    if let runPlace, runStart < words.count {
      places[runStart] = runPlace..<places[runStart].upperBound
    }
    runPlace = nil
    runStart = words.count
  }

  /// Ends a word, without apostrophes around it and without points or colons after it.
  ///
  /// Inside a number, a time or a contraction these are part of the word.
  private mutating func endWord() {
    guard let place else { return }
    var bare = word[...]
    while let last = bare.last, "'.:".contains(last) { bare.removeLast() }
    while bare.first == "'" { bare.removeFirst() }
    if !bare.isEmpty { add(String(bare), place) }
    word = ""
    self.place = nil
  }

  /// Keeps punctuation that has turned out to be inside a run; at the start of one it is left out.
  private mutating func addPending() {
    if words.count > runStart {
      for (sign, place) in pending { add(sign, place) }
    }
    pending = []
  }

  private mutating func add(_ word: String, _ place: Range<String.Index>) {
    words.append(word)
    places.append(place)
  }
}
