/// The version of the dialogue language that a pack is written in, counted from 1.
///
/// It goes up when packs that were right could be read differently, or not at all; a pack without one is of the first.
package enum LanguageVersion {
  package static let current = 2
  /// Those that this program reads.
  package static let read = 1...current
}
