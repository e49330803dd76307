"""Holds texts of YAML to the schema of dialogue files: SchemaTests runs this.

`schema.py SCHEMA` reads a JSON list of texts and writes a list of what is wrong with each, null for nothing.
A text is held to the schema twice: with every value a text, as the program has it, and with numbers, true
and null told apart, as editors have it.

`schema.py SCHEMA changes` writes, for each text, its likeness with one thing changed, in every place and every
way, and whether the schema still takes it.
"""

import copy
import json
import sys

import jsonschema_rs
import yaml
import yamlcore

OTHER_VALUES = ["some-text", "Not-A-Name", ["some-text"], {"some-name": "some-text"}]
OTHER_NAMES = ["some-name", "Not-A-Name", "end"]


def with_text_keys(node):
    if isinstance(node, dict):
        return {str(key): with_text_keys(value) for key, value in node.items()}
    return [with_text_keys(item) for item in node] if isinstance(node, list) else node


def fault(validator, text):
    for loader in (yaml.CBaseLoader, yamlcore.CCoreLoader):
        try:
            tree = with_text_keys(yaml.load(text, Loader=loader))
        except yaml.YAMLError as error:
            return f"not YAML: {error}"
        error = next(validator.iter_errors(tree), None)
        if error:
            place = "/".join(str(step) for step in error.instance_path)
            return f"{loader.__name__} /{place}: {error.message[:300]}"
    return None


def changes(root):
    """Every tree that differs from this one in one place, with what was done."""

    def places(node, path):
        steps = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else []
        # Of many alike, such as the phrases of a language, a few say it all.
        for step in steps if len(steps) < 9 else list(steps)[:4]:
            yield path, step
            yield from places(node[step], path + [step])

    def changed(path, what):
        tree = copy.deepcopy(root)
        node = tree
        for step in path:
            node = node[step]
        return tree if what(node) is not False else None

    def rename(node, step, name):
        entries = [(name if key == step else key, value) for key, value in node.items()]
        node.clear()
        node.update(entries)

    for path, step in list(places(root, [])):
        at = "/".join(map(str, path + [step]))
        yield f"without {at}", changed(path, lambda node: node.pop(step) and len(node) > 0)
        for other in OTHER_VALUES:
            yield f"{at} as {other}", changed(path, lambda node: node.__setitem__(step, other))
        if isinstance(step, str):
            for name in OTHER_NAMES:
                yield f"{at} named {name}", changed(path, lambda node: rename(node, step, name))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.Draft7Validator(schema)
    texts = json.load(sys.stdin.buffer)
    if sys.argv[2:] != ["changes"]:
        json.dump([fault(validator, text) for text in texts], sys.stdout)
        return
    result = []
    for text in texts:
        made = []
        for what, tree in changes(yaml.load(text, Loader=yaml.CBaseLoader)):
            if tree is None:
                continue
            new = yaml.dump(
                tree, Dumper=yaml.CSafeDumper, default_style='"', sort_keys=False, allow_unicode=True, width=10**9)
            made.append({"what": what, "text": new, "isTaken": validator.is_valid(tree)})
        result.append(made)
    json.dump(result, sys.stdout)


main()
