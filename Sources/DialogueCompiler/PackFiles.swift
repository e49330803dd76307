/// The files of a pack, each read once for all that is made of them.
package struct PackFiles: Sendable {
  package let files: [SourceFile]
  /// What each file says, in the order of their paths.
  let readings: [PackReader]

  /// Reads each file on its own, on all cores: most of a start is this.
  package init(_ files: [SourceFile]) {
    self.files = files
    readings = files.sorted { $0.path < $1.path }.mapOnAllCores { PackReader($0) }
  }
}
