/// The styles of a letter in Word: Word's own where it has one, so that they are found under their usual names.
enum WordStyles {
  /// The file that defines them, for words in this language.
  static func file(language: String) -> [UInt8] {
    var writer = XMLWriter(WordPackage.declaration)
    writer.element(
      "w:styles", ["xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"]
    ) { writer in
      writer.element("w:docDefaults") { writer in
        writer.element("w:rPrDefault") { writer in
          writer.element("w:rPr") { writer in
            writer.add(font)
            writer.empty("w:lang", ["w:val": language])
          }
        }
        writer.add(spacing)
      }
      for styles in [defaults, body, headings, pages, tables] { writer.add(styles) }
    }
    return writer.bytes
  }

  private static let font: StaticString = """
    <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>
    """

  private static let spacing: StaticString = """
    <w:pPrDefault><w:pPr><w:widowControl/>\
    <w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
    """

  private static let defaults: StaticString = """
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
    <w:name w:val="Normal"/><w:qFormat/></w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/></w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
    </w:tblCellMar></w:tblPr></w:style>
    <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>
    <w:style w:type="character" w:styleId="Strong">
    <w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
    <w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/>
    <w:rPr><w:i/><w:iCs/><w:shd w:val="clear" w:color="auto" w:fill="FFF3C4"/></w:rPr></w:style>

    """

  private static let body: StaticString = """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Answer">
    <w:name w:val="Answer"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:ind w:left="357"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AnswerLines">
    <w:name w:val="Answer Lines"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet">
    <w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:qFormat/>
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Quote">
    <w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/>
    <w:pPr><w:spacing w:before="60" w:after="60"/><w:ind w:left="567" w:right="567"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="QuoteSource">
    <w:name w:val="Quote Source"/><w:basedOn w:val="Quote"/><w:next w:val="Normal"/>
    <w:pPr><w:spacing w:before="0" w:after="160"/></w:pPr>
    <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Closing"><w:name w:val="Closing Line"/>
    <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/></w:pPr>
    <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>

    """

  private static let headings: StaticString = """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Notice">
    <w:name w:val="Notice"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
    <w:pPr><w:pBdr><w:top w:val="single" w:sz="12" w:space="4" w:color="1A1A1A"/>
    <w:left w:val="single" w:sz="12" w:space="4" w:color="1A1A1A"/>
    <w:bottom w:val="single" w:sz="12" w:space="4" w:color="1A1A1A"/>
    <w:right w:val="single" w:sz="12" w:space="4" w:color="1A1A1A"/></w:pBdr>
    <w:ind w:left="113" w:right="113"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Marking">
    <w:name w:val="Marking"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
    <w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Title">
    <w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="200"/></w:pPr>
    <w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading1">
    <w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100"/>
    <w:outlineLvl w:val="0"/></w:pPr>
    <w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading2">
    <w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading3">
    <w:name w:val="heading 3"/><w:basedOn w:val="Heading1"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading4">
    <w:name w:val="heading 4"/><w:basedOn w:val="Heading3"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading5">
    <w:name w:val="heading 5"/><w:basedOn w:val="Heading3"/><w:next w:val="Normal"/><w:qFormat/>
    <w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:style>

    """

  private static let pages: StaticString = """
    <w:style w:type="paragraph" w:styleId="Header">
    <w:name w:val="header"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="120"/></w:pPr>
    <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Footer">
    <w:name w:val="footer"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:after="0"/><w:jc w:val="right"/></w:pPr>
    <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="PageBreak">
    <w:name w:val="Page Break"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
    <w:pPr><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>
    <w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableEnd">
    <w:name w:val="Table End"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
    <w:pPr><w:spacing w:after="160" w:line="20" w:lineRule="exact"/></w:pPr>
    <w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>

    """

  private static let tables: StaticString = """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText">
    <w:name w:val="Table Text"/><w:basedOn w:val="Normal"/>
    <w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableLabel">
    <w:name w:val="Table Label"/><w:basedOn w:val="TableText"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeading">
    <w:name w:val="Table Heading"/><w:basedOn w:val="TableLabel"/>
    <w:pPr><w:keepNext/></w:pPr></w:style>
    <w:style w:type="table" w:customStyle="1" w:styleId="FieldTable">
    <w:name w:val="Field Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    </w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
    <w:style w:type="table" w:styleId="TableGrid">
    <w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    <w:left w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    <w:right w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    <w:insideV w:val="single" w:sz="4" w:space="0" w:color="767676"/>
    </w:tblBorders></w:tblPr></w:style>

    """
}
