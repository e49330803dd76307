/// What a question can be answered with.
///
/// Options are numbered as the question lists them.
package enum Value: Hashable, Sendable {
  /// The answer to a yes-no or a one of.
  case option(Int)
  /// The answer to an any of, in the order of the question's options; none of them is a value too.
  case options([Int])
  /// The items of a typed list, those removed too.
  case items([Item])
  case text(String)
  /// A number, a day or a time, resolved when it was given.
  case scalar(ScalarValue)
}

/// One person, place or thing of a typed list.
package struct Item: Hashable, Sendable {
  /// Its identity: never given to another, also when it is removed.
  package var number: Int
  package var name: String
  package var isRemoved: Bool

  package init(number: Int, name: String, isRemoved: Bool = false) {
    self.number = number
    self.name = name
    self.isRemoved = isRemoved
  }
}

/// The state of a question that has been replied to.
///
/// Every question can be in each of them.
package enum Answer: Hashable, Sendable {
  case value(Value)
  case notKnown
  /// Someone else will be asked.
  case toFindOut(from: String)
  case skipped

  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}
