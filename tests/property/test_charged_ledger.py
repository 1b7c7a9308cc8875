"""The laws of the ledger once more, with everything a book can hold: fees, slips, discounts, extensions, refunds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.domain.charges import Fee, Per
from kit.domain.entries import CreditNote, Payment, PrincipalFirst, Refund, TaxSlip, WriteOff
from kit.domain.invoices import Contract, Discount, Extension, Invoice, Withholding
from kit.domain.ledger import episode_start, statement_of_account
from kit.domain.model import Customer, Dispute
from kit.domain.statement import Statement
from tests.builders import DAY, customer

T = TypeVar("T")
CASES = settings(max_examples=500, deadline=None)
offsets = st.integers(-60, 90).map(lambda n: DAY + dt.timedelta(n))
amounts = st.integers(1, 10**9) | st.integers(1, 5_000)
rates = st.sampled_from([Fraction(1, 1000), Fraction(2, 100), Fraction(5, 1000), Fraction(333, 100_000), Fraction(0)])
caps = st.none() | st.sampled_from([Fraction(5, 100), Fraction(1, 1000)])
growing = st.builds(
    Fee, st.sampled_from([Per.DAY, Per.MONTH, Per.YEAR]), rates, st.none(), st.integers(0, 10), caps
)  # fmt: skip
flat = st.builds(Fee, st.just(Per.ONCE), st.none(), st.integers(1, 50_000), st.integers(0, 10)) | st.builds(
    Fee, st.just(Per.ONCE), rates, st.none(), st.integers(0, 10), caps
)


@st.composite
def contracts(draw: st.DrawFn) -> Contract | None:
    fees = (*draw(st.lists(growing, max_size=1)), *draw(st.lists(flat, max_size=1)))
    return Contract("K", late_fee_clause="Pasal 7", late_fees=fees) if fees else None


@st.composite
def bills(draw: st.DrawFn) -> tuple[Invoice, ...]:
    made = []
    for number in draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=4, unique=True)):
        issued, amount = draw(offsets), draw(amounts)
        due = issued + dt.timedelta(draw(st.integers(0, 45)))
        tax = draw(st.none() | st.integers(1, max(1, amount // 20)))
        offers = draw(st.lists(st.builds(Discount, offsets, st.integers(1, max(1, amount // 10))), max_size=2))
        granted = issued + dt.timedelta(draw(st.integers(0, 60)))
        more = (Extension(granted, due + dt.timedelta(draw(st.integers(1, 30)))),) if draw(st.booleans()) else ()
        made.append(Invoice(
            number, issued, due, amount, contract=draw(contracts()), extensions=more, discounts=tuple(offers),
            withholding=Withholding(tax) if tax is not None and tax < amount else None,
        ))  # fmt: skip
    return tuple(made)


@st.composite
def customers(draw: st.DrawFn) -> Customer:
    own = draw(bills())
    one = st.sampled_from([each.number for each in own])
    named = st.lists(one, max_size=2, unique=True).map(tuple)
    payments = draw(st.lists(
        st.builds(Payment, offsets, amounts, named, receipted=named, reversed=st.none()), max_size=5))  # fmt: skip
    notes = draw(st.lists(st.builds(CreditNote, st.just("N"), offsets, amounts, st.none() | one), max_size=2))
    parts = st.none() | amounts
    disputes = draw(st.lists(st.builds(Dispute, one, offsets, st.none() | offsets, st.none(), parts), max_size=2))
    return customer(
        *own,
        payments=tuple(payments),
        credit_notes=tuple(notes),
        disputes=tuple(each for each in disputes if each.closed is None or each.closed > each.opened),
        slips=tuple(
            draw(st.lists(st.builds(TaxSlip, st.just("BP"), offsets, st.integers(1, 50_000), one), max_size=2))
        ),
        write_offs=tuple(draw(st.lists(st.builds(WriteOff, offsets, one, st.just("x"), parts), max_size=1))),
        refunds=tuple(draw(st.lists(st.builds(Refund, offsets, amounts), max_size=1))),
        principal_first=draw(st.none() | st.builds(PrincipalFirst, offsets, st.just("Surat"))),
    )


def settled(statement: Statement) -> dict[str, tuple[int, int, int]]:
    return {line.invoice.number: (line.outstanding, line.charged, line.days_past_due) for line in statement.lines}


@CASES
@given(customers(), offsets)
def test_no_rupiah_is_lost_or_made(who: Customer, as_of: dt.date) -> None:
    statement = statement_of_account(who, as_of)
    money = [(each.date, each.amount) for each in who.payments]
    money += [(each.date, each.amount) for each in who.credit_notes]
    money += [(each.date, each.amount) for each in who.slips]
    came = sum(amount for day, amount in money if day <= as_of)
    back = sum(each.amount for each in who.refunds if each.date <= as_of)
    billed = sum(each.amount for each in who.invoices if each.issued <= as_of)
    given_up = sum(line.written_off + line.discounted for line in statement.lines)
    charged = sum(line.charged for line in statement.lines)
    owed = statement.outstanding + statement.overrefunded - statement.unallocated
    assert billed + charged - came - given_up + back == owed
    for line in statement.lines:
        assert 0 <= line.outstanding <= line.invoice.amount + line.charged
        assert 0 <= line.charges_left <= line.outstanding
        assert 0 <= line.claim <= line.outstanding
        assert line.disputed_part <= line.outstanding
        assert line.with_discount <= line.outstanding
        assert line.past_due == (line.outstanding > line.awaiting_slip and as_of > line.invoice.due)
    assert statement.unallocated >= 0
    assert not (statement.unallocated and statement.overrefunded)


@CASES
@given(customers(), offsets)
def test_the_rows_of_a_charge_follow_each_other_and_keep_the_cap(who: Customer, as_of: dt.date) -> None:
    for line in statement_of_account(who, as_of).lines:
        for fee in line.invoice.fees:
            rows = [row for row in line.charges if row.fee is fee]
            assert all(one.last < other.first for one, other in pairwise(rows))
            assert all(row.last <= as_of and 0 < row.base <= line.invoice.amount for row in rows)
            limit = fee.limit(line.invoice.amount)
            assert limit is None or sum(row.amount for row in rows) <= limit
            assert fee.per is not Per.ONCE or len(rows) <= 1


@CASES
@given(customers(), offsets, st.randoms(use_true_random=False))
def test_the_order_of_the_file_never_matters(who: Customer, as_of: dt.date, random: object) -> None:
    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        order = list(items)
        random.shuffle(order)  # type: ignore[attr-defined]
        return tuple(order)

    lists = ("invoices", "payments", "credit_notes", "disputes", "slips", "write_offs", "refunds")
    changed: dict[str, Any] = {name: mixed(getattr(who, name)) for name in lists}
    other = replace(who, **changed)
    assert statement_of_account(other, as_of) == statement_of_account(who, as_of)


@CASES
@given(customers(), st.builds(Payment, offsets, st.integers(2, 10**9)), offsets, st.data())
def test_a_split_payment_settles_what_the_whole_would(
    who: Customer, more: Payment, as_of: dt.date, data: st.DataObject
) -> None:
    part = data.draw(st.integers(1, more.amount - 1))
    parts = (replace(more, amount=part), replace(more, amount=more.amount - part))
    whole = statement_of_account(replace(who, payments=(*who.payments, more)), as_of)
    split = statement_of_account(replace(who, payments=(*who.payments, *parts)), as_of)
    assert settled(split) == settled(whole)
    assert split.unallocated == whole.unallocated


@CASES
@given(
    bills(), st.lists(st.builds(Payment, offsets, amounts), max_size=4), st.builds(Payment, offsets, amounts), offsets
)
def test_one_more_payment_never_raises_the_debt(
    own: tuple[Invoice, ...], payments: list[Payment], more: Payment, as_of: dt.date
) -> None:
    """Without names: money that names a cheap invoice may leave a dearer one open, as its payer chose."""
    before = statement_of_account(customer(*own, payments=tuple(payments)), as_of)
    after = statement_of_account(customer(*own, payments=(*payments, more)), as_of)
    assert after.outstanding - after.unallocated <= before.outstanding - before.unallocated


@CASES
@given(customers(), offsets)
def test_an_unrelated_customer_changes_nothing_and_looking_twice_neither(who: Customer, as_of: dt.date) -> None:
    assert statement_of_account(who, as_of) == statement_of_account(replace(who, notes="x"), as_of)


@CASES
@given(customers(), offsets)
def test_what_is_dated_later_is_not_visible(who: Customer, as_of: dt.date) -> None:
    dated = ("payments", "credit_notes", "slips", "write_offs", "refunds")
    past: dict[str, Any] = {name: tuple(each for each in getattr(who, name) if each.date <= as_of) for name in dated}
    assert settled(statement_of_account(replace(who, **past), as_of)) == settled(statement_of_account(who, as_of))


@CASES
@given(customers(), offsets)
def test_an_episode_begins_where_a_due_date_was_missed(who: Customer, as_of: dt.date) -> None:
    statement = statement_of_account(who, as_of)
    start = episode_start(statement)
    assert (start is not None) == bool(statement.overdue)
    assert start is None or start <= as_of
