"""The twelve laws of every account, 2,000 random accounts each; `--long` takes 100,000 and 5,000,000 splits.

sum kept | order free | split payment is the whole | one day is one payment | adding a payment never
raises the debt | credit to zero is zero | no negative outstanding | another customer changes nothing |
the future is invisible | an invoice raises the net by its amount | no money idle | figures nest
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from random import Random
from types import MappingProxyType
from typing import Any, TypeVar

import pytest

from kit.basics.money import shares
from kit.domain.cases import cases
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, CreditNote, Customer, Invoice, Payment
from kit.domain.statement import Statement
from tests.accounts import SPAN, amount, day, some_customer
from tests.builders import rules

T = TypeVar("T")
QUICK, LONG, SPLITS = 2_000, 100_000, 5_000_000


def figures(statement: Statement) -> tuple[object, ...]:
    """Return what is said of each invoice and of the rest, whatever pieces the money came in."""
    lines = ((line.invoice.number, line.credited, line.paid, line.days_past_due) for line in statement.lines)
    return (*lines, statement.unallocated)


def visible(who: Customer, as_of: dt.date) -> tuple[int, int]:
    """Return what was billed and what came in or was credited up to `as_of`, straight from the file."""
    billed = sum(each.amount for each in who.invoices if each.issued <= as_of)
    paid = sum(each.amount for each in who.payments if each.date <= as_of)
    notes = (each for each in who.credit_notes if each.date <= as_of)
    return billed, paid + sum(each.amount for each in notes if not each.cancelled or each.cancelled > as_of)


def sum_kept(who: Customer, as_of: dt.date, draw: Random) -> None:
    statement = statement_of_account(who, as_of)
    billed, received = visible(who, as_of)
    assert billed - received == statement.outstanding - statement.unallocated
    spread = sum(each.amount for line in statement.lines for each in line.applied)
    assert spread == received - statement.unallocated


def order_free(who: Customer, as_of: dt.date, draw: Random) -> None:
    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(draw.sample(items, len(items)))

    other = replace(who, invoices=mixed(who.invoices), payments=mixed(who.payments), disputes=mixed(who.disputes),
                    credit_notes=mixed(who.credit_notes))  # fmt: skip
    assert statement_of_account(other, as_of) == statement_of_account(who, as_of)


def split_payment_is_the_whole(who: Customer, as_of: dt.date, draw: Random) -> None:
    names = tuple(draw.sample([each.number for each in who.invoices], draw.choice((0, 0, 1))))
    whole = Payment(day(draw), amount(draw) + 1, names)
    part = draw.randint(1, whole.amount - 1)
    parts = (replace(whole, amount=part), replace(whole, amount=whole.amount - part))
    one = statement_of_account(replace(who, payments=(*who.payments, whole)), as_of)
    two = statement_of_account(replace(who, payments=(*who.payments, *parts)), as_of)
    assert figures(one) == figures(two)


def one_day_is_one_payment(who: Customer, as_of: dt.date, draw: Random) -> None:
    paid_on = day(draw)
    pieces = tuple(Payment(paid_on, amount(draw)) for _ in range(draw.randint(2, 5)))
    pooled = Payment(paid_on, sum(each.amount for each in pieces))
    many = statement_of_account(replace(who, payments=(*pieces, *who.payments)), as_of)
    one = statement_of_account(replace(who, payments=(*who.payments, pooled)), as_of)
    assert figures(many) == figures(one)


def adding_a_payment_never_raises_the_debt(who: Customer, as_of: dt.date, draw: Random) -> None:
    names = tuple(draw.sample([each.number for each in who.invoices], draw.choice((0, 1))))
    more = Payment(day(draw), amount(draw), names)
    before = statement_of_account(who, as_of)
    after = statement_of_account(replace(who, payments=(*who.payments, more)), as_of)
    assert after.outstanding <= before.outstanding
    came = more.amount if more.date <= as_of else 0
    assert before.outstanding - before.unallocated - (after.outstanding - after.unallocated) == came


def credit_to_zero_is_zero(who: Customer, as_of: dt.date, draw: Random) -> None:
    before = statement_of_account(who, as_of)
    notes = tuple(
        CreditNote(f"Z-{place}", as_of, line.outstanding, line.invoice.number) for place, line in enumerate(before.open)
    )
    after = statement_of_account(replace(who, credit_notes=(*who.credit_notes, *notes)), as_of)
    assert (after.outstanding, after.past_due, after.claim, after.open, after.overdue) == (0, 0, 0, (), ())
    assert after.unallocated == before.unallocated


def no_negative_outstanding(who: Customer, as_of: dt.date, draw: Random) -> None:
    statement = statement_of_account(who, as_of)
    assert statement.unallocated >= 0
    for line in statement.lines:
        assert 0 <= line.outstanding <= line.invoice.amount
        assert line.credited >= 0
        assert line.paid >= 0
        assert all(each.amount > 0 for each in line.applied)


def another_customer_changes_nothing(who: Customer, as_of: dt.date, draw: Random) -> None:
    def seen(*customers: Customer) -> tuple[object, ...]:
        house = rules()
        empty: MappingProxyType[str, Any] = MappingProxyType({})
        book = Book(house.creditor, house.policy, house.calendar, customers, empty, empty)
        return tuple((case.statement, case.verdict) for case in cases(book, as_of) if case.customer is who)

    assert seen(some_customer(draw, "andi"), who, some_customer(draw, "citra")) == seen(who)


def the_future_is_invisible(who: Customer, as_of: dt.date, draw: Random) -> None:
    later = as_of + dt.timedelta(draw.randint(1, 30))
    news = replace(who, payments=(*who.payments, Payment(later, amount(draw))),
                   credit_notes=(*who.credit_notes, CreditNote("N", later, amount(draw))),
                   invoices=(*who.invoices, Invoice("Z", later, later, amount(draw))))  # fmt: skip
    assert statement_of_account(news, as_of) == statement_of_account(who, as_of)


def an_invoice_raises_the_net_by_its_amount(who: Customer, as_of: dt.date, draw: Random) -> None:
    issued = day(draw)
    more = Invoice("Z", issued, issued + dt.timedelta(draw.randint(0, 45)), amount(draw))
    before = statement_of_account(who, as_of)
    after = statement_of_account(replace(who, invoices=(*who.invoices, more)), as_of)
    net = (after.outstanding - after.unallocated) - (before.outstanding - before.unallocated)
    assert net == (more.amount if issued <= as_of else 0)
    assert after.outstanding >= before.outstanding


def no_money_idle(who: Customer, as_of: dt.date, draw: Random) -> None:
    """Money waits only for an invoice not issued yet, or where every open invoice is disputed."""
    statement = statement_of_account(who, as_of)
    known = {line.invoice.number for line in statement.lines}
    named = [each.invoices for each in who.payments] + [(each.invoice,) for each in who.credit_notes if each.invoice]
    if statement.unallocated and all(known.issuperset(each) for each in named):
        assert all(line.disputed for line in statement.open)


def figures_nest(who: Customer, as_of: dt.date, draw: Random) -> None:
    statement = statement_of_account(who, as_of)
    assert 0 <= statement.claim <= statement.past_due <= statement.outstanding
    late = [line for line in statement.lines if line.outstanding and line.invoice.due < as_of]
    assert list(statement.overdue) == late
    assert statement.past_due == sum(line.outstanding for line in late)
    assert all(line.days_past_due == (as_of - line.invoice.due).days for line in late)
    assert (statement.days_past_due == 0) == (not late)


Law = Callable[[Customer, dt.date, Random], None]
LAWS: tuple[Law, ...] = (
    sum_kept, order_free, split_payment_is_the_whole, one_day_is_one_payment, adding_a_payment_never_raises_the_debt,
    credit_to_zero_is_zero, no_negative_outstanding, another_customer_changes_nothing, the_future_is_invisible,
    an_invoice_raises_the_net_by_its_amount, no_money_idle, figures_nest,
)  # fmt: skip
each_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)


def keep(law: Law, count: int) -> None:
    """Let `law` look at `count` accounts; a failure names the seed that makes its account again."""
    for seed in range(count):
        draw = Random(f"{law.__name__} {seed}")
        who, as_of = some_customer(draw), day(draw, SPAN + 20)
        try:
            law(who, as_of, draw)
        except AssertionError as broken:
            raise AssertionError(f"{law.__name__} is broken with seed {seed}, as of {as_of}: {who}") from broken


def test_there_are_twelve() -> None:
    assert len(LAWS) == 12


@each_law
def test_law(law: Law) -> None:
    keep(law, QUICK)


@pytest.mark.long
@each_law
def test_law_long(law: Law) -> None:
    keep(law, LONG)


@pytest.mark.long
def test_five_million_splits() -> None:
    draw = Random(17081945)
    for _ in range(SPLITS):
        weights = [amount(draw) for _ in range(draw.randint(1, 4))]
        whole = draw.randint(0, sum(weights))
        parts = shares(whole, weights)
        assert sum(parts) == whole
        assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))


def test_a_lost_rupiah_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(amount: int, weights: list[int]) -> tuple[int, ...]:
        return tuple(amount * weight // sum(weights) for weight in weights)

    monkeypatch.setattr("kit.domain.ledger.shares", careless)
    with pytest.raises(AssertionError, match="sum_kept is broken with seed"):
        keep(sum_kept, QUICK)
