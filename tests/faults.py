"""Kill a program, or let the disk refuse it something, at every moment that matters. Needs strace and Linux.

A small program under test calls `begin()` where its own work begins; what Python does before is no moment of ours.
Of a whole `kit` command the moments count since the first call that names a file, such as `build.lock`:

    for point in sample(points(command, since="build.lock"), 50):
        kill(command, point)
"""

from __future__ import annotations

import functools
import os
import random
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

#: System calls that change something on disk, or say that it is to last.
CALLS = ("openat", "write", "fsync", "syncfs", "rename", "renameat2", "mkdir", "unlink", "unlinkat", "rmdir")
#: The program then stops only at the calls that are watched. Never for `kill`: strace 6.1 loses its signals so.
_FAST = ("--seccomp-bpf",)
_MARK = "/santun-test-begins"
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)")


@dataclass(frozen=True, slots=True)
class Point:
    """The moment before the `when`-th call of one kind."""

    call: str
    when: int

    def __str__(self) -> str:
        """Return a name for test reports."""
        return f"{self.call}-{self.when}"


def begin() -> None:
    """Mark in the trace that the work begins."""
    with suppress(FileNotFoundError):
        os.rmdir(_MARK)  # noqa: PTH106 - the call itself is the mark


@functools.cache
def missing() -> str:
    """Return why faults cannot be injected here, or an empty string."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    tried = subprocess.run([strace, "-qq", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"strace may not trace here: {tried.stderr.strip()[:80]}"


def points(command: Sequence[str], since: str = _MARK, **options: object) -> list[Point]:
    """Run `command` once; return all moments at which its first process changes something, in order.

    They count from the first call on whose arguments hold `since`.
    """
    with tempfile.NamedTemporaryFile("r") as trace:
        run = _run([*_FAST, "-o", trace.name, "-e", "trace=" + ",".join(CALLS)], command, options)
        assert run.returncode == 0, run.stderr
        counted: Counter[str] = Counter()
        found: list[Point] = []
        begun, first = False, ""
        for line in trace:
            match = _LINE.match(line)
            if not match:
                continue
            process, call, arguments = match.groups()
            first = first or process
            if process != first:
                continue
            counted[call] += 1
            begun = begun or since in arguments
            changes = call != "openat" or "O_CREAT" in arguments
            if begun and changes and _MARK not in arguments:
                found.append(Point(call, counted[call]))
    return found


def sample(found: Sequence[Point], count: int, seed: int = 20261120) -> list[Point]:
    """Return `count` of the moments, first and last among them, in order."""
    if len(found) <= count:
        return list(found)
    inner = random.Random(seed).sample(range(1, len(found) - 1), count - 2)
    return [found[index] for index in sorted({0, len(found) - 1, *inner})]


def kill(command: Sequence[str], point: Point, **options: object) -> subprocess.CompletedProcess[str]:
    """Run `command` and kill it at `point`."""
    injected = f"inject={point.call}:signal=KILL:when={point.when}"
    return _run(["-o", os.devnull, "-e", f"trace={point.call}", "-e", injected], command, options)


def refuse(
    command: Sequence[str], point: Point, error: str, *, lasting: bool = False, **options: object
) -> subprocess.CompletedProcess[str]:
    """Run `command`; the system answers `error` at `point`, and ever after where `lasting`."""
    when = f"{point.when}+" if lasting else f"{point.when}"
    injected = f"inject={point.call}:error={error}:when={when}"
    return _run([*_FAST, "-o", os.devnull, "-e", f"trace={point.call}", "-e", injected], command, options)


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return all files below `folder` with their bytes; nothing where there is no folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def _run(flags: Sequence[str], command: Sequence[str], options: dict[str, object]) -> subprocess.CompletedProcess[str]:
    # A program that writes its own bytecode would make other calls the second time.
    full = ["strace", "-f", "-qq", "-E", "PYTHONDONTWRITEBYTECODE=1", *flags, *command]
    return subprocess.run(full, capture_output=True, text=True, check=False, timeout=120, **options)  # type: ignore[call-overload, no-any-return]
