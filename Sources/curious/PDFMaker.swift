import Documents
import Foundation

/// Makes a PDF of a letter by a program that is found on the machine: LibreOffice, or Chromium.
///
/// It runs in a folder of its own that is deleted afterwards, with a fresh profile, so that it remembers nothing of the
/// letter, and is told to reach no network.
enum PDFMaker {
  static func pdf(of document: Document, language: String) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let pdf = folder.appendingPathComponent("letter.pdf")
    if let office = OtherProgram.find(["soffice", "libreoffice"]) {
      let letter = folder.appendingPathComponent("letter.docx")
      try Data(document.docx(language: language)).write(to: letter)
      _ = OtherProgram.run(
        office,
        [
          "-env:UserInstallation=\(folder.appendingPathComponent("profile").absoluteString)",
          "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.path, letter.path,
        ])
    } else if let browser = OtherProgram.find(["chromium", "chromium-browser", "google-chrome"]) {
      let letter = folder.appendingPathComponent("letter.html")
      try Data(document.html(language: language).utf8).write(to: letter)
      let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
      _ = OtherProgram.run(
        browser,
        [
          "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
          "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
          "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
          "--print-to-pdf=\(pdf.path)", letter.absoluteString,
        ] + sandbox)
    } else {
      throw Failure.no(
        "A PDF is made by LibreOffice or Chromium, and neither is here. Ask for libreoffice-writer to be installed, or save as docx."
      )
    }
    guard let data = try? Data(contentsOf: pdf), data.starts(with: Data("%PDF-".utf8)) else {
      throw Failure.cannot("The program that makes PDF files made none. Save as docx instead.")
    }
    return data
  }
}
