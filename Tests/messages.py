"""Holds messages of the line protocol to their schema: ServeSchemaTests runs this.

`messages.py SCHEMA` reads a JSON list of pairs, the name of a part of the schema and a text, and writes a list
of what is wrong with each, null for nothing. `messages.py SCHEMA values` reads pairs of a schema and a value,
and writes whether the schema takes the value.
"""

import datetime
import json
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match


@Draft202012Validator.FORMAT_CHECKER.checks("edtf", raises=ValueError)
def is_edtf(value):
    """Holds the days of a span to the calendar, which its pattern can't."""
    dates = [date + "-01-01" for date in value.replace("~", "").split("/")] if isinstance(value, str) else []
    days = [datetime.date.fromisoformat(date[:10]) for date in dates]
    return len(days) < 2 or days[0] < days[1]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    format_checker = Draft202012Validator.FORMAT_CHECKER
    pairs = json.load(sys.stdin.buffer)
    if sys.argv[2:] == ["values"]:
        result = []
        for form, value in pairs:
            Draft202012Validator.check_schema(form)
            result.append(Draft202012Validator(form, format_checker=format_checker).is_valid(value))
        json.dump(result, sys.stdout)
        return
    validators = {}

    def fault(part, text):
        if part not in schema["$defs"]:
            return f"there is no part {part}"
        if part not in validators:
            whole = {"$schema": schema["$schema"], "$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
            validators[part] = Draft202012Validator(whole, format_checker=format_checker)
        error = best_match(validators[part].iter_errors(json.loads(text)))
        if error is None:
            return None
        return f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"

    json.dump([fault(part, text) for part, text in pairs], sys.stdout)


main()
