import Foundation
import Support

/// Throws bytes at one part: `fuzz PART`, and what libFuzzer takes after that.
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

// Unsafe, since it may keep what it reads with; libFuzzer calls it from one thread only.
nonisolated(unsafe) private let check: FuzzedPart.Check = {
  do { return try FuzzedPart(rawValue: CommandLine.arguments[1])?.check() ?? { _ in nil } } catch {
    stop("\(error)")
  }
}()

/// libFuzzer keeps the bytes of a program that ends so.
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
