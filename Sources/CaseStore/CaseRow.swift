/// A case as it can be seen without the key.
package struct CaseRow: Hashable, Sendable {
  let identity: String
  /// The day on which it was begun: `2026-11-30`.
  package let day: String
  /// Which case of that day it is, from 1.
  package let number: Int
  /// When something last happened to it.
  package internal(set) var changed: String
  package internal(set) var isFinished: Bool
  /// The day on which it was erased; nil if it is there.
  package let erased: String?

  /// What the case is called: `2026-11-30-1`.
  package var name: String { "\(day)-\(number)" }
}
