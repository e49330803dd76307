import Foundation

/// The worked page of the documentation, taken apart: its files and its cases.
package struct WorkedPage {
  package struct Case: Sendable, CustomStringConvertible {
    package var description: String { title }
    package var title: String
    package var answers: [(key: String, words: String)] = []
    package var path: [String] = []
    package var live: [String] = []
    package var next = ""
    package var reached: [String] = []
    package var letter = ""
  }

  package private(set) var files: [(path: String, text: String)] = []
  package private(set) var cases: [Case] = []

  package init(_ page: String) {
    var title = ""
    var block: [String]?
    var kind = ""
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let lines = block { take(kind, lines, title) } else { kind = String(line.dropFirst(3)) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else if line.hasPrefix("## ") {
        title = String(line.dropFirst(3))
      }
    }
  }

  private mutating func take(_ kind: String, _ lines: [String], _ title: String) {
    if kind == "case" {
      cases.append(Self.read(lines, title))
    } else if let first = lines.first, first.hasPrefix("# file: ") {
      let text = lines.dropFirst().joined(separator: "\n") + "\n"
      files.append((String(first.dropFirst("# file: ".count)), text))
    }
  }

  private static func read(_ lines: [String], _ title: String) -> Case {
    var result = Case(title: title)
    var section = ""
    var letter: [String] = []
    for line in lines {
      if line.hasPrefix("  ") {
        let text = String(line.dropFirst(2))
        if section == "letter" {
          letter.append(text)
        } else if let equals = text.range(of: " = ") {
          result.answers.append(
            (String(text[..<equals.lowerBound]), String(text[equals.upperBound...])))
        }
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
      case "next": result.next = list.first ?? ""
      case "reached": result.reached = list
      default: break
      }
    }
    result.letter = letter.joined(separator: "\n")
    return result
  }
}
