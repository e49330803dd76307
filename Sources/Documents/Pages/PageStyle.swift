/// How a letter looks as a web page, on a screen and on paper.
enum PageStyle {
  /// What is the same for every letter.
  static let rules: StaticString = """

    body {
      margin: 0; background: #fff; color: #1a1a1a;
      font: 1rem/1.5 Arial, Helvetica, sans-serif; overflow-wrap: anywhere;
    }
    main { max-width: 42rem; margin: 0 auto; padding: 1.5rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.5em; break-after: avoid; }
    h1 { font-size: 1.6rem; margin-top: 0.5rem; }
    h2 { font-size: 1.3rem; }
    h3 { font-size: 1.1rem; }
    h4, h5, h6 { font-size: 1rem; }
    p { margin: 0 0 0.75em; orphans: 3; widows: 3; }
    p.marking { font-weight: bold; }
    p.notice { border: 2px solid #1a1a1a; padding: 0.5em 0.75em; font-weight: bold; }
    p.lines { padding-left: 1.5em; text-indent: -1.5em; }
    p.answer { padding-left: 1.5em; }
    table { width: 100%; border-collapse: collapse; margin: 0 0 1em; }
    th, td {
      text-align: left; vertical-align: top; padding: 0.35em 0.6em; border: 1px solid #767676;
      min-width: 3em; orphans: 3; widows: 3;
    }
    thead { display: table-header-group; }
    thead th { background: #eee; }
    tr { break-inside: avoid; }
    tr.long { break-inside: auto; }
    table.fields th, table.fields td { border-width: 0 0 1px; }
    table.fields th { width: 30%; min-width: 6.5em; padding-left: 0; }
    ul { margin: 0 0 0.75em; padding-left: 1.5em; }
    li { margin-bottom: 0.4em; orphans: 3; widows: 3; }
    figure { margin: 0 0 0.75em; padding-left: 1em; border-left: 4px solid #767676; }
    blockquote { margin: 0; }
    blockquote p { margin: 0; }
    figcaption { font-size: 0.9em; break-before: avoid; }
    em { background: #fff3c4; }
    hr { border: 0; border-top: 1px solid #767676; margin: 1.5em 0; }
    footer { margin-top: 1.5em; font-size: 0.9em; }
    @media print {
      body { font-size: 11pt; }
      main { max-width: none; padding: 0; }
      hr { break-after: page; border: 0; margin: 0; }
    }

    """

  /// The marking and the reference at the top of every printed page, and the page's number at its foot.
  static func pageHeader(of document: Document) -> String {
    let header = document.pageHeader
    return """
      @page {
        size: A4; margin: 2cm; font: 9pt Arial, Helvetica, sans-serif;
        @top-left { content: \(quoted(header.marking)); }
        @top-right { content: \(quoted(header.reference)); }
        @bottom-right { content: counter(page) " / " counter(pages); }
      }

      """
  }

  /// The words as a string of CSS, in which every sign of ASCII is given by its number.
  private static func quoted(_ words: String) -> String {
    var quoted = ""
    for scalar in words.unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic {
        quoted += "\\" + String(scalar.value, radix: 16) + " "
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(quoted)\""
  }
}
