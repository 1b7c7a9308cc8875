"""An e-mail draft as a file: one recipient, text and HTML, the same bytes every time, never sent from here."""

from __future__ import annotations

import binascii
import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import PurePosixPath

from kit.basics.problems import Problem, error
from kit.composing.documents import Mail
from kit.output import headers, mailcheck

#: When a draft says it was written: in the morning of its day, in the creditor's zone.
HOUR = 8

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}\.pdf")
#: Controls but tabs and line ends, half line ends, halves of surrogate pairs.
_STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\r(?!\n)")
_LANGUAGE = re.compile(r"<html[^>]*\slang=\"(id|en)\"")


@dataclass(frozen=True, slots=True)
class _Part:
    """A MIME part: its header lines and its body, both with CRLF."""

    head: tuple[str, ...]
    body: bytes

    def render(self) -> bytes:
        """Return the part as it stands in a file."""
        return "".join(f"{line}\r\n" for line in self.head).encode("ascii") + b"\r\n" + self.body


def draft(mail: Mail, attachment: bytes | None = None) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the bytes of `mail` as an unsent .eml, or no bytes and the problems.

    `attachment` are the bytes of `mail.attachment`; they must be the ones that were issued.
    The file is read back by two independent readers before it leaves this room.
    """
    problems = _check(mail, attachment)
    if problems:
        return b"", problems
    text, html = _lines(mail.text), _lines(mail.html)
    content = _multipart("alternative", (_text("plain", text), _text("html", html)))
    name = attachment_name(mail)
    if attachment is not None:
        content = _multipart("mixed", (content, _pdf(name, attachment)))
    fields = _fields(mail)
    data = _Part((*fields, *content.head), content.body).render()
    expected = mailcheck.Expected(
        names=tuple(field.partition(":")[0] for field in (*fields, *content.head)),
        sender=mail.sender,
        to=mail.to,
        subject=mail.subject,
        text=text,
        html=html,
        attachment=None if attachment is None else (name, attachment),
    )
    different = mailcheck.difference(data, expected)
    if different:
        return b"", (error("mail-not-faithful", customer=mail.customer, path=mail.path, part=different),)
    return data, ()


def attachment_name(mail: Mail) -> str:
    """Return the file name under which the issued paper travels: never made from a customer's text."""
    name = PurePosixPath(mail.attachment.source).name if mail.attachment else ""
    return name if _FILE.fullmatch(name) else "surat.pdf"


def message_id(mail: Mail) -> str:
    """Return the Message-ID: the same for the same message, so that a second copy folds into the first."""
    digest = hashlib.sha256(mail.key.encode()).hexdigest()[:32]
    return f"<{digest}@{mail.sender.address.rpartition('@')[2].lower()}>"


def _check(mail: Mail, attachment: bytes | None) -> tuple[Problem, ...]:
    problems = headers.check_mailbox("From", mail.sender, mail.customer)
    problems += headers.check_mailbox("To", mail.to, mail.customer)
    problems += headers.check_text("Subject", mail.subject, mail.customer)
    if not mail.subject.strip():
        problems += (error("mail-no-subject", customer=mail.customer, path=mail.path),)
    for part, text in (("text", mail.text), ("html", mail.html)):
        strange = _STRANGE.search(text)
        if strange:
            code = f"U+{ord(strange[0]):04X}"
            problems += (error("mail-text-character", customer=mail.customer, part=part, character=code),)
    given = None if attachment is None else hashlib.sha256(attachment).hexdigest()
    if given != (mail.attachment.sha256 if mail.attachment else None):
        problems += (error("mail-attachment-changed", customer=mail.customer, path=mail.path),)
    return problems


def _fields(mail: Mail) -> tuple[str, ...]:
    language = _LANGUAGE.search(mail.html)
    zone = dt.timezone(dt.timedelta(hours=mail.utc_offset))
    return (
        headers.mailbox_line("From", mail.sender),
        headers.mailbox_line("To", mail.to),
        headers.text_line("Subject", mail.subject),
        "Date: " + format_datetime(dt.datetime.combine(mail.day, dt.time(HOUR), zone)),
        "Message-ID: " + message_id(mail),
        "MIME-Version: 1.0",
        "X-Unsent: 1",
        "Auto-Submitted: auto-generated",
        "Content-Language: " + (language[1] if language else "id"),
    )


def _lines(text: str) -> str:
    """Return `text` with plain line ends, the last line ended too."""
    plain = text.replace("\r\n", "\n")
    return plain if plain.endswith("\n") else plain + "\n"


def _text(subtype: str, text: str) -> _Part:
    head = (f"Content-Type: text/{subtype}; charset=utf-8", "Content-Transfer-Encoding: quoted-printable")
    encoded = (binascii.b2a_qp(line.encode()).replace(b"\n", b"\r\n") for line in text.split("\n"))
    return _Part(head, b"\r\n".join(encoded))


def _pdf(name: str, data: bytes) -> _Part:
    head = (
        f'Content-Type: application/pdf;\r\n name="{name}"',
        "Content-Transfer-Encoding: base64",
        f'Content-Disposition: attachment;\r\n filename="{name}"',
    )
    encoded = binascii.b2a_base64(data, newline=False)
    return _Part(head, b"".join(encoded[at : at + 76] + b"\r\n" for at in range(0, len(encoded), 76)))


def _multipart(subtype: str, parts: tuple[_Part, ...]) -> _Part:
    rendered = [part.render() for part in parts]
    # "=_" occurs in no quoted-printable and no base64 line, so the boundary cannot occur in a part.
    boundary = "=_" + hashlib.sha256(b"".join(rendered)).hexdigest()[:32]
    mark = f"--{boundary}".encode("ascii")
    body = b"".join(mark + b"\r\n" + each + b"\r\n" for each in rendered) + mark + b"--\r\n"
    return _Part((f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"',), body)
