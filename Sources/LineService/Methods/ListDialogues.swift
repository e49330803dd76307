/// The packs that there are.
enum ListDialogues: Method {
  static let name = "dialogue/list"

  static func parameters(_ given: Parameters) -> [String] { [] }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    .listed
  }
}
