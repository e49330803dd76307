/// A format in which a letter can be a file.
package enum FileFormat: String, Hashable, Sendable, CaseIterable {
  /// A Word file.
  case docx
  /// A web page.
  case html
  /// A draft for a mail program, with the letter as a Word file beside it.
  case eml
  /// Plain text in UTF-8.
  case text
  case markdown

  /// How the name of such a file ends, without the dot.
  package var ending: String {
    switch self {
    case .docx, .html, .eml: rawValue
    case .text: "txt"
    case .markdown: "md"
    }
  }
}

extension Document {
  /// The letter as the bytes of a file; `name` is that of the file without its ending.
  package func file(_ format: FileFormat, language: String, name: String) -> [UInt8] {
    switch format {
    case .docx: docx(language: language)
    case .html: Array(html(language: language).utf8)
    case .text: Array((plainText + "\n").utf8)
    case .markdown: Array((markdown + "\n").utf8)
    case .eml:
      eml(
        to: mailAddress, subject: mailSubject,
        attachments: [
          MailAttachment(
            name: "\(name).\(FileFormat.docx.ending)",
            mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            bytes: docx(language: language))
        ])
    }
  }

  /// The one address for mail in the line that says who the letter is for; nil if there is none, or several.
  private var mailAddress: String? {
    let to = head.filter { $0.kind == .to }.map(\.text.text).joined(separator: " ")
    let words = to.split { $0.isWhitespace || ",;<>()".contains($0) }.map(String.init)
    let addresses = Set(words.filter(MailText.isPlainAddress))
    return addresses.count == 1 ? addresses.first : nil
  }

  /// The marking, the title and the reference, without any word of an answer: a name must not be read in a list of mails.
  private var mailSubject: String {
    let lines = [Field.Kind.marking, .title].flatMap { kind in head.filter { $0.kind == kind } }
    let own = lines.map { field in
      field.text.runs.filter { $0.source == .letter }.map(\.text).joined()
    }
    let reference = pageHeader.reference
    return (own + [reference]).map(\.trimmedOfSigns).filter { !$0.isEmpty }
      .joined(separator: ": ")
  }
}

extension String {
  /// The words without the blanks and colons at both ends that are left where an answer went.
  fileprivate var trimmedOfSigns: String {
    func isSign(_ letter: Character) -> Bool { letter.isWhitespace || ":,;".contains(letter) }
    var rest = drop(while: isSign)
    while let last = rest.last, isSign(last) { rest.removeLast() }
    return String(rest)
  }
}
