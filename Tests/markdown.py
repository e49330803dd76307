"""Reads Markdown as CommonMark with tables: RenderersTests runs this.

It reads a JSON list of texts and writes, for each, its blocks in order: what each is and the words in it.
"""

import json
import sys

from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def words(token):
    """The words of an inline token, and the markup in it besides bold type and line breaks."""
    text, markup = "", []
    for child in token.children:
        if child.type in ("text", "code_inline"):
            text += child.content
        elif child.type in ("softbreak", "hardbreak"):
            text += "\n"
        if child.type not in ("text", "hardbreak", "strong_open", "strong_close"):
            markup.append(child.type)
    return text, markup


def blocks(source):
    found, inside, row = [], [], None
    for token in READER.parse(source):
        kind = token.type
        if kind in ("list_item_open", "blockquote_open"):
            inside.append(kind[:-5])
        elif kind in ("list_item_close", "blockquote_close"):
            inside.pop()
        elif kind == "tr_open":
            row = ["row", "", []]
        elif kind == "tr_close":
            found.append(row)
            row = None
        elif kind == "inline":
            text, markup = words(token)
            if row:
                row[1] += " " + text
                row[2] += markup
            else:
                name = inside[-1] if inside else opened
                found.append([name, text, markup])
        elif kind in ("heading_open", "paragraph_open"):
            opened = token.tag if kind == "heading_open" else "p"
        elif kind in ("hr", "fence", "code_block", "html_block"):
            found.append([kind, token.content, []])
    return found


json.dump([blocks(text) for text in json.load(sys.stdin.buffer)], sys.stdout)
