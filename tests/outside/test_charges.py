"""Published cases of late fees and interest: each comes out to the rupiah."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from kit.domain.charges import Fee, Per, statutory_note
from kit.domain.invoices import Contract, Invoice
from kit.domain.ledger import statement_of_account
from kit.domain.statement import Line
from tests.builders import customer
from tests.outside.cases import Case, load

CASES = {case.id: case for case in load("charges")}
DUE = date(2026, 1, 31)


def after(days: int, principal: int, *fees: Fee) -> Line:
    """Return an invoice `days` after its due date."""
    contract = Contract("K-1", late_fee_clause="Pasal 7", late_fees=fees)
    bill = Invoice("A-1", date(2026, 1, 1), DUE, principal, contract=contract)
    return statement_of_account(customer(bill), DUE + timedelta(days)).lines[0]


def once(amount: int) -> tuple[Fee, ...]:
    return (Fee(Per.ONCE, amount=amount),) if amount else ()


@pytest.mark.parametrize("name", ["E-1", "E-2"])
def test_simple_interest_with_a_fee(name: str) -> None:
    given: Any = CASES[name].given
    expect: Any = CASES[name].expect
    interest = Fee(Per.YEAR, Fraction(given["rate_percent_per_year"], 100))
    line = after(given["days"], given["principal"], interest, *once(given["fee"]))
    grown = sum(row.amount for row in line.charges if row.fee is interest)
    assert (grown, line.charged - grown) == (expect["interest"], expect["fee"])
    assert line.charged == expect.get("dunning", 0)
    assert line.outstanding == expect["total"]


def test_each_fee_once_and_of_the_original_principal() -> None:
    case: Case = CASES["T-9"]
    first, second = case.given["stages"]
    fees = (
        Fee(Per.ONCE, amount=first["fee"], grace=7),
        Fee(Per.ONCE, Fraction(second["fee_percent"], 100), grace=14),
    )
    assert [after(day, case.given["principal"], *fees).outstanding for day in (8, 15)] == case.expect["after"]
    assert after(200, case.given["principal"], *fees).outstanding == case.expect["after"][-1]


def test_a_fee_is_added_once() -> None:
    given: Any = CASES["I-6"].given
    fee = Fee(Per.ONCE, amount=given["fee"], grace=given["at_days"] - 1)
    assert after(given["at_days"], given["principal"], fee).outstanding == CASES["I-6"].expect["total"]
    assert after(given["look_at_days"], given["principal"], fee).outstanding == CASES["I-6"].expect["total"]


def test_the_statutory_note() -> None:
    given: Any = CASES["X-1a"].given
    since = DUE + timedelta(1)
    note = statutory_note(given["principal"], since, since + timedelta(given["days"] - 1))
    assert (note.days, note.amount) == (given["days"], CASES["X-1a"].expect["interest"])


def test_permil_a_day_with_a_cap() -> None:
    given: Any = CASES["X-1b"].given
    fee = Fee(Per.DAY, Fraction(given["rate_permil_per_day"], 1000), cap=Fraction(given["cap_percent"], 100))
    assert [after(days, given["principal"], fee).charged for days in given["days"]] == CASES["X-1b"].expect["late_fee"]
