"""The exchange: whole old or whole new, only our own folders, nothing left behind."""

import datetime as dt
import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kit.output import disk, manifest
from kit.output.exchange import staging
from kit.output.failure import OperationalFailure
from kit.output.manifest import File, Manifest


def listing(files: dict[str, bytes]) -> Manifest:
    """Return the manifest of `files`."""
    entries = (File(path, "text", hashlib.sha256(data).hexdigest(), len(data), "k") for path, data in files.items())
    return Manifest("0.1.0", dt.date(2026, 11, 20), "book", False, tuple(entries))


def build(out: Path, book: Path, files: dict[str, bytes]) -> tuple[str, ...]:
    """Build `files` at `out`; return the codes of all problems."""
    with staging(out, book) as (stage, problems):
        if stage is None:
            return tuple(problem.code for problem in problems)
        for path, data in files.items():
            stage.write(path, data)
        said = problems + stage.exchange(listing(files))
    return tuple(problem.code for problem in said)


def interrupted(out: Path, book: Path) -> None:
    """Begin a build that its user stops."""
    with staging(out, book) as (stage, _):
        assert stage is not None
        stage.write("x", b"x")
        raise KeyboardInterrupt


def content(out: Path) -> dict[str, bytes]:
    """Return every file below `out` but the manifest."""
    found = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    found.pop(manifest.NAME, None)
    return found


OLD = {"site/a/index.html": b"old", "gone.txt": b"gone"}
NEW = {"site/a/index.html": b"new", "site/b/index.html": b"more", "desk/index.html": b"desk"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a book with sources."""
    for name in ("data", "letters", "site"):
        (tmp_path / "book" / name).mkdir(parents=True)
    (tmp_path / "book" / "data" / "creditor.yaml").write_text("name: PT Contoh\n")
    return tmp_path / "book"


def beside(out: Path) -> list[str]:
    """Return what stands beside `out` under its name."""
    return sorted(each.name for each in out.parent.iterdir() if each.name.startswith(out.name + "."))


def test_first_build_then_next(book: Path) -> None:
    """The second build replaces the first wholly: what is not in it is gone."""
    out = book / "build"
    assert build(out, book, OLD) == ()
    assert content(out) == OLD
    assert build(out, book, NEW) == ()
    assert content(out) == NEW
    assert beside(out) == ["build.lock"]
    ours = manifest.read(out)
    assert ours is not None
    assert [file.path for file in ours.files] == sorted(NEW)


def test_an_empty_folder_becomes_the_build(book: Path) -> None:
    """A folder made by hand is taken over while it is empty."""
    (book / "build").mkdir()
    assert build(book / "build", book, NEW) == ()
    assert content(book / "build") == NEW


def test_leaving_without_exchange_keeps_the_old_build(book: Path) -> None:
    """Problems found while rendering, or an exception, leave no trace."""
    out = book / "build"
    build(out, book, OLD)
    with staging(out, book) as (stage, _):
        assert stage is not None
        stage.write("x", b"x")
    with pytest.raises(KeyboardInterrupt):
        interrupted(out, book)
    assert content(out) == OLD
    assert beside(out) == ["build.lock"]


def test_two_builds_never_interleave(book: Path) -> None:
    """The second one is told, and touches nothing."""
    out = book / "build"
    with staging(out, book) as (stage, _):
        assert stage is not None
        assert build(out, book, NEW) == ("build-locked",)
    assert not out.exists()


@pytest.mark.parametrize("place", ["", "..", "data", "letters", "site", "site/x", "data/customers"])
def test_sources_and_the_book_are_refused(book: Path, place: str) -> None:
    """B35, B36: no build over the book, above it, or into its sources."""
    (book / "data" / "customers").mkdir()
    before = sorted(path for path in book.parent.rglob("*") if not path.name.endswith(".lock"))
    codes = build(book / place, book, NEW)
    assert codes in (("build-holds-book",), ("build-is-source",))
    assert sorted(path for path in book.parent.rglob("*") if not path.name.endswith(".lock")) == before


def test_foreign_folders_are_refused(book: Path, tmp_path: Path) -> None:
    """B35, B36: links, files, folders with other things in them; nothing in them changes."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "photo.jpg").write_bytes(b"jpg")
    (book / "link").symlink_to(elsewhere)
    (book / "file").write_text("x")
    assert build(book / "link", book, NEW) == ("build-is-link",)
    assert build(book / "file", book, NEW) == ("build-is-file",)
    assert build(elsewhere, book, NEW) == ("build-not-ours",)
    assert build(tmp_path / "no" / "such", book, NEW) == ("build-no-parent",)
    assert content(elsewhere) == {"photo.jpg": b"jpg"}


def test_a_link_or_stranger_inside_our_build_is_refused(book: Path, tmp_path: Path) -> None:
    """What a user put into build/ is not thrown away unasked; litter of file managers is."""
    out = book / "build"
    build(out, book, OLD)
    (out / "site" / "out").symlink_to(tmp_path)
    assert build(out, book, NEW) == ("build-has-link",)
    (out / "site" / "out").unlink()
    (out / "notes.txt").write_text("call Budi")
    assert build(out, book, NEW) == ("build-foreign-file",)
    (out / "notes.txt").rename(out / ".DS_Store")
    assert build(out, book, NEW) == ()
    assert content(out) == NEW


def test_a_parent_that_is_a_link_is_followed(book: Path, tmp_path: Path) -> None:
    """Only the build itself must not be a link; homes and temporary folders often are."""
    (tmp_path / "way").symlink_to(book)
    assert build(tmp_path / "way" / "build", book, NEW) == ()
    assert content(book / "build") == NEW
    assert build(tmp_path / "way" / "data", book, NEW) == ("build-is-source",)


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", ""])
def test_a_path_never_leaves_the_build(book: Path, path: str) -> None:
    """The last wall behind plan.py."""
    with staging(book / "build", book) as (stage, _):
        assert stage is not None
        with pytest.raises(ValueError, match="not a path"):
            stage.write(path, b"")


@pytest.mark.parametrize("stop", ["empty", "signed", "half", "exchanged", "clearing"])
def test_leftovers_of_a_killed_run_go_away(book: Path, stop: str) -> None:
    """Every state a kill can leave is put right by the next run."""
    out = book / "build"
    build(out, book, OLD)
    left = book / "build.new-0123abcd"
    left.mkdir()
    if stop != "empty":
        (left / "santun-staging").touch()
    if stop in ("half", "exchanged"):
        (left / "tree" / "site").mkdir(parents=True)
        (left / "tree" / "site" / "x").write_text("x")
    assert build(out, book, NEW) == ()
    assert content(out) == NEW
    assert beside(out) == ["build.lock"]


def test_only_our_workshops_are_removed(book: Path) -> None:
    """A folder of the user's that merely looks like a workshop stays."""
    build(book / "build", book, OLD)
    for name in ("build.new-0123abcd", "build.new-mine", "build.newer"):
        (book / name).mkdir()
        (book / name / "thesis.doc").write_text("x")
    assert build(book / "build", book, NEW) == ()
    assert beside(book / "build") == ["build.lock", "build.new-0123abcd", "build.new-mine", "build.newer"]


def test_without_exchange_two_renames(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that cannot exchange gets two renames; a kill between them is put right."""
    out = book / "build"
    build(out, book, OLD)
    monkeypatch.setattr(disk, "exchange", lambda *_: False)
    assert build(out, book, NEW) == ()
    assert content(out) == NEW
    assert beside(out) == ["build.lock"]
    left = book / "build.new-0123abcd"
    (left / "tree").mkdir(parents=True)
    (left / "santun-staging").touch()
    out.rename(left / "old")
    with staging(out, book) as (stage, _):
        assert stage is not None
        assert content(out) == NEW
    assert beside(out) == ["build.lock"]


def test_two_renames_go_back_when_the_second_fails(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old build stands again."""
    out = book / "build"
    build(out, book, OLD)
    monkeypatch.setattr(disk, "exchange", lambda *_: False)
    real = os.rename

    def rename(one: Path, other: Path) -> None:
        if Path(one).name == "tree":
            raise OSError(errno.EIO, "no")
        real(one, other)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(OperationalFailure):
        build(out, book, NEW)
    assert content(out) == OLD
    assert beside(out) == ["build.lock"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EIO, "disk-error"),
        (errno.EROFS, "disk-read-only"),
        (errno.EACCES, "permission-denied"),
        (errno.EMFILE, "too-many-open-files"),
        (errno.ENAMETOOLONG, "system-error"),
    ],
)
@pytest.mark.parametrize("step", ["write_new", "make_all_last", "exchange"])
def test_what_the_disk_refuses_is_named(
    book: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, step: str
) -> None:
    """B70, B71: the old build stands, no trace is left, and the failure has a name."""
    out = book / "build"
    build(out, book, OLD)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(disk, step, refuse)
    with pytest.raises(OperationalFailure) as caught:
        build(out, book, NEW)
    assert caught.value.problem.code == code
    assert caught.value.problem.data["path"] == str(out)
    assert content(out) == OLD
    assert beside(out) == ["build.lock"]


