package import DialogueModel

/// A new local file, asked for line by line, for someone who would rather not write YAML.
///
/// Each line of the pack's shape is a question; a reply is checked as it is given, and an empty one leaves the line
/// out. The finished text can be read as a local file.
package struct LocalForm: Sendable {
  /// What is asked now; nil once everything has been asked.
  package var question: Question? {
    if case .done = place { return nil }
    return Question(words: words, hint: hint)
  }

  /// One line to ask for.
  package struct Question: Hashable, Sendable {
    /// What is asked for.
    package var words: String
    /// Help with answering; nil if the question needs none.
    package var hint: String?
  }

  let pack: String
  let shape: LocalShape
  let today: CivilDate
  private(set) var fields: [String: String] = [:]
  private(set) var holidays: [CivilDate] = []
  private(set) var items: [String: [Item]] = [:]
  private var place: Place

  /// An item of a list, as it was filled in.
  struct Item: Sendable {
    var id: String
    var label: String
    var fields: [String: String] = [:]
  }

  private enum Place {
    case field(Int)
    case holidays
    /// The name of one more item.
    case item(list: Int)
    /// A field of the last item.
    case itemField(list: Int, Int)
    case done
  }

  /// Starts an empty form for the pack in these files.
  package init(for files: [SourceFile], today: CivilDate) {
    let source = LocalCheck.reader(of: files).pack
    var shape = source.local
    // Items that others name come first, so that they can be named.
    let named = Set(shape.lists.flatMap(\.fields).compactMap { $0.list?.text })
    shape.lists =
      shape.lists.filter { named.contains($0.name.text) }
      + shape.lists.filter { !named.contains($0.name.text) }
    (self.shape, self.today, pack) = (shape, today, source.name?.text ?? "")
    place = .field(0)
    settle()
  }

  /// Whether anything has been filled in.
  package var isEmpty: Bool { fields.isEmpty && items.values.allSatisfy(\.isEmpty) }

  /// Takes a reply to the question, and asks the next one; returns what is wrong with a reply that can't be taken.
  package mutating func take(_ reply: String) -> String? {
    let reply = reply.replacing("\t", with: " ").trimmed
    guard !reply.unicodeScalars.contains(where: { $0.needsEscape || $0 == "\n" }) else {
      return "There is a key in it that is no letter, such as an arrow. Type it again."
    }
    switch place {
    case .field(let number):
      let field = shape.fields[number]
      if let fault = fault(reply, field) { return fault }
      if !reply.isEmpty { fields[field.id.text] = reply }
      place = .field(number + 1)
    case .holidays:
      let days = reply.split { $0 == "," || $0 == " " }.map(String.init)
      let read = days.map { CivilDate(iso: $0) }
      if let wrong = read.firstIndex(of: nil) {
        return "\(days[wrong]) is not a date such as 2026-12-25."
      }
      holidays = Set(read.compactMap(\.self)).sorted()
      place = .item(list: 0)
    case .item(let list): return takeItem(reply, list)
    case .itemField(let list, let number):
      let field = shape.lists[list].fields[number]
      if let fault = fault(reply, field) { return fault }
      if !reply.isEmpty { fill(field, of: list, with: reply) }
      place = .itemField(list: list, number + 1)
    case .done: break
    }
    settle()
    return nil
  }

  private mutating func takeItem(_ reply: String, _ list: Int) -> String? {
    guard !reply.isEmpty else {
      place = .item(list: list + 1)
      settle()
      return nil
    }
    let name = shape.lists[list].name.text
    let others = items[name] ?? []
    if others.contains(where: { $0.label.lowercased() == reply.lowercased() }) {
      return "There is \(reply) already."
    }
    let id = Self.id(for: reply, among: others.map(\.id))
    items[name, default: []].append(Item(id: id, label: reply))
    place = .itemField(list: list, 0)
    settle()
    return nil
  }

  private mutating func fill(_ field: LocalShape.Field, of list: Int, with reply: String) {
    let name = shape.lists[list].name.text
    guard var item = items[name]?.popLast() else { return }
    item.fields[field.id.text] = field.list.flatMap { named(reply, in: $0.text)?.id } ?? reply
    items[name, default: []].append(item)
  }

  /// The item of a list that a reply names by its words or its id.
  private func named(_ reply: String, in list: String) -> Item? {
    items[list]?.first { $0.label.lowercased() == reply.lowercased() || $0.id == reply }
  }

  /// Goes on from a place where nothing is asked.
  private mutating func settle() {
    while true {
      switch place {
      case .field(let number) where number >= shape.fields.count: place = .holidays
      case .holidays where !shape.hasHours: place = .item(list: 0)
      case .item(let list) where list >= shape.lists.count: place = .done
      case .itemField(let list, let number):
        let fields = shape.lists[list].fields
        guard number < fields.count else {
          place = .item(list: list)
          continue
        }
        guard let other = fields[number].list, (items[other.text] ?? []).isEmpty else { return }
        // There is no item to name.
        place = .itemField(list: list, number + 1)
      default: return
      }
    }
  }

  /// What is wrong with a reply for a field; nil if it can be taken.
  private func fault(_ reply: String, _ field: LocalShape.Field) -> String? {
    guard !reply.isEmpty else { return nil }
    if field.isHours {
      do throws(OpeningHours.Fault) {
        _ = try OpeningHours(reply)
        return nil
      } catch {
        return "\(error.part): these hours can't be read. \(error.fix.sentence)"
      }
    }
    if let list = field.list?.text {
      return named(reply, in: list) == nil ? "It is one of: \(labels(of: list))." : nil
    }
    if field.type == .yesNo {
      return ["yes", "no"].contains(reply) ? nil : "It is yes or no."
    }
    guard let scalar = field.type.scalar, scalar.position(of: reply) == nil else { return nil }
    return "It is \(scalar.example)."
  }

  private func labels(of list: String) -> String {
    (items[list] ?? []).map(\.label).joined(separator: ", ")
  }

  private var words: String {
    switch place {
    case .field(let number): return shape.fields[number].label.asStart + ":"
    case .holidays: return "The days on which offices are shut:"
    case .item(let list):
      let name = shape.lists[list].name.text
      let words = name.replacing("-", with: " ").asStart
      return (items[name] ?? []).isEmpty
        ? "\(words). The name of one:" : "\(words). Add another? Its name:"
    case .itemField(let list, let number):
      let label = items[shape.lists[list].name.text]?.last?.label ?? ""
      return "\(label), \(shape.lists[list].fields[number].label):"
    case .done: return ""
    }
  }

  private var hint: String? {
    let field: LocalShape.Field
    switch place {
    case .field(let number): field = shape.fields[number]
    case .itemField(let list, let number): field = shape.lists[list].fields[number]
    case .holidays: return "Dates such as 2026-12-25, with commas between."
    case .item, .done: return nil
    }
    var hints = [field.hint].compactMap(\.self)
    if field.isHours { hints.append("Such as \(OpeningHours.example).") }
    if let list = field.list?.text { hints.append("One of: \(labels(of: list)).") }
    if field.type == .yesNo { hints.append("Yes or no.") }
    if let scalar = field.type.scalar { hints.append(scalar.example.sentence) }
    return hints.isEmpty ? nil : hints.joined(separator: " ")
  }

  /// A name for an item, made of the words that people see.
  private static func id(for label: String, among others: [String]) -> String {
    let words = label.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.joined(separator: "-")
    let base = Name.isWellFormed(name) && !Name.reserved.contains(name) ? name : "item-\(name)"
    let start = base.hasSuffix("-") ? String(base.dropLast()) : base
    var (id, number) = (start, 1)
    while others.contains(id) {
      number += 1
      id = "\(start)-\(number)"
    }
    return id
  }
}

extension LocalShape {
  /// Whether any field says when an office is open.
  var hasHours: Bool { (fields + lists.flatMap(\.fields)).contains(where: \.isHours) }
}

extension String {
  /// The words as the start of a sentence.
  fileprivate var asStart: String { prefix(1).uppercased() + dropFirst() }

  /// The words as a sentence.
  fileprivate var sentence: String { asStart + "." }
}
