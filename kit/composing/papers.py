"""What a customer may take along from the page: issued papers that reached them, and copies of invoices."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kit.basics.dates import long_date
from kit.composing.documents import Kept
from kit.composing.templates import Value
from kit.domain.handedout import handed_out
from kit.domain.model import Book, Customer
from kit.domain.register import Issued
from kit.domain.statement import Line, Statement

#: What a paper is called on the page, by its stage; anything else is a letter.
_TITLES = {"agreement": "Perjanjian cicilan", "receipt": "Kuitansi", "settlement": "Surat keterangan lunas"}
#: Kinds of pictures and papers that a browser shows.
ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of an invoice that the book keeps: where, relative to the book, and its SHA-256."""

    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers beside one page: the files, and how the page speaks of them."""

    files: tuple[Kept, ...] = ()
    issued: tuple[Mapping[str, Value], ...] = ()
    #: Relative address of an invoice's copy, by invoice number.
    copies: Mapping[str, str] = field(default_factory=dict)


def shelf(
    book: Book, customer: Customer, statement: Statement, lines: Iterable[Line], copies: Mapping[str, Copy]
) -> Shelf:
    """Return what lies in `documents/` beside the page of `customer`, which shows `lines`."""
    link = book.links.get(customer.id)
    if link is None:
        return Shelf()
    files: dict[str, Kept] = {}
    taken: set[str] = set()

    def put(stem: str, ending: str, source: str, sha256: str) -> str:
        if source in files:
            return files[source].path.rpartition("/")[2]
        name = _free(stem, ending, taken)
        taken.add(name.casefold())
        files[source] = Kept(customer.id, f"site/{link.token}/documents/{name}", source, sha256)
        return name

    issued = []
    for paper in handed_out(book.policy, book.register(customer.id), statement.as_of):
        name = put(_stem(paper.number), ".pdf", f"data/issued/{customer.id}/{paper.file}", paper.sha256)
        issued.append(_told(paper, name))
    found: dict[str, str] = {}
    for line in lines:
        copy = copies.get(line.invoice.number)
        if copy is not None:
            ending = next(each for each in ENDINGS if copy.source.lower().endswith(each))
            name = put(_stem(line.invoice.part_of or line.invoice.number), ending, copy.source, copy.sha256)
            found[line.invoice.number] = f"documents/{name}"
    return Shelf(tuple(files.values()), tuple(issued), found)


def _told(paper: Issued, name: str) -> Mapping[str, Value]:
    return {
        "title": _TITLES.get(paper.stage, "Surat"),
        "number": paper.number,
        "date": long_date(paper.date),
        "file_link": f"documents/{name}",
    }


def _stem(number: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", number).strip("-")[:80] or "dokumen"


def _free(stem: str, ending: str, taken: Collection[str]) -> str:
    """Return the first name of `stem`, `stem-2`, `stem-3` ... that is not taken, capitals aside."""
    names = [f"{stem}{ending}", *(f"{stem}-{count}{ending}" for count in range(2, len(taken) + 3))]
    return next(each for each in names if each.casefold() not in taken)
