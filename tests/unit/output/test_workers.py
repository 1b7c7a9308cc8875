"""Workers: the same papers with any number of them, nothing hangs, nothing is left running."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.composing.documents import Sheet
from kit.output import pdf
from kit.output.failure import OperationalFailure
from kit.output.workers import Limits, Rendered, render_all
from tests.unit.output.test_pdf import FONTS, HOSTS, sheet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches processes in /proc")


def letters(count: int) -> list[Sheet]:
    """Return `count` different sheets."""
    return [sheet(f"<p>{number}</p>", path=f"letters/{number:03}.pdf") for number in range(count)]


def heavy(paragraphs: int = 2500) -> Sheet:
    """Return a sheet that takes several seconds and a lot of memory."""
    return sheet(
        "".join(f'<p style="font-size: {10 + number % 3}px">{"kata " * 50}</p>' for number in range(paragraphs)),
        path="heavy.pdf",
    )


def by_path(results: Iterator[Rendered]) -> dict[str, Rendered]:
    """Return all results by path."""
    return {result.path: result for result in results}


def children() -> set[int]:
    """Return the processes that this one started and that still run."""
    found = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return {int(each) for each in found.split()}


def test_any_number_of_workers_makes_the_same_bytes() -> None:
    pages = letters(12)
    alone = by_path(render_all(pages, FONTS, hosts=HOSTS, jobs=0))
    assert len(alone) == 12
    assert not any(each.problems for each in alone.values())
    for jobs in (1, 2, 5):
        assert by_path(render_all(reversed(pages), FONTS, hosts=HOSTS, jobs=jobs)) == alone
    assert children() == set()


def test_no_sheet_needs_no_worker() -> None:
    assert list(render_all([], FONTS, jobs=2)) == []


def test_problems_come_through() -> None:
    found = by_path(render_all([*letters(3), sheet("\U0001f64f", path="x.pdf")], FONTS, jobs=2))
    assert [each.code for each in found["x.pdf"].problems] == ["glyph-missing"]
    assert sum(bool(each.pdf) for each in found.values()) == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_g22_a_sheet_without_end_is_stopped_and_the_others_come(jobs: int) -> None:
    pages = letters(4)
    found = by_path(
        render_all([pages[0], heavy(), *pages[1:]], FONTS, hosts=HOSTS, jobs=jobs, limits=Limits(seconds=3))
    )
    assert [each.code for each in found["heavy.pdf"].problems] == ["sheet-too-heavy"]
    assert all(found[page.path].pdf for page in pages)
    assert children() == set()


MEASURE = """
import sys; sys.path.insert(0, sys.argv[1])
from tests.unit.output.test_workers import *
found = by_path(render_all([heavy(12000), *letters(3)], FONTS, hosts=HOSTS, jobs=1, limits=Limits(memory=60 << 20)))
assert [each.code for each in found["heavy.pdf"].problems] in (["sheet-too-heavy"], ["sheet-crashed"]), found["heavy.pdf"].problems
assert sum(bool(each.pdf) for each in found.values()) == 3
"""


def test_g22_a_sheet_without_measure_is_stopped() -> None:
    """In a fresh process: memory that this one has freed would count as there already."""
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", MEASURE, str(root)], check=True, capture_output=True)


def test_a_worker_that_somebody_kills_is_named() -> None:
    results = render_all([*letters(2), heavy()], FONTS, hosts=HOSTS, jobs=1)
    next(results)
    next(results)
    deadline = time.monotonic() + 5
    (worker,) = children()
    time.sleep(0.2)
    os.kill(worker, signal.SIGKILL)
    with pytest.raises(OperationalFailure) as caught:
        list(results)
    assert caught.value.problem.code == "worker-died"
    assert caught.value.problem.data == {"path": "heavy.pdf", "exit": -9}
    assert time.monotonic() < deadline
    assert children() == set()


def test_leaving_early_stops_all_workers() -> None:
    results = render_all([*letters(1), heavy(), heavy()], FONTS, hosts=HOSTS, jobs=2)
    next(results)
    assert children()
    results.close()
    assert children() == set()


def test_workers_hold_no_lock_of_their_parent(tmp_path: Path) -> None:
    """A parent that is killed frees its locks at once, though a worker may take seconds to notice."""
    with (tmp_path / "lock").open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)
        results = render_all([*letters(1), heavy()], FONTS, hosts=HOSTS, jobs=1)
        next(results)
        time.sleep(0.1)
        assert children()
    with (tmp_path / "lock").open("w") as second:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    results.close()


PROGRAM = """
import sys; sys.path.insert(0, sys.argv[1])
from tests.unit.output.test_workers import *
from contextlib import closing
with closing(render_all([*letters(2), heavy(), heavy(), heavy()], FONTS, hosts=HOSTS, jobs=2)) as results:
    for each in results:
        print(each.path, flush=True)
"""


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGKILL, -signal.SIGKILL)])
def test_b69_ctrl_c_and_kill_leave_nobody_working(sign: signal.Signals, code: int) -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", PROGRAM, str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.readline()
        time.sleep(0.2)
        if sign is signal.SIGINT:
            os.killpg(process.pid, sign)  # As the terminal does: to the whole group.
        else:
            process.kill()
        started = time.monotonic()
        process.wait(10)
        if sign is signal.SIGINT:
            assert time.monotonic() - started < 2
        assert process.returncode == code
        for _ in range(250):  # a worker sees that nobody listens after its sheet, which may take twenty seconds
            if not group(process.pid):
                break
            time.sleep(0.1)
        assert group(process.pid) == []


def group(leader: int) -> list[int]:
    """Return the processes of a session that still run."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                state, _, members = (each / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(members) == leader and state != "Z":
                found.append(int(each.name))
    return found


def test_a_bug_in_a_worker_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(pdf.Press, "render", broken)
    with pytest.raises(OperationalFailure) as caught:
        list(render_all(letters(1), FONTS, jobs=1))
    assert caught.value.problem.data["exit"] == 1
