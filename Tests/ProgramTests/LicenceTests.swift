import Foundation
import Support
import Testing

/// The tarball has the licence of everything that is linked into the program.
struct LicenceTests {
  /// The file in the folder of licences for each library that the program opens, by how its name begins.
  private static let files = [
    "libsqlite3": "sqlite3.txt", "libreadline": "GPL-3.txt", "libtinfo": "ncurses.txt",
    "libsimdjson": "simdjson.txt",
  ]
  /// What is Swift's own, or the system's, on every machine that the program runs on.
  private static let system = [
    "libswift", "libFoundation", "libBlocksRuntime", "libdispatch", "lib_Foundation",
    "lib_Internal",
    "linux-vdso", "/lib", "libm.", "libc.", "libgcc_s", "libstdc++",
  ]

  private static let checkouts = "\(TestPacks.root)/.build-test/checkouts"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: checkouts)
        && FileManager.default.fileExists(atPath: "/usr/share/doc/libsimdjson-dev"),
      "the packages are not built from here, or this is no Debian"))
  func `Every linked library and package has its licence in the tarball`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Program.run(
      [
        "-C", TestPacks.root, "\(TestPacks.root)/Documentation/licences.sh", folder.path,
        Self.checkouts,
      ],
      program: "/usr/bin/env")
    #expect(run == Outcome(output: "", errors: "", code: 0))
    func text(_ name: String) -> String {
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    }
    let linked = try Program.run([Program.path], program: "/usr/bin/ldd").output
      .split(separator: "\n").compactMap {
        $0.split(separator: " ").first?.trimmingCharacters(in: .whitespaces)
      }
    #expect(linked.count > 5)
    for library in linked where !Self.system.contains(where: library.hasPrefix) {
      let file = Self.files.first { library.hasPrefix($0.key) }?.value
      #expect(text(file ?? "").count > 100, "\(library)")
    }
    for package in try FileManager.default.contentsOfDirectory(atPath: Self.checkouts) {
      let own = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
        $0.hasPrefix(package)
      }
      #expect(!own.isEmpty && text(own[0]).count > 100, "\(package)")
    }
  }
}
