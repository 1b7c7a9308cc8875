"""What composing hands to output: finished documents as values, each with its path below build/."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A display name and an address: exactly one person."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail draft with a text and an HTML part, to exactly one recipient."""

    customer: str
    path: str
    sender: Mailbox
    to: Mailbox
    subject: str
    text: str
    html: str
    #: The Date header: this day at 08.00 in the creditor's zone.
    day: date
    #: Hours ahead of UTC in that zone.
    utc_offset: int
    #: What makes the message the same message again (customer, stage, items): the Message-ID comes from it.
    key: str
    #: An issued PDF to attach.
    attachment: Kept | None = None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file whose bytes are its text in UTF-8: WhatsApp text, page, headers. `customer` None: nobody's."""

    customer: str | None
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper that is to be laid out as PDF."""

    customer: str
    path: str
    title: str
    #: Whole HTML document; images only as `kit:NAME` from `images`.
    html: str
    #: House CSS, the same text for every sheet of one kind.
    css: str
    images: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """The same paper as DOCX, for somebody to work on: a draft of a somasi, an agreement, a power of attorney."""

    customer: str
    path: str
    html: str
    css: str
    images: tuple[tuple[str, bytes], ...] = ()


def twin(sheet: Sheet) -> Twin:
    """Return the editable twin of `sheet`, beside it under the same stem."""
    return Twin(sheet.customer, sheet.path.removesuffix(".pdf") + ".docx", sheet.html, sheet.css, sheet.images)


@dataclass(frozen=True, slots=True)
class Kept:
    """An issued PDF or a piece of evidence that is passed on as it was kept; `source` is relative to the book."""

    customer: str
    path: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The SHA-256 of every file of `parts`, by its path below the folder `home`, as `sha256sum -c` reads it."""

    customer: str
    path: str
    home: str
    parts: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A zip of every file of `parts`, by its path below the folder `home`; each bears `day`."""

    customer: str
    path: str
    home: str
    parts: tuple[Document, ...]
    day: date


Document = Mail | TextFile | Sheet | Twin | Kept | Listing | Bundle
