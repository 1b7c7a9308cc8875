"""Three months of mornings on the public ledger, everything due sent and recorded: decisions only, nothing rendered."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from kit.domain.cases import cases
from kit.domain.model import Book
from kit.domain.register import Register, Sent
from kit.domain.verdict import Send, occasion
from kit.reading.book import read_book
from tests.books import REAL
from tests.real.convert import convert, us_date

pytestmark = pytest.mark.skipif(not REAL.exists(), reason=f"the real ledger is not at {REAL}")
FIRST, LAST = dt.date(2013, 1, 2), dt.date(2013, 3, 31)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("play")
    convert(REAL, folder)
    read, problems = read_book(folder)
    assert read is not None, problems
    return read


@pytest.fixture(scope="module")
def played(book: Book) -> list[tuple[str, Send, dt.date]]:
    """Return every message of the three months: to whom, what, when."""
    registers: dict[str, Register] = {}
    messages = []
    day = FIRST
    while day <= LAST:
        today = Book(book.creditor, book.policy, book.calendar, book.customers, registers, {})
        for case in cases(today, day):
            message = occasion(case.verdict)
            if message is None or message.act_on != day:
                continue
            who = case.customer.id
            items = tuple(line.invoice.number for line in message.items)
            entry = Sent(day, message.stage.name, items, message.channel, "Staf", deadline=message.deadline)
            past = registers.get(who, Register(who))
            registers[who] = Register(who, (*past.records, past.appended(entry)))
            messages.append((who, message, day))
        day += dt.timedelta(1)
    return messages


def test_there_is_something_to_say(played: list[tuple[str, Send, dt.date]]) -> None:
    stages = {message.stage.name for _, message, _ in played}
    assert {"upcoming", "due", "reminder-1", "reminder-2", "thanks"} <= stages
    assert len(played) > 200


def test_nobody_hears_one_stage_twice_about_the_same_invoices(played: list[tuple[str, Send, dt.date]]) -> None:
    keys = [
        (who, message.stage.name, tuple(line.invoice.number for line in message.items)) for who, message, _ in played
    ]
    assert len(keys) == len(set(keys))


def test_nobody_is_reminded_of_what_is_paid(played: list[tuple[str, Send, dt.date]]) -> None:
    with Path(REAL).open(newline="") as file:
        rows = {row["invoiceNumber"]: row for row in csv.DictReader(file)}
    for who, message, day in played:
        for line in message.items:
            row = rows[line.invoice.number]
            assert row["customerID"].lower() == who
            paid = us_date(row["SettledDate"]) <= day
            assert paid == (message.stage.name == "thanks"), f"{who} {line.invoice.number} on {day}"
            if message.stage.name != "thanks":
                disputed = row["Disputed"] == "Yes" and us_date(row["SettledDate"]) > us_date(row["DueDate"])
                assert not (disputed and us_date(row["DueDate"]) <= day)


def test_gaps_tone_and_open_days_are_kept(book: Book, played: list[tuple[str, Send, dt.date]]) -> None:
    heard = defaultdict(list)
    for who, message, day in played:
        assert book.calendar.is_open(day, book.policy.window)
        heard[who].append((day, message))
    for messages in heard.values():
        for (earlier, _), (later, _) in pairwise(messages):
            assert (later - earlier).days >= book.policy.minimum_gap


def test_no_somasi_without_its_gate(played: list[tuple[str, Send, dt.date]]) -> None:
    assert not [message for _, message, _ in played if message.stage.name.startswith("somasi")]
