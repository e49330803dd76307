import Foundation
import Support

/// Feeds bytes to one part: `fuzz PART`, followed by libFuzzer's own arguments.
@main
struct Fuzz {
  static func main() {
    let name = CommandLine.arguments.dropFirst().first ?? ""
    guard FuzzedPart(rawValue: name) != nil else {
      stop("Usage: fuzz PART FOLDER…, a part being one of \(FuzzedPart.allCases.map(\.rawValue))")
    }
    var count = CommandLine.argc - 1
    var arguments = CommandLine.unsafeArgv + 1
    exit(
      runLibFuzzer(&count, &arguments) { bytes, count in
        let fault = check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        if let fault { stop("Broken: \(fault).") }
        return 0
      })
  }
}

// Unsafe because the check may keep its readers; libFuzzer calls it from one thread only.
nonisolated(unsafe) private let check: FuzzedPart.Check = {
  do { return try FuzzedPart(rawValue: CommandLine.arguments[1])?.check() ?? { _ in nil } } catch {
    stop("\(error)")
  }
}()

/// Aborts the process, so that libFuzzer keeps the bytes that caused it.
private func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  abort()
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
