"""Late fees and interest: which days cost what, and what settles them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from kit.domain.charges import ChargeRow, Fee, Per
from kit.domain.entries import PrincipalFirst, WriteOff
from kit.domain.invoices import Contract, Extension, Invoice
from kit.domain.ledger import statement_of_account
from kit.domain.model import CreditNote, Customer, Dispute, Payment
from kit.domain.statement import Line
from tests.builders import customer

PERMIL = Fee(Per.DAY, Fraction(1, 1000))
ISSUED, DUE = date(2026, 1, 1), date(2026, 1, 31)


def bill(*fees: Fee, number: str = "A-1", clause: str | None = "Pasal 7", **more: object) -> Invoice:
    contract = Contract("K-1", late_fee_clause=clause, late_fees=fees)
    return Invoice(number, ISSUED, DUE, 1_000_000, contract=contract, **more)  # type: ignore[arg-type]


def line(who: Customer, day: date) -> Line:
    return statement_of_account(who, day).lines[0]


def rows(who: Customer, day: date) -> list[tuple[str, str, int, int]]:
    return [(str(row.first), str(row.last), row.base, row.amount) for row in line(who, day).charges]


def test_the_day_after_the_due_date_is_the_first_that_costs() -> None:
    who = customer(bill(PERMIL))
    assert [line(who, date(2026, 1, 31)).charged, line(who, date(2026, 2, 1)).charged] == [0, 1_000]


def test_nothing_is_charged_without_a_clause() -> None:
    assert line(customer(bill(PERMIL, clause=None)), date(2026, 12, 1)).charged == 0


def test_days_of_grace_cost_nothing() -> None:
    who = customer(bill(Fee(Per.DAY, Fraction(1, 1000), grace=3)))
    assert rows(who, date(2026, 2, 5)) == [("2026-02-04", "2026-02-05", 1_000_000, 2_000)]


def test_a_payment_settles_charges_first_and_starts_a_new_row() -> None:
    who = customer(bill(PERMIL), payments=(Payment(date(2026, 2, 10), 410_000),))
    assert rows(who, date(2026, 2, 20)) == [
        ("2026-02-01", "2026-02-10", 1_000_000, 10_000),
        ("2026-02-11", "2026-02-20", 600_000, 6_000),
    ]
    found = line(who, date(2026, 2, 20))
    assert (found.applied[0].charges, found.outstanding, found.charges_left) == (10_000, 606_000, 6_000)


def test_by_recorded_consent_principal_comes_first() -> None:
    consent = PrincipalFirst(date(2026, 2, 1), "Surat 12/K/2026")
    who = customer(bill(PERMIL), payments=(Payment(date(2026, 2, 10), 1_000_000),), principal_first=consent)
    found = line(who, date(2026, 3, 20))
    assert (found.outstanding, found.charges_left, found.applied[0].charges) == (10_000, 10_000, 0)
    later = customer(
        bill(PERMIL), payments=(Payment(date(2026, 2, 10), 1_000_000),),
        principal_first=PrincipalFirst(date(2026, 2, 11), "Surat 12/K/2026"),
    )  # fmt: skip
    assert line(later, date(2026, 2, 10)).applied[0].charges == 10_000


def test_a_payment_of_charges_alone_starts_no_new_row() -> None:
    who = customer(bill(PERMIL), payments=(Payment(date(2026, 2, 10), 5_000),))
    assert rows(who, date(2026, 2, 20)) == [("2026-02-01", "2026-02-20", 1_000_000, 20_000)]


def test_a_credit_note_lowers_the_price_and_not_the_charges() -> None:
    note = CreditNote("N-1", date(2026, 2, 10), 400_000, "A-1")
    found = line(customer(bill(PERMIL), credit_notes=(note,)), date(2026, 2, 10))
    assert (found.applied[0].charges, found.outstanding) == (0, 610_000)


def test_what_is_disputed_costs_nothing_meanwhile() -> None:
    part = customer(bill(PERMIL), disputes=(Dispute("A-1", date(2026, 2, 6), date(2026, 2, 11), None, 400_000),))
    assert rows(part, date(2026, 2, 12)) == [
        ("2026-02-01", "2026-02-05", 1_000_000, 5_000),
        ("2026-02-06", "2026-02-10", 600_000, 3_000),
        ("2026-02-11", "2026-02-12", 1_000_000, 2_000),
    ]
    whole = customer(bill(PERMIL), disputes=(Dispute("A-1", date(2026, 2, 6)),))
    assert line(whole, date(2026, 5, 1)).charged == 5_000


def test_days_under_extension_cost_nothing_and_what_was_charged_before_stays() -> None:
    who = customer(bill(PERMIL, extensions=(Extension(date(2026, 2, 6), date(2026, 2, 20)),)))
    assert rows(who, date(2026, 2, 22)) == [
        ("2026-02-01", "2026-02-05", 1_000_000, 5_000),
        ("2026-02-21", "2026-02-22", 1_000_000, 2_000),
    ]
    found = line(who, date(2026, 2, 22))
    assert (found.invoice.due, found.invoice.first_due, found.days_past_due) == (date(2026, 2, 20), DUE, 2)
    assert line(who, date(2026, 2, 5)).invoice.due == DUE


def test_a_part_of_a_month_counts_by_the_day_and_a_year_has_365_days() -> None:
    month = customer(bill(Fee(Per.MONTH, Fraction(2, 100))))
    assert line(month, date(2026, 4, 24)).charged == 55_333  # 83 days of 30, half up
    year = customer(bill(Fee(Per.YEAR, Fraction(6, 100))))
    assert line(year, date(2026, 3, 2)).charged == 4_932  # 30 days of 365


def test_the_cap_ends_the_computation() -> None:
    fee = Fee(Per.DAY, Fraction(1, 1000), cap=Fraction(5, 1000))
    who = customer(bill(fee), payments=(Payment(date(2026, 2, 3), 500_000),))
    found = line(who, date(2026, 6, 1))
    assert [(row.amount, row.capped) for row in found.charges] == [(3_000, False), (2_000, True)]


def test_a_fee_that_comes_once_waits_until_nothing_is_disputed() -> None:
    fee = Fee(Per.ONCE, amount=25_000)
    who = customer(bill(fee), disputes=(Dispute("A-1", date(2026, 1, 20), date(2026, 2, 9)),))
    assert rows(who, date(2026, 3, 1)) == [("2026-02-09", "2026-02-09", 1_000_000, 25_000)]


def test_what_costs_more_by_the_day_is_settled_first_of_what_is_due() -> None:
    cheap = Invoice("A-0", ISSUED, date(2026, 1, 15), 1_000_000)
    who = customer(cheap, bill(PERMIL), payments=(Payment(date(2026, 2, 1), 1_001_000),))
    assert {each.invoice.number: each.outstanding for each in statement_of_account(who, date(2026, 2, 1)).lines} == {
        "A-0": 1_000_000, "A-1": 0,
    }  # fmt: skip
    early = customer(cheap, bill(PERMIL), payments=(Payment(date(2026, 1, 20), 1_000_000),))
    assert statement_of_account(early, date(2026, 1, 20)).lines[0].outstanding == 0


def test_a_write_off_takes_the_charges_along_and_stops_them() -> None:
    who = customer(bill(PERMIL), write_offs=(WriteOff(date(2026, 2, 10), "A-1", "pailit"),))
    found = line(who, date(2026, 12, 1))
    assert (found.written_off, found.outstanding, found.days_past_due) == (1_010_000, 0, 0)


@pytest.mark.parametrize("per", list(Per))
def test_a_rate_of_nothing_costs_nothing(per: Per) -> None:
    assert line(customer(bill(Fee(per, Fraction(0)))), date(2026, 6, 1)).outstanding == 1_000_000


def test_a_payment_before_or_within_the_days_of_grace_is_no_break() -> None:
    who = customer(bill(PERMIL), payments=(Payment(date(2026, 1, 30), 400_000),))
    assert rows(who, date(2026, 2, 2)) == [("2026-02-01", "2026-02-02", 600_000, 1_200)]
    graced = customer(bill(Fee(Per.DAY, Fraction(1, 1000), grace=3)), payments=(Payment(date(2026, 2, 2), 400_000),))
    assert rows(graced, date(2026, 2, 5)) == [("2026-02-04", "2026-02-05", 600_000, 1_200)]


def test_days_of_one_base_are_one_row_although_something_happened_between() -> None:
    withdrawn = Dispute("A-1", date(2026, 2, 6), date(2026, 2, 6))
    followed = (
        Dispute("A-1", date(2026, 2, 6), date(2026, 2, 11), None, 400_000),
        Dispute("A-1", date(2026, 2, 11), date(2026, 2, 16), None, 400_000),
    )
    once = ("2026-02-01", "2026-02-10", 1_000_000, 10_000)
    assert rows(customer(bill(PERMIL), disputes=(withdrawn,)), date(2026, 2, 10)) == [once]
    assert rows(customer(bill(PERMIL), disputes=followed), date(2026, 2, 16)) == [
        ("2026-02-01", "2026-02-05", 1_000_000, 5_000),
        ("2026-02-06", "2026-02-15", 600_000, 6_000),
        ("2026-02-16", "2026-02-16", 1_000_000, 1_000),
    ]


def test_a_fee_without_rate_and_amount_costs_nothing() -> None:
    assert line(customer(bill(Fee())), date(2026, 6, 1)).charged == 0


CAPPED = Fee(Per.DAY, Fraction(1, 1000), cap=Fraction(5, 1000))


def test_a_cap_that_is_just_reached_cuts_nothing() -> None:
    found = line(customer(bill(CAPPED)), date(2026, 2, 5))
    assert [(row.amount, row.capped) for row in found.charges] == [(5_000, False)]
    assert line(customer(bill(CAPPED)), date(2026, 2, 6)).charges == (
        ChargeRow(CAPPED, date(2026, 2, 1), date(2026, 2, 6), 1_000_000, 5_000, capped=True),
    )


def test_a_cap_counts_all_rows_before_it() -> None:
    who = customer(bill(CAPPED), payments=(Payment(date(2026, 2, 2), 502_000), Payment(date(2026, 2, 4), 251_000)))
    assert line(who, date(2026, 6, 1)).charges == (
        ChargeRow(CAPPED, date(2026, 2, 1), date(2026, 2, 2), 1_000_000, 2_000),
        ChargeRow(CAPPED, date(2026, 2, 3), date(2026, 2, 4), 500_000, 1_000),
        ChargeRow(CAPPED, date(2026, 2, 5), date(2026, 6, 1), 250_000, 2_000, capped=True),
    )


def test_consent_holds_from_its_own_day_on() -> None:
    consent = PrincipalFirst(date(2026, 2, 10), "Surat 12/K/2026")
    who = customer(bill(PERMIL), payments=(Payment(date(2026, 2, 10), 600_000),), principal_first=consent)
    assert line(who, date(2026, 2, 10)).applied[0].charges == 0


def test_charges_that_were_paid_once_are_not_paid_again() -> None:
    paid = (Payment(date(2026, 2, 10), 5_000), Payment(date(2026, 2, 12), 5_000), Payment(date(2026, 2, 14), 10_000))
    found = line(customer(bill(PERMIL), payments=paid), date(2026, 2, 14))
    assert [each.charges for each in found.applied] == [5_000, 5_000, 4_000]
    assert (found.outstanding, found.charges_left) == (994_000, 0)


def test_of_two_payments_of_one_day_the_second_sets_the_base_of_the_next() -> None:
    paid = (
        Payment(date(2026, 2, 5), 105_000),
        Payment(date(2026, 2, 10), 104_500, ("A-1",)),
        Payment(date(2026, 2, 10), 100_000, ("A-1",)),
    )
    assert rows(customer(bill(PERMIL), payments=paid), date(2026, 2, 12)) == [
        ("2026-02-01", "2026-02-05", 1_000_000, 5_000),
        ("2026-02-06", "2026-02-10", 900_000, 4_500),
        ("2026-02-11", "2026-02-12", 700_000, 1_400),
    ]


@pytest.mark.parametrize(("day", "first"), [
    (date(2026, 1, 10), "A-0"),  # neither is due: the older one
    (date(2026, 1, 30), "A-0"),  # one is due
    (date(2026, 1, 31), "A-1"),  # both are due, the second since today: the heavier one
])  # fmt: skip
def test_an_invoice_is_heavier_from_its_due_date_on(day: date, first: str) -> None:
    light = Invoice("A-0", ISSUED, date(2026, 1, 15), 1_000_000)
    found = statement_of_account(customer(light, bill(PERMIL), payments=(Payment(day, 1_000_000),)), day)
    assert [each.invoice.number for each in found.lines if each.applied] == [first]


def test_the_fees_of_an_invoice_weigh_together() -> None:
    two = bill(Fee(Per.DAY, Fraction(6, 10_000)), Fee(Per.MONTH, Fraction(2, 100)))  # 1.27 permil a day
    who = customer(bill(PERMIL, number="A-0"), replace(two, number="A-2"), payments=(Payment(DUE, 1_000_000),))
    found = statement_of_account(who, DUE)
    assert [each.invoice.number for each in found.lines if each.applied] == ["A-2"]
