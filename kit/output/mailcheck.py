"""Read a finished .eml back with two readers that share nothing, and say where it differs from what was meant."""

from __future__ import annotations

import base64
import quopri
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from typing import Any

from kit.composing.documents import Mailbox

_WORD = re.compile(r"=\?utf-8\?([bq])\?([!->@-~]*)\?=")
_BOUNDARY = re.compile(r'multipart/(?:mixed|alternative); boundary="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader of the file must find."""

    #: Every header of the message, in order.
    names: tuple[str, ...]
    sender: Mailbox
    to: Mailbox
    subject: str
    text: str
    html: str
    attachment: tuple[str, bytes] | None


def difference(data: bytes, expected: Expected) -> str:
    """Return the name of the first thing that either reader finds otherwise, or an empty string."""
    if not data.isascii() or any(len(line) > 998 for line in data.split(b"\r\n")):
        return "bytes"
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        return "line ends"
    return _by_library(data, expected) or _by_hand(data, expected)


def _by_library(data: bytes, expected: Expected) -> str:
    message: Any = message_from_bytes(data, policy=default)
    if tuple(message.keys()) != expected.names:
        return "headers"
    for name, box in (("From", expected.sender), ("To", expected.to)):
        # This reader puts spaces where a name goes on in a second encoded word; the one by hand is exact.
        found = [(each.display_name.replace(" ", ""), each.addr_spec) for each in message[name].addresses]
        if found != [(box.name.replace(" ", ""), box.address)]:
            return name
    if str(message["Subject"]) != expected.subject:
        return "Subject"
    for kind, text in (("plain", expected.text), ("html", expected.html)):
        body: Any = message.get_body((kind,))
        if body is None or body.get_content().replace("\r\n", "\n") != text:
            return kind
    attached = [(each.get_filename(), each.get_content()) for each in message.iter_attachments()]
    if message.get_content_type() == "multipart/alternative":
        attached = []
    if attached != ([expected.attachment] if expected.attachment else []):
        return "attachment"
    return ""


def _by_hand(data: bytes, expected: Expected) -> str:
    """Read by the bare rules of RFC 5322, 2045 and 2047, with nothing from the email package."""
    fields, body = _split(data)
    if tuple(name for name, _ in fields) != expected.names:
        return "headers"
    values = dict(fields)
    for name, box in (("From", expected.sender), ("To", expected.to)):
        if _mailbox(values[name]) != (box.name, box.address):
            return name
    if _decoded(values["Subject"]) != expected.subject:
        return "Subject"
    parts = _parts(values["Content-Type"], body)
    if expected.attachment is not None:
        if len(parts) != 2:
            return "attachment"
        head, encoded = parts[1]
        if f'filename="{expected.attachment[0]}"' not in head.get("Content-Disposition", ""):
            return "attachment"
        if base64.b64decode(encoded.replace(b"\r\n", b""), validate=True) != expected.attachment[1]:
            return "attachment"
        parts = _parts(parts[0][0]["Content-Type"], parts[0][1])
    found = [(head["Content-Type"], quopri.decodestring(part).decode().replace("\r\n", "\n")) for head, part in parts]
    wanted = [("text/plain; charset=utf-8", expected.text), ("text/html; charset=utf-8", expected.html)]
    return "" if found == wanted else "body"


def _split(data: bytes) -> tuple[list[tuple[str, str]], bytes]:
    """Return the unfolded header fields and the body."""
    head, _, body = data.partition(b"\r\n\r\n")
    unfolded = re.sub(r"\r\n(?=[ \t])", "", head.decode("ascii"))
    fields = [line.partition(":") for line in unfolded.split("\r\n")]
    return [(name, value.strip(" ")) for name, _, value in fields], body


def _parts(content_type: str, body: bytes) -> list[tuple[dict[str, str], bytes]]:
    found = _BOUNDARY.fullmatch(content_type)
    if found is None:
        return []
    pieces = (b"\r\n" + body).split(f"\r\n--{found[1]}".encode("ascii"))
    if pieces[0] or not pieces[-1].startswith(b"--"):
        return []
    parts = (_split(piece.removeprefix(b"\r\n")) for piece in pieces[1:-1])
    return [(dict(fields), part) for fields, part in parts]


def _mailbox(value: str) -> tuple[str, str]:
    if not value.endswith(">"):
        return "", value
    name, _, address = value[:-1].rpartition(" <")
    if name.startswith('"') and name.endswith('"'):
        return re.sub(r"\\(.)", r"\1", name[1:-1]), address
    return _decoded(name), address


def _decoded(value: str) -> str:
    if not value.startswith("=?"):
        return value
    return "".join(_word(word) for word in value.split(" "))


def _word(word: str) -> str:
    found = _WORD.fullmatch(word)
    if found is None or len(word) > 75:
        return "\0"
    raw = base64.b64decode(found[2], validate=True) if found[1] == "b" else quopri.decodestring(found[2], header=True)
    return raw.decode(errors="replace")
