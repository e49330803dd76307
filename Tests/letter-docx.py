"""Reads letters as Word files: PageFormatTests runs this.

It reads a JSON list of files in base64 and writes, for each, its blocks in order, what is at the top and the foot of
its pages, the words of its gaps, and whatever a letter should not have.
"""

import base64
import io
import json
import sys
import zipfile

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

KINDS = {
    "Notice": "notice", "Marking": "marking", "Title": "title", "Normal": "paragraph",
    "Answer": "paragraph", "Answer Lines": "paragraph", "List Bullet": "item", "Quote": "quotation",
    "Quote Source": "source", "Page Break": "break", "Closing Line": "footer",
}
KINDS |= {f"Heading {level}": f"heading {level}" for level in range(1, 6)}
ELEMENTS = {
    qn(f"w:{name}") for name in
    "document body p pPr pStyle keepNext r rPr rStyle rtl t br tbl tblPr tblStyle tblW tblLayout tblLook tblGrid "
    "gridCol tr trPr cantSplit tblHeader tc tcPr tcW sectPr headerReference footerReference pgSz pgMar".split()
}


def parts(file):
    """Checks the archive and every file in it; gives what is odd."""
    odd = []
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        if archive.testzip() is not None:
            odd.append("checksum")
        for info in archive.infolist():
            etree.fromstring(archive.read(info))
            if info.date_time != (1980, 1, 1, 0, 0, 0) or info.compress_type or info.flag_bits & 8:
                odd.append(info.filename)
    return odd


def blocks(letter):
    found = []
    for child in letter.element.body.iterchildren(qn("w:p"), qn("w:tbl")):
        if child.tag == qn("w:tbl"):
            table = Table(child, letter)
            kind = "row" if table.style.name == "Field Table" else "cells"
            found += [[kind] + [cell.text for cell in row.cells] for row in table.rows]
        else:
            paragraph = Paragraph(child, letter)
            if paragraph.style.name == "Page Break":
                found.append(["break"])
            elif paragraph.style.name != "Table End":
                found.append([KINDS[paragraph.style.name], paragraph.text])
    return found


def gaps(letter):
    """The words of every gap."""
    found = []
    for run in letter.element.iter(qn("w:r")):
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is not None and style.get(qn("w:val")) == "Gap":
            found.append("".join(text.text or "" for text in run.iter(qn("w:t"))))
    return found


def read(file):
    odd = parts(file)
    letter = docx.Document(io.BytesIO(file))
    odd += [node.tag for node in letter.element.iter() if node.tag not in ELEMENTS]
    section = letter.sections[0]
    footer = section.footer.paragraphs[0]._p
    fields = [
        node.get(qn("w:instr")) if node.tag == qn("w:fldSimple") else node.text
        for node in footer.iter(qn("w:fldSimple"), qn("w:t"))
        if node.tag == qn("w:fldSimple") or node.getparent().getparent().tag == qn("w:p")
    ]
    language = letter.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val"))
    properties = letter.core_properties
    if properties.author or properties.last_modified_by or properties.created:
        odd.append("properties")
    if properties.language != language:
        odd.append(properties.language)
    return {
        "blocks": blocks(letter), "gaps": gaps(letter), "odd": odd, "title": properties.title,
        "language": language, "header": section.header.paragraphs[0].text.split("\t"),
        "footer": "".join(fields),
    }


json.dump([read(base64.b64decode(file)) for file in json.load(sys.stdin.buffer)], sys.stdout)
