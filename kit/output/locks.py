"""One at a time: a lock on a file that ends with the process that holds it, however that process ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.output.failure import operating

_PAUSE = 0.02


@contextmanager
def locked(path: Path, patience: float = 0.0) -> Iterator[bool]:
    """Hold the lock on the file `path`; yield False where another process still has it after `patience` seconds."""
    with operating(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with operating(path):
            held = _take(handle, patience)
        yield held
    finally:
        os.close(handle)


def _take(handle: int, patience: float) -> bool:
    for _ in range(int(patience / _PAUSE) + 1):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if patience:
                time.sleep(_PAUSE)
        else:
            return True
    return False
