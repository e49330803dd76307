@testable import Support

extension NaiveWalk {
  /// The letter, line by line.
  func letter(_ lines: [Toy.Line], _ prefixes: [String] = [""], _ item: String? = nil) -> [String] {
    lines.flatMap { line -> [String] in
      switch line {
      case .slot(let name):
        let key = resolve(name, prefixes) ?? ""
        return ["\(name): \(met.contains(key) ? answers[key].words : "[not asked yet]")"]
      case .part(let condition, let yes, let no):
        return letter(holds(condition, prefixes, item) ? yes : no, prefixes, item)
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
}
