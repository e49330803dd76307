package import DialogueModel

/// Compares a local file with what its pack asks for: what is absent, and what was checked too long ago.
package struct LocalCheck: Sendable {
  /// The absent fields and items, such as `councils.northby.desk`, with the pack's label for each.
  package private(set) var absent: [(name: String, label: String)] = []
  /// The entries that are out of date, with the day on which each was last checked.
  package private(set) var old: [(name: String, day: CivilDate)] = []
  /// The entries whose text is that of the invented example, with the text.
  package private(set) var fromExample: [(name: String, text: String)] = []
  /// The entries with a telephone number that nobody has, with the text.
  package private(set) var unanswered: [(name: String, text: String)] = []
  /// The number of days that the pack allows after a check; nil if it sets none.
  package let days: Int?

  /// Checks a local file; neither it nor the pack may have problems.
  ///
  /// `example` is the invented local file that comes with the pack, whose texts no real one should have.
  package init(
    _ file: SourceFile, for files: [SourceFile], example: SourceFile? = nil, today: CivilDate
  ) {
    var reader = Self.reader(of: files)
    let shape = reader.pack.local
    let local = reader.readLocal(file)
    days = shape.checkEvery
    for field in shape.fields where local.fields[field.id.text] == nil {
      absent.append((field.id.text, field.label))
    }
    if shape.hasHours, !local.holidays.contains(where: { $0 >= today }) {
      absent.append(("holidays", "days to come on which offices are shut"))
    }
    look("fields", checkedOn: shape.fields.isEmpty ? nil : local.checkedOn, today)
    for list in shape.lists {
      let items = local.lists[list.name.text] ?? []
      if items.isEmpty { absent.append((list.name.text, "no item")) }
      for item in items {
        let name = "\(list.name.text).\(item.id.text)"
        for field in list.fields where item.fields[field.id.text] == nil {
          absent.append(("\(name).\(field.id.text)", field.label))
        }
        look(name, checkedOn: local.itemsCheckedOn[item.id.place] ?? local.checkedOn, today)
      }
    }
    let texts = local.texts(of: shape)
    let invented = example.map { Self.reader(of: files).texts(in: $0) } ?? []
    fromExample = texts.filter { text in
      invented.contains { ($0.key, $0.text) == (text.key, text.text) }
    }.map { ($0.name, $0.text) }
    unanswered = texts.filter { $0.text.hasDramaNumber }.map { ($0.name, $0.text) }
  }

  /// Whether the pack declares anything that a local file could hold.
  package static func hasShape(_ files: [SourceFile]) -> Bool {
    let shape = reader(of: files).pack.local
    return !shape.fields.isEmpty || !shape.lists.isEmpty
  }

  static func reader(of files: [SourceFile]) -> PackReader {
    var reader = PackReader()
    for part in PackFiles(files).readings { reader.add(part) }
    return reader
  }

  private mutating func look(_ name: String, checkedOn day: CivilDate?, _ today: CivilDate) {
    guard let day, let days, day.adding(days: days) < today else { return }
    old.append((name, day))
  }
}
