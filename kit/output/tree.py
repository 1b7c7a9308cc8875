"""Step 7, render and write: every planned file made, the whole tree exchanged, or nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kit.basics.problems import Problem, error, has_errors
from kit.composing.documents import Bundle, Document, Kept, Listing, Mail, Sheet, TextFile, Twin
from kit.output import manifest
from kit.output.bundle import listing_of, zip_of
from kit.output.docx import docx
from kit.output.exchange import Staging, staging
from kit.output.failure import operating
from kit.output.leaks import SITE, Guard
from kit.output.mail import draft
from kit.output.manifest import File, Manifest
from kit.output.plan import Plan, Planned
from kit.output.workers import render_all

#: Called with the number of files done and the number of all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What rendering needs beside the plan: the book's folder, fonts, hosts of links, workers, a guard of the site."""

    book: Path
    fonts: Path
    hosts: Collection[str] = ()
    jobs: int = 1
    #: Who looks over every file of the site before it is written; None: nobody.
    guard: Guard | None = None


def write_tree(
    plan: Plan, listing: Manifest, out: Path, means: Means, progress: Progress
) -> tuple[Manifest | None, tuple[Problem, ...]]:
    """Render every file of `plan` and exchange the tree at `out`; return its manifest, or None where it was refused.

    `listing` is the manifest without its files. Whatever goes wrong, the old build stands.
    """
    with staging(out, means.book) as (stage, problems):
        found = list(problems)
        if stage is None:
            return None, tuple(found)
        files: list[File] = []
        for planned, data, faults in _made(plan, out, means):
            found += faults
            if means.guard and planned.path.startswith(SITE):
                found += means.guard.look(planned.path, planned.customer, data)
            if not has_errors(found):
                files.append(_written(stage, planned, data))
            progress(len(files), len(plan.files))
        if has_errors(found):
            return None, tuple(found)
        written = {file.path for file in files}
        for planned in plan.files_of_files:
            if planned.path not in written:
                files.append(_written(stage, planned, _gathered(planned.document, stage)))
                progress(len(files), len(plan.files))
        whole = Manifest(listing.kit, listing.as_of, listing.book, listing.rehearsal, tuple(sorted(files)))
        found += stage.exchange(whole)
    return whole, tuple(found)


def _made(plan: Plan, out: Path, means: Means) -> Iterator[tuple[Planned, bytes, tuple[Problem, ...]]]:
    """Yield every planned file with its bytes: what the last build has, what is only written, what is laid out."""
    by_path = {planned.path: planned for planned in plan.files}
    before = manifest.read(out)
    digests = {file.path: file.sha256 for file in before.files} if before else {}
    unchanged = plan.unchanged(before)
    sheets = []
    for planned in plan.files:
        data = _reused(out / planned.path, digests[planned.path]) if planned.path in unchanged else None
        if data is not None:
            yield planned, data, ()
        elif isinstance(planned.document, Sheet):
            sheets.append(planned.document)
        elif not isinstance(planned.document, Listing | Bundle):  # these wait for their parts
            data, problems = _bytes_of(planned.document, means.book)
            yield planned, data, problems
    with closing(render_all(sheets, means.fonts, hosts=means.hosts, jobs=means.jobs)) as pressed:
        for rendered in pressed:
            yield by_path[rendered.path], rendered.pdf, rendered.problems


def _reused(path: Path, sha256: str) -> bytes | None:
    """Return the bytes of a file of the last build, or None where they are no longer those it made."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _bytes_of(document: Mail | TextFile | Kept | Twin, book: Path) -> tuple[bytes, tuple[Problem, ...]]:
    if isinstance(document, TextFile):
        return document.text.encode(), ()
    if isinstance(document, Kept):
        return _kept(document, book)
    if isinstance(document, Twin):
        return docx(document.html, document.css, document.images), ()
    if document.attachment is None:
        return draft(document)
    data, problems = _kept(document.attachment, book)
    return draft(document, data) if not problems else (b"", problems)


def _gathered(document: Document, stage: Staging) -> bytes:
    """Return the bytes of a file that is made of others, which stand in the tree already."""
    if isinstance(document, Listing):
        return listing_of(document, stage.read)
    if isinstance(document, Bundle):
        return zip_of(document, stage.read)
    raise TypeError(type(document).__name__)


def _kept(paper: Kept, book: Path) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the issued paper as it was frozen, or that it is no longer what the register says."""
    path = book / paper.source
    if not path.is_file():
        return b"", (error("issued-missing", customer=paper.customer, path=paper.source),)
    with operating(path):
        data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != paper.sha256:
        return b"", (error("issued-changed", customer=paper.customer, path=paper.source),)
    return data, ()


def _written(stage: Staging, planned: Planned, data: bytes) -> File:
    stage.write(planned.path, data)
    digest = hashlib.sha256(data).hexdigest()
    return File(planned.path, planned.kind, digest, len(data), planned.key, planned.customer)
