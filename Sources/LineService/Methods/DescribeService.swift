/// Describes the service: its versions, methods, limits and packs.
enum DescribeService: Method {
  static let name = "service/describe"

  static func parameters(_ given: Parameters) -> [String] { [] }

  static func carryOut(_ given: Parameters, in service: inout Service) throws(Refusal) -> Result {
    .described
  }
}
