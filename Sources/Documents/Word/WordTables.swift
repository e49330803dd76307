/// Tables of a Word file, as wide as the text.
extension XMLWriter {
  /// The width of the text in twentieths of a point: A4 without its margins.
  private static var textWidth: Int { 9638 }

  /// Adds a table of labels and values, in which the first column is the header.
  mutating func addTable(of fields: [Part.Field]) {
    let label = 2892
    let value = Self.textWidth - label
    addTable("FieldTable", header: .firstColumn, widths: [label, value]) { writer in
      for field in fields {
        writer.addRow(isLong: field.isLong) { writer in
          writer.addCell(field.label, style: "TableLabel", width: label)
          writer.addCell(field.value, style: "TableText", width: value)
        }
      }
    }
  }

  /// Adds a table whose header is repeated on each page; every row has a cell in each column.
  mutating func addTable(header: [Document.Line], rows: [[Document.Line]]) {
    let widths = Self.widths(of: [header] + rows)
    let place: HeaderPlace = header.isEmpty ? .none : .firstRow
    addTable("TableGrid", header: place, widths: widths) { writer in
      if !header.isEmpty {
        writer.addRow(isLong: false, isHeader: true) { writer in
          writer.addCells(header, style: "TableHeading", widths: widths)
        }
      }
      for row in rows {
        writer.addRow(isLong: row.contains(where: \.isLong)) { writer in
          writer.addCells(row, style: "TableText", widths: widths)
        }
      }
    }
  }

  /// The width of each column: in proportion to its longest cell, but never very narrow or very wide.
  private static func widths(of rows: [[Document.Line]]) -> [Int] {
    var lengths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == lengths.count { lengths.append(10) }
        lengths[column] = max(lengths[column], min(cell.utf8.count, 50))
      }
    }
    let total = lengths.reduce(0, +)
    return lengths.map { textWidth * $0 / total }
  }

  /// Which cells of a table are headers, as the bits of `w:tblLook`; all say that rows have no stripes.
  private enum HeaderPlace: String {
    case none = "0600"
    case firstRow = "0620"
    case firstColumn = "0680"
  }

  /// Adds a table, and a paragraph of no height that keeps it apart from a table after it.
  private mutating func addTable(
    _ style: String, header: HeaderPlace, widths: [Int],
    _ rows: (inout XMLWriter) -> Void
  ) {
    element("w:tbl") { writer in
      writer.element("w:tblPr") { writer in
        writer.empty("w:tblStyle", ["w:val": style])
        writer.empty("w:tblW", ["w:w": "\(widths.reduce(0, +))", "w:type": "dxa"])
        writer.empty("w:tblLayout", ["w:type": "fixed"])
        writer.empty("w:tblLook", ["w:val": header.rawValue])
      }
      writer.element("w:tblGrid") { writer in
        for width in widths { writer.empty("w:gridCol", ["w:w": "\(width)"]) }
      }
      rows(&writer)
    }
    addParagraph("TableEnd") { _ in }
  }

  private mutating func addRow(
    isLong: Bool, isHeader: Bool = false, _ cells: (inout XMLWriter) -> Void
  ) {
    element("w:tr") { writer in
      if isHeader || !isLong {
        writer.element("w:trPr") { writer in
          if !isLong { writer.empty("w:cantSplit") }
          if isHeader { writer.empty("w:tblHeader") }
        }
      }
      cells(&writer)
    }
  }

  private mutating func addCells(_ cells: [Document.Line], style: String, widths: [Int]) {
    for (cell, width) in zip(cells, widths) { addCell(cell, style: style, width: width) }
  }

  private mutating func addCell(_ line: Document.Line, style: String, width: Int) {
    element("w:tc") { writer in
      writer.element("w:tcPr") { $0.empty("w:tcW", ["w:w": "\(width)", "w:type": "dxa"]) }
      writer.addParagraph(style, line)
    }
  }
}
