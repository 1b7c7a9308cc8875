"""Whether a build may take the place of a folder: of an earlier build, an empty folder or nothing; of nothing else."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kit.basics.problems import Problem, error
from kit.output import manifest
from kit.output.failure import operating

#: Parts of a book that a build must never replace.
_SOURCES = ("data", "letters", "site", "evidence", ".git")
#: Names that file managers and editors leave behind; a build may take them away.
_LITTER = frozenset({"Thumbs.db", "desktop.ini", "Desktop.ini"})


def settled(out: Path) -> Path:
    """Return `out` absolute, with the links of its parent followed but not those of `out` itself."""
    absolute = Path(os.path.abspath(out))  # noqa: PTH100 - Path.resolve() would follow `out` itself
    return Path(os.path.realpath(absolute.parent)) / absolute.name


def in_letters(book: Path, name: str) -> Path:
    """Return the folder `name` for the drafts of one letter, below the book's `build-letters/`, now made."""
    home = book / "build-letters"
    with operating(home):
        home.mkdir(exist_ok=True)
    return home / name


def refusal(out: Path, book: Path) -> tuple[Problem, ...]:
    """Say why a build of `book` must not replace `out`; nothing is touched. `out` comes from `settled`.

    Refused are links, files, folders with a link inside, folders that hold anything
    but an earlier build, the book and its sources, and what cannot be written.
    """
    home = Path(os.path.realpath(book))
    real = Path(os.path.realpath(out))
    if home == real or home.is_relative_to(real):
        return (error("build-holds-book", path=str(out)),)
    if any(real == home / name or real.is_relative_to(home / name) for name in _SOURCES):
        return (error("build-is-source", path=str(out)),)
    try:
        mode = os.lstat(out).st_mode
    except FileNotFoundError:
        return _parent(out)
    if stat.S_ISLNK(mode):
        return (error("build-is-link", path=str(out)),)
    if not stat.S_ISDIR(mode):
        return (error("build-is-file", path=str(out)),)
    if not os.access(out, os.R_OK | os.W_OK | os.X_OK):
        return (error("build-not-writable", path=str(out)),)
    return _contents(out) or _parent(out)


def _parent(out: Path) -> tuple[Problem, ...]:
    if not out.parent.is_dir():
        return (error("build-no-parent", path=str(out.parent)),)
    if not os.access(out.parent, os.W_OK | os.X_OK):
        return (error("build-not-writable", path=str(out.parent)),)
    return ()


def _contents(out: Path) -> tuple[Problem, ...]:
    """Refuse links and strangers below `out`."""
    found = sorted(_walk(out, ""))
    for path, is_link in found:
        if is_link:
            return (error("build-has-link", path=str(out), name=path),)
    files = [path for path, _ in found]
    if not files:
        return ()
    ours = manifest.read(out)
    if ours is None:
        return (error("build-not-ours", path=str(out)),)
    known = {file.path for file in ours.files} | {manifest.NAME}
    strangers = [path for path in files if path not in known]
    if strangers:
        return (error("build-foreign-file", path=str(out), name=strangers[0], count=len(strangers)),)
    return ()


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, bool]]:
    """Yield every file and link below `folder`, litter left out, as (path, whether it is a link)."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_symlink():
                yield path, True
            elif entry.is_dir(follow_symlinks=False):
                yield from _walk(folder / entry.name, path + "/")
            elif not (entry.name.startswith((".", "~$")) or entry.name in _LITTER):
                yield path, False
