"""Every problem a book can have, provoked: the golden beside each case is the text a person would read.

A case is `cases/<id>-<slug>.yaml`. Each of its lines `# file: PATH (STORY)` begins a file that replaces
or joins those of `base/`; the line itself belongs to the file, so that line numbers are those of the case.
Cases that no text file can hold are made below. Ids such as B16 number the bad inputs that were thought of before the reader was written.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter

import pytest

from kit.basics.problems import Problem, Severity
from kit.cli.catalogue import en, making_en
from kit.cli.catalogue import id as indonesian
from kit.cli.problems import as_annotations, as_json, as_text
from kit.domain.model import Book
from kit.reading.book import read_book
from tests.conftest import Golden

HERE = Path(__file__).parent
CASES = {path.stem: path for path in sorted((HERE / "cases").glob("*.yaml"))}
FILE = re.compile(r"^# file: (.*?)(?: \(([^()]*)\))?$", re.MULTILINE)
TOLD = re.compile(r"(?:error|warning)\[([a-z0-9-]+)\]")

CUSTOMER = "data/customers/toko-maju.yaml"
HEAD = "name: PT Maju Jaya\nform: PT\ncontact: {name: Budi, call_as: Pak Budi, formal: Bapak Budi}\n"
PAYMENT = "  - {date: 2026-10-01, amount: 5.000}\n"

#: Cases whose bytes no editor would keep.
RAW: Mapping[str, bytes] = {
    "B14-large": b"# " + b"x" * 5_000_000,
    "B14-many-values": (HEAD + "notes: [" + "x, " * 200_000 + "x]\n").encode(),
    "B14-many-keys": (HEAD + "".join(f"k{i}: x\n" for i in range(100_000))).encode(),
    "B14-deep-3000": (HEAD + "notes: " + "[" * 3000).encode(),
    "B18-latin-1": (HEAD + "notes: caf\xe9\n").encode("latin-1"),
    "B18-lone-surrogate": HEAD.encode() + b"notes: a\xed\xa0\x80b\n",
    "B18-nul": HEAD.encode() + b"notes: a\0b\n",
    "B18-utf-16": HEAD.encode("utf-16"),
    "B18-utf-16-without-mark": HEAD.encode("utf-16-le"),
    "B19-empty": b"",
    "B19-only-comment": b"# nothing\n",
    "B19-only-mark": b"---\n",
    "B53-zalgo": (HEAD + "notes: a" + "\u0301" * 500 + "\n").encode(),
    "B55-endless-name": ("name: " + "M" * 100_000 + "\n" + HEAD.split("\n", 1)[1]).encode(),
    "terminal": b"name: \x1b[2J\x1b]0;x\x07PT\n",
}  # fmt: skip


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    # The name of a socket may have about a hundred letters, fewer than a folder of pytest.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    finally:
        os.chdir(before)


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _outside(path: Path) -> None:
    target = path.parents[3] / "outside.yaml"
    target.write_text(HEAD, encoding="utf-8")
    path.symlink_to(target)


def _gone(path: Path) -> None:
    path.symlink_to(path.parent / "gone.yaml")


#: Things that are no ordinary file, in the place of a customer's file (B37).
MADE: Mapping[str, Callable[[Path], None]] = {
    "B37-pipe": _pipe,
    "B37-socket": _socket,
    "B37-device": _device,
    "B37-folder": Path.mkdir,
    "B37-link-in-circle": _circle,
    "B37-link-outside": _outside,
    "B37-link-to-nothing": _gone,
}


def write_case(folder: Path, case: str) -> None:
    """Lay the book of `case` into `folder`."""
    shutil.copytree(HERE / "base", folder, dirs_exist_ok=True)
    path = folder / CUSTOMER
    if case == "book-missing":
        shutil.rmtree(folder / "data")
    elif case in RAW:
        path.write_bytes(RAW[case])
    elif case in MADE:
        path.unlink()
        MADE[case](path)
    else:
        text = CASES[case].read_text(encoding="utf-8")
        heads = list(FILE.finditer(text))
        for head, end in zip(heads, [*[each.start() for each in heads[1:]], len(text)], strict=True):
            path = folder / head[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text[head.start() : end], encoding="utf-8", newline="\n")


def answer(folder: Path) -> tuple[Book | None, tuple[Problem, ...], str, float]:
    """Return what reading the book gives and says, and the seconds of computing that it took."""
    started = time.process_time()
    book, problems = read_book(folder)
    text = as_text(problems, folder, "en")
    return book, problems, text, time.process_time() - started


ALL = sorted([*CASES, *RAW, *MADE, "book-missing"])


@pytest.mark.parametrize("case", ALL)
def test_case_is_told_as_its_golden_says(case: str, tmp_path: Path, golden: Golden) -> None:
    write_case(tmp_path / "book", case)
    book, problems, text, took = answer(tmp_path / "book")
    if took >= 1:  # other programs of the machine are not what is judged
        took = min(answer(tmp_path / "book")[3] for _ in range(3))
    golden(HERE / "cases" / f"{case}.txt", text + "\n")
    assert problems, "the case provokes nothing"
    assert (book is None) == any(problem.severity is Severity.ERROR for problem in problems)
    # Under a tracer, as for coverage, everything takes several times as long.
    assert took < (1 if sys.gettrace() is None else 5), f"the answer took {took:.1f} s"
    assert re.fullmatch(r"[\n\x20-\x7e\xa0-\U0010ffff]*", text), "a terminal could be steered"
    for said in (as_text(problems, tmp_path / "book", "id"), as_json(problems, "id"), as_annotations(problems, "en")):
        assert "\x1b" not in said


def test_no_golden_without_a_case(updating: bool) -> None:
    unused = [path for path in (HERE / "cases").glob("*.txt") if path.stem not in ALL]
    for path in unused:
        if updating:
            path.unlink()
    assert updating or not unused


def test_every_code_of_the_catalogue_is_provoked() -> None:
    told = {code for path in (HERE / "cases").glob("*.txt") for code in TOLD.findall(path.read_text(encoding="utf-8"))}
    assert set(en.PROBLEMS) - set(making_en.PROBLEMS) == told


def fields(sentence: str | None) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence or "") if name is not None}


def test_both_languages_say_the_same_of_the_same_codes() -> None:
    assert set(en.PROBLEMS) == set(indonesian.PROBLEMS)
    for code, said in en.PROBLEMS.items():
        assert list(map(fields, said)) == list(map(fields, indonesian.PROBLEMS[code])), code
        assert all(name.isidentifier() for sentence in said for name in fields(sentence)), code


def test_every_case_says_which_files_it_replaces() -> None:
    for path in CASES.values():
        first = FILE.match(path.read_text(encoding="utf-8"))
        assert first, path.name
        assert first[2], f"{path.name} tells no story"
