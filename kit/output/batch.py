"""Many files of the book changed as one: the whole intent is kept first, and whoever comes next finishes what stopped.

Also here: which rows of `kit record --from` were entered, in data/entered.txt.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kit.output import disk
from kit.output.failure import operating

#: Where the intent stands while it is carried out, and where rows are tried before anything is written.
INTENT, REHEARSAL = "data/register/.batch", "data/register/.rehearsal"
EVIDENCE = "data/evidence"
#: Which rows were entered, one a line: key, content.
ENTERED = "data/entered.txt"

_HEAD = "# Written by kit: rows that kit record --from has entered. Whoever deletes this file may enter them twice.\n"
_FILES = re.compile(r"data/(?:customers|register)/[a-z0-9][a-z0-9-]{0,31}\.yaml|data/entered\.txt")


def write_together(book: Path, files: Mapping[str, bytes]) -> None:
    """Put each of `files`, by path below `book`, in its place: all of them, also where this run is stopped."""
    if wrong := [path for path in files if not _FILES.fullmatch(path)]:
        raise ValueError(f"not a file of the book: {wrong[0]!r}")
    if not files:
        return
    intent = {path: base64.b64encode(data).decode() for path, data in sorted(files.items())}
    with operating(book / INTENT):
        disk.replace(book / INTENT, json.dumps(intent).encode())
        finish(book)


def finish(book: Path) -> None:
    """Carry out an intent that stands in `book`, where there is one; take away what trying rows has left."""
    disk.temporary(book / INTENT).unlink(missing_ok=True)
    shutil.rmtree(book / REHEARSAL, ignore_errors=True)
    intent = book / INTENT
    if not intent.is_file():
        return
    for path, data in json.loads(intent.read_bytes()).items():
        target = (book / path).resolve()
        if _FILES.fullmatch(path) and target.is_relative_to(book.resolve()):
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
            disk.replace(target, base64.b64decode(data), mode)
    intent.unlink()
    disk.make_last(intent.parent)


@contextmanager
def rehearsal(book: Path, files: Mapping[str, bytes], evidence: Iterable[str]) -> Iterator[Path]:
    """Lay `files`, and the proofs of the customers `evidence`, beside the book for a block; yield where they lie."""
    place = book / REHEARSAL
    try:
        with operating(place):
            for path, data in files.items():
                (place / path).parent.mkdir(parents=True, exist_ok=True)
                (place / path).write_bytes(data)
            for customer in evidence:
                if (book / EVIDENCE / customer).is_dir():
                    shutil.copytree(book / EVIDENCE / customer, place / EVIDENCE / customer)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def is_unfinished(book: Path) -> bool:
    """Tell whether a run that was stopped, or one that is at work, has an intent to carry out in `book`."""
    return (book / INTENT).exists()


def entered(book: Path) -> dict[str, str]:
    """Return the content of each row that was entered, by its key."""
    path = book / ENTERED
    with operating(path):
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
    words = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {each[0]: each[1] for each in words if len(each) == 2}


def entered_text(before: Mapping[str, str], more: Iterable[tuple[str, str]]) -> bytes:
    """Return the file of entered rows with `more` behind those of `before`."""
    lines = (f"{key} {content}\n" for key, content in (*before.items(), *more))
    return (_HEAD + "".join(lines)).encode()
