/// Paragraphs of a Word file, and what is in them.
extension XMLWriter {
  /// Adds a paragraph of one line in this style.
  mutating func addParagraph(_ style: String, _ line: Document.Line) {
    addParagraph(style) { $0.addLine(line) }
  }

  /// Adds a paragraph in this style, on the same page as the next one if it is to be kept with it.
  mutating func addParagraph(
    _ style: String, keepsNext: Bool = false, _ content: (inout XMLWriter) -> Void
  ) {
    element("w:p") { writer in
      writer.element("w:pPr") { writer in
        writer.empty("w:pStyle", ["w:val": style])
        if keepsNext { writer.empty("w:keepNext") }
      }
      content(&writer)
    }
  }

  /// Adds a line in this style of characters; what says that an answer is missing has a style of its own.
  mutating func addLine(_ line: Document.Line, style: String = "") {
    for (number, runs) in line.linesOfRuns.enumerated() {
      if number > 0 { element("w:r") { $0.empty("w:br") } }
      for run in runs {
        if case .gap = run.source {
          addRun(run.text, style: "Gap")
        } else {
          addRun(run.text, style: style)
        }
      }
    }
  }

  /// Adds words without line ends, in as many runs as they have stretches of one direction.
  mutating func addRun(_ text: String, style: String = "") {
    for stretch in text.stretches {
      element("w:r") { writer in
        if !style.isEmpty || stretch.isRightToLeft {
          writer.element("w:rPr") { writer in
            if !style.isEmpty { writer.empty("w:rStyle", ["w:val": style]) }
            if stretch.isRightToLeft { writer.empty("w:rtl") }
          }
        }
        writer.element("w:t", ["xml:space": "preserve"]) { $0.text(stretch.text) }
      }
    }
  }
}
