import Foundation

/// Has many conversations with the service at once, over a pipe, with a tenth of the requests
/// invalid.
///
/// Usage: soak PROGRAM FOLDER-OF-PACKS TURNS SEED
@main
struct Soak {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let turns = Int(arguments[3]), let seed = UInt64(arguments[4])
    else {
      say("Usage: soak PROGRAM FOLDER-OF-PACKS TURNS SEED")
      exit(2)
    }
    do {
      try run(arguments[1], packs: arguments[2], turns: turns, seed: seed)
    } catch let fault as ServedProgram.Fault {
      say("Soak: \(fault.text)")
      exit(1)
    } catch {
      say("Soak: \(error)")
      exit(3)
    }
  }

  private static func run(_ program: String, packs: String, turns: Int, seed: UInt64) throws {
    let talks = try FileManager.default.contentsOfDirectory(atPath: packs).sorted().flatMap {
      try RehearsedTalk.all(of: "\(packs)/\($0)")
    }
    let served = try ServedProgram(
      program,
      [
        "serve", "--dialogues", packs, "--no-local", "--max-line", "\(Misuse.lineLimit)",
        "--max-conversations", "\(2 * Client.places)",
      ], environment: ["CURIOUS_STATE_KEY": String(repeating: "5e", count: 32)])
    let start = ContinuousClock.now
    var client = try Client(talks, turns: turns, seed: seed)
    // By then the service holds its maximum of conversations, and each buffer has held its longest
    // line.
    let warm = min(turns / 2, 1_000_000)
    var (atWarm, told) = (0, 0)
    client.begin()
    while !client.isDone {
      served.send(client.takeLines())
      try served.exchange { try client.take($0) }
      if atWarm == 0, client.sent >= warm { atWarm = served.memory }
      if client.sent * 10 / turns > told, told < 9 {
        told += 1
        say("\(client.sent) turns, \(served.memory >> 10) KB")
      }
    }
    let (atEnd, seconds) = (served.memory, (ContinuousClock.now - start) / .seconds(1))
    try served.end()
    say(
      """
      \(client.sent) turns, \(client.wrong) of them wrong, of \(client.conversations) conversations; \
      \(Int(Double(client.sent) / seconds)) a second. Memory: \(atWarm >> 10) KB after \(warm) turns, \
      \(atEnd >> 10) KB at the end.
      """)
    guard atEnd - atWarm <= mostGrowth else {
      throw ServedProgram.Fault(text: "its memory grows")
    }
  }

  /// The most that memory may grow by after warming up, to allow for the allocator.
  private static let mostGrowth = 4 << 20

  private static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
