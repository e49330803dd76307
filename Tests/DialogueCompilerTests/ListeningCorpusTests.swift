import DialogueModel
import Foundation
import Support
import Testing

@testable import DialogueCompiler

/// The finder against the one in Python that the format was tried out with, on the accounts it was tried on; both are
/// kept beside the checkout.
struct ListeningCorpusTests {
  private static let folder = "\(TestPacks.root)/../shared/practice/listening"
  private static let isHere = FileManager.default.fileExists(atPath: "\(folder)/reference.py")

  /// What `Tests/listening.py` prints: the phrases as a file of a pack, and what is found in each account.
  private struct Reference: Decodable {
    var file: String
    var accounts: [Account]

    struct Account: Decodable {
      var id: String
      var text: String
      /// Each find as its class and its phrase.
      var found: Set<[String]>
    }
  }

  @Test(.enabled(if: isHere, "the accounts are not beside this checkout"))
  func `In every account the same phrases are found as by the reference`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "\(TestPacks.root)/Tests/listening.py", Self.folder]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let reference = try JSONDecoder().decode(Reference.self, from: data)
    #expect(reference.accounts.count == 240)
    let reader = PackReader(SourceFile(path: "phrases.yaml", text: reference.file))
    #expect(reader.problems.isEmpty, "\(reader.problems.prefix(3).map(\.description))")
    let listening = Listening([reader.pack.listening])
    for account in reference.accounts {
      let found = listening.finder.finds(in: account.text).map {
        [listening.classes[$0.number].name, $0.phrase]
      }
      #expect(
        Set(found).symmetricDifference(account.found).isEmpty,
        "\(account.id): \(Set(found).symmetricDifference(account.found))")
    }
  }
}
