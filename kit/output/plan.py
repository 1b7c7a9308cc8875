"""From documents to a plan: every file of a build, whose it is, and the content key that says when it would differ.

Two files with one key have the same bytes. A key is a hash over everything that flows into
the bytes: the document, the kit's version and, for paper, fonts and layout engine. No clock,
no place on the machine, no version of Python flows in.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

from kit.basics.problems import Problem, error
from kit.composing.documents import Bundle, Document, Kept, Listing, Mail, Sheet, TextFile, Twin
from kit.output import archive, docx_parts, fonts, manifest, versions

#: The word for each kind of document in the manifest.
KINDS: Mapping[type, str] = {
    Mail: "mail", TextFile: "text", Sheet: "sheet", Twin: "twin", Kept: "kept", Listing: "listing", Bundle: "bundle",
}  # fmt: skip

_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", re.ASCII)
_LONGEST = 240
#: Names that Windows keeps for devices, with any ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Planned:
    """One file that a build will hold."""

    path: str
    kind: str
    #: None: the file belongs to nobody in particular.
    customer: str | None
    #: SHA-256, in hex, over everything that its bytes depend on.
    key: str
    document: Document


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of a build, by path."""

    files: tuple[Planned, ...]

    @property
    def files_of_files(self) -> tuple[Planned, ...]:
        """What is made of other files of the build, lists before the bundles that hold them."""
        lists = tuple(each for each in self.files if isinstance(each.document, Listing))
        return lists + tuple(each for each in self.files if isinstance(each.document, Bundle))

    def unchanged(self, before: manifest.Manifest | None) -> frozenset[str]:
        """Return the paths that stand in an earlier build with the bytes that they would get now."""
        if before is None:
            return frozenset()
        keys = {file.path: file.key for file in before.files}
        return frozenset(file.path for file in self.files if keys.get(file.path) == file.key)


def plan(documents: Iterable[Document], font_folder: Path, kit: str) -> tuple[Plan, tuple[Problem, ...]]:
    """Return the plan for `documents`, made by version `kit`, and what is wrong with their paths."""
    files = sorted(
        (
            Planned(each.path, KINDS[type(each)], each.customer, content_key(each, font_folder, kit), each)
            for each in documents
        ),
        key=lambda file: file.path,
    )
    return Plan(tuple(files)), _check(files)


def content_key(document: Document, font_folder: Path, kit: str) -> str:
    """Return the content key of `document`."""
    basis: list[object] = [KINDS[type(document)], kit]
    if isinstance(document, Sheet | Listing | Bundle):
        basis += [fonts.fingerprint(font_folder), list(versions.engine()), archive.REVISION]
    if isinstance(document, Twin | Listing | Bundle):
        basis.append(docx_parts.REVISION)
    basis.append(_plain(document))
    text = json.dumps(basis, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    """Return `value` as JSON with the name of every field, long texts and bytes as their hash."""
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest()}
    if isinstance(value, str):
        # Halves of surrogate pairs are refused later, where the file is made; here they must only not fail.
        return value if len(value) < 200 else _plain(value.encode("utf-8", "surrogatepass"))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if value is None or isinstance(value, int):
        return value
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _check(files: Iterable[Planned]) -> tuple[Problem, ...]:
    """Refuse paths that are unsafe, taken twice (capitals aside), or a file and a folder at once."""
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    folders: dict[str, str] = {}
    for file in files:
        name = file.path.casefold()
        if not _safe(file.path):
            problems.append(error("path-unsafe", path=ascii(file.path)[1:-1]))
            continue
        if name in taken or name == manifest.NAME:
            problems.append(error("path-taken", path=file.path, rival=taken.get(name, manifest.NAME)))
        taken[name] = file.path
        parts = name.split("/")
        folders.update(("/".join(parts[:depth]), file.path) for depth in range(1, len(parts)))
    problems += (error("path-taken", path=path, rival=folders[name]) for name, path in taken.items() if name in folders)
    return tuple(problems)


def _safe(path: str) -> bool:
    """Tell whether `path` stays below a build and means the same file on every system."""
    if len(path) > _LONGEST or unicodedata.normalize("NFC", path) != path:
        return False
    return all(
        _PART.fullmatch(part) and not part.endswith(".") and not _DEVICES.fullmatch(part) for part in path.split("/")
    )
