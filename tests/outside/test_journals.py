"""What we say is owed, judged by two accounting programs that add up for themselves."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kit.composing.cells import as_csv, cell
from kit.composing.journals import DIALECTS, Journal, journal
from kit.domain.cases import Case
from kit.domain.statement import Applied, Kind, Statement
from tests.accounts import some_cases
from tests.books import run, story_book

BOOKS, MANY = 200, 2_000


def beancount(path: Path) -> list[str]:
    """Return how `bean-check` is called."""
    return [str(Path(sys.executable).with_name("bean-check")), "--no-cache", str(path)]


def hledger(path: Path) -> list[str]:
    """Return how hledger is called, or skip."""
    if shutil.which("hledger") is None:
        pytest.skip("hledger is not on this machine")
    return ["hledger", "check", "--strict", "-f", str(path)]


JUDGES: dict[str, Callable[[Path], list[str]]] = {"beancount": beancount, "hledger": hledger}
judged = pytest.mark.parametrize("judge", sorted(JUDGES))


def verdict(judge: str, made: Journal, folder: Path) -> tuple[bool, str]:
    """Return whether the judge agrees, and what it says."""
    path = folder / f"book.{judge}"
    path.write_text(DIALECTS[judge](made), encoding="utf-8")
    told = subprocess.run(JUDGES[judge](path), capture_output=True, text=True, timeout=500, check=False)
    return told.returncode == 0, told.stdout + told.stderr


@judged
def test_200_random_books_on_three_dates_each_agree_to_the_rupiah(judge: str, tmp_path: Path) -> None:
    found = some_cases(Random(20261123), BOOKS)
    assert len(found) == BOOKS * 2 * 3
    assert any(case.statement.unallocated for case in found)
    assert any(case.statement.overrefunded for case in found)
    lines = [line for case in found for line in case.statement.lines]
    assert all(
        any(getattr(line, kind) for line in lines) for kind in ("charged", "withheld", "discounted", "written_off")
    )
    agreed, said = verdict(judge, journal(found), tmp_path)
    assert agreed, said[:2000]


@pytest.mark.long
@judged
def test_2000_random_books_agree_to_the_rupiah(judge: str, tmp_path: Path) -> None:
    agreed, said = verdict(judge, journal(some_cases(Random(1945), MANY)), tmp_path)
    assert agreed, said[:2000]


def wrong_debt(statement: Statement) -> Statement:
    """Let one rupiah of a payment be forgotten in a line: more is said to be owed."""
    first, *rest = statement.lines
    return replace(
        statement,
        lines=(replace(first, applied=(Applied(first.invoice.issued, -1, Kind.PAYMENT), *first.applied)), *rest),
    )


def wrong_rest(statement: Statement) -> Statement:
    """Let one rupiah too many wait for an invoice."""
    return replace(statement, unallocated=statement.unallocated + 1)


def lost_spread(statement: Statement) -> Statement:
    """Let one application of money lose a rupiah on its way."""
    first = next(line for line in statement.lines if line.paid)
    place = [each.kind for each in first.applied].index(Kind.PAYMENT)
    applied = list(first.applied)
    applied[place] = replace(applied[place], amount=applied[place].amount - 1)
    others = tuple(line for line in statement.lines if line is not first)
    return replace(statement, lines=(replace(first, applied=tuple(applied)), *others))


@judged
@pytest.mark.parametrize("wrong", [wrong_debt, wrong_rest, lost_spread], ids=lambda each: each.__name__)
def test_a_wrong_rupiah_is_caught(judge: str, wrong: Callable[[Statement], Statement], tmp_path: Path) -> None:
    found = some_cases(Random(7), 20)
    place = next(i for i, case in enumerate(found) if any(line.paid for line in case.statement.lines))
    found[place] = replace(found[place], statement=wrong(found[place].statement))
    agreed, said = verdict(judge, journal(found), tmp_path)
    assert not agreed
    assert "alance" in said


@judged
def test_a_payment_that_we_overlook_is_caught(judge: str, tmp_path: Path) -> None:
    found = some_cases(Random(8), 20)
    place, visible = next(
        (i, each)
        for i, case in enumerate(found)
        for each in case.customer.payments
        if each.date <= case.statement.as_of and each.reversed is None
    )
    case, paid = found[place], found[place].customer.payments
    less = tuple(each for each in paid if each is not visible)
    found[place] = Case(replace(case.customer, payments=less), case.statement, case.verdict)
    assert not verdict(judge, journal(found), tmp_path)[0]


@judged
def test_the_whole_book_as_the_command_writes_it(judge: str, tmp_path: Path) -> None:
    book = story_book(tmp_path)
    for day in ("2026-11-23", "2026-10-31", "2026-08-10", "2020-01-01"):
        out = tmp_path / f"{day}.{judge}"
        result = run("export", "--book", book, "--to", judge, "--as-of", day, "--out", out)
        assert (result.exit_code, result.output) == (0, "")
        told = subprocess.run(JUDGES[judge](out), capture_output=True, text=True, timeout=60, check=False)
        assert told.returncode == 0, told.stdout + told.stderr
        assert run("export", "--book", book, "--to", judge, "--as-of", day).output == out.read_text()


def test_journals_leave_names_and_addresses_out(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    for form in ("beancount", "hledger", "csv"):
        text = run("export", "--book", book, "--to", form).output
        for word in ("@", "Jalan", "PT ", "Ibu", "Bapak", "08", "628"):
            assert word not in text.replace("2026-08", "").replace("/08", "").replace("-08", ""), (form, word)


def test_lines_come_as_csv_with_what_waits(tmp_path: Path) -> None:
    text = run("export", "--book", story_book(tmp_path), "--to", "csv", "--only", "rasa-timur").output
    head, line, waits = csv.DictReader(io.StringIO(text)).fieldnames, *csv.DictReader(io.StringIO(text))
    assert head is not None
    assert (line["invoice"], line["outstanding"], line["paid"]) == ("INV/2026/0955", "0", "5640000")
    assert (waits["invoice"], waits["outstanding"], waits["unallocated"]) == ("", "", "60000")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+62 812", "-1+cmd", "@SUM(A1)", "\tx", "\rx", "\uff1dA1"])
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert cell(text) == "'" + text
    assert next(csv.reader(io.StringIO(as_csv([[text]]), newline=""))) == ["'" + text]


def test_a_plain_cell_stays_as_it_is() -> None:
    assert as_csv([["PT Maju, Jaya", 12, "a=b"]]) == '"PT Maju, Jaya",12,a=b\r\n'


def test_an_export_of_nobody_is_an_empty_journal() -> None:
    assert "open" not in DIALECTS["beancount"](journal(()))


def test_an_unknown_customer_or_program_is_refused(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    assert run("export", "--book", book, "--to", "csv", "--only", "nobody").exit_code == 1
    assert run("export", "--book", book, "--to", "excel").exit_code == 2
