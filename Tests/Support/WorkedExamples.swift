import Foundation

/// The examples of a page of documentation, with the files and worked cases under each heading.
package struct WorkedExamples: Sendable {
  package struct Section: Sendable, CustomStringConvertible {
    package var title: String
    package var files: [(path: String, text: String)] = []
    package var cases: [Case] = []
    package var description: String { title }
  }

  /// The answers given, and the results to expect; a part that the page leaves out is not checked.
  package struct Case: Sendable, CustomStringConvertible {
    package var title: String
    package var answers: [(key: String, words: String)] = []
    /// The time of day, as files write it.
    package var time: String?
    package var path: [String]?
    package var live: [String]?
    package var next: String?
    /// What is asked next.
    package var question: String?
    package var reached: [String]?
    package var letter: String?
    /// The copy of the letter without names.
    package var copy: String?
    /// All letters, with a line of hyphens between them.
    package var letters: String?
    package var said: String?
    package var standing: String?
    package var description: String { title }
  }

  package private(set) var sections: [Section] = []

  package init(page path: String) throws {
    var block: [String]?
    var kind = ""
    let page = try TestPacks.text(at: "\(TestPacks.root)/\(path)")
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let lines = block { take(kind, lines) } else { kind = String(line.dropFirst(3)) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else if line.hasPrefix("## ") {
        sections.append(Section(title: String(line.dropFirst(3))))
      }
    }
  }

  private mutating func take(_ kind: String, _ lines: [String]) {
    guard !sections.isEmpty else { return }
    let here = sections.count - 1
    if kind == "case" {
      sections[here].cases.append(Self.read(lines, sections[here].title))
    } else if let first = lines.first, first.hasPrefix("# file: ") {
      let text = lines.dropFirst().joined(separator: "\n") + "\n"
      sections[here].files.append((String(first.dropFirst("# file: ".count)), text))
    }
  }

  private static func read(_ lines: [String], _ title: String) -> Case {
    var result = Case(title: title)
    var section = ""
    var below: [String: [String]] = [:]
    for line in lines {
      // An empty line is one of what is expected.
      if line.hasPrefix("  ") || line.isEmpty {
        below[section, default: []].append(String(line.dropFirst(2)))
        continue
      }
      guard let colon = line.firstIndex(of: ":") else { continue }
      section = String(line[..<colon])
      let list = line[line.index(after: colon)...].split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }.filter { !$0.isEmpty }
      switch section {
      case "path": result.path = list
      case "live": result.live = list
      case "question":
        result.question = String(line[line.index(after: colon)...])
          .trimmingCharacters(in: .whitespaces)
      case "time":
        result.time = String(line[line.index(after: colon)...])
          .trimmingCharacters(in: .whitespaces)
      case "next": result.next = list.first ?? ""
      case "reached": result.reached = list
      case "standing": result.standing = ""
      default: break
      }
    }
    result.letter = below["letter"]?.joined(separator: "\n")
    result.copy = below["copy"]?.joined(separator: "\n")
    result.letters = below["letters"]?.joined(separator: "\n")
    result.said = below["said"]?.joined(separator: "\n")
    result.standing = below["standing"]?.joined(separator: "\n") ?? result.standing
    result.answers = (below["answers"] ?? []).compactMap { line -> (key: String, words: String)? in
      guard let equals = line.range(of: " = ") else { return nil }
      // An answer of several lines is on one line of the page.
      let words = String(line[equals.upperBound...]).replacing("⏎", with: "\n")
      return (String(line[..<equals.lowerBound]), words)
    }
    return result
  }
}
