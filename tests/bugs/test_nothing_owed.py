"""B: sent though nothing is owed. The numbers are those of the table in test_table.py."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kit.domain.cases import cases
from kit.domain.entries import WriteOff
from kit.domain.ledger import statement_of_account
from kit.domain.model import Contact, CreditNote, Hold
from kit.domain.verdict import Blocked, Clear, OnHold, Send
from kit.reading.book import read_book
from tests.books import own_book, run, story_book
from tests.bugs.mornings import played, stage, verdict
from tests.builders import DAY, customer, days, invoice, payment


def credit(amount: int, day: int, **more: object) -> CreditNote:
    return CreditNote("NK-1", days(day), amount, **more)  # type: ignore[arg-type]


def test_b30_whoever_paid_is_not_reminded() -> None:
    for late in range(1, 60):
        who = customer(invoice(), payments=(payment(1_000_000, days(late - 1), "A-1"),))
        assert isinstance(verdict(who, late), Clear)


def test_b30_payments_are_read_again_when_a_message_is_recorded(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    assert "warung-endang due whatsapp" in run("plan", "--book", book, "--list").output
    assert run("record", "payment", "warung-endang", "1.275.000", "--book", book).exit_code == 0
    assert run("record", "sent", "warung-endang", "due", "--via", "whatsapp", "--book", book).exit_code == 1


def test_b31_whoever_is_in_credit_is_not_reminded() -> None:
    who = customer(invoice("A", due=days(-40)), invoice("B", due=days(-2)),
                   payments=(payment(5_000_000, days(-35), "A"),))  # fmt: skip
    assert isinstance(verdict(who, 0), Clear)
    assert statement_of_account(who, DAY).unallocated == 3_000_000


def test_b32_open_credit_notes_count() -> None:
    for named in (None, "A-1"):
        assert isinstance(verdict(customer(invoice(), credit_notes=(credit(1_000_000, 1, invoice=named),)), 8), Clear)
    part = customer(invoice(), credit_notes=(credit(400_000, 1),))
    assert statement_of_account(part, days(8)).claim == 600_000


def test_b33_a_cancelled_credit_note_counts_no_longer() -> None:
    who = customer(invoice(), credit_notes=(credit(1_000_000, 1, cancelled=days(10)),))
    assert [stage(verdict(who, day)) for day in (8, 9)] == [None, None]
    assert stage(verdict(who, 10)) == "reminder-1"
    assert statement_of_account(who, days(10)).outstanding == 1_000_000


def test_b34_a_credit_to_zero_clears() -> None:
    who = customer(invoice(), payments=(payment(400_000, days(2), "A-1"),), credit_notes=(credit(600_000, 9),))
    assert stage(verdict(who, 8)) == "reminder-1"
    assert isinstance(verdict(who, 9), Clear)
    assert statement_of_account(who, days(9)).overdue == ()


def test_b35_money_of_the_day_is_visible_to_everything_of_the_day(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    read, problems = read_book(book)
    assert read is not None, problems
    for case in cases(read, DAY):
        more = payment(case.statement.outstanding, DAY, *(line.invoice.number for line in case.statement.open))
        if not case.statement.outstanding:
            continue
        paid = replace(case.customer, payments=(*case.customer.payments, more))
        (after,) = cases(replace(read, customers=(paid,)), DAY)
        assert after.statement.outstanding == 0
        assert not isinstance(after.verdict, Send | Blocked), case.customer.id


def test_b36_there_is_one_ledger(tmp_path: Path) -> None:
    book = story_book(tmp_path)
    for day in ("2026-11-23", "2026-10-20"):
        said = json.loads(run("status", "--book", book, "--as-of", day, "--json").output)
        rows = said["customers"]
        for row in rows:
            own = json.loads(run("explain", row["id"], "--book", book, "--as-of", day, "--json").output)
            assert {key: own[key] for key in ("outstanding", "past_due", "unallocated", "verdict")} == {
                key: row[key] for key in ("outstanding", "past_due", "unallocated", "verdict")
            }
            assert own["outstanding"] == sum(each["outstanding"] for each in own["invoices"])
            late = [each for each in own["invoices"] if each["days_past_due"]]
            assert own["past_due"] == sum(each["outstanding"] for each in late)
        assert said["outstanding"] == sum(row["outstanding"] for row in rows)
        assert said["past_due_customers"] == sum(row["past_due"] > 0 for row in rows)


def test_b37_what_was_written_off_is_not_overdue() -> None:
    who = customer(invoice(), write_offs=(WriteOff(days(8), "A-1", "usaha tutup"),))
    assert stage(verdict(who, 7)) == "reminder-1"
    for day in (8, 100):
        assert isinstance(verdict(who, day), Clear)
        statement = statement_of_account(who, days(day))
        assert (statement.outstanding, statement.overdue, statement.lines[0].written_off) == (0, (), 1_000_000)


def test_b38_a_hold_keeps_everything_back(tmp_path: Path) -> None:
    who = customer(invoice(), holds=(Hold(days(-40), "pemasok"),))
    assert all(isinstance(verdict(who, day), OnHold) for day in range(1, 200))
    assert played(who, -10, 200) == []
    book = own_book(tmp_path)
    assert run("record", "hold", "warung-endang", "--reason", "pemasok kami juga", "--book", book).exit_code == 0
    assert "warung-endang" not in run("plan", "--book", book, "--list").output
    assert run("build", "--book", book).exit_code == 0
    assert not (book / "build/outbox/warung-endang").exists()
    assert run("record", "sent", "warung-endang", "due", "--via", "whatsapp", "--book", book).exit_code == 1


def test_b39_a_corrected_address_is_used_at_once() -> None:
    """Nothing blocks a person: only what the file says now counts."""
    lost = customer(invoice(), contact=Contact("Budi", "Pak Budi", "Bapak Budi"), address=None)
    given = verdict(lost, 8)
    assert isinstance(given, Blocked)
    assert {need.code for need in given.needs} == {"needs-contact"}
    assert stage(verdict(replace(lost, contact=replace(lost.contact, email="budi@budi.example")), 8)) == "reminder-1"


@pytest.mark.parametrize("left", [1, 10_000])
def test_b30_a_rest_within_the_tolerance_is_let_be(left: int) -> None:
    who = customer(invoice(), payments=(payment(1_000_000 - left, days(2), "A-1"),), tolerance=10_000)
    assert stage(verdict(who, 8)) is None
