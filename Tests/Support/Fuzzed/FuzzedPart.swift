/// The parts that take bytes from outside, each with rules that hold for any input.
///
/// A fuzzer looks for bytes that break a rule, and tests check the rules on the seeds.
package enum FuzzedPart: String, CaseIterable, Sendable {
  case lines, requests, states, packs

  /// Returns the rule that some bytes break; nil if all rules hold.
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
