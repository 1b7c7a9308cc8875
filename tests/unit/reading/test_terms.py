"""Payment terms in a customer's file: where they stand, what they come to, parts and who names them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from kit.domain.charges import Fee, Per
from kit.domain.exchange import InvoiceExchange
from kit.domain.invoices import Discount, Invoice
from kit.domain.lanes import Ending
from kit.domain.means import VirtualAccount
from kit.domain.model import Customer
from kit.domain.returned import is_waiting
from kit.domain.terms import UNKNOWN, Start
from kit.reading.book import read_customer

HEAD = "name: PT Maju Jaya\nform: PT\ncontact: {name: Budi, call_as: Pak Budi, formal: Bapak Budi}\n"


def read(text: str) -> Customer:
    """Return the customer in a file that begins with HEAD."""
    customer, _, problems = read_customer((HEAD + text).encode(), "data/customers/maju.yaml")
    assert not problems
    assert customer is not None
    return customer


def bill(fields: str, more: str = "") -> Invoice:
    (found,) = read(
        f"{more}invoices:\n  - {{number: A-1, issued: 2026-09-01, amount: 11.100.000, {fields}}}\n"
    ).invoices
    return found


@pytest.mark.parametrize(
    ("fields", "more", "due"),
    [
        ("terms: net 30", "", date(2026, 10, 1)),
        ("terms: 1 month", "terms: net 7\n", date(2026, 10, 1)),
        ("contract: {number: K-1, terms: 25 of next month}", "terms: net 7\n", date(2026, 10, 25)),
        ("contract: {number: K-1}", "terms: net 7\n", date(2026, 9, 8)),
        ("due: 2026-12-24", "terms: net 7\n", date(2026, 12, 24)),
        ("due: 2026-10-01, terms: net 30", "", date(2026, 10, 1)),
        ("due: 2026-10-09, terms: net 30 from receipt", "", date(2026, 10, 9)),
        ("received: 2026-09-04, terms: net 30 from receipt", "", date(2026, 10, 4)),
        ("accepted: 2026-09-05, terms: net 30 from acceptance", "", date(2026, 10, 5)),
        ("terms: net 30 from receipt", "", UNKNOWN),
        ("received: 2026-09-04", "terms: end of month from acceptance\n", UNKNOWN),
    ],
)
def test_the_due_date(fields: str, more: str, due: date) -> None:
    assert bill(fields, more).due == due


def test_what_an_invoice_awaits() -> None:
    assert bill("terms: net 30 from receipt").awaits is Start.RECEIPT
    assert bill("terms: net 30 from acceptance").awaits is Start.ACCEPTANCE
    assert bill("due: 2026-10-09, terms: net 30 from receipt").awaits is None


def test_discounts_the_longest_last() -> None:
    found = bill(
        "terms: net 30, received: 2026-11-02, tax: 1.100.000, discounts: ["
        "{percent: 5 %, until: 2026-11-20, of: net}, {percent: 5 %, within: 7 days from receipt, of: total},"
        "{amount: 600.000, within: 3 days}]"
    ).discounts
    assert found == (
        Discount(date(2026, 9, 4), 600_000),
        Discount(date(2026, 11, 9), 555_000),
        Discount(date(2026, 11, 20), 500_000),
    )


PARTS = """
invoices:
  - number: INV/7
    issued: 2026-09-01
    amount: 1.000.001
    description: Pagar
    tax: 99.100
    withholding: {amount: 20.000}
    parts:
      - {due: 2026-10-01, amount: 300.000, description: Uang muka}
      - {terms: 2 months, amount: 500.000, extensions: [{granted: 2026-10-20, due: 2026-11-15}]}
      - {terms: net 30 from acceptance, amount: 200.001, payment_link: https://bayar.example/7}
"""


def test_parts_are_invoices_of_their_own() -> None:
    first, second, third = read(PARTS).invoices
    assert [each.number for each in (first, second, third)] == [f"INV/7 (termin {n} dari 3)" for n in (1, 2, 3)]
    assert [each.amount for each in (first, second, third)] == [300_000, 500_000, 200_001]
    assert [each.due for each in (first, second, third)] == [date(2026, 10, 1), date(2026, 11, 1), UNKNOWN]
    assert [each.withholding and each.withholding.amount for each in (first, second, third)] == [6000, 10_000, 4000]
    assert [each.description for each in (first, second, third)] == ["Uang muka", "Pagar", "Pagar"]
    assert {each.part_of for each in (first, second, third)} == {"INV/7"}
    assert second.extensions[0].due == date(2026, 11, 15)
    assert (first.payment_link, third.payment_link) == (None, "https://bayar.example/7")
    assert third.awaits is Start.ACCEPTANCE


NAMES = tuple(f"INV/8 (termin {n} dari 2)" for n in (1, 2))
NAMED = """
invoices:
  - {number: INV/8, issued: 2026-09-01, amount: 100, parts: [{due: 2026-10-01, percent: 50 %}, {due: 2026-11-01, percent: 50 %}]}
  - {number: INV/9, issued: 2026-09-01, amount: 100, due: 2026-10-01}
credit_notes:
  - {number: N-1, date: 2026-09-02, amount: 10, for: INV/8}
payments:
  - {date: 2026-09-05, amount: 60, for: [INV/9, INV/8], receipted_for: "INV/8 (termin 2 dari 2)"}
claims:
  - {made: 2026-09-05, amount: 60, for: INV/8}
disputes:
  - {invoice: INV/8, opened: 2026-09-05, closed: 2026-09-06}
  - {invoice: INV/8, opened: 2026-09-07, amount: 60}
  - {invoice: INV/8, opened: 2026-09-08, amount: 50}
  - {invoice: INV/9, opened: 2026-09-07, amount: 60}
holds:
  - {since: 2026-09-05, reason: audit, invoices: [INV/8, "INV/8 (termin 1 dari 2)"]}
giros:
  - {number: BG-1, bank: Bank Contoh, written: 2026-09-05, amount: 60, for: INV/8}
returns:
  - {date: 2026-09-01, invoice: INV/8, value: 10}
  - {date: 2026-09-03, invoice: INV/8, value: 10}
plans:
  - {offered: 2026-09-09, valid_until: 2026-09-20, invoices: INV/8, total: 30, instalments: [{due: 2026-10-10, amount: 30}]}
"""


def test_who_names_the_whole_means_its_parts() -> None:
    who = read(NAMED)
    assert who.payments[0].invoices == ("INV/9", *NAMES)
    assert who.payments[0].receipted == NAMES[1:]
    assert who.claims[0].invoices == who.holds[0].invoices == who.plans[0].invoices == NAMES
    assert [(each.invoice, each.amount) for each in who.disputes] == [
        *((name, None) for name in NAMES), (NAMES[0], 50), (NAMES[1], 10), (NAMES[0], 50), ("INV/9", 60),
    ]  # fmt: skip
    assert who.credit_notes[0].invoice == "INV/8"
    assert who.giros[0].invoices == NAMES
    assert [each.invoice for each in who.returns] == [*NAMES, *NAMES]
    assert [is_waiting(each, who, date(2026, 9, 9)) for each in who.returns] == [False, False, True, True]


def test_tukar_faktur() -> None:
    found = read("invoice_exchange: {days: [tue, thu], documents: [faktur pajak, PO, BAST]}\n").exchange
    assert found == InvoiceExchange((1, 3), ("faktur pajak", "PO", "BAST"))
    assert found is not None
    assert found.missing(["po", "kuitansi"]) == ("faktur pajak", "BAST")


def codes(invoice: str) -> list[str]:
    """Return what is wrong with a file of one invoice."""
    text = f"{HEAD}invoices:\n  - {{number: A-1, issued: 2026-09-01, amount: 100, {invoice}}}\n"
    return [each.code for each in read_customer(text.encode(), "data/customers/maju.yaml")[2]]


def test_what_cannot_be_read_is_told_once() -> None:
    assert codes("terms: [net 30]") == ["expected-value"]
    assert codes("terms: net 30, discounts: [{percent: 5, until: 2026-09-08}]") == ["rate"]
    assert codes("due: 2026-09-31") == ["date-none"]
    assert codes("parts: [{due: 2026-10-01, percent: 50}, {due: 2026-11-01, percent: 50 %}]") == ["rate"]


def said(text: str) -> list[str]:
    """Return the codes of what is wrong with a file that begins with HEAD."""
    return [each.code for each in read_customer((HEAD + text).encode(), "data/customers/maju.yaml")[2]]


CLAUSE = "due: 2026-09-30, contract: {number: K-1, late_fee_clause: Pasal 7, late_fees: "


@pytest.mark.parametrize(
    ("written", "fees"),
    [
        ("{amount: 100.000}", (Fee(amount=100_000),)),
        ("{amount: 100.000, per: once, grace: 3}", (Fee(amount=100_000, grace=3),)),
        ("{rate: 2 %, per: once}", (Fee(rate=Fraction(2, 100)),)),
        (
            "[{amount: 25.000}, {rate: 1 permil, per: day, cap: 5 %}]",
            (Fee(amount=25_000), Fee(Per.DAY, Fraction(1, 1000), cap=Fraction(5, 100))),
        ),
    ],
)
def test_late_fees(written: str, fees: tuple[Fee, ...]) -> None:
    assert bill(CLAUSE + written + "}").fees == fees


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (CLAUSE + "{rate: [2 %], per: day}}", ["expected-value"]),
        ("due: 2026-09-30, extensions: [{granted: 2026-09-31, due: 2026-10-30}]", ["date-none"]),
        ("due: 2026-09-30, extensions: [{granted: 2026-09-10, due: soon}, {granted: 2026-09-01, due: 2026-09-02}]",
         ["date-format"]),
        ("due: 2026-09-30, extensions: [{granted: 2026-08-31, due: 2026-09-30}]",
         ["extension-order", "extension-earlier"]),
    ],
)  # fmt: skip
def test_a_date_that_is_none_is_not_compared(fields: str, told: list[str]) -> None:
    assert said(f"invoices:\n  - {{number: A-1, issued: 2026-09-01, amount: 11.100.000, {fields}}}\n") == told


def test_money_back_is_weighed_against_what_came_in() -> None:
    money = "payments:\n  - {date: 2026-10-01, amount: 5.000}\nrefunds:\n"
    assert said(money + "  - {date: 2026-10-02, amount: 3.000}\n  - {date: 2026-10-03, amount: 2.000}\n") == []
    more = "  - {date: 2026-10-02, amount: 3.000}\n  - {date: 2026-10-03, amount: 2.001}\n"
    assert said(money + more) == ["refund-more"]


def test_own_bank_numbers_and_the_end_of_a_customer() -> None:
    found = read(
        "virtual_accounts:\n  - {bank: Bank Contoh, number: 0880800001234}\n"
        "insolvent: {date: 2026-10-01, source: putusan}\ndeceased: {date: 2026-10-02, source: keluarga}\n"
    )
    assert found.virtual_accounts == (VirtualAccount("Bank Contoh", "0880800001234"),)
    assert found.insolvent == Ending(date(2026, 10, 1), "putusan")
    assert found.deceased == Ending(date(2026, 10, 2), "keluarga")
    assert found.insolvent is not None
    assert found.insolvent.at.line == 6
