import ArgumentParser
import Foundation
import LineService

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Hold conversations with other programs: JSON-RPC 2.0, one object a line.",
    discussion: """
      Reads requests on standard input and writes replies on standard output until the input ends. \
      Serves every pack there is, or the one you name.
      """)

  @OptionGroup var pack: PackOptions

  @OptionGroup var local: OwnLocal

  @OptionGroup var limits: LimitOptions

  @Option(
    help: """
      A file with the key that seals states which programs carry: 32 bytes in hexadecimal or Base64. \
      Without it the key is taken from the environment, from CURIOUS_STATE_KEY.
      """, completion: .file())
  var keyFile: String?

  func run() throws {
    let scripts = try packs().map { options in
      let pack = try local.read(options)
      try pack.refuseFaults()
      return pack.script
    }
    let clock = try pack.clock()
    var moment = Service.Moment(second: 0, today: try clock.today())
    moment.minute = clock.minute(on: moment.today)
    guard
      var service = Service(
        scripts, limits: limits.limits, seal: try seal(), version: Curious.configuration.version,
        at: moment)
    else { throw Failure.cannot("There is not enough memory for the service.") }
    let pipe = try LinePipe.open()
    pipe.run(limit: limits.limits.line) { line, writer in
      guard let line else { return service.replyToLongLine(into: &writer) }
      if !line.isBlank { service.reply(to: line, at: moment, into: &writer) }
    } beforeReads: {
      let second = time(nil)
      guard second != moment.second else { return }
      let today = (try? clock.today()) ?? moment.today
      moment = Service.Moment(second: second, today: today, minute: clock.minute(on: today))
    }
  }

  private func packs() throws -> [PackOptions] {
    let folders = try PackFolder.all(pack.pack.map { [$0] } ?? [], in: pack.dialogues)
    guard pack.local == nil || folders.count == 1 else {
      throw Failure.usage("A local file belongs to one pack. Say which with --pack.")
    }
    return folders.map { folder in
      var one = pack
      one.pack = folder.name
      return one
    }
  }

  private func seal() throws -> StateSeal? {
    if let keyFile {
      let text = String(decoding: try PackFolder.data(at: keyFile), as: UTF8.self)
      guard let seal = StateSeal(key: text) else {
        throw Failure.usage(
          "The file \(keyFile) holds no key: 32 bytes, as 64 hexadecimal digits or in Base64.")
      }
      return seal
    }
    guard let text = ProcessInfo.processInfo.environment["CURIOUS_STATE_KEY"] else { return nil }
    guard let seal = StateSeal(key: text) else {
      throw Failure.usage(
        "CURIOUS_STATE_KEY is no key: 32 bytes, as 64 hexadecimal digits or in Base64.")
    }
    return seal
  }
}

/// The options for the service's limits.
struct LimitOptions: ParsableArguments {
  @Option(help: "Bytes of a line.")
  var maxLine = Service.Limits().line

  @Option(help: "Conversations held at once; the longest idle is let go first.")
  var maxConversations = Service.Limits().conversations

  @Option(help: "Seconds that a conversation is held unused.")
  var idleSeconds = Service.Limits().idle

  @Option(help: "How deeply objects and arrays may be nested.")
  var maxNesting = Service.Limits().nesting

  @Option(help: "Requests in one batch.")
  var maxBatch = Service.Limits().batch

  @Option(help: "Seconds that a carried state can be used.")
  var stateSeconds = Service.Limits().state

  func validate() throws {
    let all = [maxLine, maxConversations, idleSeconds, maxNesting, maxBatch, stateSeconds]
    guard all.allSatisfy({ (1...1 << 30).contains($0) }), maxNesting <= 1024 else {
      throw ValidationError("A limit is a number from 1, and --max-nesting at most 1024.")
    }
  }

  var limits: Service.Limits {
    var limits = Service.Limits()
    limits.line = maxLine
    limits.conversations = maxConversations
    limits.idle = idleSeconds
    limits.nesting = maxNesting
    limits.batch = maxBatch
    limits.state = stateSeconds
    return limits
  }
}
