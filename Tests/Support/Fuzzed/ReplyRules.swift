import JSON
import LineService

/// The rules of JSON-RPC 2.0 for replies, implemented a second time.
extension JSONValue {
  /// A batch of requests, each with a reply of its own.
  var isBatch: Bool { isArray && (1...Service.Limits().batch).contains(count) }

  /// A notification, or a batch of nothing but notifications.
  var needsNoReply: Bool {
    if isBatch { return elements.allSatisfy { $0.isObject && $0.needsNoReply } }
    guard isObject, self["id"] == nil, self["jsonrpc"]?.text == "2.0" else { return false }
    let parameters = self["params"]
    return self["method"]?.isText == true
      && (parameters == nil || parameters?.isObject == true || parameters?.isArray == true)
  }

  func isReply(to request: JSONValue?) -> Bool {
    guard isObject, count == 3, self["jsonrpc"]?.text == "2.0", let id = self["id"] else {
      return false
    }
    let given = request.flatMap { $0.isObject ? $0["id"] : nil }
    let isSame =
      if let text = given?.text {
        id.text == text
      } else if let number = given?.number {
        id.number == number && (given?.integer == nil || id.integer == given?.integer)
      } else {
        id.isNull
      }
    let error = self["error"]
    let isError = error?["code"]?.integer != nil && error?["message"]?.isText == true
    return isSame && (isError || self["result"]?.isObject == true)
      && (request != nil || error?["code"]?.integer == -32700)
  }
}
