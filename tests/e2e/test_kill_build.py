"""`kit build`, `kit issue` and `kit record` killed at sampled moments: old or new, never a mixture, and the next run repairs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from kit.domain.register import Register, Sent
from kit.output import wording
from kit.reading.register import read_register
from tests import faults
from tests.books import digests, run, run_apart, small_book
from tests.faults import Point

pytestmark = pytest.mark.skipif(bool(faults.missing()), reason=faults.missing() or "-")

PROGRAM = Path(__file__).with_name("building.py")
MOMENTS = 50


def command(*words: object) -> list[str]:
    return [sys.executable, str(PROGRAM), *map(str, words)]


def changed(book: Path) -> None:
    """Change what the next build says of one customer."""
    path = book / "data/customers/warung-endang.yaml"
    path.write_text(path.read_text() + "payments:\n  - {date: 2026-11-22, amount: 275.000}\n")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small book that was built, and has changed since."""
    folder = small_book(tmp_path_factory.mktemp("kill") / "book")
    assert run("build", "--book", folder).exit_code == 0
    changed(folder)
    return folder


@pytest.fixture(scope="module")
def trees(book: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    """Return the old build and the new one."""
    copy = tmp_path_factory.mktemp("new") / "book"
    shutil.copytree(book, copy)
    assert run("build", "--book", copy).exit_code == 0
    return digests(book / "build"), digests(copy / "build")


def test_a_killed_build_leaves_the_old_tree_or_the_new_one(
    book: Path, trees: tuple[dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    old, new = trees
    traced = tmp_path / "traced"
    shutil.copytree(book, traced)
    moments = faults.sample(faults.points(command("build", "--book", traced)), MOMENTS)
    assert len(moments) == MOMENTS

    def one(numbered: tuple[int, Point]) -> str:
        number, point = numbered
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(book, copy)
        killed = faults.kill(command("build", "--book", copy), point)
        found = digests(copy / "build")
        assert found in (old, new), f"{point}: a mixture"
        assert killed.returncode != 0 or found == new, f"{point}: said it was done"
        again = subprocess.run(command("build", "--book", copy), capture_output=True, text=True, check=False)
        assert again.returncode == 0, f"{point}: {again.stderr}"
        assert digests(copy / "build") == new, f"{point}: the next run did not repair"
        left = {each.name for each in copy.iterdir()}
        assert left == {"data", "links.yaml", "codes.yaml", "build", "build.lock"}, str(point)
        shutil.rmtree(copy)
        return "new" if found == new else "old"

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(one, enumerate(moments)))
    assert set(outcomes) == {"old", "new"}, "the sample lies on one side of the exchange only"


@pytest.mark.parametrize("words", [
    ("issue", "sumber-rejeki"), ("record", "sent", "warung-endang", "due", "--via", "whatsapp"),
], ids=lambda words: words[0])  # fmt: skip
def test_a_killed_entry_is_there_or_not_and_the_register_stays_whole(
    book: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    traced = tmp_path / "traced"
    shutil.copytree(book, traced)
    moments = faults.sample(faults.points(command(*words, "--book", traced)), 12)
    for number, point in enumerate(moments):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(book, copy)
        faults.kill(command(*words, "--book", copy), point)
        assert run("check", "--book", copy).exit_code == 0, str(point)
        again = run(*words, "--book", copy)
        assert again.exit_code in (0, 1), f"{point}: {again.output}"
        text = "".join(path.read_text() for path in (copy / "data/register").glob("*.yaml"))
        assert text.count('kind: "issued"') == (words[0] == "issue"), str(point)
        papers = list((copy / "data/issued").rglob("*.pdf")) if words[0] == "issue" else []
        assert len(papers) == (words[0] == "issue")
        assert not list(copy.rglob("*.tmp")), str(point)


ROWS = [
    {"kind": "sent", "date": "2026-11-23", "customer": "warung-endang", "stage": "due", "channel": "whatsapp"},
    {"kind": "payment", "date": "2026-11-23", "customer": "warung-endang", "amount": "1.000"},
    {"kind": "contact", "date": "2026-11-23", "customer": "sumber-rejeki", "via": "call", "outcome": "reached"},
]


def said(book: Path) -> dict[str, str]:
    """Return what the book says, without what a run in between may leave for the next one."""
    return {name: each for name, each in digests(book / "data").items() if "/." not in f"/{name}"}


@pytest.mark.parametrize("count", [14, pytest.param(999, marks=pytest.mark.long)])
def test_rows_of_a_killed_run_are_all_there_or_none(book: Path, tmp_path: Path, count: int) -> None:
    rows = tmp_path / "rows.json"
    rows.write_text(json.dumps({"format": 1, "entries": ROWS}))
    traced = tmp_path / "traced"
    shutil.copytree(book, traced)
    old = said(traced)
    moments = faults.points(command("record", "--from", rows, "--book", traced))
    new = said(traced)
    last = [each for each in moments if each.call in ("rename", "unlink", "unlinkat")][-9:]
    seen = []
    for number, point in enumerate(dict.fromkeys((*faults.sample(moments, count), *last))):
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(book, copy)
        faults.kill(command("record", "--from", rows, "--book", copy), point)
        assert run("check", "--book", copy).exit_code == 0, str(point)
        seen.append(said(copy))
        assert seen[-1] in (old, new), f"{point}: a mixture"
        again = run("record", "--from", rows, "--book", copy)
        assert again.exit_code == 0, f"{point}: {again.output}"
        assert said(copy) == new, f"{point}: entered twice, or lost"
        assert [each.name for each in (copy / "data/register").glob(".*")] == [".lock"], str(point)
        shutil.rmtree(copy)
    assert old in seen
    assert new in seen


@pytest.mark.parametrize("count", [5, pytest.param(999, marks=pytest.mark.long)])
def test_a_killed_final_paper_is_entered_or_not_and_its_number_means_one_paper(
    book: Path, tmp_path: Path, count: int
) -> None:
    issued = tmp_path / "issued"
    shutil.copytree(book, issued)
    assert run("issue", "sumber-rejeki", "--book", issued).exit_code == 0
    (paper,) = (issued / "data/issued/sumber-rejeki").glob("*.pdf")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(paper.read_bytes() + b"% signed\n")
    for start, number in ((issued, "001/ST/XI/2026"), (book, "77/LF/XI/2026")):
        words = ["issue", "sumber-rejeki", "--final", scan, "--number", number]
        if start == book:
            # Its text bears our own number: what is on the paper is then what somebody read.
            listed = (issued / "data/register/sumber-rejeki.yaml").read_text().rpartition("figures:")[2]
            read = dict(re.findall(r'"(INV[^"]*|total)": (\d+)', listed))
            read["deadline"] = re.findall(r'deadline: "([^"]*)"', listed)[0]
            words += ["--scanned", *(word for each in read.items() for word in ("--read", "=".join(each)))]
        traced = tmp_path / "traced"
        shutil.copytree(start, traced)
        moments = faults.sample(faults.points(command(*words, "--book", traced)), count)
        new = said(traced)
        shutil.rmtree(traced)
        for point in moments:
            copy = tmp_path / "copy"
            shutil.copytree(start, copy)
            faults.kill(command(*words, "--book", copy), point)
            assert run("check", "--book", copy).exit_code == 0, str(point)
            again = run(*words, "--book", copy)
            assert again.exit_code in (0, 1), f"{point}: {again.output}"
            assert said(copy) == new, str(point)
            assert not list(copy.rglob("*.tmp")), str(point)
            shutil.rmtree(copy)


def crowd(folder: Path, count: int) -> list[str]:
    """Return the ids of `count` customers of a new book, each with a letter that is due."""
    small_book(folder)
    names = []
    customer = (folder / "data/customers/sumber-rejeki.yaml").read_text()
    past = read_register((folder / "data/register/sumber-rejeki.yaml").read_bytes(), "", "sumber-rejeki")[0]
    for number in range(count):
        name = f"toko-{number}"
        names.append(name)
        text = customer.replace("/2026/", f"/{number}/")
        text = re.sub(r"^  (email|whatsapp|phone): .*\n", "", text, flags=re.MULTILINE)
        (folder / f"data/customers/{name}.yaml").write_text(text)
        register = Register(name)
        for record in past.records:
            entry = record.entry
            if isinstance(entry, Sent):
                entry = replace(entry, items=tuple(each.replace("/2026/", f"/{number}/") for each in entry.items))
            register = Register(name, (*register.records, register.appended(entry)))
        (folder / f"data/register/{name}.yaml").write_text(wording.register(register.records))
    return names


@pytest.mark.parametrize("count", [5, pytest.param(20, marks=pytest.mark.long)])
def test_papers_issued_at_once_take_each_number_once_and_none_is_lost(tmp_path: Path, count: int) -> None:
    book = tmp_path / "book"
    names = crowd(book, count)

    def one(name: str) -> int:
        # A busy pen is told by exit code 3: then nothing was written, and the person tries again.
        return next(
            code for code in (run_apart("issue", name, "--book", book).returncode for _ in range(9)) if code != 3
        )

    with ThreadPoolExecutor(count) as pool:
        assert set(pool.map(one, names)) == {0}
    text = "".join((book / f"data/register/{name}.yaml").read_text() for name in names)
    assert sorted(map(int, re.findall(r"^  sequence: (\d+)$", text, re.MULTILINE))) == list(range(1, count + 1))
    assert len(set(re.findall(r'^  number: "(.*)"$', text, re.MULTILINE))) == count
    assert len(list((book / "data/issued").glob("*/*.pdf"))) == count
    assert run("check", "--book", book).exit_code == 0
