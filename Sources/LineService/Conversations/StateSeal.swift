import Crypto
package import DialogueModel
import Foundation

/// Encrypts and authenticates the conversations that programs carry: without the key no one can read, change or
/// forge one.
package struct StateSeal: Sendable {
  /// The version of a state's contents, counted from 1; it goes up when older states can no longer be read.
  static let version = 3

  private let key: SymmetricKey

  /// Reads a key of 32 bytes, written as 64 hexadecimal digits or in Base64; nil if it is anything else.
  ///
  /// White space in the text is ignored.
  package init?(key text: String) {
    let text = text.filter { !$0.isWhitespace }
    let bytes = text.utf8.count == 64 ? Self.bytes(hex: text) : Data(base64Encoded: text)
    guard let bytes, bytes.count == 32 else { return nil }
    key = SymmetricKey(data: bytes)
  }

  private static func bytes(hex text: String) -> Data? {
    var (bytes, rest) = (Data(), text[...])
    while !rest.isEmpty {
      let digits = rest.prefix(2)
      guard digits.allSatisfy(\.isHexDigit), let byte = UInt8(digits, radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }

  /// Seals the bytes for this pack as it is, as URL-safe Base64; nil if encryption fails.
  package func seal(_ bytes: [UInt8], for script: Script) -> String? {
    let box = try? AES.GCM.seal(bytes, using: key, authenticating: Self.binding(script))
    return box?.combined?.base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The bytes of a sealed text; nil if it was not sealed with this key for this pack as it is.
  func open(_ state: String, for script: Script) -> [UInt8]? {
    var text = state.replacing("-", with: "+").replacing("_", with: "/")
    while text.utf8.count % 4 != 0 { text += "=" }
    guard let bytes = Data(base64Encoded: text), let box = try? AES.GCM.SealedBox(combined: bytes),
      let open = try? AES.GCM.open(box, using: key, authenticating: Self.binding(script))
    else { return nil }
    return Array(open)
  }

  private static func binding(_ script: Script) -> Data {
    Data(
      "curious state \(version)\u{0}\(script.pack)\u{0}\(script.version)\u{0}\(script.digest)".utf8)
  }
}
