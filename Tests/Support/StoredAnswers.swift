package import DialogueEngine
import LineService

extension [String: StoredAnswer] {
  /// Written as programs exchange them, and read again; nil where that is not possible.
  package var writtenAndRead: [String: StoredAnswer]? {
    var writer = JSONWriter()
    write(to: &writer)
    return JSONReader(nesting: 8).flatMap { reader in
      reader.read(writer.bytes[...]) { json in json.flatMap { [String: StoredAnswer]($0) } }
    }
  }
}
