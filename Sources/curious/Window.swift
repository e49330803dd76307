import Foundation

/// The terminal window at a descriptor.
enum Window {
  /// The width in columns; nil if there is no window or its width is unknown.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
