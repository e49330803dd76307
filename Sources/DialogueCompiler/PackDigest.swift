import Crypto

extension [SourceFile] {
  /// The digest of the pack's files, by path and bytes: equal digests, equal questions and letters.
  ///
  /// Who approved the pack is left out, so that an approval can name the digest that it is for. The local file is not
  /// among the files.
  var digest: String {
    var hash = SHA256()
    for file in sorted(by: { $0.path < $1.path }) {
      let text = file.path == "pack.yaml" ? file.textWithoutApproval : file.text
      // The length keeps the end of one file from passing for the beginning of the next.
      hash.update(data: [UInt8]("\(file.path)\u{0}\(text.utf8.count)\u{0}".utf8))
      hash.update(data: [UInt8](text.utf8))
    }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension SourceFile {
  /// The text without the fields that say who approved the pack, and the lines that belong to them.
  fileprivate var textWithoutApproval: String {
    var isLeftOut = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.first?.isWhitespace != true {
        isLeftOut = PackReader.approvalFields.contains { line.hasPrefix("\($0):") }
      }
      return !isLeftOut
    }
    return lines.joined(separator: "\n")
  }
}
