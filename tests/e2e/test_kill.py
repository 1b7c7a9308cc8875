"""Killed at any moment, refused anything by the disk: the whole old build or the whole new one, no entry lost or torn."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.domain.register import GENESIS, Approved
from kit.output import manifest
from kit.output.exchange import staging
from kit.output.failure import OperationalFailure
from tests import faults
from tests.e2e.victim import NEW, append, build, registered
from tests.faults import Point

pytestmark = pytest.mark.skipif(bool(faults.missing()), reason=faults.missing() or "-")

WAYS = ("exchange", "renames")
VICTIM = Path(__file__).with_name("victim.py")
OLD = {"site/a/index.html": b"old", "site/b/index.html": b"old", "manifest-of-nothing.txt": b"x"}
NEXT = {"site/a/index.html": b"next"}


def built(book: Path) -> dict[str, bytes]:
    """Return what stands in build/, which must be exactly what its manifest says."""
    found = dict(faults.tree(book / "build"))
    if not found:
        assert not (book / "build").exists()
        return {}
    listing = manifest.from_bytes(found.pop(manifest.NAME))
    assert listing is not None
    assert {each.path: each.sha256 for each in listing.files} == {
        path: hashlib.sha256(data).hexdigest() for path, data in found.items()
    }
    return found


def left(folder: Path) -> set[str]:
    """Return the names of everything in `folder`."""
    return {each.name for each in folder.iterdir()}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a book with an old build and one entry in its register."""
    (tmp_path / "book").mkdir()
    build(tmp_path / "book", OLD)
    append(tmp_path / "book", "somasi-1")
    return tmp_path / "book"


def copies(book: Path, points: list[Point]) -> Iterator[tuple[Point, Path]]:
    """Yield every point with a fresh copy of `book`."""
    for number, point in enumerate(points):
        copy = book.with_name(f"copy-{number}")
        shutil.copytree(book, copy)
        yield point, copy
        shutil.rmtree(copy)


def command(act: str, book: Path, way: str = "exchange") -> list[str]:
    """Return the command that does `act` to `book`."""
    return [sys.executable, str(VICTIM), act, str(book), way]


def moments(act: str, book: Path, count: int, way: str = "exchange") -> list[Point]:
    """Return sampled moments of `act`, found on a copy of `book`."""
    copy = book.with_name("traced")
    shutil.copytree(book, copy)
    found = faults.points(command(act, copy, way))
    shutil.rmtree(copy)
    assert len(found) > 5
    return faults.sample(found, count)


@pytest.mark.parametrize(
    ("way", "first", "count"),
    [
        ("exchange", False, 50),
        ("exchange", True, 8),
        ("renames", False, 8),
        *(pytest.param(way, first, 999, marks=pytest.mark.long) for way in WAYS for first in (False, True)),
    ],
)
def test_b67_killed_build_is_whole_old_or_whole_new(book: Path, way: str, first: bool, count: int) -> None:
    if first:
        shutil.rmtree(book / "build")
    old: dict[str, bytes] = {} if first else OLD
    seen = []
    for point, copy in copies(book, moments("build", book, count, way)):
        run = faults.kill(command("build", copy, way), point)
        assert run.returncode in (-9, 137), (point, run.returncode, run.stderr)
        if way == "exchange":
            assert built(copy) in (old, NEW), point
        seen.append(built(copy))
        build(copy, NEXT)
        assert built(copy) == NEXT, point
        assert left(copy) == {"build", "build.lock", "data"}, point
    assert old in seen
    assert NEW in seen
    # Two renames have one gap; the next run, and nothing else, closes it.
    assert first or seen.count({}) <= (way == "renames")


def test_a_build_caught_between_two_renames_comes_back(book: Path) -> None:
    for point, copy in copies(book, [each for each in moments("build", book, 999, "renames") if each.call == "rename"]):
        faults.kill(command("build", copy, "renames"), point)
        with staging(copy / "build", copy) as (stage, _):
            assert stage is not None
            assert built(copy) in (OLD, NEW), point
        assert left(copy) == {"build", "build.lock", "data"}


