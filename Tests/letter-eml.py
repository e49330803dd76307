"""Reads letters as mail: MailFormatTests runs this.

It reads a JSON list of mails in base64 and writes, for each, its headers, its text, its attachments, and what is
wrong with it.
"""

import base64
import email
import email.policy
import json
import sys


def read(file):
    mail = email.message_from_bytes(file, policy=email.policy.SMTP)
    text, *attachments = mail.iter_parts()
    defects = [str(defect) for part in mail.walk() for defect in part.defects]
    if file.count(b"\n") != file.count(b"\r\n") or file.count(b"\r") != file.count(b"\r\n"):
        defects.append("line ends")
    lines = file.decode("ascii").split("\r\n")
    defects += [line for line in lines if len(line) > 78 and not line.startswith("Content-Type:")]
    if text.get_content_type() != "text/plain" or text.get_content_charset() != "utf-8":
        defects.append(text["Content-Type"])
    return {
        "headers": mail.keys(), "to": mail["To"], "subject": mail["Subject"],
        "text": text.get_payload(decode=True).decode(),
        "attachments": [
            {
                "name": part.get_filename(), "type": part.get_content_type(),
                "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
            }
            for part in attachments
        ],
        "defects": defects,
    }


json.dump([read(base64.b64decode(file)) for file in json.load(sys.stdin.buffer)], sys.stdout)
