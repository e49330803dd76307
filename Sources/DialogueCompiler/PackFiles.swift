import DialogueModel

/// The files of a pack, each read once for everything that is made from them.
package struct PackFiles: Sendable {
  /// The files in the order in which they were given, with the language file that packs share.
  package let files: [SourceFile]
  /// What each file of the pack says, in the order of the files' paths.
  let readings: [PackReader]
  /// What the shared language file says; nil if there is none, or the pack is in another language.
  let sharedLanguage: PackReader?
  /// The phrases to listen for, prepared once for all scripts that are compiled from the files.
  let listening: Listening
  /// The digest of the pack's files.
  let digest: String

  /// The path, as seen from a pack, of the language file beside the packs.
  package static let sharedLanguagePath = "../language.yaml"

  /// Reads each file separately on all cores, because this takes most of the time of a start.
  package init(_ files: [SourceFile]) {
    self.files = files
    let all = files.sorted { $0.path < $1.path }.mapOnAllCores { PackReader($0) }
    let own = all.filter { $0.file?.path != Self.sharedLanguagePath }
    readings = own
    listening = Listening(own.map(\.pack.listening))
    digest = all.compactMap(\.file).digest
    let language = own.lazy.compactMap { $0.pack.words?.language }.first
    sharedLanguage = all.first { reading in
      guard reading.file?.path == Self.sharedLanguagePath else { return false }
      return language == nil || reading.pack.words.map { $0.language == language } ?? true
    }
  }
}
