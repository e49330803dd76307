#!/usr/bin/env python3
"""Measures Curious and prints one table: turns over a pipe and in process, memory, start, letters, checks, and
other engines from PyPI with the same three questions.

Usage: benchmark.py PROGRAM TURNS, the built `curious` and `turns`. Needs a C compiler, and a network for the peers."""
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM, TURNS = sys.argv[1:3]
PACK = os.path.join(ROOT, "Dialogues/child-sexual-exploitation")
TREE = os.path.join(ROOT, "Tests/Packs/street-tree")
SECONDS = 3
# On a machine that is shared, some runs take half as long again as others.
RUNS = 7
SCRATCH = tempfile.mkdtemp(prefix="curious-benchmark-")


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def scratch(name):
    return os.path.join(SCRATCH, name)


def compiled(name):
    run("cc", "-O2", "-o", scratch(name), os.path.join(HERE, name + ".c"), "-lpthread")
    return scratch(name)


def written(name, *arguments):
    with open(scratch(name), "w") as file:
        subprocess.run([TURNS, *arguments], check=True, stdout=file)
    return scratch(name)


def serve(pack):
    folder, name = os.path.split(pack)
    return [PROGRAM, "serve", "--no-local", "--today", "2026-11-16", "--dialogues", folder, "--pack", name]


def over_pipe(lines, way, command, pinned):
    pin = ["taskset", "-c", "0"] if pinned else []
    rate, half, most = run(*pin, scratch("pipe"), lines, way, *command).split()
    return float(rate), float(half), float(most)


def middle(figures):
    figures = sorted(figures)
    return figures[len(figures) // 2]


def row(what, figure, note=""):
    print(f"| {what} | {figure} | {note} |", flush=True)


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def held(pack, lines):
    """KiB that each finished conversation takes, over 4,000 of them."""
    service = subprocess.Popen(serve(pack), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with open(lines, "rb") as file:
        requests = file.readlines()
    start, answers = requests[0], {}
    for line in requests:
        if name := re.search(rb'"conversation":"(@\d+)"', line):
            answers.setdefault(name[1], []).append(line)

    def send(line):
        service.stdin.write(line)
        service.stdin.flush()
        return service.stdout.readline()

    sizes, names = [], list(answers)
    for part in (names[:500], names[500:4500]):
        for name in part:
            given = json.loads(send(start))["result"]["conversation"].encode()
            for line in answers[name]:
                send(line.replace(name, given))
        sizes.append(resident(service.pid))
    service.stdin.close()
    service.wait()
    return (sizes[1] - sizes[0]) / 4000


def timed(command, runs=9, **options):
    """Milliseconds, the middle of several runs."""
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, **options)
        took.append((time.perf_counter() - start) * 1000)
    return middle(took)


def main():
    with open("/proc/cpuinfo") as info:
        model = next((line.split(":")[1].strip() for line in info if "model name" in line), "?")
    print(f"{model}, {os.cpu_count()} cores, Linux {platform.release()}\n")
    print("| what | figure | note |\n|---|---|---|")
    compiled("pipe"), compiled("echo")
    requests = written("requests", PACK, "requests", "200000")
    tree = written("tree", TREE, "requests", "60000")

    for pinned in (True, False):
        place = "one core" if pinned else "unpinned"
        pairs = [(over_pipe(requests, "one", [scratch("echo")], pinned), over_pipe(requests, "one", serve(PACK), pinned))
                 for _ in range(RUNS)]
        echo = middle(echo[0] for echo, _ in pairs)
        turns, half, most = (middle(figures) for figures in zip(*(turns for _, turns in pairs)))
        least, worst = (limit(turns[2] for _, turns in pairs) for limit in (min, max))
        row(f"one at a time, {place}: raw echo", f"{echo:,.0f} a second")
        row(f"one at a time, {place}: the real pack", f"{turns:,.0f} turns a second",
            f"{middle(turns[0] / echo[0] for echo, turns in pairs):.2f} of the echo; half within {half:.0f} µs, "
            f"99 of 100 within {most:.1f} µs; the middles of {RUNS} runs, whose 99 were within {least:.1f} to {worst:.1f}")
    turns, _, _ = over_pipe(requests, "all", serve(PACK), False)
    row("pipelined: the real pack", f"{turns:,.0f} turns a second")
    for name, pack in (("three questions", TREE), ("the real pack", PACK)):
        turns = int(run(TURNS, pack, "time", str(SECONDS)).split()[0])
        row(f"in process: {name}", f"{turns:,} turns a second")
    for line in run(TURNS, PACK, "formats", "3").splitlines():
        name, milliseconds, _ = line.split()
        row(f"a letter of the real pack as {name}", f"{float(milliseconds):.2f} ms")
    row("a held conversation: three questions", f"{held(TREE, tree):.1f} KiB", "finished")
    row("a held conversation: the real pack", f"{held(PACK, requests):.1f} KiB", "finished")

    packs = ["--dialogues", os.path.join(ROOT, "Dialogues")]
    row("start: a pack read and looked up in", f"{timed([PROGRAM, 'glossary', 'CSE', *packs]):.0f} ms")
    answers = written("answers", PACK, "answers", "20000")
    with open(answers) as file:
        took = timed([PROGRAM, "draft", "--no-local", *packs], runs=1, stdin=file)
    row("letters drafted in bulk", f"{20000 / took * 1000:,.0f} cases a second", f"{os.cpu_count()} cores")
    row("check of the shipped packs", f"{timed([PROGRAM, 'check', *packs]):.0f} ms", "proofs and cases with it")

    venv = scratch("peers")
    try:
        run(sys.executable, "-m", "venv", venv)
        run(f"{venv}/bin/pip", "install", "--quiet", "--requirement", os.path.join(HERE, "peers/packages.txt"))
        peers = run(f"{venv}/bin/python", os.path.join(HERE, "peers/peers.py"), str(SECONDS))
        for line in peers.splitlines():
            peer = json.loads(line)
            row(f"beside it, in process: {peer['engine']}", f"{peer['turns']:,} turns a second", "three questions, from PyPI")
    except subprocess.CalledProcessError as error:
        row("beside it: other engines", "not measured", error.stderr.strip().splitlines()[-1])


main()
