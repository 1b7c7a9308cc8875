"""A whole book on one day: who is looked at, and whose register already knows a later day."""

from __future__ import annotations

from kit.domain.calendar import Calendar
from kit.domain.cases import cases, newer_entries
from kit.domain.model import Book
from tests.builders import DAY, creditor, customer, days, invoice, register, rules, sent

BUDI, SARI = customer(invoice()), customer(invoice("B-1"), id="sari")
BOOK = Book(creditor(), rules().policy, Calendar(), (BUDI, SARI), {"budi": register(sent("due", days(1)))}, {})


def test_everybody_or_only_those_who_are_named() -> None:
    assert [each.customer.id for each in cases(BOOK, DAY)] == ["budi", "sari"]
    assert [each.customer.id for each in cases(BOOK, DAY, ["sari"])] == ["sari"]


def test_a_register_that_knows_a_later_day_is_named_with_it() -> None:
    assert newer_entries(BOOK, DAY) == {"budi": days(1)}
    assert newer_entries(BOOK, days(1)) == {}
