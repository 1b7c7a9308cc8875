"""Reads what a book keeps about one customer: the names and hashes of evidence, issued papers, standing documents."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from kit.domain.evidence import Evidence, Proof
from kit.domain.model import Customer

#: Bytes that a file may have to go into a case folder.
MOST_BYTES = 30_000_000
#: Files whose text can be searched for the names of others.
_TEXTS = (".txt", ".csv", ".eml", ".html", ".htm", ".md", ".json")
#: A shorter name says nothing: it stands in other words.
_LEAST = 5


def evidence_of(book: Path, customer: str, strangers: Collection[str] = ()) -> Evidence:
    """Return what the book in `book` keeps about `customer`; a text that names one of `strangers` says whom.

    Links, pipes, files that cannot be read and files beyond the limit are told apart as refused. No
    file of another customer's folder is ever opened.
    """
    refused: list[str] = []
    names = sorted({each for each in strangers if len(each) >= _LEAST})
    kept = _proofs(book, f"data/evidence/{customer}", names, refused)
    issued = _proofs(book, f"data/issued/{customer}", (), refused)
    standing = _proofs(book, "data/standing", (), refused)
    return Evidence(kept, issued, standing, tuple(refused))


def copies_of(book: Path, customer: Customer, endings: tuple[str, ...]) -> Mapping[str, tuple[str, str]]:
    """Return the copy of each invoice that names one of its `file`s and whose file the book keeps: source and SHA-256.

    Only regular files below the customer's own evidence count, of the kinds in `endings`.
    """
    home = f"data/evidence/{customer.id}"
    named = [each for each in customer.invoices if each.file is not None and each.file.lower().endswith(endings)]
    if not named or (book / home).resolve() != book.resolve() / home:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for invoice in named:
        source = f"{home}/{invoice.file}"
        inside = (book / source).resolve() == book.resolve() / source
        data = _read(book / source) if inside else None
        if data is not None:
            found[invoice.number] = (source, hashlib.sha256(data).hexdigest())
    return found


def _proofs(book: Path, home: str, strangers: Collection[str], refused: list[str]) -> tuple[Proof, ...]:
    found: list[Proof] = []
    if (book / home).resolve() != book.resolve() / home:
        refused.append(home)
        return ()
    for name in sorted(_walk(book / home, "")):
        source = f"{home}/{name}"
        data = _read(book / source)
        if data is None:
            refused.append(source)
            continue
        found.append(Proof(name, source, hashlib.sha256(data).hexdigest(), len(data), _named(name, data, strangers)))
    return tuple(found)


def _walk(folder: Path, prefix: str) -> Iterator[str]:
    """Yield what lies below `folder`, except what begins with a dot; links are not followed."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(folder / entry.name, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def _read(path: Path) -> bytes | None:
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _named(name: str, data: bytes, strangers: Collection[str]) -> str | None:
    """Return the first of `strangers` whose name a text file holds, in its name or its words."""
    text = name.casefold()
    if text.endswith(_TEXTS):
        text += "\n" + data.decode("utf-8", "replace").casefold()
    return next((each for each in strangers if each.casefold() in text), None)
