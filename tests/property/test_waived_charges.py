"""Late fees under an instalment plan: nothing beside a kept one, everything after a lost one, to the rupiah."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kit.domain.charges import Fee, Per
from kit.domain.entries import Payment
from kit.domain.instalments import Every, Span, equal, schedule
from kit.domain.invoices import Contract, Invoice
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.plans import Charges, Plan
from kit.domain.standing import State, standings
from kit.domain.statement import Statement
from tests.builders import customer, days

CASES = settings(max_examples=300, deadline=None)

rates = st.sampled_from([Fraction(1, 1000), Fraction(5, 1000), Fraction(0)])
fees = st.builds(Fee, st.just(Per.DAY), rates, st.none(), st.integers(0, 40), st.none() | st.just(Fraction(1, 20)))
flat = st.builds(Fee, st.just(Per.ONCE), st.none(), st.integers(1, 50_000), st.integers(0, 100))


@st.composite
def agreed(draw: st.DrawFn) -> Customer:
    """Draw somebody with up to three invoices, most with late fees, and a signed plan about some of them."""
    bills = []
    for number in "ABC"[: draw(st.integers(1, 3))]:
        due = days(draw(st.integers(-60, 20)))
        clause = tuple(draw(st.lists(st.one_of(fees, flat), max_size=2)))
        contract = Contract("K", late_fee_clause="Pasal 7", late_fees=clause)
        bills.append(Invoice(number, days(-90), due, draw(st.integers(1_000, 10**8)), contract=contract))
    owing = customer(*bills)
    about = tuple(draw(st.lists(st.sampled_from([bill.number for bill in bills]), min_size=1, unique=True)))
    offered = days(draw(st.integers(0, 30)))
    then = statement_of_account(owing, offered)
    total = sum(line.outstanding for line in then.lines if line.invoice.number in about)
    first, count = offered + dt.timedelta(draw(st.integers(0, 40))), draw(st.integers(1, 6))
    rows, problems = schedule(total, equal(total, count), first, Every(Span.DAYS, draw(st.integers(1, 40))))
    assert not problems
    signed = offered + dt.timedelta(draw(st.integers(0, 20)))
    missed = draw(st.integers(1, 3))
    plan = Plan(offered, signed, about, total, rows, signed=signed, acceleration_after=missed)
    return replace(owing, plans=(plan,))


@CASES
@given(agreed(), st.integers(0, 200))
def test_who_keeps_the_plan_pays_its_total_and_nothing_else(who: Customer, later: int) -> None:
    (plan,) = who.plans
    assert plan.signed is not None
    paid = tuple(Payment(row.due, row.amount, plan.invoices) for row in plan.instalments if row.due > plan.offered)
    assume(len(paid) == len(plan.instalments))
    who = replace(who, payments=paid)
    end = max(plan.instalments[-1].due, plan.signed) + dt.timedelta(later)
    statement = statement_of_account(who, end)
    (found,) = standings(who, statement)
    lines = [line for line in statement.lines if line.invoice.number in plan.invoices]
    assert found.state is State.KEPT
    assert statement.unallocated == 0
    assert sum(line.paid for line in lines) == plan.total
    assert all(line.outstanding == line.returned == 0 for line in lines)


def without_returned(statement: Statement) -> Statement:
    return replace(statement, lines=tuple(replace(line, returned=0) for line in statement.lines), filled=())


@CASES
@given(agreed(), st.lists(st.tuples(st.integers(-10, 250), st.integers(1, 10**8)), max_size=6), st.integers(0, 250),
       st.none() | st.integers(0, 250), st.sampled_from(Charges))  # fmt: skip
def test_who_loses_the_plan_owes_what_was_owed_without_one(
    who: Customer, paid: list[tuple[int, int]], day: int, ended: int | None, charges: Charges
) -> None:
    (plan,) = who.plans
    over = days(ended) if ended is not None and plan.signed and days(ended) >= plan.signed else None
    plan = replace(plan, ended=over, charges=charges)
    who = replace(who, plans=(plan,), payments=tuple(Payment(days(on), amount) for on, amount in paid))
    bare = replace(who, plans=())
    as_of = days(day)
    statement, plain = statement_of_account(who, as_of), statement_of_account(bare, as_of)
    found = standings(who, statement)
    state = found[0].state if found else State.OFFERED
    if charges is Charges.RUN or state in (State.BROKEN, State.OFFERED, State.SENT, State.LAPSED):
        assert without_returned(statement) == without_returned(plain)
    elif state in (State.ACTIVE, State.LATE, State.KEPT):
        assert all(line.returned == 0 for line in statement.lines)
        then = {line.invoice.number: line.charged for line in statement_of_account(who, plan.offered).lines}
        for line in statement.lines:
            if line.invoice.number in plan.invoices:
                assert line.charged <= then[line.invoice.number]
    for line in statement.lines:
        assert 0 <= line.returned <= line.charged
    # Judged anew from the statement, the plan stands where the ledger saw it: no circle.
    assert standings(who, replace(statement)) == found
    if state is State.BROKEN and charges is Charges.WAIVED:
        back = {line.invoice.number: line.charged - line.returned for line in statement.lines}
        kept = replace(plan, acceleration_after=12, grace=10_000)
        while_kept = statement_of_account(replace(who, plans=(kept,)), plan.offered)
        assert all(back[line.invoice.number] == line.charged for line in while_kept.lines
                   if line.invoice.number in plan.invoices)  # fmt: skip
