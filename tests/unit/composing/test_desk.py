"""The agenda of the desk, read back by others: a calendar library and the CSV reader."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import icalendar
import pytest

from kit.composing.desk import cell, desk_files
from kit.domain.calendar import Calendar
from kit.domain.cases import cases
from kit.domain.instalments import Instalment
from kit.domain.model import Book, Customer, Promise
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, Policy
from kit.domain.register import Issued
from kit.reading.book import read_book
from tests.builders import DAY, creditor, customer, days, invoice, register

ROOT = Path(__file__).resolve().parents[3]
FRIDAY = dt.date(2026, 11, 27)


def book(*who: Customer, **registers: object) -> Book:
    policy = Policy(ladders=MappingProxyType({"standard": STANDARD}))
    return Book(creditor(), policy, Calendar(), who, registers, {})  # type: ignore[arg-type]


def made(whole: Book, day: dt.date = DAY) -> tuple[str, str]:
    sheet, calendar = desk_files(whole, cases(whole, day), day)
    assert (sheet.path, calendar.path) == ("desk/contacts.csv", "desk/contacts.ics")
    return sheet.text, calendar.text


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def events(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    found = list(calendar.walk("VEVENT"))
    assert not [each.errors for each in found if each.errors]
    return found  # type: ignore[return-value]


def test_a_contact_has_the_hours_of_the_customers_clock() -> None:
    sheet, calendar = made(book(customer(invoice(due=days(-8)))), FRIDAY)
    (event,) = events(calendar)
    assert event.decoded("dtstart") == dt.datetime(2026, 11, 27, 1, tzinfo=dt.UTC)
    assert event.decoded("dtend") == dt.datetime(2026, 11, 27, 13, tzinfo=dt.UTC)
    assert str(event["summary"]) == "Hubungi Pak Budi (budi): reminder-1"
    assert str(event["description"]) == "08.00–11.30, 13.00–20.00 WIB"
    assert rows(sheet)[0]["hours"] == "08.00–11.30, 13.00–20.00 WIB"


def test_promises_instalments_and_given_dates_are_whole_days() -> None:
    plan = Plan(days(-20), days(-10), ("P-1",), 100_000, (Instalment(days(9), 60_000), Instalment(days(30), 40_000)),
                signed=days(-15))  # fmt: skip
    bills = (invoice(due=days(-30)), invoice("P-1", 100_000, days(-30)))
    who = customer(*bills, plans=(plan,), promises=(Promise(days(-1), 50_000, days(4), "telepon"),))
    paper = Issued(
        days(-3), "firm", ("A-1",), "001/ST", "ST", 1, (("total", 1_000_000),), days(5), "0" * 64, "a.pdf", "Rina"
    )
    other = replace(paper, number="002/ST", items=("Z-9",))
    past = replace(paper, number="003/ST", deadline=days(-1))
    endless = replace(paper, number="004/ST", deadline=None)
    whole = book(who, budi=register(paper, other, past, endless))
    sheet, calendar = made(whole)
    told = [(each["date"], each["kind"], each["about"], each["hours"]) for each in rows(sheet)]
    assert told == [
        (str(days(4)), "look", "", ""), (str(days(4)), "promise", "", ""), (str(days(5)), "deadline", "001/ST", ""),
        (str(days(9)), "instalment", "1", ""), (str(days(30)), "instalment", "2", ""),
    ]  # fmt: skip
    assert [each.decoded("dtstart") for each in events(calendar)] == [days(n) for n in (4, 4, 5, 9, 30)]


def test_where_nothing_is_coming_the_files_are_empty_and_whole() -> None:
    sheet, calendar = made(book(customer()))
    assert not rows(sheet)
    assert not events(calendar)


def test_a_line_keeps_its_uid_when_its_day_moves() -> None:
    whole = book(customer(invoice(due=days(-8))))
    first, second = (events(made(whole, day)[1])[0] for day in (DAY, days(1)))
    assert first["uid"] == second["uid"]
    assert first["dtstart"] != second["dtstart"]


def test_the_words_follow_the_book() -> None:
    whole = book(customer(invoice(due=days(-8))))
    whole = replace(whole, creditor=replace(whole.creditor, lang="en"))
    assert str(events(made(whole)[1])[0]["summary"]).startswith("Contact Pak Budi (budi)")


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+62 812", "-1+cmd", "@SUM(A1)", "\t=1", "\uff1d1"])
def test_b58_no_cell_is_a_formula(name: str) -> None:
    assert cell(name) == f"'{name}"
    assert cell("Pak Budi") == "Pak Budi"
    who = customer(invoice(due=days(-8)))
    sheet, _ = made(book(replace(who, contact=replace(who.contact, call_as=name))))
    assert rows(sheet)[0]["call_as"] == f"'{name}"


@pytest.mark.parametrize("name", ["Bu; Sri, \\ Ñ", "Pak " + "é" * 90, "Bu 汉" * 30])
def test_any_name_comes_back_and_no_line_is_too_long(name: str) -> None:
    who = customer(invoice(due=days(-8)))
    _, calendar = made(book(replace(who, contact=replace(who.contact, call_as=name))))
    assert f"Hubungi {name} (budi)" in str(events(calendar)[0]["summary"])
    lines = calendar.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)


def test_our_own_book_gives_the_same_bytes_twice_and_no_more_than_names() -> None:
    whole, _ = read_book(ROOT)
    assert whole is not None
    texts = made(whole)
    assert texts == made(whole)
    found = events(texts[1])
    assert len({str(each["uid"]) for each in found}) == len(found) > 10
    for who in whole.customers:
        private = (who.contact.email, who.contact.whatsapp, who.address and who.address.street)
        assert not [each for each in private if each and any(each in text for text in texts)]
