"""The list of everything a build left, and the sign by which the kit knows a build folder as its own."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path

#: File name inside a build folder.
NAME = "manifest.json"
#: What stands under "format"; a folder that says anything else is not ours.
FORMAT = "santun-build/1"


@dataclass(frozen=True, slots=True, order=True)
class File:
    """One file of a build: path below it, hash and size of its bytes, and the content key they were made from."""

    path: str
    #: "mail", "text", "sheet" or "kept".
    kind: str
    sha256: str
    size: int
    key: str
    #: None: the file belongs to nobody in particular.
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build consists of and what it was made from. Holds no clock time and no place on the machine."""

    kit: str
    as_of: dt.date
    #: Hash of everything that was read from the book.
    book: str
    #: Made for a day before the newest register entry, only to be looked at.
    rehearsal: bool
    files: tuple[File, ...]


def to_bytes(manifest: Manifest) -> bytes:
    """Return the one way to write `manifest`: JSON, files sorted by path, one on a line."""
    head = {
        "as_of": manifest.as_of.isoformat(),
        "book": manifest.book,
        "format": FORMAT,
        "kit": manifest.kit,
        "rehearsal": manifest.rehearsal,
    }
    lines = [
        _dumps(
            {
                "customer": file.customer,
                "key": file.key,
                "kind": file.kind,
                "path": file.path,
                "sha256": file.sha256,
                "size": file.size,
            }
        )
        for file in sorted(manifest.files, key=lambda file: file.path)
    ]
    body = ",\n".join(lines)
    return (_dumps(head)[:-1] + ',"files":[\n' + body + "\n]}\n").encode()


def from_bytes(data: bytes) -> Manifest | None:
    """Return the manifest that `data` writes, or None where it is not one of ours."""
    try:
        raw = json.loads(data)
        if raw["format"] != FORMAT:
            return None
        files = tuple(
            File(
                path=str(each["path"]),
                kind=str(each["kind"]),
                sha256=str(each["sha256"]),
                size=int(each["size"]),
                key=str(each["key"]),
                customer=None if each["customer"] is None else str(each["customer"]),
            )
            for each in raw["files"]
        )
        as_of = dt.date.fromisoformat(raw["as_of"])
        return Manifest(str(raw["kit"]), as_of, str(raw["book"]), bool(raw["rehearsal"]), files)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def read(folder: Path) -> Manifest | None:
    """Return the manifest in `folder`, or None where there is none of ours. Links are not followed."""
    try:
        handle = os.open(folder / NAME, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as file:
        return from_bytes(file.read())


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
