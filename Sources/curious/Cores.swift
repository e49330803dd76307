import FoundationEssentials

/// The number of cores this process may use; Foundation counts those of the whole machine.
var coresToRunOn: Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let allowed = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") } ?? ":1"
  return allowed.drop { $0 != ":" }.compactMap(\.hexDigitValue).reduce(0) {
    $0 + $1.nonzeroBitCount
  }
}
