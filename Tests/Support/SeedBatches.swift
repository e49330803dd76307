import Foundation

/// The batches of seeds that a property over generated scripts is tried on: four at each change, and as many as
/// `SEED_BATCHES` says where it is set, as `make full` does.
public enum SeedBatches {
  public static let all =
    0..<(ProcessInfo.processInfo.environment["SEED_BATCHES"].flatMap(UInt64.init) ?? 4)
}
