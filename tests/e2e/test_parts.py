"""An invoice in parts (termin) stands once in the file: what is recorded about it finds that one entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import run, small_book

WHOLE = "INV/2026/0950"
BOOK = f"""
  - number: {WHOLE}
    issued: 2026-10-01
    amount: 9.000.000
    parts:
      - {{percent: 40 %, due: 2026-10-15}}
      - {{percent: 60 %, due: 2026-11-15}}
  - {{number: INV/2026/0951, issued: 2026-10-02, due: 2026-10-20, amount: 1.000.000}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a customer with an invoice in two parts and a plain one after it, in a book."""
    book = small_book(tmp_path)
    path = book / "data/customers/sumber-rejeki.yaml"
    text = path.read_text(encoding="utf-8")
    head, rest = text.split("\ninvoices:\n", 1)
    path.write_text(f"{head}\ninvoices:{BOOK.rstrip()}\n{rest}", encoding="utf-8")
    return path


def record(file: Path, *words: str) -> str:
    """Record something about the customer; the whole output."""
    name, *rest = words
    result = run("record", name, file.stem, *rest, "--book", file.parents[2], "--lang", "en")
    assert result.exit_code == 0, result.output
    return result.output


def lines(file: Path, key: str) -> list[str]:
    """Return the lines of the list under `key`."""
    text = file.read_text(encoding="utf-8")
    return text.split(f"\n{key}:\n", 1)[1].splitlines() if f"\n{key}:\n" in text else []


def dispute_both(file: Path) -> None:
    record(file, "dispute", WHOLE, "--date", "2026-11-18")
    record(file, "dispute", "INV/2026/0951", "--date", "2026-11-19")


@pytest.mark.parametrize("named", [WHOLE, f"{WHOLE} (termin 2 dari 2)"])
def test_an_objection_to_the_whole_is_closed_once(file: Path, named: str) -> None:
    dispute_both(file)
    record(file, "dispute-closed", named, "--date", "2026-11-22")
    first, second = (each for each in lines(file, "disputes") if "invoice" in each)
    assert first.count("closed: 2026-11-22") == 1
    assert "closed" not in second
    told = run("record", "dispute-closed", file.stem, WHOLE, "--book", file.parents[2], "--lang", "en")
    assert told.exit_code == 1
    assert "open are: INV/2026/0951" in told.output


def test_the_plain_one_after_it_is_closed_and_nothing_else(file: Path) -> None:
    dispute_both(file)
    record(file, "dispute-closed", "INV/2026/0951", "--date", "2026-11-22")
    first, second = (each for each in lines(file, "disputes") if "invoice" in each)
    assert "closed" not in first
    assert "closed: 2026-11-22" in second


def test_each_answer_comes_to_its_own_entry(file: Path) -> None:
    dispute_both(file)
    record(file, "answered", "INV/2026/0951", "--date", "2026-11-20")
    first, second = (each for each in lines(file, "disputes") if "invoice" in each)
    assert ("answered" in first, "answered: 2026-11-20" in second) == (False, True)
    record(file, "answered", WHOLE, "--date", "2026-11-21")
    first, second = (each for each in lines(file, "disputes") if "invoice" in each)
    assert "answered: 2026-11-21" in first


def test_goods_that_came_back_are_answered_once(file: Path) -> None:
    record(file, "returned", WHOLE, "500.000", "--date", "2026-11-18")
    record(file, "returned", "INV/2026/0951", "100.000", "--date", "2026-11-18")
    record(file, "answered", "INV/2026/0951", "--date", "2026-11-20")
    first, second = (each for each in lines(file, "returns") if "invoice" in each)
    assert ("answered" in first, "answered" in second) == (False, True)
    record(file, "answered", WHOLE, "--date", "2026-11-21")
    first, second = (each for each in lines(file, "returns") if "invoice" in each)
    assert first.count("answered") == second.count("answered") == 1


@pytest.mark.parametrize("words", [("dispute", WHOLE), ("returned", WHOLE, "500.000")])
def test_what_is_said_twice_about_the_whole_is_refused(file: Path, words: tuple[str, ...]) -> None:
    record(file, *words, "--date", "2026-11-18")
    name, *rest = words
    again = run("record", name, file.stem, *rest, "--date", "2026-11-18", "--book", file.parents[2], "--lang", "en")
    assert again.exit_code == 1
    assert "already" in again.output


def test_a_pause_of_the_whole_is_ended_by_its_name(file: Path) -> None:
    record(file, "hold", "--reason", "audit", "--invoice", WHOLE, "--date", "2026-11-18")
    record(file, "hold", "--reason", "audit lain", "--invoice", "INV/2026/0951", "--date", "2026-11-18")
    record(file, "hold-ended", "--invoice", WHOLE, "--date", "2026-11-22")
    first, second = (each for each in lines(file, "holds") if "since" in each)
    assert ("until: 2026-11-22" in first, "until" in second) == (True, False)
