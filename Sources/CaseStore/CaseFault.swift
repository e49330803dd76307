/// Why cases can't be kept or opened: in one line for people, by a code for programs.
package enum CaseFault: Error, Hashable, Sendable {
  /// The folder or a file of it can be read by others.
  case readableByOthers(String, fix: String)
  /// The folder is another user's.
  case belongsToSomeoneElse(String)
  /// The folder or a file can't be made, read or written.
  case notWritable(String)
  case diskFull
  case wrongPassphrase
  case noKeyFile(String)
  case notAKeyFile(String)
  /// Something in the file is not as the program wrote it.
  case damaged(String)
  /// A later version of the program has written the file.
  case fromLaterVersion
  /// The case is open elsewhere.
  case openElsewhere(String)
  case noSuchCase(String)
  /// Several cases have this name in them.
  case severalCases(String, [String])
  case erased(String)
  /// The case is one of another pack.
  case otherPack(String)
  /// Another process has held the file for too long.
  case busy
  /// No cases are kept here yet.
  case nothingKept
  /// A file that is to be taken in is not one that was exported.
  case notAnExport(String)
  /// The case is here already, with everything that the file has.
  case alreadyHere(String)

  package var message: String {
    switch self {
    case .readableByOthers(let path, let fix):
      "Other people on this machine could open \(path). Nothing is kept there until you run: \(fix)"
    case .belongsToSomeoneElse(let path):
      "\(path) belongs to someone else, so nothing is kept there."
    case .notWritable(let path): "\(path) can't be written."
    case .diskFull: "The disk is full."
    case .wrongPassphrase: "That is not the passphrase. Nothing was opened."
    case .noKeyFile(let path):
      "The key file \(path) is not there. Without it the cases can't be opened: put it back from where you keep a copy."
    case .notAKeyFile(let path): "\(path) is not the key that the cases were sealed with."
    case .damaged(let what): "\(what) Put the file back from a backup if you have one."
    case .fromLaterVersion:
      "The cases were kept by a later version of Curious. Use that version to open them."
    case .openElsewhere(let who): "This case is open elsewhere: \(who)."
    case .noSuchCase(let name):
      "There is no case \(name). `curious cases list` shows those there are."
    case .severalCases(let name, let cases):
      "Several cases have \(name) in them: \(cases.joined(separator: ", ")). Say which."
    case .otherPack(let pack): "This case is one of the pack \(pack). Open it with --pack \(pack)."
    case .erased(let day): "This case was erased on \(day)."
    case .busy: "Another program is using the cases just now. Try again."
    case .nothingKept: "No cases are kept here yet."
    case .notAnExport(let path):
      "\(path) is not a case that was exported, or it was damaged on the way."
    case .alreadyHere(let name): "The case is here already, as \(name). Nothing was added."
    }
  }

  package var code: String {
    switch self {
    case .readableByOthers: "readable-by-others"
    case .belongsToSomeoneElse: "belongs-to-someone-else"
    case .notWritable: "not-writable"
    case .diskFull: "disk-full"
    case .wrongPassphrase: "wrong-passphrase"
    case .noKeyFile: "no-key-file"
    case .notAKeyFile: "not-a-key-file"
    case .damaged: "damaged"
    case .fromLaterVersion: "from-later-version"
    case .openElsewhere: "open-elsewhere"
    case .noSuchCase: "no-such-case"
    case .severalCases: "several-cases"
    case .otherPack: "other-pack"
    case .erased: "erased"
    case .busy: "busy"
    case .nothingKept: "nothing-kept"
    case .notAnExport: "not-an-export"
    case .alreadyHere: "already-here"
    }
  }
}
