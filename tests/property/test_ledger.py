"""What must hold for every ledger: no rupiah lost, order free, a split payment is the whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.domain.ledger import episode_start, statement_of_account
from kit.domain.model import CreditNote, Customer, Dispute, Invoice, Payment
from kit.domain.statement import Statement
from tests.builders import DAY, customer

T = TypeVar("T")
CASES = settings(max_examples=500, deadline=None)
offsets = st.integers(-60, 60).map(lambda n: DAY + dt.timedelta(n))
amounts = st.integers(1, 10**9) | st.integers(1, 50)
numbers = st.sampled_from(["A", "B", "C", "D", "E"])


@st.composite
def invoices(draw: st.DrawFn) -> tuple[Invoice, ...]:
    chosen = draw(st.lists(numbers, min_size=1, max_size=5, unique=True))
    made = []
    for number in chosen:
        issued = draw(offsets)
        made.append(Invoice(number, issued, issued + dt.timedelta(draw(st.integers(0, 45))), draw(amounts)))
    return tuple(made)


@st.composite
def customers(draw: st.DrawFn) -> Customer:
    bills = draw(invoices())
    names = [each.number for each in bills]
    named = st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)
    payments = draw(st.lists(st.builds(Payment, offsets, amounts, named), max_size=6))
    notes = draw(st.lists(
        st.builds(CreditNote, st.just("N"), offsets, amounts, st.none() | st.sampled_from(names),
                  cancelled=st.none() | offsets), max_size=3))  # fmt: skip
    disputes = draw(st.lists(st.builds(Dispute, st.sampled_from(names), offsets, st.none() | offsets), max_size=2))
    return customer(
        *bills, payments=tuple(payments), credit_notes=tuple(notes),
        disputes=tuple(each for each in disputes if each.closed is None or each.closed > each.opened),
    )  # fmt: skip


def figures(statement: Statement) -> dict[str, tuple[int, int]]:
    return {line.invoice.number: (line.outstanding, line.days_past_due) for line in statement.lines}


@CASES
@given(customers(), offsets)
def test_no_rupiah_is_lost_or_made(who: Customer, as_of: dt.date) -> None:
    statement = statement_of_account(who, as_of)
    billed = sum(each.amount for each in who.invoices if each.issued <= as_of)
    paid = sum(each.amount for each in who.payments if each.date <= as_of)
    credited = sum(
        each.amount for each in who.credit_notes
        if each.date <= as_of and not (each.cancelled and each.cancelled <= as_of)
    )  # fmt: skip
    assert billed - paid - credited == statement.outstanding - statement.unallocated
    assert all(0 <= line.outstanding <= line.invoice.amount for line in statement.lines)
    assert statement.unallocated >= 0


@CASES
@given(customers(), offsets, st.randoms(use_true_random=False))
def test_the_order_of_the_file_never_matters(who: Customer, as_of: dt.date, random: object) -> None:
    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        order = list(items)
        random.shuffle(order)  # type: ignore[attr-defined]
        return tuple(order)

    other = replace(
        who, invoices=mixed(who.invoices), payments=mixed(who.payments), credit_notes=mixed(who.credit_notes),
        disputes=mixed(who.disputes),
    )  # fmt: skip
    assert statement_of_account(other, as_of) == statement_of_account(who, as_of)


@CASES
@given(
    invoices(), st.lists(st.builds(Payment, offsets, st.integers(2, 10**9)), min_size=1, max_size=5), offsets, st.data()
)
def test_a_split_payment_settles_what_the_whole_would(
    bills: tuple[Invoice, ...], payments: list[Payment], as_of: dt.date, data: st.DataObject
) -> None:
    first = payments[0]
    part = data.draw(st.integers(1, first.amount - 1))
    parts = [replace(first, amount=part), replace(first, amount=first.amount - part)]
    whole = statement_of_account(customer(*bills, payments=tuple(payments)), as_of)
    split = statement_of_account(customer(*bills, payments=(*parts, *payments[1:])), as_of)
    assert figures(split) == figures(whole)
    assert split.unallocated == whole.unallocated


@CASES
@given(customers(), st.builds(Payment, offsets, amounts), offsets)
def test_one_more_payment_never_raises_the_debt(who: Customer, more: Payment, as_of: dt.date) -> None:
    before = statement_of_account(who, as_of)
    after = statement_of_account(replace(who, payments=(*who.payments, more)), as_of)
    assert after.outstanding <= before.outstanding


@CASES
@given(customers(), offsets)
def test_an_episode_is_open_exactly_while_something_is_past_due(who: Customer, as_of: dt.date) -> None:
    statement = statement_of_account(who, as_of)
    start = episode_start(statement)
    assert (start is not None) == bool(statement.overdue)
    assert start is None or start <= as_of


@CASES
@given(st.lists(amounts, min_size=1, max_size=60), st.data())
def test_shares_add_up(weights: list[int], data: st.DataObject) -> None:
    from kit.basics.money import shares

    amount = data.draw(st.integers(0, sum(weights)))
    parts = shares(amount, weights)
    assert sum(parts) == amount
    assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))
