package import DialogueModel

extension Conversation {
  /// Why a value can't be the answer to a question although it is one of its type; nil if it can.
  ///
  /// An answer that is given now must be within every bound; one from an earlier day need not be above a lowest day
  /// that is counted from today.
  package func refusal(
    of answer: Answer, to number: Int, isFromEarlierDay: Bool = false
  ) -> ParsedReply? {
    let question = script.questions[number]
    switch answer.value {
    case .options(let chosen)?:
      return question.exclusiveOption(among: chosen).map {
        .refused(.onlyAlone, ["option": question.options[$0].label])
      }
    case .scalar(let scalar)?:
      return isFromEarlierDay && question.mayHold(scalar, on: today)
        ? nil : refusal(of: scalar, to: question)
    default: return nil
    }
  }

  private func refusal(of scalar: ScalarValue, to question: Question) -> ParsedReply? {
    guard let type = scalar.type.scalar else { return nil }
    func refused(_ why: Phrase, _ bound: Double) -> ParsedReply {
      .refused(why, ["bound": type.words(for: bound, in: script.words)])
    }
    if let lowest = question.lowest?.position(on: today), scalar.range.lowerBound < lowest {
      return refused(type.outOfBounds.below, lowest)
    }
    if let highest = question.highest?.position(on: today), scalar.range.upperBound > highest {
      return refused(type.outOfBounds.above, highest)
    }
    return nil
  }
}
