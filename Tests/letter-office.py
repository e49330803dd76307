"""Reads letters that are Word files as LibreOffice does: OfficeTests runs this.

It reads a JSON list of files in base64 and writes, for each, its words as LibreOffice exports them as text, and those
of the PDF that it makes, without the header and the page number of each page.
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile

# In one run LibreOffice stops after some two hundred files.
BATCH = 100


def convert(folder, names, to):
    for start in range(0, len(names), BATCH):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
             "--convert-to", to, "--outdir", folder, *names[start:start + BATCH]],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)


def pages(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return [page for page in text.split("\f") if page.strip()]


def body(page):
    lines = [line for line in page.splitlines() if line.strip()]
    if lines and re.fullmatch(r"\s*\d+ ?/ ?\d+\s*", lines[-1]):
        lines.pop()
    return lines


with tempfile.TemporaryDirectory() as folder:
    files = json.load(sys.stdin.buffer)
    names = [f"letter-{number}.docx" for number in range(len(files))]
    for name, file in zip(names, files):
        with open(os.path.join(folder, name), "wb") as out:
            out.write(base64.b64decode(file))
    convert(folder, names, "txt:Text (encoded):UTF8")
    convert(folder, names, "pdf")
    read = []
    for name in names:
        stem = os.path.join(folder, name[:-5])
        with open(stem + ".txt", encoding="utf-8-sig") as text:
            words = text.read()
        printed = pages(stem + ".pdf")
        read.append({
            "text": words, "pages": len(printed), "headers": [body(page)[0].strip() for page in printed],
            "numbered": all(re.search(r"\d+ ?/ ?\d+\s*$", page.rstrip()) for page in printed),
            "pdf": "\n".join("\n".join(body(page)[1:]) for page in printed),
        })
json.dump(read, sys.stdout)
