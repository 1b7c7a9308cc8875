"""`kit agree` and `kit record plan`: from an offer to the signature, in the customer's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import digests, own_book, run
from tests.conftest import Golden

GOLDEN = Path(__file__).parents[1] / "golden/agree"
FILE = "data/customers/maju-jaya.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return own_book(tmp_path / "book")


def agree(book: Path, *words: object, customer: str = "maju-jaya") -> str:
    given = run("agree", customer, "--book", book, *words)
    return given.output + f"exit {given.exit_code}\n"


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_schedule_is_shown_and_nothing_written(book: Path, lang: str, golden: Golden) -> None:
    before = digests(book)
    said = agree(book, "--count", 4, "--first", "2026-12-31", "--down", "1.500.000", "--lang", lang)
    golden(GOLDEN / f"schedule-{lang}.txt", said)
    assert digests(book) == before


def test_an_offer_is_written_behind_everything_that_stood_there(book: Path) -> None:
    before = (book / FILE).read_text()
    said = agree(book, "--amount", "4.000.000", "--first", "2026-12-15", "--every", "weeks:2", "--write")
    assert "exit 0" in said
    after = (book / FILE).read_text()
    assert after.startswith(before)
    assert after.removeprefix(before) == (
        "plans:\n"
        "  - offered: 2026-11-23\n    valid_until: 2026-12-07\n    invoices: [INV/2026/0912]\n    total: 10.500.000\n"
        "    grace: 3\n    acceleration_after: 2\n    instalments:\n"
        "      - {due: 2026-12-15, amount: 4.000.000}\n"
        "      - {due: 2026-12-29, amount: 4.000.000}\n"
        "      - {due: 2027-01-12, amount: 2.500.000}\n"
    )
    assert run("check", "--book", book).exit_code == 0
    assert "on hold" not in run("explain", "maju-jaya", "--book", book).output


def test_only_the_signature_pauses(book: Path) -> None:
    agree(book, "--count", 3, "--first", "2026-12-15", "--write")
    for field in ("sent", "signed"):
        given = run("record", "plan", "maju-jaya", f"--{field}", "2026-11-23", "--book", book)
        assert given.exit_code == 0, given.output
    assert "on hold (instalment plan) until 15 Dec 2026" in run("explain", "maju-jaya", "--book", book).output
    run("record", "plan", "maju-jaya", "--ended", "2026-11-23", "--book", book)
    assert "on hold" not in run("explain", "maju-jaya", "--book", book).output


@pytest.mark.parametrize(("words", "code"), [
    (("--count", 0), "plan-count"),
    (("--count", 500), "plan-count"),
    (("--amount", 0), "plan-part"),
    (("--count", 2, "--unit", 0), "plan-unit"),
    (("--count", 2, "--down", "99.000.000"), "plan-nothing"),
    (("--count", 2, "--every", "months:0"), "plan-step"),
    (("--count", 2, "--invoice", "INV/2026/9999"), "plan-invoice-not-open"),
    (("--count", 2, "--valid-until", "2026-11-22"), "dates-reversed"),
])  # fmt: skip
def test_terms_that_make_no_plan(book: Path, words: tuple[object, ...], code: str) -> None:
    before = digests(book)
    said = agree(book, "--first", "2026-12-15", *words, "--write")
    assert f"[{code}]" in said
    assert "exit 1" in said
    assert {k: v for k, v in digests(book).items() if ".lock" not in k} == before


def test_a_first_day_in_the_past_is_refused(book: Path) -> None:
    assert "[plan-first-past]" in agree(book, "--first", "2026-11-01", "--count", 2)


def test_a_second_offer_over_the_same_invoice_is_refused(book: Path) -> None:
    agree(book, "--count", 3, "--first", "2026-12-15", "--write")
    assert "[plan-runs-already]" in agree(book, "--count", 2, "--first", "2026-12-15", "--write")


def test_a_disputed_invoice_is_not_acknowledged_by_a_plan(book: Path) -> None:
    with (book / FILE).open("a") as file:
        file.write("disputes:\n  - {invoice: INV/2026/0912, opened: 2026-11-20}\n")
    assert "[plan-disputed]" in agree(book, "--count", 2, "--first", "2026-12-15", "--invoice", "INV/2026/0912")
    assert "[plan-nothing]" in agree(book, "--count", 2, "--first", "2026-12-15")


@pytest.mark.parametrize(("words", "name"), [
    (("--parts", "30%,30%,rest", "--payday", 25, "--working-days", "--down", "1.500.000", "--first", "2026-12-01"), "parts"),
    (("--parts", "12,5 %; 1.000.000; sisa", "--payday", "Jum'at", "--every", "weeks:2", "--first", "2026-12-01"), "weekday"),
    (("--row", "2026-12-15:500.000", "--row", "2027-01-20:10000000"), "rows"),
])  # fmt: skip
def test_the_shapes_of_a_plan(book: Path, words: tuple[object, ...], name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}-en.txt", agree(book, *words, "--lang", "en"))
    golden(GOLDEN / f"{name}-id.txt", agree(book, *words, "--lang", "id"))


@pytest.mark.parametrize(("words", "code"), [
    (("--row", "2026-12-15:500.000"), "plan-sum"),
    (("--row", "2026-11-01:10.500.000"), "plan-first-past"),
    (("--row", "2026-12-15:500.000", "--row", "2026-12-14:10.000.000"), "plan-dates"),
    (("--count", 3, "--payday", 25, "--every", "weeks:1", "--first", "2026-12-01"), "plan-payday-step"),
    (("--count", 3, "--working-days", "--every", "days:1", "--first", "2026-12-04"), "plan-dates"),
    (("--parts", "60%,60%,rest", "--first", "2026-12-01"), "plan-part"),
    (("--parts", "50%,30%", "--first", "2026-12-01"), "plan-sum"),
    (("--parts", "rest,rest", "--first", "2026-12-01"), "plan-rest-twice"),
    (("--count", 120, "--down", 1000, "--unit", 1, "--first", "2026-12-01"), "plan-count"),
])  # fmt: skip
def test_shapes_that_make_no_plan(book: Path, words: tuple[object, ...], code: str) -> None:
    said = agree(book, *words)
    assert f"[{code}]" in said
    assert "exit 1" in said


@pytest.mark.parametrize("words", [
    ("--first", "2026-12-15"),
    ("--count", 2, "--parts", "rest", "--first", "2026-12-15"),
    ("--row", "2026-12-15:10.500.000", "--first", "2026-12-15"),
    ("--row", "2026-12-15"),
    ("--row", "15/12:1.000.000"),
    ("--parts", "a third,rest", "--first", "2026-12-15"),
    ("--count", 2, "--payday", 32, "--first", "2026-12-15"),
    ("--count", 2, "--payday", "gajian", "--first", "2026-12-15"),
    ("--count", 2),
    ("--count", 2, "--first", "2026-12-15", "--every", "years:1"),
    ("--amount", "1,5", "--first", "2026-12-15"),
])  # fmt: skip
def test_wrong_usage(book: Path, words: tuple[object, ...]) -> None:
    assert "exit 2" in agree(book, *words)


def test_a_plan_is_not_recorded_where_there_is_none_or_for_tomorrow(book: Path) -> None:
    assert "[plan-none]" in run("record", "plan", "maju-jaya", "--signed", "2026-11-23", "--book", book).output
    assert run("record", "plan", "maju-jaya", "--book", book).exit_code == 2
    agree(book, "--count", 3, "--first", "2026-12-15", "--write")
    assert "[future-date]" in run("record", "plan", "maju-jaya", "--signed", "2026-11-24", "--book", book).output
    assert "[future-date]" in agree(book, "--count", 3, "--first", "2026-12-15", "--as-of", "2026-11-24", "--write",
                                    customer="sumber-rejeki")  # fmt: skip
