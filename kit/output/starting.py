"""Lay the first files of a book into a new or empty folder, all of them or none; replace generated files one by one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from kit.basics.problems import Problem, error
from kit.output import disk
from kit.output.failure import operating

#: What may lie in a folder that is about to become a book.
_HARMLESS = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini"})
_STAGING = ".santun-new"


def occupied(folder: Path) -> tuple[Problem, ...]:
    """Say why no book can be begun in `folder`; one that is not there or empty is fine. Nothing is touched."""
    with operating(folder):
        if (folder / "data" / "creditor.yaml").exists():
            return (error("folder-holds-book", path=str(folder)),)
        names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    others = [name for name in names if name not in _HARMLESS]
    return (error("folder-not-empty", path=str(folder), name=others[0]),) if others else ()


def begin(folder: Path, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Write `files` (by path relative to `folder`), or refuse: a failure on the way takes back what was done."""
    refused = occupied(folder)
    if refused:
        return refused
    staging = folder / _STAGING
    moved: list[Path] = []
    fresh = not folder.exists()
    with operating(folder):
        try:
            for name, data in files.items():
                (staging / name).parent.mkdir(parents=True, exist_ok=True)
                disk.write_new(staging / name, data)
            disk.make_all_last(sorted(staging.rglob("*")), staging)
            for path in sorted(staging.iterdir()):
                moved.append(path.rename(folder / path.name))
            staging.rmdir()
            disk.make_last(folder)
        except BaseException:
            for path in (staging, *moved):
                _take_back(path)
            if fresh and folder.is_dir():
                folder.rmdir()
            raise
    return ()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write generated `files` into `folder`, each whole, in the place of its earlier version."""
    with operating(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            disk.replace(folder / name, data)


def _take_back(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
