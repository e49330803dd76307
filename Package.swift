// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "curious",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "DialogueScript"),
    .target(
      name: "DialogueReading",
      dependencies: ["DialogueScript", .product(name: "Yams", package: "Yams")]),
    .target(name: "Screening", dependencies: ["DialogueScript"]),
    .target(name: "Checking", dependencies: ["DialogueScript", "Screening"]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(name: "Terminal", dependencies: ["CReadline", "DialogueScript", "Screening"]),
    // Debian: libsimdjson-dev.
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(
      name: "LineService",
      dependencies: [
        "CSimdjson", "DialogueScript", "Screening",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Schemas"]),
    .executableTarget(
      name: "curious",
      dependencies: [
        "DialogueScript", "DialogueReading", "Screening", "Checking", "Terminal", "LineService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.copy("../../Dialogues")]),
    .executableTarget(
      name: "turns",
      dependencies: [
        "DialogueScript", "DialogueReading", "Screening", "Checking", "LineService", "Support",
      ], path: "Benchmarks/Turns"),
    .executableTarget(
      name: "soak",
      dependencies: [
        "DialogueScript", "DialogueReading", "Screening", "Checking", "LineService", "Support",
      ], path: "Benchmarks/Soak"),
    .target(
      name: "Support",
      dependencies: ["DialogueScript", "DialogueReading", "Screening", "Checking", "LineService"],
      path: "Tests/Support"),
    .testTarget(
      name: "DialogueReadingTests",
      dependencies: ["DialogueScript", "DialogueReading", "Checking", "Support"]),
    .testTarget(
      name: "ScreeningTests",
      dependencies: ["DialogueScript", "DialogueReading", "Screening", "Support"]),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "DialogueScript", "DialogueReading", "Screening", "Checking", "Support",
      ]),
    .testTarget(
      name: "LineServiceTests",
      dependencies: [
        "DialogueScript", "DialogueReading", "Screening", "Checking", "LineService", "Support",
      ]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "DialogueScript", "DialogueReading", "Screening", "Checking", "LineService", "Terminal",
        "Support", "curious",
      ]),
  ],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system && target.name != "CSimdjson" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}

// For `make fuzz`, which names libFuzzer's library: what is fuzzed tells which of its code runs.
if let fuzzer = Context.environment["FUZZER"] {
  for target in package.targets where target.type == .regular {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .unsafeFlags(["-sanitize=fuzzer,address"])
      ]
    target.cxxSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Support"], path: "Tests/Fuzz", exclude: ["pack", "seeds"],
      linkerSettings: [
        .unsafeFlags(["-sanitize=address", fuzzer]), .linkedLibrary("stdc++"),
      ]))
}
