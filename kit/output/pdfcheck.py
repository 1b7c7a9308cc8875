"""Look into a finished PDF: nothing in it may act, nothing may be hidden in it, links lead only where we allow."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection
from urllib.parse import urlsplit

#: Names that would make a reader act, or hide a file.
_FORBIDDEN = re.compile(
    rb"/(EmbeddedFiles?|Filespec|AF|JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|GoTo[RE]|RichMedia|AcroForm|XFA)"
    rb"(?![A-Za-z0-9])"
)
#: Names that no paper needs, whoever made it.
_DANGEROUS = re.compile(
    rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|RichMedia|XFA|EmbeddedFiles?|GoToE)(?![A-Za-z0-9])"
)
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm")
_ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_STRING_END = re.compile(rb"\\.|[()]", re.DOTALL)


def findings(data: bytes, hosts: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return what is wrong with a PDF as (code, what was found).

    Links may lead to `mailto:`, to `tel:`, and by https to one of `hosts`.
    """
    if not data.startswith(b"%PDF-1.") or b"%%EOF" not in data[-32:]:
        return (("pdf-damaged", ""),)
    found: dict[tuple[str, str], None] = {}
    for objects in _objects(data):
        bare, strings = _without_strings(objects)
        bare = _ESCAPED_NAME.sub(lambda code: bytes([int(code[1], 16)]), bare)
        for name in _FORBIDDEN.findall(bare):
            found["pdf-active", name.decode()] = None
        for link in strings:
            if not _allowed(link, hosts):
                found["pdf-link", link] = None
    return tuple(found)


def dangers(data: bytes) -> str:
    """Return what makes a PDF of somebody else unfit to be kept and sent on: what is wrong with it, or nothing.

    Forms and signatures may stand in it, links may lead anywhere; nothing in it may act or be hidden.
    """
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-1100:]:
        return "not a whole PDF"
    try:
        (objects,) = _objects(data)
    except zlib.error:
        return "damaged"
    bare = _ESCAPED_NAME.sub(lambda code: bytes([int(code[1], 16)]), objects)
    if re.search(rb"/Encrypt(?![A-Za-z0-9])", bare):
        return "a password"
    found = _DANGEROUS.search(bare)
    return found[0].decode() if found else ""


def _objects(data: bytes) -> list[bytes]:
    """Return the structure of a PDF: everything outside streams, and what object streams hold."""
    pieces: list[bytes] = []
    at = 0
    while begin := _STREAM.search(data, at):
        head = data[at : begin.start()]
        pieces.append(head)
        end = data.find(b"endstream", begin.end())
        if end < 0:
            break
        dictionary = head[head.rfind(b" obj") :]
        if _OBJECT_STREAM.search(dictionary):
            body = data[begin.end() : end]
            pieces.append(zlib.decompressobj().decompress(body) if b"/FlateDecode" in dictionary else body)
        at = end + len(b"endstream")
    return [b"\n".join([*pieces, data[at:]])]


def _without_strings(objects: bytes) -> tuple[bytes, list[str]]:
    """Return `objects` with its strings cut out, and those of them that are addresses of links."""
    kept: list[bytes] = []
    links: list[str] = []
    at = 0
    while True:
        round_, hexadecimal = objects.find(b"(", at), _HEX.search(objects, at)
        if round_ < 0 and hexadecimal is None:
            kept.append(objects[at:])
            return b"".join(kept), links
        if hexadecimal is None or 0 <= round_ < hexadecimal.start():
            begin, end = round_, _closing(objects, round_)
            text = re.sub(rb"\\(.)", rb"\1", objects[begin + 1 : end - 1], flags=re.DOTALL)
        else:
            begin, end = hexadecimal.span()
            text = bytes.fromhex(hexadecimal[1].decode())
        kept += [objects[at:begin], b"()"]
        if objects[:begin].rstrip()[-4:] == b"/URI":
            links.append(text.decode("utf-16" if text.startswith(b"\xfe\xff") else "latin-1", "replace"))
        at = end


def _closing(objects: bytes, begin: int) -> int:
    """Return the place behind the string that begins with the parenthesis at `begin`."""
    depth = 0
    for mark in _STRING_END.finditer(objects, begin):
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if not depth:
            return mark.end()
    return len(objects)


def _allowed(link: str, hosts: Collection[str]) -> bool:
    if not link.isascii() or not link.isprintable():
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme in ("mailto", "tel"):
        return True
    return parts.scheme == "https" and parts.netloc in hosts
