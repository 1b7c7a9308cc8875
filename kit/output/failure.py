"""What the machine refused, not the book: a named failure that the door words and turns into exit code 3."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.basics.problems import Problem

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EIO: "disk-error",
    errno.EROFS: "disk-read-only",
    errno.EACCES: "permission-denied",
    errno.EPERM: "permission-denied",
    errno.EMFILE: "too-many-open-files",
    errno.ENFILE: "too-many-open-files",
    errno.ENOLCK: "no-file-locks",
    errno.EOPNOTSUPP: "no-file-locks",
}


class OperationalFailure(Exception):
    """A disk, a permission or a worker failed. `problem` holds code and facts; what stood before still stands."""

    def __init__(self, code: str, /, **data: str | int) -> None:
        self.problem = Problem(code, data=data)
        super().__init__(code, data)


def failure_of(reason: OSError, where: Path) -> OperationalFailure:
    """Return the failure that names what the system refused (`reason`) and at which path."""
    number = reason.errno or 0
    code = _CODES.get(number, "system-error")
    text = os.strerror(number) if number else str(reason)
    return OperationalFailure(code, path=str(where), reason=text)


@contextmanager
def operating(where: Path) -> Iterator[None]:
    """Turn every refusal of the system inside the block into an `OperationalFailure` about `where`."""
    try:
        yield
    except OSError as reason:
        raise failure_of(reason, where) from reason
