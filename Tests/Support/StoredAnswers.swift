package import DialogueEngine
import JSON
import LineService

extension [String: StoredAnswer] {
  /// The answers written in the exchange format and read back; nil if that is not possible.
  package var writtenAndRead: [String: StoredAnswer]? {
    var writer = JSONWriter()
    write(to: &writer)
    return JSONReader(nesting: 8).flatMap { reader in
      reader.read(writer.bytes[...]) { json in json.flatMap { [String: StoredAnswer]($0) } }
    }
  }
}
