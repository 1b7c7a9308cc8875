"""Take everything about one customer out of a book, so that a run that is stopped can be done again from its start."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kit.domain.addresses import Act, Trace, given_up, mark, traces
from kit.domain.forgotten import Stone
from kit.domain.model import Book
from kit.output import disk, wording
from kit.output.failure import operating
from kit.output.recording import Held, write_codes, write_links, write_trail

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")


def kept_files(book: Path, customer: str) -> Iterator[Path]:
    """Yield every file of the book that is about `customer` alone, the one that says who it is last."""
    if not _ID.fullmatch(customer):
        raise ValueError(f"not an id: {customer!r}")
    for kind in ("issued", "evidence"):
        home = book / "data" / kind / customer
        yield from sorted(path for path in home.rglob("*") if path.is_symlink() or path.is_file())
    for kind in ("register", "customers"):
        path = book / "data" / kind / f"{customer}.yaml"
        if path.exists():
            yield path


def forget(held: Held, book: Book, customer: str, left: Iterable[Stone]) -> None:
    """Remove `customer`; `left` is what stays. Numbers are kept first, the customer's own file goes last."""
    files = list(kept_files(held.book, customer))
    day_left = tuple(left)
    path = held.book / "data" / "forgotten.txt"
    known = {(each.series, each.year, each.sequence) for each in book.forgotten}
    new = [each for each in day_left if (each.series, each.year, each.sequence) not in known]
    if new:
        with operating(path):
            disk.replace(path, wording.forgotten((*book.forgotten, *new)).encode())
    _forget_address(held, book, customer)
    if any(each.customer == customer for each in book.codes.given):
        given = tuple(each for each in book.codes.given if each.customer != customer)
        write_codes(held, replace(book.codes, given=given))
    for each in files:
        with operating(each):
            each.unlink(missing_ok=True)
    for kind in ("issued", "evidence"):
        home = held.book / "data" / kind / customer
        with operating(home):
            if home.is_symlink():
                home.unlink()
            elif home.is_dir():
                shutil.rmtree(home)


def _forget_address(held: Held, book: Book, customer: str) -> None:
    """Give up the address for good; what the trail says of it stays, without whose it was."""
    trail = (*book.trail, *traces(book.links, book.trail))
    gone = given_up(trail)
    own = {each.mark for each in trail if each.customer == customer}
    if customer in book.links:
        own.add(mark(book.links[customer].token))
    if not own:
        return
    last = max(each.date for each in trail if each.mark in own)
    bare = (replace(each, customer=None) if each.mark in own else each for each in trail)
    write_trail(held, (*bare, *(Trace(last, Act.REVOKED, None, each) for each in sorted(own - gone))))
    write_links(held, {who: link for who, link in book.links.items() if who != customer})
