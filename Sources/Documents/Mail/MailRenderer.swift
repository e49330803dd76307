/// A file that goes with a letter by mail.
package struct MailAttachment: Hashable, Sendable {
  package var name: String
  /// Its type and subtype, such as text/html; one that is malformed is replaced by that of any file.
  package var mediaType: String
  package var bytes: [UInt8]

  package init(name: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

extension Document {
  /// The letter as a draft for a mail program (RFC 5322), the same bytes for the same letter.
  ///
  /// It has no recipient if the address is not a plain one.
  package func eml(
    to address: String?, subject: String, attachments: [MailAttachment]
  ) -> [UInt8] {
    var mail = MailWriter()
    mail.header("X-Unsent", "1")
    mail.header("MIME-Version", "1.0")
    if let address, MailText.isPlainAddress(address) { mail.header("To", address) }
    mail.header("Subject", MailText.subject(subject))
    mail.header("Content-Type", "multipart/mixed; boundary=\"\(MailWriter.boundary)\"")
    mail.part(mediaType: "text/plain; charset=utf-8", bytes: withMailLineEnds)
    for attachment in attachments {
      mail.part(
        mediaType: MailText.isMediaType(attachment.mediaType)
          ? attachment.mediaType : "application/octet-stream",
        disposition: "attachment" + MailText.fileName(attachment.name), bytes: attachment.bytes)
    }
    return mail.finished
  }

  /// The plain text with the line ends of mail; a carriage return of an answer becomes a blank.
  private var withMailLineEnds: [UInt8] {
    var bytes: [UInt8] = []
    for byte in plainText.utf8 {
      switch byte {
      case 0x0A: bytes += [0x0D, 0x0A]
      case 0x0D: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return bytes + [0x0D, 0x0A]
  }
}

/// Writes a mail of several parts; its headers have been made safe before.
private struct MailWriter {
  /// What separates the parts: a line of base64 cannot begin with it.
  static let boundary = "=_part_="

  private var bytes: [UInt8] = []

  mutating func header(_ name: String, _ value: String) { line("\(name): \(value)") }

  mutating func part(mediaType: String, disposition: String = "inline", bytes content: [UInt8]) {
    line("")
    line("--\(Self.boundary)")
    header("Content-Type", mediaType)
    header("Content-Transfer-Encoding", "base64")
    header("Content-Disposition", disposition)
    line("")
    bytes += Base64.lines(content)
  }

  /// The whole mail.
  var finished: [UInt8] { bytes + "\r\n--\(Self.boundary)--\r\n".utf8 }

  private mutating func line(_ text: String) {
    bytes += text.utf8
    bytes += [0x0D, 0x0A]
  }
}
