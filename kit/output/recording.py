"""Write what was done: register entries, issued papers, links. Whole files, one writer at a time, nothing lost.

The only room besides the exchange that writes, and the only one that writes into the book.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kit.basics.problems import Problem, error
from kit.domain.addresses import Trace
from kit.domain.codes import Codes
from kit.domain.model import Link
from kit.domain.register import GENESIS, Entry, Final, Issued, Record, Register
from kit.output import batch, disk, wording
from kit.output.failure import OperationalFailure, operating
from kit.output.locks import locked

#: Seconds that a writer waits for another one.
PATIENCE = 30.0

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.pdf")
_HASH = re.compile(rb"^[ \t]+hash:[ \t]*[\"']?([0-9a-f]{64})[\"']?[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Held:
    """The right to record in one book, while the block of `recording_lock` lasts."""

    book: Path


@contextmanager
def recording_lock(book: Path, patience: float = PATIENCE) -> Iterator[Held]:
    """Hold the only pen of `book`: read registers, take the next number and write inside this block.

    Waits for another writer, then fails by name. Half-written files of a killed writer are removed first,
    and what it meant to write together is written.
    """
    folder = book / "data" / "register"
    with operating(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / ".lock", patience) as held:
        if not held:
            raise OperationalFailure("register-busy", path=str(folder))
        with operating(folder):
            _tidy(book)
        yield Held(book)


def append_record(held: Held, register: Register, entry: Entry) -> tuple[Record | None, tuple[Problem, ...]]:
    """Write `entry` behind the records of `register` and return it in its place.

    Refused where the file no longer ends as the register that was read.
    """
    if not _ID.fullmatch(register.customer):
        raise ValueError(f"not an id: {register.customer!r}")
    path = held.book / "data" / "register" / f"{register.customer}.yaml"
    with operating(path):
        if _head(path) != (len(register.records), register.head):
            return None, (error("register-changed", customer=register.customer),)
        record = register.appended(entry)
        disk.replace(path, wording.register((*register.records, record)).encode())
    return record, ()


def mend_register(held: Held, register: Register, entry: Entry) -> None:
    """Write `register`, which is all that reads of its file, and `entry` in the place of what follows it there."""
    if not _ID.fullmatch(register.customer):
        raise ValueError(f"not an id: {register.customer!r}")
    path = held.book / "data" / "register" / f"{register.customer}.yaml"
    with operating(path):
        disk.replace(path, wording.register((*register.records, register.appended(entry))).encode())


def keep_issued(
    held: Held, register: Register, name: str, pdf: bytes
) -> tuple[tuple[str, str] | None, tuple[Problem, ...]]:
    """Freeze an issued PDF in data/issued/<id>/; return its path relative to the book, and its SHA-256.

    A file that an entry of `register` names is never replaced by other bytes; one that no entry names
    is what an interrupted run left.
    """
    if not _ID.fullmatch(register.customer) or not _NAME.fullmatch(name):
        raise ValueError(f"not a name for an issued paper: {register.customer!r}, {name!r}")
    relative = f"data/issued/{register.customer}/{name}"
    path = held.book / relative
    sha256 = hashlib.sha256(pdf).hexdigest()
    named = any(isinstance(each.entry, Issued | Final) and each.entry.file == name for each in register.records)
    with operating(path):
        present = path.read_bytes() if path.is_file() else None
        if present is not None and named and present != pdf:
            return None, (error("issued-exists", customer=register.customer, name=name),)
        if present != pdf:
            make_folder(path.parent, held.book)
            disk.replace(path, pdf)
    return (relative, sha256), ()


def write_links(held: Held, links: Mapping[str, Link]) -> None:
    """Write all private page addresses of the book into links.yaml, for its owner's eyes only."""
    path = held.book / "links.yaml"
    with operating(path):
        disk.replace(path, wording.links(links).encode(), 0o600)


def write_trail(held: Held, traces: Iterable[Trace]) -> None:
    """Write what became of all private addresses into data/links.txt."""
    path = held.book / "data" / "links.txt"
    with operating(path):
        disk.replace(path, wording.trail(traces).encode())


def write_codes(held: Held, codes: Codes) -> None:
    """Write the key and all transfer codes of the book into codes.yaml, for its owner's eyes only."""
    path = held.book / "codes.yaml"
    with operating(path):
        disk.replace(path, wording.codes(codes).encode(), 0o600)


def new_key() -> str:
    """Return a fresh key of 256 random bits for transfer codes."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """Return a fresh page token of at least 128 random bits that begins with a letter or digit."""
    # Some hosts leave out folders whose name begins with "_", and "-" would look like an option.
    token = secrets.token_urlsafe(18)
    while not token[0].isalnum():
        token = secrets.token_urlsafe(18)
    return token


def _head(path: Path) -> tuple[int, str]:
    """Return how many entries the file holds and the hash of the last one."""
    try:
        hashes = _HASH.findall(path.read_bytes())
    except FileNotFoundError:
        return 0, GENESIS
    return len(hashes), hashes[-1].decode() if hashes else GENESIS


def make_folder(folder: Path, above: Path) -> None:
    """Make `folder` and what is missing between it and `above`, each made to last."""
    if folder == above or folder.is_dir():
        return
    make_folder(folder.parent, above)
    folder.mkdir(exist_ok=True)
    disk.make_last(folder.parent)


def _tidy(book: Path) -> None:
    batch.finish(book)
    folders = (
        "data/.links.txt.tmp",
        "data/.forgotten.txt.tmp",
        "data/register/.*.yaml.tmp",
        "data/customers/.*.yaml.tmp",
        "data/issued/*/.*.pdf.tmp",
    )
    for pattern in (".links.yaml.tmp", ".codes.yaml.tmp", *folders):
        for path in book.glob(pattern):
            path.unlink(missing_ok=True)
