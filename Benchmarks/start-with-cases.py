#!/usr/bin/env python3
"""Start to first prompt in a terminal, beside ten thousand kept cases and with --no-save, turn about; and how long
`cases list` takes, from launch to end. Usage: start-with-cases.py PROGRAM TURNS, the built `curious` and `turns`."""
import os
import pty
import select
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM, TURNS = sys.argv[1:3]
COUNT = "10000"
STARTS = 31


def start(*options):
    """Milliseconds from launch to the first prompt."""
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm"
        os.execv(PROGRAM, [PROGRAM, "chat", "--no-local", "--dialogues", f"{ROOT}/Dialogues", *options])
    shown = b""
    while b"> " not in shown:
        select.select([terminal], [], [], 30)
        shown += os.read(terminal, 65536)
    taken = (time.perf_counter() - begin) * 1000
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(terminal)
    return taken


def middle(figures):
    return sorted(figures)[len(figures) // 2]


with tempfile.TemporaryDirectory() as scratch:
    cases = f"{scratch}/cases"
    print(subprocess.run([TURNS, f"{ROOT}/Dialogues/child-sexual-exploitation", "cases", COUNT],
                         env={**os.environ, "CASES": cases}, check=True, capture_output=True, text=True).stdout, end="")
    beside, without = [], []
    for _ in range(STARTS):
        beside.append(start("--cases", cases))
        without.append(start("--no-save"))
    print(f"start beside {COUNT} cases, and with --no-save: medians {middle(beside):.1f} and {middle(without):.1f} ms"
          f" of {STARTS} each")
    lists = []
    for _ in range(9):
        begin = time.perf_counter()
        subprocess.run([PROGRAM, "cases", "list", "--cases", cases], check=True, capture_output=True)
        lists.append((time.perf_counter() - begin) * 1000)
    print(f"cases list, launch to end: {middle(lists):.1f} ms")
