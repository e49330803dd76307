import ArgumentParser
import CaseStore
import Foundation

/// Where cases are kept on this machine.
struct CasePlace: ParsableArguments {
  @Option(
    name: .customLong("cases"),
    help: "The folder of kept conversations; curious in your state folder unless given.",
    completion: .directory)
  var path: String?

  /// The folder; nil for a user without a home.
  ///
  /// A path that is not absolute is ignored, as the XDG Base Directory Specification requires.
  var folder: CaseFolder? {
    if let path { return CaseFolder(URL(fileURLWithPath: path).path) }
    let environment = ProcessInfo.processInfo.environment
    let folders = [environment["XDG_STATE_HOME"], environment["HOME"].map { "\($0)/.local/state" }]
    return folders.lazy.compactMap(\.self).first { $0.hasPrefix("/") }
      .map { CaseFolder("\($0)/curious") }
  }

  func book() throws -> Casebook {
    guard let folder else {
      throw Failure.cannot("There is no folder for cases. Name one with --cases.")
    }
    do { return try Casebook(in: folder) } catch { throw Failure(error) }
  }

  /// The same, or new ones where none are kept yet, opened by what the person chooses now.
  func openOrMake() throws -> OpenCasebook {
    guard let folder, !folder.hasCases else { return try open() }
    let words = Passphrase()?.new(
      "No cases are kept here yet. Make up a passphrase for those on this machine, of at least \(Passphrase.fewest) characters (Enter alone: a key file that only your account can read):"
    )
    do {
      return try Casebook.make(in: folder, words.map { .passphrase($0) } ?? .keyFile)
    } catch {
      throw Failure(error)
    }
  }

  /// The cases, opened with the key file or with a passphrase that is asked for.
  func open() throws -> OpenCasebook {
    let book = try book()
    do {
      guard let open = try book.unlockByAsking() else { throw Failure.no("Nothing was opened.") }
      return open
    } catch let fault as CaseFault {
      throw Failure(fault)
    }
  }
}

extension Casebook {
  private static let tries = 3

  /// Unlocks the cases with their key file, or asks for the passphrase; nil if the person would rather not.
  func unlockByAsking() throws(CaseFault) -> OpenCasebook? {
    guard isByPassphrase else { return try unlock(.keyFile) }
    guard let asking = Passphrase() else { return nil }
    for left in (0..<Self.tries).reversed() {
      guard let words = asking.known(Passphrase.ofCases) else { return nil }
      do {
        return try unlock(.passphrase(words))
      } catch .wrongPassphrase where left > 0 {
        asking.say(CaseFault.wrongPassphrase.message)
      } catch {
        asking.forgetTypedAhead()
        throw error
      }
    }
    return nil
  }
}

extension Failure {
  init(_ fault: CaseFault) {
    switch fault {
    case .wrongPassphrase, .openElsewhere, .noSuchCase, .erased, .nothingKept, .damaged:
      self = .no(fault.message)
    default: self = .cannot(fault.message)
    }
  }
}
