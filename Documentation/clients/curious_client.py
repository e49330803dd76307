#!/usr/bin/env python3
"""A whole conversation with `curious serve`: asks on the terminal, sends what is typed, prints the letters.

    python3 curious_client.py curious serve --pack child-sexual-exploitation

The command to start is what follows; the standard library is all it needs.
"""

import itertools
import json
import subprocess
import sys


class Refused(Exception):
    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]
        self.data = error["data"]


class Curious:
    def __init__(self, command):
        self.ids = itertools.count(1)
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def call(self, method, **params):
        request = {"jsonrpc": "2.0", "id": next(self.ids), "method": method, "params": params}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise EOFError("the service has ended")
        reply = json.loads(line)
        if "error" in reply:
            raise Refused(reply["error"])
        return reply["result"]

    def close(self):
        self.process.stdin.close()
        return self.process.wait()


def show(question):
    print(f"\n{question['text']}")
    if "hint" in question:
        print(question["hint"])
    schema = question["schema"]
    options = schema.get("oneOf") or schema.get("items", {}).get("oneOf") or []
    for number, option in enumerate(options, 1):
        print(f"  {number} {option['title']}")


def next_turn(curious, conversation, turn, typed):
    """The turn that follows what was typed; none where that was to quit."""
    try:
        try:
            return curious.call("conversation/answer", conversation=conversation, reply=typed)
        except Refused as refused:
            if refused.data.get("command") == "quit":
                return None
            if refused.data.get("command") != "back":
                raise
            return curious.call("conversation/back", conversation=conversation)
    except Refused as refused:
        print(f"\n{refused.data.get('ways', refused)}")
        return {**turn, "said": []}


def main():
    curious = Curious(sys.argv[1:])
    turn = curious.call("conversation/start")
    conversation = turn["conversation"]
    while turn:
        for line in turn["standing"]:
            print(f"\n{line}")
        for said in turn["said"]:
            print(f"\n{said['text']}")
        if turn["question"] is None:
            break
        show(turn["question"])
        typed = sys.stdin.readline()
        turn = next_turn(curious, conversation, turn, typed.rstrip("\n")) if typed else None
    for letter in curious.call("conversation/draft", conversation=conversation)["letters"]:
        print(f"\n----- {letter['letter']} -----\n\n{letter['text']}")
    curious.call("conversation/close", conversation=conversation)
    sys.exit(curious.close())


main()
