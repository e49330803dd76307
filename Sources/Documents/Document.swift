/// A letter as a list of blocks, which renderers draw.
///
/// It knows no subject: every word in it comes from the pack or from the answers.
package struct Document: Hashable, Sendable {
  /// A line above everything else, such as that the conversation is not finished; empty for most letters.
  package var notice = Line()
  /// What the letter says of itself, in the order in which it is drawn.
  package var head: [Field] = []
  /// The body of the letter, in order.
  package var blocks: [Block] = []
  /// The last line, apart from the body; empty if there is none.
  package var footer = Line()

  /// The version of the model, for programs that read a document: raised when something in it changes its meaning.
  package static let version = 1

  package init() {}

  /// One line of the head.
  package struct Field: Hashable, Sendable {
    /// What the line is.
    package var kind: Kind
    /// The word before it, such as "To"; empty for a marking and a title.
    package var label: String
    /// What it says.
    package var text: Line

    package init(_ kind: Kind, label: String, text: Line) {
      self.kind = kind
      self.label = label
      self.text = text
    }

    /// What a line of the head is, in the order in which renderers draw them.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case marking, title, reference, to, from, written, subject
    }
  }

  /// One block of the body.
  package enum Block: Hashable, Sendable {
    /// A heading; level 1 is the highest below the title.
    case heading(level: Int, Line)
    /// A label and a value.
    case row(label: Line, value: Line)
    case paragraph(Line)
    /// One item of a list.
    case item(Line)
    /// What was known on a day, and how; day and basis may be empty.
    case entry(day: Line, basis: Line, words: Line)
    /// Someone's own words, and who said them to whom and when, which may be empty.
    case quotation(words: Line, source: Line)
    /// Rows of cells, below a header if that has cells.
    case table(header: [Line], rows: [[Line]])
    case pageBreak
  }
}

extension Document {
  /// A stretch of text that knows which of its words are the letter's own and which come from an answer.
  package struct Line: Hashable, Sendable {
    // Joining bytes takes a third of the time that joining strings takes.
    /// The text in UTF-8.
    package private(set) var utf8: [UInt8] = []
    /// Where each run but the last ends in it: most lines have one run, and need no list.
    private var ends: [End] = []
    /// The source of the last run; nil while there are no words.
    private var source: Source?
    /// The bytes that stand in for numbers, which are counted when the document is complete.
    private var numbers: [Int] = []

    package init() {}

    /// A line of the letter's own words.
    package init(_ words: String) { add(words, from: .letter) }

    private struct End: Hashable, Sendable {
      var byte: Int
      var source: Source
    }

    /// Adds words at the end; the letter's own words after others of its own become one run with them.
    package mutating func add(_ words: String, from source: Source) {
      if words.isEmpty { return }
      begin(source)
      utf8.append(contentsOf: words.utf8)
    }

    /// Adds a number at the end, to be counted by `number(after:)`.
    package mutating func addNumber() {
      numbers.append(utf8.count)
      add("0", from: .letter)
    }

    /// Counts the numbers of the line, on from the last one before it.
    package mutating func number(after count: inout Int) {
      guard !numbers.isEmpty else { return }
      var (line, start) = (Line(), 0)
      var places = numbers[...]
      for end in allEnds {
        while let place = places.first, place < end.byte {
          count += 1
          line.add(utf8[start..<place], from: end.source)
          line.add("\(count)", from: .letter)
          start = place + 1
          places.removeFirst()
        }
        line.add(utf8[start..<end.byte], from: end.source)
        start = end.byte
      }
      self = line
    }

    /// The words without their sources and without the numbers that have not been counted.
    package var textWithoutNumbers: String {
      let bytes = utf8.indices.filter { !numbers.contains($0) }.map { utf8[$0] }
      return String(decoding: bytes.drop { $0 == 0x20 }, as: UTF8.self)
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, from source: Source) {
      if bytes.isEmpty { return }
      begin(source)
      utf8 += bytes
    }

    /// Adds the words of another line at the end.
    package mutating func add(_ line: Line) {
      numbers += line.numbers.map { $0 + utf8.count }
      var start = 0
      for end in line.allEnds {
        begin(end.source)
        utf8 += line.utf8[start..<end.byte]
        start = end.byte
      }
    }

    private mutating func begin(_ source: Source) {
      if let before = self.source, before != .letter || source != .letter {
        ends.append(End(byte: utf8.count, source: before))
      }
      self.source = source
    }

    private var allEnds: [End] {
      source.map { ends + [End(byte: utf8.count, source: $0)] } ?? []
    }
  }

  /// Where words come from.
  package enum Source: Hashable, Sendable {
    /// The letter itself.
    case letter
    /// The answer to the question with this key.
    case answer(String)
    /// Nowhere: they say that the question with this key has no answer.
    case gap(String)
  }
}

extension Document.Line {
  /// Words with one source.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var source: Document.Source
  }

  /// The words in order, each with its source.
  package var runs: [Run] {
    var start = 0
    return allEnds.map { end in
      let text = String(decoding: utf8[start..<end.byte], as: UTF8.self)
      start = end.byte
      return Run(text: text, source: end.source)
    }
  }

  /// The words without their sources.
  package var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Whether it has no words at all.
  package var isEmpty: Bool { utf8.isEmpty }

  /// Whether nothing can be seen of it.
  package var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A } }

  /// Whether its first words come from an answer.
  package var beginsWithAnswer: Bool {
    if case .answer? = ends.first?.source ?? source { true } else { false }
  }

  /// The text after the last line end.
  package var lastLine: String {
    let start = utf8.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return String(decoding: utf8[start...], as: UTF8.self)
  }
}
