package import DialogueModel
import Documents
package import JSON

/// Conversations for other programs over JSON-RPC 2.0: one object a line in, one object a line out.
///
/// It does no I/O and reads no clock: the lines, the current second and today's date are passed in.
package struct Service {
  /// The version of the messages, counted from 1; it goes up when a program that used to be correct may not be.
  static let protocolVersion = 2

  let packs: [Pack]
  let limits: Limits
  let seal: StateSeal?
  let version: String
  var held: HeldConversations
  var now: Moment
  /// The words of each pack that identify nobody, by the pack's index: gathered when first needed.
  var vocabularies: [Int: Vocabulary] = [:]
  private let reader: JSONReader
  /// Reads sealed states, because `reader` is busy with the request at that time.
  let stateReader: JSONReader

  /// A pack with its constant JSON written in advance.
  struct Pack {
    let script: Script
    let sheets: [QuestionSheet]
    /// The JSON of each text that is said; nil for a text that varies with the answers.
    let sayings: [[UInt8]?]

    init(_ script: Script) {
      self.script = script
      sheets = script.questions.map { QuestionSheet($0, of: script) }
      sayings = script.messages.map { wording in
        wording.text.fixedWords.map { words in
          var writer = JSONWriter()
          writer.text(words)
          return writer.bytes
        }
      }
    }
  }

  /// The time of a request, passed in because the service reads no clock.
  package struct Moment: Sendable {
    /// The time in seconds, for idle times and expiry; sealed states need the same clock in every process.
    package var second: Int
    /// The day that ages and dates are counted from unless a request gives another.
    package var today: CivilDate
    /// The minute of that day, which letters give; nil where the day is set by hand.
    package var minute: Int?

    /// The moment at which a request came in.
    package init(second: Int, today: CivilDate, minute: Int? = nil) {
      self.second = second
      self.today = today
      self.minute = minute
    }
  }

  /// The limits on what one program can use.
  package struct Limits: Sendable {
    /// Bytes in a line.
    package var line = 1 << 20
    /// The number of conversations held at once.
    package var conversations = 10_000
    /// Seconds that an unused conversation is held.
    package var idle = 3600
    /// How deeply objects and arrays may be nested.
    package var nesting = 64
    /// Requests in a batch.
    package var batch = 1000
    /// Seconds that a sealed state stays valid.
    package var state = 7 * 24 * 3600

    /// The default limits, to be adjusted one by one.
    package init() {}
  }

  /// Serves these packs; without a seal no conversation can be carried, and nil means too little memory.
  package init?(
    _ scripts: [Script], limits: Limits, seal: StateSeal? = nil, version: String, at now: Moment
  ) {
    guard let reader = JSONReader(nesting: limits.nesting),
      let stateReader = JSONReader(nesting: limits.nesting)
    else { return nil }
    (self.reader, self.stateReader) = (reader, stateReader)
    packs = scripts.map(Pack.init)
    self.limits = limits
    self.now = now
    self.seal = seal
    self.version = version
    held = HeldConversations(limit: limits.conversations, idleSeconds: limits.idle)
  }

  /// Answers one line; a notification is carried out without a reply.
  package mutating func reply(
    to line: ArraySlice<UInt8>, at now: Moment, into writer: inout JSONWriter
  ) {
    self.now = now
    let start = writer.bytes.count
    reader.read(line) { json in
      guard let json else { return refuse(.notJSON, .null, &writer) }
      guard json.isArray else { return reply(to: json, &writer) }
      guard json.count > 0 else { return refuse(.notARequest, .null, &writer) }
      guard json.count <= limits.batch else {
        return refuse(.batchTooLarge(limit: limits.batch), .null, &writer)
      }
      var batch = JSONWriter()
      batch.array { batch in
        for request in json.elements { reply(to: request, &batch) }
      }
      if batch.bytes.count > 2 { writer.written(batch.bytes) }
    }
    if writer.bytes.count > start { writer.endLine() }
  }

  /// Answers a line that was too long to read with a refusal.
  package func replyToLongLine(into writer: inout JSONWriter) {
    refuse(.lineTooLong(limit: limits.line), .null, &writer)
    writer.endLine()
  }

  private mutating func reply(to json: JSONValue, _ writer: inout JSONWriter) {
    guard let request = Request(json) else {
      return refuse(.notARequest, Request.ID(json["id"]) ?? .null, &writer)
    }
    do throws(Refusal) {
      let result = try carryOut(request)
      if case .none = request.id { return }
      writer.object { writer in
        writer.written(Self.opening)
        request.id.write(to: &writer)
        writer.name("result")
        write(result, to: &writer)
      }
    } catch {
      if case .none = request.id { return }
      refuse(error, request.id, &writer)
    }
  }

  private static let opening = Array("\"jsonrpc\":\"2.0\"".utf8)

  private func refuse(_ refusal: Refusal, _ id: Request.ID, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.written(Self.opening)
      id.write(to: &writer)
      writer.name("error")
      refusal.write(to: &writer)
    }
  }
}
