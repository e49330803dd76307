/// The files of a pack, each read once for everything that is made from them.
package struct PackFiles: Sendable {
  /// The files in the order in which they were given.
  package let files: [SourceFile]
  /// What each file says, in the order of the files' paths.
  let readings: [PackReader]

  /// Reads each file separately on all cores, because this takes most of the time of a start.
  package init(_ files: [SourceFile]) {
    self.files = files
    readings = files.sorted { $0.path < $1.path }.mapOnAllCores { PackReader($0) }
  }
}
