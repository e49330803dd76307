/// Lists the packs that the service has.
enum ListDialogues: Method {
  static let name = "dialogue/list"

  static func parameters(_ given: Parameters) -> [String] { [] }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    .listed
  }
}
