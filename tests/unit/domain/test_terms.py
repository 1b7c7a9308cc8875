"""Payment terms: their spellings, the days they come to, discounts and parts that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.accounts import Kind
from kit.domain.entries import CreditNote, Payment, TaxSlip, WriteOff
from kit.domain.escalation import decide
from kit.domain.invoices import Discount, Extension, Invoice, Withholding, wholes
from kit.domain.ledger import statement_of_account
from kit.domain.register import Register
from kit.domain.terms import UNKNOWN, PaymentTerms, Share, Start, discount, parse_terms, part_number, split
from kit.domain.verdict import Wait
from tests.builders import customer, payment, register, rules, sent

DAY = date(2026, 1, 31)
RECEIPT = PaymentTerms(days=30, start=Start.RECEIPT)

TERMS = st.builds(
    PaymentTerms,
    days=st.integers(0, 366),
    months=st.integers(0, 24),
    on=st.none() | st.integers(1, 31),
    following=st.booleans(),
)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("net 30", "2026-03-02"),
        ("Net 30  days", "2026-03-02"),
        ("30 days from issue", "2026-03-02"),
        ("1 day", "2026-02-01"),
        ("0 days", "2026-01-31"),
        ("1 month", "2026-02-28"),
        ("2 months", "2026-03-31"),
        ("end of month", "2026-01-31"),
        ("end of next month", "2026-02-28"),
        ("net 30 end of month", "2026-03-31"),
        ("1 month end of month", "2026-02-28"),
        ("25 of month", "2026-02-25"),
        ("31 of month", "2026-01-31"),
        ("25 of next month", "2026-02-25"),
        ("31 of next month", "2026-02-28"),
    ],
)
def test_what_terms_come_to_from_31_january(text: str, due: str) -> None:
    terms = parse_terms(text)
    assert terms is not None
    assert terms.due(DAY).isoformat() == due


@pytest.mark.parametrize("start", Start)
def test_what_days_are_counted_from(start: Start) -> None:
    assert parse_terms(f"30 days from {start}") == PaymentTerms(days=30, start=start)


@pytest.mark.parametrize(
    "text",
    ["30", "30 hari", "net", "net 367", "25 months", "0 of month", "32 of next month", "net 30 from invoice",
     "-5 days", "1,5 months", "end of month end of month", "net 30 from receipt from issue", "٣٠ days"],
)  # fmt: skip
def test_what_is_no_term(text: str) -> None:
    assert parse_terms(text) is None


@given(TERMS, st.dates(date(1950, 1, 1), date(2199, 12, 31)))
def test_no_term_ends_before_it_begins(terms: PaymentTerms, start: date) -> None:
    assert start <= terms.due(start) <= start + timedelta(366 + 24 * 31 + 62)


@given(st.integers(1, 24), st.dates(date(1950, 1, 1), date(2199, 12, 31)))
def test_months_keep_their_day(months: int, start: date) -> None:
    due = PaymentTerms(months=months).due(start)
    last = (due + timedelta(1)).day == 1
    assert due.day == start.day or (last and due.day < start.day)
    assert (due.year - start.year) * 12 + due.month - start.month == months


@given(st.integers(1, 10**15), st.lists(st.integers(1, 100), min_size=1, max_size=12))
def test_parts_lose_nothing(amount: int, weights: list[int]) -> None:
    whole = sum(weights)
    parts = split(amount, [Share(percent=Fraction(each, whole)) for each in weights])
    assert parts is None or (sum(parts) == amount and min(parts) > 0)
    if amount >= 100 * whole:
        assert parts is not None
        assert all(abs(part * whole - amount * each) <= whole * len(weights)
                   for part, each in zip(parts, weights, strict=True))  # fmt: skip


def test_parts_of_amounts_and_percent() -> None:
    half = Share(percent=Fraction(1, 2))
    assert split(1_000_001, [half, half]) == (500_001, 500_000)
    assert split(1_000_000, [Share(300_000), half, Share(200_000)]) == (300_000, 500_000, 200_000)
    assert split(1_000_000, [Share(300_000), Share(600_000)]) is None
    assert split(1, [half, half]) is None
    assert part_number("INV/7", 2, 3) == "INV/7 (termin 2 dari 3)"


@given(st.integers(1, 10**15), st.integers(0, 10**15), st.fractions(0, 1))
def test_a_discount_is_never_more_than_the_invoice(amount: int, tax: int, percent: Fraction) -> None:
    tax = min(tax, amount)
    assert 0 <= discount(amount, tax, percent, net=True) <= discount(amount, tax, percent, net=False) <= amount


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(0, 20))
def test_a_discount_makes_nothing_negative(amount: int, off: int, day: int) -> None:
    bill = Invoice("A-1", DAY, DAY + timedelta(30), amount, discounts=(Discount(DAY + timedelta(7), off),))
    who = customer(bill, payments=(payment(max(1, amount - off), DAY + timedelta(day), "A-1"),))
    (line,) = statement_of_account(who, DAY + timedelta(30)).lines
    assert line.outstanding >= 0
    assert 0 <= line.with_discount <= line.outstanding
    assert (line.outstanding == 0) == (day <= 7 or max(1, amount - off) == amount)


def waiting(**more: object) -> Invoice:
    """Return an invoice whose days count from a receipt."""
    given: dict[str, object] = {"due": UNKNOWN, "terms": RECEIPT} | more
    return Invoice("A-1", DAY, amount=1_000_000, **given)  # type: ignore[arg-type]


def test_owed_and_not_due_while_no_receipt_is_recorded() -> None:
    (line,) = statement_of_account(customer(waiting()), date(2099, 1, 1)).lines
    assert (line.outstanding, line.days_past_due, line.invoice.awaits) == (1_000_000, 0, Start.RECEIPT)


def test_a_receipt_is_not_known_before_its_day() -> None:
    bill = waiting(received=date(2026, 2, 10), due=date(2026, 3, 12))
    assert bill.awaits is None
    assert bill.seen(date(2026, 2, 9)).awaits is Start.RECEIPT
    assert bill.seen(date(2026, 2, 10)).due == bill.seen(date(2026, 9, 9)).due == date(2026, 3, 12)
    assert bill.first_late == date(2026, 3, 13)
    assert (bill.due_at(date(2026, 2, 9)), bill.due_at(date(2026, 2, 10))) == (UNKNOWN, date(2026, 3, 12))
    accepted = waiting(terms=PaymentTerms(days=1, start=Start.ACCEPTANCE), accepted=DAY, due=DAY + timedelta(1))
    assert accepted.dues == ((DAY, DAY + timedelta(1)),)


def test_an_extension_names_a_day_where_none_was_known() -> None:
    bill = waiting(extensions=(Extension(date(2026, 2, 10), date(2026, 4, 1)),))
    assert bill.seen(date(2026, 2, 9)).awaits is Start.RECEIPT
    assert bill.seen(date(2026, 2, 10)).due == date(2026, 4, 1)
    assert bill.seen(date(2026, 2, 10)).awaits is None


def in_parts(**more: object) -> tuple[Invoice, ...]:
    """Return an invoice of two parts."""
    return tuple(
        Invoice(part_number("A-1", place, 2), DAY, DAY + timedelta(30 * place), 500_000, part_of="A-1", **more)  # type: ignore[arg-type]
        for place in (1, 2)
    )


def test_what_names_the_whole_settles_its_parts_in_order() -> None:
    bills = in_parts(withholding=Withholding(10_000))
    assert wholes(bills) == {"A-1": ("A-1 (termin 1 dari 2)", "A-1 (termin 2 dari 2)")}
    day = DAY + timedelta(5)
    who = customer(
        *bills,
        credit_notes=(CreditNote("N-1", day, 600_000, "A-1"),),
        slips=(TaxSlip("B-1", day + timedelta(1), 20_000, "A-1"),),
        write_offs=(WriteOff(day + timedelta(2), "A-1", "sisa", 30_000),),
    )
    lines = statement_of_account(who, day + timedelta(9)).lines
    assert [line.outstanding for line in lines] == [0, 350_000]
    assert [line.settled_by(Kind.WITHHELD) for line in lines] == [0, 20_000]
    gone = customer(*bills, write_offs=(WriteOff(day, "A-1", "macet"),))
    assert statement_of_account(gone, day).outstanding == 0


def test_money_that_names_the_whole_pays_what_is_due_first() -> None:
    first, second = in_parts()
    paid = Payment(DAY + timedelta(40), 600_000, (first.number, second.number))

    def left(bills: tuple[Invoice, ...], money: Payment = paid) -> dict[str, int]:
        found = statement_of_account(customer(*bills, payments=(money,)), DAY + timedelta(50)).lines
        return {line.invoice.number: line.outstanding for line in found}

    assert left((first, second)) == {first.number: 0, second.number: 400_000}
    later = replace(first, extensions=(Extension(DAY + timedelta(35), DAY + timedelta(90)),))
    assert left((later, second)) == {first.number: 400_000, second.number: 0}
    unknown_yet = replace(first, extensions=(Extension(DAY + timedelta(41), DAY + timedelta(90)),))
    assert left((unknown_yet, second)) == {first.number: 0, second.number: 400_000}
    awaits = replace(first, due=UNKNOWN, terms=PaymentTerms(days=30, start=Start.RECEIPT))
    assert left((awaits, second)) == {first.number: 400_000, second.number: 0}
    only = replace(paid, invoices=(first.number,), receipted=(second.number,))
    assert left((later, second), only) == {first.number: 0, second.number: 400_000}, "the payer's word comes first"
    ours = replace(paid, invoices=(), receipted=(first.number, second.number))
    assert left((later, second), ours) == {first.number: 400_000, second.number: 0}


def test_beside_other_invoices_the_parts_keep_their_place() -> None:
    first, second = in_parts()
    later = replace(first, extensions=(Extension(DAY + timedelta(1), DAY + timedelta(90)),))
    other = Invoice("B-1", DAY, DAY, 300_000)
    paid = Payment(DAY + timedelta(40), 900_000, (first.number, "B-1", second.number))
    found = statement_of_account(customer(later, second, other, payments=(paid,)), DAY + timedelta(50)).lines
    assert {line.invoice.number: line.outstanding for line in found} == {
        second.number: 0, "B-1": 0, first.number: 400_000}  # fmt: skip


def test_a_register_that_names_the_whole_speaks_of_its_parts() -> None:
    records = register(sent("due", DAY, "A-1", "B-1")).records
    read = Register("budi", records, wholes(in_parts()))
    (entry,) = read.entries(DAY)
    assert getattr(entry, "items") == ("A-1 (termin 1 dari 2)", "A-1 (termin 2 dari 2)", "B-1")  # noqa: B009


def test_nothing_is_asked_before_the_days_have_begun() -> None:
    day = DAY + timedelta(2)
    who = customer(waiting())
    verdict = decide(who, statement_of_account(who, day), Register("budi"), rules())
    assert isinstance(verdict, Wait)
    assert verdict.until is None
    assert [each.code for each in verdict.reasons] == ["awaits-receipt", "not-due-yet"]
