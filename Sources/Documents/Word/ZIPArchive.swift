/// An uncompressed ZIP archive in which every file has the same time, so that equal files give equal bytes.
///
/// See the [ZIP File Format Specification](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
package struct ZIPArchive {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file at the end.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    let start = files.count
    let entry = Self.entry(name, bytes)
    files.add(0x0403_4B50, size: 4)
    files += entry
    files += name.utf8
    files += bytes
    directory.add(0x0201_4B50, size: 4)
    directory.add(20, size: 2)  // The version that made it: 2.0, as a plain file system has it.
    directory += entry
    directory.add(0, size: 10)  // No comment, first disk, no attributes.
    directory.add(start, size: 4)
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  package var bytes: [UInt8] {
    var bytes = files + directory
    bytes.add(0x0605_4B50, size: 4)
    bytes.add(0, size: 4)  // One disk.
    bytes.add(count, size: 2)
    bytes.add(count, size: 2)
    bytes.add(directory.count, size: 4)
    bytes.add(files.count, size: 4)
    bytes.add(0, size: 2)  // No comment.
    return bytes
  }

  /// What both the file and the directory say of a file.
  private static func entry(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    var entry: [UInt8] = []
    entry.add(20, size: 2)  // The version needed to read it: 2.0.
    entry.add(0x0800, size: 2)  // Its name is in UTF-8.
    entry.add(0, size: 2)  // It is not compressed.
    entry.add(0, size: 2)  // Midnight,
    entry.add(0x0021, size: 2)  // on 1 January 1980.
    entry.add(Int(checksum(bytes)), size: 4)
    entry.add(bytes.count, size: 4)
    entry.add(bytes.count, size: 4)
    entry.add(name.utf8.count, size: 2)
    entry.add(0, size: 2)  // No extra fields.
    return entry
  }

  /// The CRC-32 of these bytes.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = UInt32.max
    for byte in bytes {
      checksum = checksums[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ checksum >> 8
    }
    return ~checksum
  }

  /// The CRC-32 of each byte.
  private static let checksums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 0 ? rest >> 1 : rest >> 1 ^ 0xEDB8_8320
    }
  }
}

extension [UInt8] {
  /// Adds a number in this many bytes, the lowest first.
  fileprivate mutating func add(_ number: Int, size: Int) {
    for place in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
