import CProcess
import Foundation

/// What keeps the words of a conversation out of files that nobody asked for.
enum Hardening {
  /// Forbids core files and a look into the memory by others, and lets a full disk be an error that can be told.
  static func apply() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = process_forbid_dumps()
    signal(SIGXFSZ, SIG_IGN)
  }
}
