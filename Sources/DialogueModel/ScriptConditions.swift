extension Script {
  /// Every condition that the script's steps, watches, texts and standing lines test.
  package var allConditions: [Condition] {
    var conditions = watches.map(\.test.condition)
    func look(_ text: Text?) {
      text?.visit { piece, _ in
        if case .when(let test, _, _) = piece { conditions.append(test.condition) }
      }
    }
    for step in steps {
      if let when = step.when { conditions.append(when.condition) }
      if case .decide(let test) = step.action { conditions.append(test.condition) }
      if case .byCondition(let ways, _) = step.then { conditions += ways.map(\.test.condition) }
      if case .say(let text) = step.action { look(text) }
    }
    for question in questions { question.texts.forEach(look) }
    for outcome in outcomes { [outcome.text, outcome.because].forEach(look) }
    for line in standing {
      conditions.append(line.test.condition)
      look(line.text)
    }
    if let reminder {
      conditions.append(reminder.test.condition)
      look(reminder.text)
    }
    for letter in letters {
      letter.visit { test, _ in
        conditions.append(test.condition)
      } line: { line, _ in
        line.texts.forEach(look)
      }
    }
    return conditions
  }
}
