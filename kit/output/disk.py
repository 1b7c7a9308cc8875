"""The few things a disk is asked to do: write a new file, make it last, change two folders for one another."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Sequence
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
#: Up to this many files are made to last one by one; more of them by one call for the whole file system.
_FEW = 256


def write_new(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write `data` into a file that must not exist yet; a link in its place is refused."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    with os.fdopen(handle, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]


def make_last(path: Path) -> None:
    """Return when the file or folder at `path` would survive a power cut."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_all_last(paths: Sequence[Path], root: Path) -> None:
    """Return when all files and folders `paths` below `root` would survive a power cut."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None or len(paths) <= _FEW:
        for path in paths:
            make_last(path)
        return
    handle = os.open(root, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(root))
    finally:
        os.close(handle)


def replace(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Put `data` in the place of the file at `path`, whole or not at all, and make it last.

    The new bytes stand in `temporary(path)` until the moment of the change.
    """
    staged = temporary(path)
    staged.unlink(missing_ok=True)
    try:
        write_new(staged, data, mode)
        make_last(staged)
        staged.rename(path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    make_last(path.parent)


def temporary(path: Path) -> Path:
    """Return where the next bytes of the file at `path` are put together."""
    return path.with_name(f".{path.name}.tmp")


def exchange(one: Path, other: Path) -> bool:
    """Let two folders take each other's place in one step; False where this system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
