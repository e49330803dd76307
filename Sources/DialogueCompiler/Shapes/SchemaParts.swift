import DialogueModel

// The parts of the schema that the keys of a shape can't express, as JSON.

extension Shape {
  /// What a type of answer takes, explained to pack authors.
  static func help(_ type: AnswerType) -> String {
    let named = "out of a vocabulary or a list of the local file."
    return switch type {
    case .yesNo: "yes or no. `options:` may give them other labels."
    case .oneOf:
      "One thing out of the items under `options:`. With a name after it, as in `one of rooms`, \(named)"
    case .anyOf:
      "Any number of things out of the items under `options:`, none of them too. With a name after it, as in "
        + "`any of rooms`, \(named) `for each` repeats steps for each one chosen."
    case .list: "People, places or things, named one by one."
    case .text: "Words."
    default: type.scalar?.help ?? ""
    }
  }

  /// What the type of an answer requires of the question's other keys.
  static let questionConditions = #"""
    "allOf": [
        {
          "if": { "required": ["answer"], "properties": { "answer": { "pattern": "^(one|any) of$", "type": "string" } } },
          "then": { "required": ["options"], "properties": { "options": { "minProperties": 1 } } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "const": "yes-no" } } },
          "then": {
            "properties": {
              "options": {
                "additionalProperties": false,
                "properties": {
                  "yes": { "description": "The label of yes at this question.", "$ref": "#/definitions/item" },
                  "no": { "description": "The label of no at this question, such as `not that I can see`.", "$ref": "#/definitions/item" }
                }
              },
              "then": {
                "additionalProperties": false,
                "properties": {
                  "yes": { "description": "Where yes leads.", "$ref": "#/definitions/target" },
                  "no": { "description": "Where no leads.", "$ref": "#/definitions/target" },
                  "unknown": { "$ref": "#/definitions/branches/properties/unknown" },
                  "otherwise": { "$ref": "#/definitions/branches/properties/otherwise" }
                }
              }
            }
          }
        },
        {
          "$comment": "Only a yes-no and a one of branch by their answer.",
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "pattern": "^(yes-no$|one of)" } } } },
          "then": { "properties": { "then": { "$ref": "#/definitions/target" } } }
        },
        {
          "$comment": "Only what is chosen has options.",
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "pattern": "^(yes-no$|one of|any of|list of )" } } } },
          "then": { "properties": { "options": false } }
        },
        {
          "$comment": "The room that a list has.",
          "if": { "required": ["answer"], "properties": { "answer": { "pattern": "^list of " } } },
          "then": { "properties": { "at-most": { "$ref": "#/definitions/at-most" } } }
        },
        {
          "$comment": "Bounds go with what is one value on a line.",
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "const": "number" } } } },
          "then": { "properties": { "at-least": false } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "pattern": "^(number$|list of )" } } } },
          "then": { "properties": { "at-most": false } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "pattern": "^(date|time|moment)$" } } } },
          "then": { "properties": { "earliest": false, "latest": false } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "const": "date" } } } },
          "then": { "properties": { "when-unsure": false } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "const": "number" } } },
          "then": { "properties": { "at-least": { "$ref": "#/definitions/number-bound" }, "at-most": { "$ref": "#/definitions/number-bound" } } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "const": "date" } } },
          "then": { "properties": { "earliest": { "$ref": "#/definitions/day-bound" }, "latest": { "$ref": "#/definitions/day-bound" } } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "const": "time" } } },
          "then": { "properties": { "earliest": { "$ref": "#/definitions/time-bound" }, "latest": { "$ref": "#/definitions/time-bound" } } }
        },
        {
          "if": { "required": ["answer"], "properties": { "answer": { "const": "moment" } } },
          "then": { "properties": { "earliest": { "$ref": "#/definitions/moment-bound" }, "latest": { "$ref": "#/definitions/moment-bound" } } }
        },
        {
          "$comment": "A composite takes no then.",
          "if": { "required": ["answer"], "properties": { "answer": { "not": { "$ref": "#/definitions/part-type" } } } },
          "then": { "properties": { "then": false } }
        },
        { "$ref": "#/definitions/branches-or-when" }
      ]
    """#

  static let decideBranches = #"""
    "anyOf": [
            { "$ref": "#/definitions/target" },
            {
              "type": "object",
              "required": ["otherwise"],
              "additionalProperties": false,
              "properties": {
                "yes": { "description": "Where to go when the condition holds.", "$ref": "#/definitions/target" },
                "no": { "description": "Where to go when it does not.", "$ref": "#/definitions/target" },
                "otherwise": { "$ref": "#/definitions/branches/properties/otherwise" }
              }
            }
          ]
    """#
}

extension SchemaPrinter {
  /// Definitions of values, and of mappings whose shape depends on more than their keys.
  static let parts = #"""
        "ask": {
          "$comment": "Without text and answer it places a question further up again.",
          "allOf": [
            { "$ref": "#/definitions/question" },
            { "dependencies": { "text": ["answer"], "answer": ["text"] } }
          ]
        },
        "composite": {
          "type": "array",
          "minItems": 1,
          "items": [{ "$ref": "#/definitions/part" }],
          "additionalItems": { "allOf": [{ "$ref": "#/definitions/part" }, { "required": ["text"] }] }
        },
        "part": {
          "$comment": "A part of a composite. The first takes the text of the question itself.",
          "allOf": [
            { "$ref": "#/definitions/question" },
            { "required": ["answer"], "properties": { "answer": { "$ref": "#/definitions/part-type" }, "then": false } }
          ]
        },
        "branches": {
          "type": "object",
          "required": ["otherwise"],
          "propertyNames": {
            "pattern": "^[a-z0-9-]*[a-z][a-z0-9-]*$",
            "errorMessage": "A branch is for one of the question's options, for unknown, or for otherwise."
          },
          "properties": {
            "unknown": { "description": "Where not known, to find out and skipped lead.", "$ref": "#/definitions/target" },
            "otherwise": { "description": "Where every answer leads that has no line of its own. It is always there, so that no answer leads nowhere.", "$ref": "#/definitions/target" }
          },
          "additionalProperties": { "description": "Where this answer leads.", "$ref": "#/definitions/target" }
        },
        "branches-or-when": {
          "$comment": "A step with branches can't have when: put a decide before it.",
          "if": { "required": ["then"], "properties": { "then": { "type": "object" } } },
          "then": { "properties": { "when": false } }
        },
        "target": {
          "anyOf": [
            {
              "enum": ["end", "finish"],
              "enumDescriptions": [
                "Ends this round of a for each, this dialogue, or this watch's steps; whatever led here goes on.",
                "Ends the conversation."
              ]
            },
            {
              "type": "string",
              "pattern": "^(conclude +)?[a-z0-9-]*[a-z][a-z0-9-]* *$",
              "errorMessage": "Write the id of a later step of the same list, end, finish, or conclude OUTCOME.",
              "examples": ["conclude OUTCOME"]
            }
          ]
        },
        "own-command": {
          "allOf": [{ "$ref": "#/definitions/command" }, { "anyOf": [{ "required": ["says"] }, { "required": ["answers"] }] }]
        },
        "local-items": {
          "type": "object",
          "propertyNames": { "$ref": "#/definitions/name" },
          "additionalProperties": { "$ref": "#/definitions/local-item" }
        },
        "at-most": {
          "anyOf": [
            { "type": "integer", "minimum": 1, "maximum": 60, "errorMessage": "`at-most:` is a number from 1 to 60." },
            { "type": "string", "pattern": "^\\+?0*([1-9]|[1-5][0-9]|60)$", "errorMessage": "`at-most:` is a number from 1 to 60." }
          ]
        },
        "number-bound": {
          "anyOf": [
            { "type": "number", "errorMessage": "Write digits, such as 24." },
            { "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$", "errorMessage": "Write digits, such as 24." }
          ]
        },
        "day-bound": {
          "type": "string",
          "pattern": "^(today( [+-] [0-9]{1,4} (working )?days?)?|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$",
          "errorMessage": "Write a date such as 2026-11-16, or today, today + 3 days or today - 2 working days."
        },
        "time-bound": {
          "type": "string",
          "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$",
          "errorMessage": "Write a time such as 16:30."
        },
        "moment-bound": {
          "type": "string",
          "pattern": "^(today( [+-] [0-9]{1,4} (working )?days?)?|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T(([01][0-9]|2[0-3]):[0-5][0-9])?)$",
          "errorMessage": "Write a moment such as 2026-11-16T16:30, a day such as 2026-11-16T, or today, today + 3 days or today - 2 working days."
        },
        "small-number": {
          "anyOf": [
            { "type": "integer", "minimum": 1, "maximum": 999, "errorMessage": "A number from 1 to 999." },
            { "type": "string", "pattern": "^\\+?0*[1-9][0-9]{0,2}$", "errorMessage": "A number from 1 to 999." }
          ]
        },
        "days": {
          "anyOf": [
            { "type": "integer", "minimum": 1, "maximum": 999, "errorMessage": "A number of days from 1 to 999." },
            { "type": "string", "pattern": "^\\+?0*[1-9][0-9]{0,2}$", "errorMessage": "A number of days from 1 to 999." }
          ]
        },
        "text": {
          "$comment": "Numbers, true and false are text as well, and are let in without being named: editors would offer true and false for every text. Nothing after a name is no text.",
          "anyOf": [
            { "type": "string", "errorMessage": "One text, on the same line; or below a |, on the next lines." },
            { "not": { "type": ["string", "array", "object", "null"] } }
          ]
        },
        "texts": {
          "$comment": "A list of texts; one text alone is a list of one.",
          "anyOf": [{ "$ref": "#/definitions/text" }, { "type": "array", "items": { "$ref": "#/definitions/text" } }]
        },
        "flag": { "enum": ["yes", "no"], "errorMessage": "Write yes or no." },
        "date": {
          "type": "string",
          "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
          "errorMessage": "Write a date such as 2026-11-16."
        },
        "reference": {
          "type": "string",
          "pattern": "^[a-z0-9.\\[\\]-]+$",
          "errorMessage": "Write the question's id, with its dialogue if it is another one: visit.seen."
        }
    """#
}
