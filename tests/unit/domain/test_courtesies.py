"""Words that demand nothing: an extension is confirmed once, an invoice without a receipt is asked about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kit.domain.escalation import decide
from kit.domain.invoices import Extension, Invoice
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.policy import Channel
from kit.domain.register import Register
from kit.domain.terms import UNKNOWN, PaymentTerms, Start
from kit.domain.verdict import Send, Verdict, Wait
from tests.builders import customer, days, invoice, register, rules, sent

RECEIPT = PaymentTerms(days=30, start=Start.RECEIPT)


def verdict(who: Customer, day: date, past: Register | None = None, **policy: object) -> Verdict:
    """Return the verdict on `who` on `day`."""
    return decide(who, statement_of_account(who, day), past or Register("budi"), rules(**policy))  # type: ignore[arg-type]


def extended(granted: int = 0, due: int = 30) -> Customer:
    """Return a customer whose invoice was due on DAY and got more time."""
    return customer(invoice(extensions=(Extension(days(granted), days(due), "panen"),)))


def test_more_time_is_confirmed_on_every_way() -> None:
    told = verdict(extended(5), days(5))
    assert isinstance(told, Send)
    assert (told.stage.name, told.deadline) == ("extension", None)
    assert told.channels == (Channel.WHATSAPP, Channel.EMAIL, Channel.LETTER)
    assert told.items[0].invoice.due == days(30)
    assert (told.reasons[0].code, told.reasons[0].data["before"], told.reasons[0].data["due"]) == (
        "extended", days(0), days(30),
    )  # fmt: skip


def test_it_is_confirmed_once() -> None:
    assert isinstance(verdict(extended(5), days(6), register(sent("extension", days(5)))), Wait)
    assert isinstance(verdict(extended(5), days(20)), Wait)
    again = customer(invoice(extensions=(Extension(days(1), days(9)), Extension(days(6), days(30)))))
    told = verdict(again, days(6), register(sent("extension", days(1))))
    assert isinstance(told, Send)
    assert told.reasons[0].data["before"] == days(9)


def test_it_waits_for_the_gap() -> None:
    past = register(sent("due", days(4)))
    assert isinstance(verdict(extended(5), days(5), past, minimum_gap=3), Wait)
    assert isinstance(verdict(extended(5), days(7), past, minimum_gap=3), Send)


def waiting(**more: object) -> Customer:
    """Return a customer whose invoice of DAY counts from a receipt."""
    bill = Invoice("A-1", days(0), UNKNOWN, 1_000_000, terms=RECEIPT, **more)  # type: ignore[arg-type]
    return customer(bill)


def test_an_extension_of_what_had_no_due_date_names_the_new_one_only() -> None:
    told = verdict(waiting(extensions=(Extension(days(1), days(40)),)), days(1))
    assert isinstance(told, Send)
    assert (told.reasons[0].code, set(told.reasons[0].data)) == ("extended-first", {"invoice", "due"})


@pytest.mark.parametrize(
    ("day", "asked", "speaks"),
    [(2, (), False), (3, (), True), (3, (1,), False), (15, (3,), False), (17, (3,), True)],
)
def test_whether_it_was_received_is_asked(day: int, asked: tuple[int, ...], *, speaks: bool) -> None:
    past = register(*(sent("invoice-exchange", days(each)) for each in asked))
    found = verdict(waiting(), days(day), past)
    assert isinstance(found, Send) == speaks
    if isinstance(found, Send):
        assert found.stage.name == "invoice-exchange"
        assert [each.code for each in found.reasons] == ["awaits-receipt"]


def test_arrears_go_first() -> None:
    bills = (*waiting().invoices, invoice("B-1", issued=days(-30), due=days(-9)))
    found = verdict(customer(*bills), days(0) + timedelta(3))
    assert isinstance(found, Send)
    assert found.stage.name != "invoice-exchange"
    assert [line.invoice.number for line in found.listed] == ["A-1"]
