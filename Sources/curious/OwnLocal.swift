import ArgumentParser
import Foundation

/// The local file that is found without being given: the one in the user's own configuration folder.
struct OwnLocal: ParsableArguments {
  @Flag(help: "Do without the local file in your configuration folder.")
  var noLocal = false

  /// The pack to talk through, with the local file given, else the user's own.
  func read(_ pack: PackOptions) throws -> ReadPack {
    guard !noLocal || pack.local == nil else {
      throw Failure.usage("Give a local file with --local, or do without with --no-local.")
    }
    return try pack.read(local: noLocal ? nil : pack.local ?? Self.file(for: pack))
  }

  /// The one that there is.
  static func file(for pack: PackOptions) throws -> String? {
    try path(for: pack).flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  /// Where it is looked for; nil for a user without a home.
  ///
  /// A path that is not absolute counts for none, as the XDG Base Directory Specification says.
  static func path(for pack: PackOptions) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    let folders = [environment["XDG_CONFIG_HOME"], environment["HOME"].map { "\($0)/.config" }]
    guard let folder = folders.lazy.compactMap(\.self).first(where: { $0.hasPrefix("/") }) else {
      return nil
    }
    return "\(folder)/curious/\(try pack.folder().name).local.yaml"
  }
}
