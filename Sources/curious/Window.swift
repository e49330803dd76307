import Foundation

/// The terminal window at a descriptor.
enum Window {
  /// Its width; nil when there is none, or it can't be told.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
