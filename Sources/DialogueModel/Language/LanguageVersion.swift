/// The version of the dialogue language that a pack is written in, counted from 1.
///
/// It goes up when a pack that was valid could be refused or mean something else. A pack that names no version is in
/// version 1. Words that the tool has learned to say since come from the language file beside the packs.
package enum LanguageVersion {
  /// The version that this program was written for, and the newest it reads.
  package static let current = 2
  /// The versions that this program reads.
  package static let read = 1...current
}
