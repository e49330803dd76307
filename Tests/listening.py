"""Prints phrases.txt as a file of a pack, and what reference.py finds in each account, as JSON for the tests.

Words that the reference never finds, because they have a sign that splits words, are left out on both sides; words are
compared without -s, -ed and -ing, as the program does it, and ages are left out.
"""
import json
import pathlib
import re
import sys
import tempfile
import types


def root(word):
    for ending, least in (("ing", 7), ("ed", 6), ("s", 4)):
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


class Stemmer:
    def stemWord(self, word):
        return word if "'" in word else root(word)


stand_in = types.ModuleType("snowballstemmer")
stand_in.stemmer = lambda language: Stemmer()
sys.modules["snowballstemmer"] = stand_in
folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))
sys.dont_write_bytecode = True
import reference

reference.NEG.discard("without")
ROLES = {"+": "find", "-": "except", "--": "ordinary", "---": "rules-out"}
BARE = r"(?:[a-zà-ÿ]+(?:'[a-zà-ÿ]+)*|£|%|\d+)"
WORD = re.compile(rf'\{{.*\}}|{BARE}|"{BARE}"')


def phrase(text):
    parts = []
    for part in text.split():
        if part in ("..", "..."):
            parts.append(part)
            continue
        words = [w for w in part.lstrip("?").split("/") if WORD.fullmatch(w)]
        if not words:
            return None
        parts.append(("?" if part.startswith("?") else "") + "/".join(dict.fromkeys(words)))
    return " ".join(parts).strip(". ")


lists, classes, kept = {}, {}, []
for line in (folder / "phrases.txt").read_text().splitlines():
    line = line.split("#")[0].strip()
    if line.startswith("= "):
        name, words = line[2:].split(":", 1)
        words = [w.strip() for w in words.split(",") if WORD.fullmatch(w.strip())]
        lists.setdefault(name, []).extend(words)
        kept.append(f"= {name}: {', '.join(words)}")
    elif line.startswith("["):
        kept.append(line)
        current = classes.setdefault(line.strip("[]").replace("/", "-"), {})
    elif line:
        sign, text = line.split(None, 1)
        text = phrase(text)
        if text and not re.fullmatch(r"age \d+-\d+", text):
            current.setdefault(ROLES[sign], []).append(text)
            kept.append(f"{sign} {text}")


def block(name, lines, indent):
    return f"{indent}{name}: |\n" + "".join(f"{indent}  {line}\n" for line in lines)


words = {
    "deny": sorted(reference.NEG),
    "undeny": "only just longer doubt stop stops wonder idea clue sure".split(),
    "open-clause": sorted(reference.BREAK),
    "join": ["and"],
    "open-clause-when-joined": sorted(reference.PRON),
    "numbers": [f"{word} {number}" for word, number in reference.NUM.items()],
}
file = "listening: the accounts\nlists:\n"
file += "".join(block(name, [", ".join(words)], "  ") for name, words in lists.items())
file += "words:\n" + "".join(block(name, [", ".join(w)], "  ") for name, w in words.items())
file += "everywhere:\n" + "".join(block(r, p, "  ") for r, p in classes.pop("all").items())
file += "classes:\n"
for name, roles in classes.items():
    file += f"  {name}:\n" + "".join(block(role, phrases, "    ") for role, phrases in roles.items())

with tempfile.NamedTemporaryFile("w", suffix=".txt") as phrases:
    phrases.write("\n".join(kept))
    phrases.flush()
    finder = reference.Phrases(phrases.name)
accounts = []
for line in (folder / "accounts.jsonl").read_text().splitlines():
    account = json.loads(line)
    text = re.sub(r"(?i)(4)(x)(4)|(ps)([345])", r"\1\4 \2 \3\5", account["text"]).replace("&", " & ")
    found = {(name.replace("/", "-"), p) for name, ps in finder.find(text).items() for _, p in ps}
    accounts.append({"id": account["id"], "text": text, "found": sorted(map(list, found))})
json.dump({"file": file, "accounts": accounts}, sys.stdout)
