import DialogueChecker
import DialogueCompiler
import DialogueModel
import Foundation
import Synchronization

/// A pack that has been read, for a conversation and for the checks that must come before it.
struct ReadPack: Sendable {
  let files: PackFiles
  let script: Script
  let today: CivilDate
  let clock: Clock

  /// The faults that forbid using the pack, found on all cores by exploring every path and proving its rules.
  ///
  /// They are errors, and rules that are broken, empty or undecided, for any local file.
  func faults() -> [Diagnostic] {
    let reading = PackReading(files, local: .standIn)
    let errors = reading.problems.filter { !$0.code.isWarning }
    guard let script = reading.script, errors.isEmpty else { return errors }
    let plain = PackReading(files).script
    let checker = Checker(script, playing: plain, reading: files.localReading, today: today)
    let ways: @Sendable () -> [Diagnostic] = {
      checker.lookingAtWays(warnings: false).problems.filter { !$0.code.isWarning }
    }
    let examples = checker.ruleExamples()
    let rules = script.safetyRules.indices.map { number -> @Sendable () -> [Diagnostic] in
      { [checker.prove(number, knowing: examples).fault].compactMap(\.self) }
    }
    return Diagnostic.inOrder(
      ([ways] + rules).mapOnAllCores { $0() }.flatMap(\.self), in: files.files)
  }

  /// Throws if the pack can't be used.
  func refuseFaults() throws(Failure) {
    let faults = faults()
    if !faults.isEmpty { throw .unusable(faults) }
  }
}

/// The check of a pack while its first question is being read: started once, and awaited before anything more is
/// said.
final class Inspection: Sendable {
  private let pack: ReadPack
  private let state = Mutex<(isBegun: Bool, faults: [Diagnostic])>((false, []))
  private let group = DispatchGroup()

  init(_ pack: ReadPack) {
    self.pack = pack
  }

  func begin() {
    let isFirst = state.withLock { state in
      defer { state.isBegun = true }
      return !state.isBegun
    }
    guard isFirst else { return }
    group.enter()
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let faults = pack.faults()
      state.withLock { $0.faults = faults }
      group.leave()
    }
  }

  /// The faults found, once the check has finished.
  func faults() -> [Diagnostic] {
    begin()
    group.wait()
    return state.withLock(\.faults)
  }
}
