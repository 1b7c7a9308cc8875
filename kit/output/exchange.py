"""Replace a whole build by the next one in a single step: a reader sees the old one or the new one, never a mixture.

The next build grows in a workshop beside the old one, `<out>.new-<random>/`:

    santun-staging   the sign that the workshop is ours; made first, removed last
    tree/            the next build; after the exchange, the previous one
    old/             only while a file system without exchange is between two renames
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from kit.basics.problems import Problem, error, warning
from kit.output import disk, manifest, target
from kit.output.failure import operating
from kit.output.locks import locked

_SIGN = "santun-staging"


class Staging:
    """The next build while it grows. Write every file, then `exchange` once."""

    def __init__(self, out: Path, workshop: Path) -> None:
        self._out = out
        self._workshop = workshop
        self._tree = workshop / "tree"
        self._folders: set[Path] = {self._tree}
        self._files: list[Path] = []

    def write(self, path: str, data: bytes) -> None:
        """Write one file of the build at `path` below it. A path is written once and never leaves the build."""
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts:
            raise ValueError(f"not a path below a build: {path!r}")
        place = self._tree.joinpath(*parts)
        with operating(self._out):
            self._make(place.parent)
            disk.write_new(place, data)
        self._files.append(place)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the build that was written before."""
        with operating(self._out):
            return self._tree.joinpath(*PurePosixPath(path).parts).read_bytes()

    def exchange(self, listing: manifest.Manifest) -> tuple[Problem, ...]:
        """Add the manifest and put this tree in the place of the old one; return warnings only.

        Raises `OperationalFailure` as long as the old build stands, never after.
        """
        self.write(manifest.NAME, manifest.to_bytes(listing))
        with operating(self._out):
            disk.make_all_last([*self._files, *self._folders], self._tree)
            _change(self._tree, self._out)
        return _confirm(self._out) + _clear(self._workshop)

    def _make(self, folder: Path) -> None:
        if folder not in self._folders:
            self._make(folder.parent)
            folder.mkdir()
            self._folders.add(folder)


@contextmanager
def staging(out: Path, book: Path) -> Iterator[tuple[Staging | None, tuple[Problem, ...]]]:
    """Yield an empty `Staging` for the next build of `book` at `out`, or None and the reasons against it.

    What a killed run left is put right first. Leaving the block without an exchange
    removes all traces and keeps the old build. The problems beside a Staging are warnings.
    """
    out = target.settled(out)
    if not out.parent.is_dir():
        yield None, target.refusal(out, book)
        return
    if not os.access(out.parent, os.W_OK | os.X_OK):
        yield None, (error("build-not-writable", path=str(out.parent)),)
        return
    with locked(out.with_name(out.name + ".lock")) as held:
        if not held:
            yield None, (error("build-locked", path=str(out)),)
            return
        with operating(out):
            leftovers = _repair(out)
            refused = target.refusal(out, book)
        if refused:
            yield None, refused
            return
        workshop = out.with_name(f"{out.name}.new-{secrets.token_hex(4)}")
        try:
            with operating(out):
                _open(workshop)
            yield Staging(out, workshop), leftovers
        finally:
            _clear(workshop)


def _open(workshop: Path) -> None:
    workshop.mkdir(mode=0o700)
    disk.write_new(workshop / _SIGN, b"")
    (workshop / "tree").mkdir()


def _change(tree: Path, out: Path) -> None:
    if not out.exists():
        tree.rename(out)
        return
    if disk.exchange(tree, out):
        return
    # Two steps: what a kill between them leaves, `_repair` of the next run puts back.
    old = tree.with_name("old")
    out.rename(old)
    try:
        tree.rename(out)
    except OSError:
        old.rename(out)
        raise


def _confirm(out: Path) -> tuple[Problem, ...]:
    """Make the exchange last; the new build stands also where the disk does not confirm it."""
    try:
        disk.make_last(out.parent)
    except OSError as reason:
        return (warning("build-unconfirmed", path=str(out), reason=os.strerror(reason.errno or 0)),)
    return ()


def _repair(out: Path) -> tuple[Problem, ...]:
    """Undo what killed runs left beside `out`: a build between two renames goes back, workshops go away."""
    shape = re.compile(re.escape(out.name) + r"\.new-[0-9a-f]{8}")
    found: list[Problem] = []
    for workshop in sorted(out.parent.iterdir()):
        if not shape.fullmatch(workshop.name) or workshop.is_symlink() or not workshop.is_dir():
            continue
        if not (workshop / _SIGN).exists():
            # Killed between making the folder and signing it: ours only if empty.
            if not any(workshop.iterdir()):
                workshop.rmdir()
            continue
        if (workshop / "old").is_dir() and not out.exists():
            (workshop / "old").rename(out)
            disk.make_last(out.parent)
        found += _clear(workshop)
    return tuple(found)


def _clear(workshop: Path) -> tuple[Problem, ...]:
    """Remove a workshop, its sign last; one that resists is a warning, the next run tries again."""
    try:
        for name in ("tree", "old"):
            if (workshop / name).exists():
                shutil.rmtree(workshop / name)
        (workshop / _SIGN).unlink(missing_ok=True)
        if workshop.exists():
            workshop.rmdir()
    except OSError as reason:
        return (warning("build-leftover", path=str(workshop), reason=os.strerror(reason.errno or 0)),)
    return ()
