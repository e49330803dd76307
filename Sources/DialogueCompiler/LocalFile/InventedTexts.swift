import DialogueModel

// What in a local file was made up: texts of the pack's example, and telephone numbers kept for drama.

extension LocalAnswers {
  /// A text of a local file: where it is, and the field or the list that it is for, whatever the item.
  struct Entry {
    var name: String
    var key: String
    var text: String
  }

  /// The texts that are somebody's own: not hours, days and the like, which two places may well share.
  func texts(of shape: LocalShape) -> [Entry] {
    var entries: [Entry] = []
    for field in shape.fields where !field.isHours {
      guard case .text(let text)? = fields[field.id.text]?.value else { continue }
      entries.append(Entry(name: field.id.text, key: field.id.text, text: text))
    }
    for list in shape.lists {
      for item in lists[list.name.text] ?? [] {
        let name = "\(list.name.text).\(item.id.text)"
        entries.append(Entry(name: "\(name).label", key: list.name.text, text: item.label))
        // A field that names another item is reported at that item.
        for field in list.fields where !field.isHours && field.list == nil && field.type == .text {
          guard let text = item.fields[field.id.text]?.first else { continue }
          let key = "\(list.name.text).\(field.id.text)"
          entries.append(Entry(name: "\(name).\(field.id.text)", key: key, text: text))
        }
      }
    }
    return entries
  }
}

extension PackReader {
  /// The texts of an example that comes with the pack.
  func texts(in example: SourceFile) -> [LocalAnswers.Entry] {
    var reader = self
    return reader.readLocal(example).texts(of: pack.local)
  }
}

extension String {
  /// Whether it has a telephone number that Ofcom keeps for drama, so that nobody has it.
  ///
  /// Ofcom, Telephone numbers for use in TV and radio drama programmes.
  var hasDramaNumber: Bool {
    let digits = replacing("+44", with: "0").filter { !" -()".contains($0) }
    return ["01632960", "02079460", "07700900"].contains { start in
      digits.ranges(of: start).contains { range in
        digits[range.upperBound...].prefix(3).count { $0.isASCII && $0.isNumber } == 3
      }
    }
  }
}