def test_b68_killed_recording_loses_and_tears_nothing(book: Path) -> None:
    seen = set()
    for point, copy in copies(book, moments("append", book, 50)):
        run = faults.kill(command("append", copy), point)
        assert run.returncode in (-9, 137), (point, run.returncode, run.stderr)
        seen.add(len(registered(copy).records))
        append(copy, "somasi-3")
        stages = [each.entry.stage for each in registered(copy).records if isinstance(each.entry, Approved)]
        assert stages in (["somasi-1", "somasi-3"], ["somasi-1", "somasi-2", "somasi-3"]), point
        assert left(copy / "data" / "register") == {".lock", "toko-maju.yaml"}, point
    assert 1 in seen
    assert registered(book).records[0].previous == GENESIS


ERRORS = {
    "openat": ("EMFILE", "EACCES"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO", "ENOSPC"),
    "renameat2": ("EIO", "ENOSPC"),
    "rename": ("EIO", "EROFS"),
    "mkdir": ("ENOSPC", "EROFS"),
    "unlinkat": ("EIO",),
    "unlink": ("EIO",),
    "rmdir": ("EIO",),
}
CODES = {
    "ENOSPC": "disk-full",
    "EIO": "disk-error",
    "EROFS": "disk-read-only",
    "EACCES": "permission-denied",
    "EMFILE": "too-many-open-files",
}


@pytest.mark.parametrize(
    ("way", "lasting", "count"),
    [
        ("exchange", False, 20),
        ("exchange", True, 10),
        *(pytest.param(way, lasting, 999, marks=pytest.mark.long) for way in WAYS for lasting in (False, True)),
    ],
)
def test_b70_b71_what_the_disk_refuses_leaves_the_old_build(book: Path, way: str, lasting: bool, count: int) -> None:
    found = moments("build", book, count, way)
    failed = 0
    for number, (point, copy) in enumerate(copies(book, found)):
        kinds = ERRORS[point.call]
        error = kinds[number % len(kinds)]
        run = faults.refuse(command("build", copy, way), point, error, lasting=lasting)
        assert "Traceback" not in run.stderr, (point, run.stderr)
        if run.returncode == 3:
            assert run.stdout.strip() == CODES[error] or (lasting and point.call == "write"), point
            assert built(copy) == OLD or way == "renames", point
            failed += 1
        else:
            assert run.returncode == 0, (point, run.stderr)
            assert built(copy) == NEW, point
        build(copy, NEXT)
        assert built(copy) == NEXT, point
        assert left(copy) == {"build", "build.lock", "data"}, point
    assert failed >= 5


def test_b70_b71_what_the_disk_refuses_leaves_the_register(book: Path) -> None:
    for number, (point, copy) in enumerate(copies(book, moments("append", book, 50))):
        kinds = ERRORS[point.call]
        error = kinds[number % len(kinds)]
        run = faults.refuse(command("append", copy), point, error)
        assert "Traceback" not in run.stderr, (point, run.stderr)
        assert run.returncode in (0, 3), (point, run.stderr)
        assert len(registered(copy).records) == 2 or run.returncode == 3
        append(copy, "somasi-3")
        assert left(copy / "data" / "register") == {".lock", "toko-maju.yaml"}, point


def test_b70_a_full_disk_keeps_the_old_build(tmp_path: Path) -> None:
    """A real file system that is too small, where this user may mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this system allows no mount")
    try:
        book = place / "book"
        book.mkdir()
        build(book, OLD)
        refused = [grown(book, size) for size in range(16, 600, 64)]
        assert refused[0] == ""
        assert refused[-1] == "disk-full"
        assert left(book) == {"build", "build.lock"}
    finally:
        subprocess.run(["umount", str(place)], check=True)


def grown(book: Path, size: int) -> str:
    """Build four files of `size` KiB; return the code of the failure, where the old build must still stand."""
    before = built(book)
    try:
        build(book, {f"site/{number}.html": b"x" * size * 1024 for number in range(4)})
    except OperationalFailure as failure:
        assert built(book) == before
        return failure.problem.code
    assert built(book) != before
    return ""
