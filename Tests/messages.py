"""Holds messages of the line protocol to their schema: ServeSchemaTests runs this.

`messages.py SCHEMA` reads a JSON list of pairs, the name of a part of the schema and a text, and writes a list
of what is wrong with each, null for nothing. `messages.py SCHEMA values` reads pairs of a schema and a value,
and writes whether the schema takes the value.
"""

import datetime
import json
import sys

import jsonschema_rs


def is_edtf(value):
    """Holds the days of a span to the calendar, which its pattern can't."""
    try:
        days = [datetime.date.fromisoformat((date + "-01-01")[:10]) for date in value.replace("~", "").split("/")]
    except ValueError:
        return False
    return len(days) < 2 or days[0] < days[1]


def validator_of(schema):
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.Draft202012Validator(schema, formats={"edtf": is_edtf}, validate_formats=True)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    pairs = json.load(sys.stdin.buffer)
    if sys.argv[2:] == ["values"]:
        json.dump([validator_of(form).is_valid(value) for form, value in pairs], sys.stdout)
        return
    validators = {}

    def fault(part, text):
        if part not in schema["$defs"]:
            return f"there is no part {part}"
        if part not in validators:
            whole = {"$schema": schema["$schema"], "$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
            validators[part] = validator_of(whole)
        error = next(validators[part].iter_errors(json.loads(text)), None)
        if error is None:
            return None
        return f"/{'/'.join(map(str, error.instance_path))}: {error.message[:300]}"

    json.dump([fault(part, text) for part, text in pairs], sys.stdout)


main()
