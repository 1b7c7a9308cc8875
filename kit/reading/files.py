"""The bytes of a book, taken from the disk once and carefully: no pipe, no device, no way out of the book."""

# Ten thousand small files: os.lstat and os.open, once each, are what is meant.
# ruff: noqa: PTH116, PTH118, PTH123, PTH208

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kit.basics.problems import Problem, Source, error, ordered, warning
from kit.reading.characters import folded
from kit.reading.decoding import MOST_BYTES

CREDITOR, POLICY, CALENDAR, LINKS = "data/creditor.yaml", "data/policy.yaml", "data/calendar.yaml", "links.yaml"
CODES = "codes.yaml"
TRAIL = "data/links.txt"
FORGOTTEN = "data/forgotten.txt"
CUSTOMERS, REGISTERS = "data/customers/", "data/register/"

#: How Dropbox, OneDrive, Nextcloud and Syncthing mark a file of which they kept two versions.
_CONFLICTS = ("conflicted copy", "salinan konflik", "sync-conflict", "case conflict")

_KINDS = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


@dataclass(frozen=True, slots=True)
class Files:
    """Everything a book says, as bytes by path relative to the book, in the order of the paths."""

    contents: Mapping[str, bytes]

    @property
    def fingerprint(self) -> str:
        """A digest of all names and contents: equal only for equal books."""
        digest = hashlib.blake2b(digest_size=32)
        for path, raw in self.contents.items():
            name = path.encode("utf-8", "surrogateescape")
            digest.update(b"%d:%s%d:" % (len(name), name, len(raw)))
            digest.update(raw)
        return digest.hexdigest()

    def below(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of each file in `folder`, which ends in a slash."""
        return ((path, raw) for path, raw in self.contents.items() if path.startswith(folder))


def gather(book: Path) -> tuple[Files, tuple[Problem, ...]]:
    """Read every file of `book` that the kit understands, each exactly once."""
    problems: list[Problem] = []
    if not _is_inside(book / "data", book):
        return Files({}), (error("file-outside", Source("data", width=0)),)
    paths = [
        path for path in (CREDITOR, POLICY, CALENDAR, LINKS, CODES, TRAIL, FORGOTTEN) if os.path.lexists(book / path)
    ]
    if CREDITOR not in paths:
        problems.append(error("book-missing", Source(CREDITOR, width=0)))
    for folder in (CUSTOMERS, REGISTERS):
        paths += _listed(book, folder, problems)
    contents: dict[str, bytes] = {}
    for path in sorted(paths):
        raw, problem = read_bytes(book, path)
        if problem:
            problems.append(problem)
        else:
            contents[path] = raw
    return Files(contents), ordered(problems)


def read_bytes(book: Path, path: str) -> tuple[bytes, Problem | None]:
    """Return the bytes of the file at `path`, relative to `book`, or what it is instead of a file.

    Never waits: pipes, devices and folders are recognised before they are opened.
    """
    at, full = Source(path, width=0), os.path.join(book, path)
    try:
        status = os.lstat(full)
        if stat.S_ISLNK(status.st_mode):
            status = os.stat(full)
            if not _is_inside(Path(full), book):
                return b"", error("file-outside", at)
        if not stat.S_ISREG(status.st_mode):
            kind = next((name for test, name in _KINDS if test(status.st_mode)), "device")
            return b"", error("file-kind", at, kind=kind)
        # Another program may put a pipe in the file's place between look and opening.
        with open(os.open(full, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            return file.read(MOST_BYTES + 1), None
    except (OSError, ValueError) as fault:  # ValueError: a name that no file system can hold
        return b"", error("file-unreadable", at, reason=getattr(fault, "strerror", None) or "its name")


def _is_inside(path: Path, book: Path) -> bool:
    """Tell whether `path`, wherever links lead it, lies in the book."""
    return path.resolve().is_relative_to(book.resolve())


def _listed(book: Path, folder: str, problems: list[Problem]) -> list[str]:
    """Return the YAML files of `folder`; tell about what else lies there."""
    full = book / folder
    if not os.path.lexists(full):
        return []
    if not _is_inside(full, book):
        problems.append(error("file-outside", Source(folder, width=0)))
        return []
    try:
        names = sorted(os.listdir(full))
    except OSError as fault:
        problems.append(error("file-unreadable", Source(folder, width=0), reason=fault.strerror or "unknown"))
        return []
    paths = []
    for name in names:
        if any(mark in folded(name) for mark in _CONFLICTS):
            problems.append(error("file-conflict", Source(folder + name, width=0)))
        elif name.endswith(".yaml"):
            paths.append(folder + name)
        elif not name.startswith("."):
            problems.append(warning("file-stray", Source(folder + name, width=0)))
    return paths
