import Crypto
import Foundation

/// Seals bytes with AES-GCM under one key, each for the one place where it is kept.
///
/// The place is authenticated with them: what is put into another case, or elsewhere in its order, does not open.
struct Seal: Sendable {
  /// What is sealed, and where.
  enum Place {
    /// What tells the right key from a wrong one.
    case check
    /// The key of a case.
    case key(of: String)
    /// An entry of a case, by its number from 1.
    case entry(Int, of: String)
    /// The number of entries of a case, and the end of their chain.
    case head(of: String)
    /// What a list of cases shows of one, and finds it by.
    case summary(of: String)
    /// What was typed and is no answer yet.
    case pending(of: String)
    /// Cases on their way to another machine.
    case export

    fileprivate var name: Data {
      let name =
        switch self {
        case .check: "check"
        case .key(let identity): "key\u{0}\(identity)"
        case .entry(let number, let identity): "entry\u{0}\(identity)\u{0}\(number)"
        case .head(let identity): "head\u{0}\(identity)"
        case .summary(let identity): "summary\u{0}\(identity)"
        case .pending(let identity): "pending\u{0}\(identity)"
        case .export: "export"
        }
      return Data("curious case 1\u{0}\(name)".utf8)
    }
  }

  let key: SymmetricKey

  func seal(_ bytes: some DataProtocol, for place: Place) throws(CaseFault) -> Data {
    guard
      let sealed = try? AES.GCM.seal(bytes, using: key, authenticating: place.name).combined
    else { throw .damaged("Something could not be sealed.") }
    return sealed
  }

  /// The bytes; nil if they were not sealed with this key for this place, or have changed since.
  func open(_ sealed: Data, for place: Place) -> [UInt8]? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let bytes = try? AES.GCM.open(box, using: key, authenticating: place.name)
    else { return nil }
    return Array(bytes)
  }
}

extension SymmetricKey {
  /// The bytes of the key, to be sealed or kept in a file.
  var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
