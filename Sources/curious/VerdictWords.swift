import Checking
import DialogueScript

extension Verdict {
  /// A rule that is broken or undecided, as something to mend.
  var problem: Problem? {
    switch finding {
    case .proved: nil
    case .broken(let scenario):
      Problem(
        .brokenRule, "a conversation breaks this rule", fix: "this one:\n\(scenario.setIn)",
        at: rule.place)
    case .undecided(let why):
      Problem(.undecidedRule, "neither proved nor broken: \(why)", at: rule.place)
    }
  }

  /// A rule that is proved, in a line.
  var proved: String? {
    guard case .proved = finding else { return nil }
    return
      "Proved: \(rule.name). \(states.grouped) states, for \(paths.grouped) ways of answering.\n"
  }
}

extension String {
  fileprivate var setIn: String {
    split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  }
}

extension Int {
  fileprivate var grouped: String { Double(self).grouped }
}

extension Double {
  /// Digits in threes; beyond what a number can count exactly, about how many.
  fileprivate var grouped: String {
    guard self < 9e15 else {
      var (number, zeros) = (self, 0)
      while number >= 10 { (number, zeros) = (number / 10, zeros + 1) }
      return "about \(Int(number)) followed by \(zeros) digits"
    }
    var (digits, text) = (String(Int(self)), "")
    while digits.count > 3 {
      text = "," + digits.suffix(3) + text
      digits.removeLast(3)
    }
    return digits + text
  }
}
