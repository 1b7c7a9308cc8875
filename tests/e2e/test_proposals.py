"""`kit agree CODE`: what a customer proposed on the page becomes a plan, or is refused with a reason."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from kit.domain.simulation import code, page_mark
from tests.books import TOKENS, own_book, run

WHO, SUM = "sumber-rejeki", 14_515_000
FIRST = date(2026, 12, 7)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path)


def of(total: int = SUM, count: int = 3, first: date = FIRST, who: str = WHO) -> str:
    return code(page_mark(TOKENS[who]), total, count, first)


def test_a_code_is_turned_into_a_plan(book: Path) -> None:
    shown = run("agree", of(), "--book", book)
    assert shown.exit_code == 0, shown.output
    for amount in ("4.838.000", "4.839.000", "14.515.000"):
        assert amount in shown.output
    assert run("agree", of().lower(), "--write", "--book", book).exit_code == 0
    (plan,) = yaml.safe_load((book / f"data/customers/{WHO}.yaml").read_text())["plans"]
    assert [str(each["due"]) for each in plan["instalments"]] == ["2026-12-07", "2027-01-07", "2027-02-07"]
    assert run("build", "--book", book).exit_code == 0
    assert (book / f"build/letters/{WHO}/agreement.pdf").is_file()


def test_the_page_shows_what_the_code_means(book: Path) -> None:
    assert run("build", "--book", book).exit_code == 0
    page = (book / f"build/site/{TOKENS[WHO]}/index.html").read_text()
    assert f'data-mark="{page_mark(TOKENS[WHO])}" data-total="{SUM}"' in page
    assert re.findall(r"<option>(\d+)</option>", page) == ["2", "3", "4", "5", "6"]
    assert '<td>3</td><td class="num">Rp4.838.000</td><td class="num">Rp4.839.000</td>' in page


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (of(total=1), "no page of this book has made this code"),
        (of(count=7), "lies outside the limits"),
        (of(first=date(2026, 11, 1)), "lies before the offer"),
        (code("ZZZZ", SUM, 3, FIRST), "no page of this book has made this code"),
    ],
)
def test_what_cannot_be_agreed_to_is_said(book: Path, word: str, told: str) -> None:
    result = run("agree", word, "--book", book)
    assert result.exit_code == 1
    assert told in " ".join(result.stderr.split())


def test_a_sum_that_changed_since_is_told(book: Path) -> None:
    file = book / f"data/customers/{WHO}.yaml"
    file.write_text(file.read_text() + "payments:\n  - {date: 2026-11-23, amount: 1.000.000}\n")
    result = run("agree", of(), "--book", book)
    assert result.exit_code == 1
    told = " ".join(result.stderr.split())
    assert "is about Rp14.515.000" in told
    assert "today it would be Rp13.515.000" in told
    assert f"kit agree {WHO} --count 3 --first 2026-12-07" in told


def test_a_code_takes_no_terms_beside_it(book: Path) -> None:
    result = run("agree", of(), "--count", 4, "--book", book)
    assert result.exit_code == 2
    assert "a code tells number and dates itself" in result.stderr


def test_without_limits_nothing_is_proposed(book: Path) -> None:
    policy = book / "data/policy.yaml"
    policy.write_text("".join(line for line in policy.read_text().splitlines(True) if "instalments" not in line))
    assert "lies outside the limits" in " ".join(run("agree", of(), "--book", book).stderr.split())
    assert run("build", "--book", book).exit_code == 0
    assert 'id="simulator"' not in (book / f"build/site/{TOKENS[WHO]}/index.html").read_text()
