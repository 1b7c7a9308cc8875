"""Lay out many sheets at once, each within a limit of time and memory; the bytes do not depend on how many work.

Every sheet is laid out by a worker process, also with one job: a sheet that never ends can then be stopped.
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import time
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from kit.basics.problems import Problem, error
from kit.composing.documents import Sheet
from kit.output.failure import OperationalFailure
from kit.output.pdf import Press, prepare

#: How a worker ends when Python cannot even say that memory ran out.
_NO_MEMORY = 70
#: How it ends when the C libraries below the layout engine give up, for want of memory or by a fault of theirs.
_CRASHES = frozenset(
    {-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGSEGV, -signal.SIGBUS, -signal.SIGFPE, -signal.SIGILL}
)
_TOO_HEAVY = "sheet-too-heavy"
_FORKS = sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one sheet may take."""

    seconds: float = 20.0
    #: Bytes on top of what an idle worker has.
    memory: int = 1 << 30


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A sheet laid out: its path and PDF, or no bytes and the reasons."""

    path: str
    pdf: bytes
    problems: tuple[Problem, ...]


def render_all(
    sheets: Iterable[Sheet], fonts: Path, *, hosts: Collection[str] = (), jobs: int = 1, limits: Limits = LIMITS
) -> Generator[Rendered, None, None]:
    """Yield every sheet of `sheets` laid out, in the order in which they are done.

    `jobs` 0 lays them out in this process and without limits, for a debugger. Closing the
    iterator, or an exception such as Ctrl-C, stops all workers. A worker that somebody
    else killed is an `OperationalFailure`.
    """
    if jobs == 0:
        press = Press(fonts, hosts)
        for sheet in sheets:
            yield Rendered(sheet.path, *press.render(sheet))
        return
    team: list[_Worker] = []
    try:
        for sheet in sheets:
            if not team:
                prepare(fonts)
                team += [_Worker(fonts, frozenset(hosts), limits) for _ in range(jobs)]
            while (free := next((worker for worker in team if worker.sheet is None), None)) is None:
                yield from _wait(team, limits)
            free.give(sheet)
        while any(worker.sheet for worker in team):
            yield from _wait(team, limits)
    finally:
        for worker in team:
            worker.stop()


class _Worker:
    """A place for one process with one press. The process begins with the first sheet, and again after a stop."""

    def __init__(self, fonts: Path, hosts: frozenset[str], limits: Limits) -> None:
        self._fonts = fonts
        self._hosts = hosts
        self._limits = limits
        self._process: BaseProcess | None = None
        self._deadline = 0.0
        self.sheet: Sheet | None = None
        self.line: Connection

    def give(self, sheet: Sheet) -> None:
        """Hand over the next sheet."""
        if self._process is None:
            self._start()
        self.sheet = sheet
        self._deadline = time.monotonic() + self._limits.seconds
        with suppress(OSError):  # It died while idle: the line tells at the next look.
            self.line.send(sheet)

    @property
    def left(self) -> float:
        """Seconds until the sheet in hand has taken too long."""
        return max(0.0, self._deadline - time.monotonic())

    def take(self, sheet: Sheet) -> Rendered | None:
        """Return what the process made of `sheet`, None while it still works."""
        if self.line.poll():
            try:
                result = Rendered(sheet.path, *self.line.recv())
            except (EOFError, OSError):
                return self._died(sheet)
            self.sheet = None
            if any(problem.code == _TOO_HEAVY for problem in result.problems):
                self.stop()
            return result
        if self.left:
            return None
        self.stop()
        return Rendered(sheet.path, b"", (error(_TOO_HEAVY, path=sheet.path, seconds=int(self._limits.seconds)),))

    def stop(self) -> int:
        """End the process now, whatever it does; return its exit code."""
        process, self._process, self.sheet = self._process, None, None
        if process is None:
            return 0
        process.kill()
        process.join()
        self.line.close()
        return process.exitcode or 0

    def _start(self) -> None:
        # After a fork the worker has what `prepare` imported. macOS and threads do not go well with forks.
        context: Any = multiprocessing.get_context("fork" if _FORKS else "spawn")
        self.line, theirs = context.Pipe()
        arguments = (theirs, self._fonts, self._hosts, self._limits.memory)
        self._process = context.Process(target=_work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def _died(self, sheet: Sheet) -> Rendered:
        if self._process is not None:
            self._process.join()
        code = self.stop()
        if code == _NO_MEMORY:
            return Rendered(sheet.path, b"", (error(_TOO_HEAVY, path=sheet.path),))
        if code in _CRASHES:
            return Rendered(sheet.path, b"", (error("sheet-crashed", path=sheet.path, signal=-code),))
        raise OperationalFailure("worker-died", path=sheet.path, exit=code)


def _wait(team: list[_Worker], limits: Limits) -> Iterator[Rendered]:
    """Yield what is done, after waiting until something is or until a sheet has taken too long."""
    busy = [worker for worker in team if worker.sheet]
    patience = min((worker.left for worker in busy), default=limits.seconds)
    multiprocessing.connection.wait([worker.line for worker in busy], patience)
    for worker in busy:
        result = worker.take(worker.sheet) if worker.sheet else None
        if result is not None:
            yield result


def _work(line: Connection, fonts: Path, hosts: frozenset[str], memory: int) -> None:
    """Lay out sheets as they come down the line, until it ends."""
    # Ctrl-C reaches the whole group; only the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _FORKS:
        _let_go(line.fileno())
    try:
        press = Press(fonts, hosts)
        _limit(memory)
        line.send(press.render(line.recv()))
        # What is alive now stays alive: the collector need not walk through it again and again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        while True:
            line.send(press.render(line.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except MemoryError:
        sys.exit(_NO_MEMORY)


def _let_go(line: int) -> None:
    """Let go of every file that the fork copied: a lock or another worker's line would outlive the parent."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 - names are wanted
        if int(name) > 2 and int(name) not in (line, nothing):
            with suppress(OSError):
                # Taken, not closed: an object that still knows the number must not close somebody else's file.
                os.dup2(nothing, int(name), inheritable=False)


def _limit(memory: int) -> None:
    """Allow this process `memory` bytes more than it has."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
