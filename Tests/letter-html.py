"""Reads letters in HTML: PageFormatTests runs this.

It reads a JSON list of pages in base64 and writes, for each, its blocks in order, what the head says, the words of
its gaps, and every tag or attribute that a letter should not have.
"""

import base64
import json
import re
import sys
import xml.etree.ElementTree
from html.parser import HTMLParser

EMPTY = {"meta", "br", "hr"}
HEAD = {"html", "head", "meta", "title", "style", "body"}
BODY = {
    "main", "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
    "ul", "li", "strong", "figure", "blockquote", "figcaption", "hr", "footer", "br", "bdi", "em",
}
ATTRIBUTES = {
    ("p", "class", "notice"), ("p", "class", "marking"), ("p", "class", "lines"),
    ("p", "class", "answer"), ("table", "class", "fields"), ("tr", "class", "long"),
    ("th", "scope", "row"), ("th", "scope", "col"),
}
KINDS = {"h1": "title", "li": "item", "blockquote": "quotation", "figcaption": "source"}
KINDS |= {f"h{level + 1}": f"heading {level}" for level in range(1, 6)}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.blocks, self.gaps, self.odd, self.metas = [], [], [], [], {}
        self.title = self.style = self.language = ""

    def kind(self, tag, attributes):
        if tag == "p" and "blockquote" not in self.open:
            if "footer" in self.open:
                return "footer"
            name = attributes.get("class")
            return name if name in ("notice", "marking") else "paragraph"
        return KINDS.get(tag)

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if tag == "html":
            self.language = attributes["lang"]
        elif tag == "meta":
            self.metas[attributes.get("name") or attributes.get("http-equiv")] = attributes.get("content")
        elif tag not in HEAD | BODY:
            self.odd.append(tag)
        else:
            self.odd += [[tag, *pair] for pair in pairs if (tag, *pair) not in ATTRIBUTES]
        if self.kind(tag, attributes):
            self.blocks.append([self.kind(tag, attributes), ""])
        elif tag == "hr":
            self.blocks.append(["break"])
        elif tag == "table":
            self.rows = "row" if attributes.get("class") == "fields" else "cells"
        elif tag == "tr":
            self.blocks.append([self.rows])
        elif tag in ("th", "td"):
            self.blocks[-1].append("")
        elif tag == "em":
            self.gaps.append("")
        elif tag == "br":
            self.handle_data("\n")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, pairs):
        self.handle_starttag(tag, pairs)
        if tag not in EMPTY:
            self.odd.append(f"<{tag}/>")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.odd.append(f"</{tag}>")

    def handle_data(self, text):
        if self.open[-1:] == ["title"]:
            self.title += text
        elif self.open[-1:] == ["style"]:
            self.style += text
        elif "main" in self.open and self.open[-1] not in ("main", "table", "thead", "tbody", "tr", "ul"):
            self.blocks[-1][-1] += text
            if "em" in self.open:
                self.gaps[-1] += text
        elif text.strip():
            self.odd.append(text)

    def handle_comment(self, text):
        self.odd.append(f"<!--{text}-->")

    def handle_pi(self, text):
        self.odd.append(f"<?{text}>")

    def unknown_decl(self, text):
        self.odd.append(f"<![{text}]>")


def strings(style):
    """The strings of CSS at the top of a printed page."""
    found = re.findall(r'@top-\w+ \{ content: "([^"\n]*)"; \}', style)
    return [re.sub(r"\\([0-9a-f]+) ", lambda number: chr(int(number[1], 16)), text) for text in found]


def read(page):
    xml.etree.ElementTree.fromstring(page)
    reader = Page()
    reader.feed(page.decode())
    reader.close()
    return {
        "blocks": reader.blocks, "gaps": reader.gaps, "odd": reader.odd + reader.open,
        "title": reader.title, "language": reader.language, "header": strings(reader.style),
        "policy": reader.metas["Content-Security-Policy"],
    }


json.dump([read(base64.b64decode(page)) for page in json.load(sys.stdin.buffer)], sys.stdout)