def test_an_old_tree_that_resists_is_a_warning(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new build stands; the next run removes the rest."""
    out = book / "build"
    build(out, book, OLD)
    real: Callable[..., None] = shutil.rmtree

    def refuse(*_: object) -> None:
        raise OSError(errno.EBUSY, "busy")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    assert build(out, book, NEW) == ("build-leftover",)
    assert content(out) == NEW
    monkeypatch.setattr(shutil, "rmtree", real)
    assert build(out, book, OLD) == ()
    assert beside(out) == ["build.lock"]


def test_many_files_are_made_to_last_together(book: Path) -> None:
    """More files than are worth one call each."""
    files = {f"site/{number}.html": b"x" for number in range(400)}
    assert build(book / "build", book, files) == ()
    assert content(book / "build") == files


def as_nobody(book: Path) -> str:
    """Build as a user who owns nothing; return the codes, joined."""
    line, answer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            os.write(answer, ",".join(build(book / "build", book, NEW)).encode())
        except BaseException as reason:  # noqa: BLE001 - the parent compares
            os.write(answer, repr(reason).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(answer)
    with os.fdopen(line) as told:
        return told.read()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_b72_folders_of_other_users_are_refused(tmp_path: Path) -> None:
    """A build that may be looked at but not replaced, and a book that may not be written into."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(0o755)
    book = tmp_path / "book"
    book.mkdir()
    book.chmod(0o755)
    assert as_nobody(book) == "build-not-writable"
    assert list(book.iterdir()) == []
    book.chmod(0o777)
    build(book / "build", book, OLD)
    (book / "build.lock").chmod(0o666)
    assert as_nobody(book) == "build-not-writable"
    assert content(book / "build") == OLD
