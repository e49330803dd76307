/// The parts that take bytes from elsewhere, each with the rules that hold whatever comes.
///
/// A fuzzer looks for bytes that break one, and tests hold them to the seeds.
package enum FuzzedPart: String, CaseIterable, Sendable {
  case lines, requests, states, packs

  /// Tells of some bytes which rule is broken by them; nil where all hold.
  package typealias Check = ([UInt8]) -> String?

  package func check() throws -> Check {
    switch self {
    case .lines: lineFault
    case .requests: { [service = try FuzzedService()] in service.requestFault($0) }
    case .states: { [service = try FuzzedService()] in service.stateFault($0) }
    case .packs: { [packs = try FuzzedPacks()] in packs.fault($0) }
    }
  }
}
