@testable import Support

extension NaiveWalk {
  /// The letter, line by line.
  func letter(_ lines: [Toy.Line], _ prefixes: [String] = [""], _ item: String? = nil) -> [String] {
    lines.flatMap { line -> [String] in
      switch line {
      case .slot(let name):
        let key = resolve(name, prefixes) ?? ""
        return [
          "Row \(name): \(met.contains(key) ? answers[key].words(on: toy.today) : "[not asked yet]")"
        ]
      case .row(let name):
        guard let key = resolve(name, prefixes), met.contains(key), answers[key].hasValue
        else { return [] }
        return ["Row \(name): \(answers[key].words(on: toy.today))"]
      case .part(let condition, let yes, let no):
        return letter(holds(condition, prefixes, item) ? yes : no, prefixes, item)
      case .named(_, let body): return letter(body, prefixes, item)
      case .forEach(let list, let condition, let body):
        guard let list = resolve(list, prefixes) else { return [] }
        return (Toy.items + Toy.numbers).filter { chosen(list).contains($0) }.flatMap {
          item -> [String] in
          let inside = ["\(list)[\(item)]."] + prefixes
          if let condition, !holds(condition, inside, item) { return [] }
          return letter(body, inside, item)
        }
      }
    }
  }

  /// The names of the parts that have a line; parts within rounds are not generated.
  func parts(_ lines: [Toy.Line]) -> Set<String> {
    lines.reduce(into: []) { parts, line in
      switch line {
      case .named(let name, let body):
        if !letter(body).isEmpty { parts.insert(name) }
        parts.formUnion(self.parts(body))
      case .part(let condition, let yes, let no):
        parts.formUnion(self.parts(holds(condition, [""], nil) ? yes : no))
      case .slot, .row, .forEach: break
      }
    }
  }
}
