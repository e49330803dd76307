package import DialogueModel

/// Conversations for other programs: JSON-RPC 2.0, one object a line in, one a line out.
///
/// It does no I/O and reads no clock: lines, the second and the day come from outside.
package struct Service {
  /// The version of the messages, counted from 1; it goes up when a program that was right before can be wrong.
  static let protocolVersion = 2

  let packs: [Pack]
  let limits: Limits
  let seal: StateSeal?
  let version: String
  var held: HeldConversations
  var now: Moment
  private let reader: JSONReader
  /// States are read while a request is.
  let stateReader: JSONReader

  /// A pack with what never varies of it written beforehand.
  struct Pack {
    let script: Script
    let sheets: [QuestionSheet]
    /// For each text that is said, nil where it varies.
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

  package struct Moment: Sendable {
    package var second: Int
    package var today: CivilDate

    package init(second: Int, today: CivilDate) {
      self.second = second
      self.today = today
    }
  }

  /// What the service takes on, so that no program can use it up.
  package struct Limits: Sendable {
    /// Bytes of a line.
    package var line = 1 << 20
    /// Conversations held.
    package var conversations = 10_000
    /// Seconds that a conversation is held unused.
    package var idle = 3600
    /// Objects and arrays inside each other.
    package var nesting = 64
    /// Requests of a batch.
    package var batch = 1000
    /// Seconds that a sealed state can be used.
    package var state = 7 * 24 * 3600

    package init() {}
  }

  /// Nil where there is no memory for it.
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

  /// Answers one line; a notification is carried out and gets no reply.
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

  /// Answers a line that was too long to read.
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
