import ArgumentParser
import Foundation

/// The local file in the user's own configuration folder, which is found without being given.
struct OwnLocal: ParsableArguments {
  @Flag(help: "Do without the local file in your configuration folder.")
  var noLocal = false

  /// Reads the pack with the given local file, or else the user's own.
  func read(_ pack: PackOptions) throws -> ReadPack {
    guard !noLocal || pack.local == nil else {
      throw Failure.usage("Give a local file with --local, or do without with --no-local.")
    }
    return try pack.read(local: noLocal ? nil : pack.local ?? Self.file(for: pack))
  }

  /// The path of the user's own local file if it exists.
  static func file(for pack: PackOptions) throws -> String? {
    try path(for: pack).flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  /// The path where the file is expected; nil for a user without a home.
  ///
  /// A path that is not absolute is ignored, as the XDG Base Directory Specification requires.
  static func path(for pack: PackOptions) throws -> String? { try path(for: pack.folder()) }

  static func path(for pack: PackFolder) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let folders = [environment["XDG_CONFIG_HOME"], environment["HOME"].map { "\($0)/.config" }]
    guard let folder = folders.lazy.compactMap(\.self).first(where: { $0.hasPrefix("/") }) else {
      return nil
    }
    return "\(folder)/curious/\(pack.name).local.yaml"
  }
}
