/// The value that answers a question.
///
/// Options are numbered in the question's order, from 0.
package enum Value: Hashable, Sendable {
  /// The answer to a yes-no or a one of.
  case option(Int)
  /// The answer to an any of, in the order of the question's options; an empty list is a value too.
  case options([Int])
  /// The items of a typed list, including those removed.
  case items([Item])
  case text(String)
  /// A number, a day or a time, resolved when the answer was given.
  case scalar(ScalarValue)
}

/// One item of a typed list.
package struct Item: Hashable, Sendable {
  /// The item's identity, from 1; it is never given to another item, even after this one is removed.
  package var number: Int
  /// The name of the item, as it was typed.
  package var name: String
  /// The item has been taken off the list; it is kept so that it can be restored.
  package var isRemoved: Bool

  package init(number: Int, name: String, isRemoved: Bool = false) {
    self.number = number
    self.name = name
    self.isRemoved = isRemoved
  }
}

/// The state of a question that has been replied to.
///
/// Every question can be in each of these states.
package enum Answer: Hashable, Sendable {
  case value(Value)
  case notKnown
  /// The value is still to be found out from someone.
  case toFindOut(from: String)
  case skipped

  /// The value; nil if the answer is not known, to find out, or skipped.
  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}
