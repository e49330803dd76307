// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "curious",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // A letter as blocks, and its renderers. Imports nothing.
    .target(name: "Documents"),
    // What a pack means, and the program that it is compiled to. Imports nothing.
    .target(name: "DialogueModel"),
    // A pack's files in, a script or diagnostics out.
    .target(
      name: "DialogueCompiler",
      dependencies: [
        "DialogueModel", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),
    // One conversation: answers in; the path, what is said, the next question and letters out.
    .target(name: "DialogueEngine", dependencies: ["DialogueModel", "Documents"]),
    // What has happened in a conversation, in memory, and what it comes to: undo and redo.
    .target(name: "Session", dependencies: ["DialogueEngine"]),
    .target(name: "Scenarios", dependencies: ["DialogueModel", "DialogueEngine"]),
    .target(
      name: "DialogueChecker", dependencies: ["DialogueModel", "DialogueEngine", "Scenarios"]),
    .target(name: "PackGraph", dependencies: ["DialogueModel", "DialogueEngine", "Scenarios"]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    // What Swift cannot call of the C library by itself.
    .systemLibrary(name: "CProcess"),
    .target(
      name: "TerminalChat",
      dependencies: ["CReadline", "DialogueModel", "DialogueEngine", "Documents", "Session"]),
    // Debian: libsimdjson-dev.
    .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
    // JSON read and written, and answers in it.
    .target(name: "JSON", dependencies: ["CSimdjson", "DialogueModel", "DialogueEngine"]),
    // The conversations that are kept on a machine, sealed. Debian: libsqlite3-dev.
    .target(
      name: "CaseStore",
      dependencies: [
        "DialogueModel", "DialogueEngine", "JSON", "Session",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "LineService",
      dependencies: [
        "DialogueModel", "DialogueEngine", "Documents", "JSON",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Schemas"]),
    .executableTarget(
      name: "curious",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "DialogueChecker", "Scenarios",
        "CaseStore", "CProcess", "Documents", "JSON", "PackGraph", "Session", "TerminalChat",
        "LineService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.copy("../../Dialogues")]),
    .executableTarget(
      name: "turns",
      dependencies: [
        "CaseStore", "DialogueModel", "DialogueCompiler", "DialogueEngine", "Documents", "JSON",
        "Scenarios", "LineService", "Session", "Support",
      ], path: "Benchmarks/Turns"),
    .executableTarget(
      name: "soak",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "JSON", "Scenarios", "LineService",
        "Support",
      ], path: "Benchmarks/Soak"),
    .target(
      name: "Support",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "DialogueChecker", "JSON",
        "Scenarios", "LineService",
      ],
      path: "Tests/Support"),
    .testTarget(
      name: "DialogueCompilerTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueChecker", "Scenarios", "Support",
      ]),
    .testTarget(
      name: "DialogueEngineTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "Documents", "Scenarios", "Support",
      ]),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "Session", "Scenarios", "Support",
      ]),
    .testTarget(
      name: "ScenariosTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "Scenarios", "Support",
      ]),
    .testTarget(
      name: "DialogueCheckerTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "DialogueChecker", "Scenarios",
        "Support",
      ]),
    .testTarget(
      name: "PackGraphTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "PackGraph", "Scenarios",
        "Support",
      ]),
    .testTarget(
      name: "LineServiceTests",
      dependencies: [
        "DialogueModel", "DialogueCompiler", "DialogueEngine", "Scenarios", "LineService",
        "Support",
      ]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(
      name: "CaseStoreTests",
      dependencies: [
        "CaseStore", "DialogueModel", "DialogueCompiler", "DialogueEngine", "JSON", "Session",
        "Scenarios", "Support", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "TerminalChatTests", dependencies: ["TerminalChat"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "CaseStore", "DialogueModel", "DialogueCompiler", "DialogueEngine", "DialogueChecker",
        "Documents", "JSON", "Scenarios", "Session",
        "PackGraph", "LineService", "TerminalChat", "Support", "curious",
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
