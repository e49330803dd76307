import JSON

/// A JSON-RPC 2.0 request.
struct Request {
  var id: ID
  var method: JSONValue
  var parameters: JSONValue?

  enum ID {
    /// The request is a notification and gets no reply.
    case none
    case null
    case text(String)
    case number(Double)
    case integer(Int)

    func write(to writer: inout JSONWriter) {
      writer.name("id")
      switch self {
      case .none, .null: writer.null()
      case .text(let text): writer.text(text)
      case .number(let number): writer.number(number)
      case .integer(let number): writer.number(number)
      }
    }
  }

  /// Reads a request; nil if the value isn't one.
  init?(_ json: JSONValue) {
    guard json["jsonrpc"]?.isText("2.0") == true, let method = json["method"], method.isText,
      let id = ID(json["id"])
    else { return nil }
    parameters = json["params"]
    if let parameters, !parameters.isObject, !parameters.isArray { return nil }
    self.id = id
    self.method = method
  }
}

extension Request.ID {
  /// Reads an id; nil if the value can't be one.
  init?(_ json: JSONValue?) {
    guard let json else {
      self = .none
      return
    }
    if json.isNull {
      self = .null
    } else if let text = json.text {
      self = .text(text)
    } else if let integer = json.integer {
      self = .integer(integer)
    } else if let number = json.number {
      self = .number(number)
    } else {
      return nil
    }
  }
}
