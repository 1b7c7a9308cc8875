"""What `kit check` finds beside files that read: letters that drifted, papers that changed; and mends a cut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from kit.basics.money import format_rupiah
from kit.basics.problems import Problem, Severity, Source, error, warning
from kit.domain.drift import drifts
from kit.domain.model import Book
from kit.domain.register import Delivered, Final, Issued
from kit.output.evidence import digest
from kit.output.recording import mend_register, recording_lock
from kit.reading.files import REGISTERS, gather
from kit.reading.register import cut_register, torn


def drifted(book: Book, as_of: date) -> Iterator[Problem]:
    """Yield a warning for each figure of an issued letter that the book no longer bears out."""
    for customer in book.customers:
        for each in drifts(customer, book.register(customer.id), as_of):
            paper = each.paper
            data: dict[str, str | int] = {
                "number": paper.number,
                "date": str(paper.date),
                "invoice": each.invoice,
                "customer": customer.id,
                "stated": format_rupiah(each.stated),
                "now": format_rupiah(each.now),
            }
            yield Problem("letter-drift", each.at, data, Severity.WARNING)


def kept_papers(folder: Path, book: Book) -> Iterator[Problem]:
    """Yield what is wrong with issued papers and proofs: gone, other bytes, or a paper that no entry names."""
    for customer, register in book.registers.items():
        named = set()
        for record in register.records:
            entry = record.entry
            if isinstance(entry, Issued | Final | Delivered) and entry.file is not None:
                kind = "evidence" if isinstance(entry, Delivered) else "issued"
                path = f"data/{kind}/{customer}/{entry.file}"
                named.add(path)
                found = digest(folder / path)
                if found is None:
                    yield error("kept-gone", record.at, path=path)
                elif found != entry.sha256:
                    yield error("kept-changed", record.at, path=path)
        for paper in sorted((folder / "data/issued" / customer).glob("*.pdf")):
            path = f"data/issued/{customer}/{paper.name}"
            if path not in named:
                yield warning("issued-stray", Source(path, width=0), customer=customer)


def mended(folder: Path) -> Iterator[Problem]:
    """Put an entry in the place of each last one that was cut off, and yield what was done, or why it cannot be."""
    with recording_lock(folder) as held:
        for path, raw in gather(folder)[0].below(REGISTERS):
            customer = PurePosixPath(path).stem
            found = cut_register(raw, path, customer)
            if found is None:
                continue
            register, left = found
            entry = torn(left, register.newest)
            at = Source(path, width=0)
            if entry is None:
                yield error("register-number-torn", at, customer=customer)
            else:
                mend_register(held, register, entry)
                yield warning("register-mended", at, count=len(register.records))
