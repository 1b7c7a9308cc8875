"""Why a stage was chosen or not, and what would change it: held against the decision itself, day by day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.domain.considering import Considered, State, considered
from kit.domain.escalation import decide
from kit.domain.foresight import Foresight, known, speaks, turn_of
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Customer, Payment
from kit.domain.policy import STANDARD, Condition
from kit.domain.situation import Rules
from kit.reading.book import read
from tests import builders
from tests.books import ROOT
from tests.builders import days, invoice, register, rules

#: Forty days, from before the first late invoice of the book to long after its own day.
DAYS = tuple(dt.date(2026, 6, 15) + dt.timedelta(5 * n) for n in range(40))


@pytest.fixture(scope="module")
def book() -> Book:
    _, found, _ = read(ROOT)
    assert found is not None
    return found


def rules_of(book: Book) -> Rules:
    return Rules(book.creditor, book.policy, book.calendar)


def rows_of(book: Book, customer: Customer, day: dt.date) -> tuple[Considered, ...]:
    return considered(customer, statement_of_account(customer, day), book.register(customer.id), rules_of(book))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_is_marked_is_what_is_decided(book: Book, day: dt.date) -> None:
    for customer in book.customers:
        statement = statement_of_account(customer, day)
        turn = turn_of(decide(customer, statement, book.register(customer.id), rules_of(book)))
        rows = rows_of(book, customer, day)
        marked = [each for each in rows if each.state in (State.CHOSEN, State.BLOCKED)]
        assert {each.stage.name for each in marked} == ({turn.stage.name} if turn else set())
        about = {number for each in marked for number in each.invoices}
        assert about == {line.invoice.number for line in (turn.items if turn else ())}
        for line in statement.open:
            ladders = {each.ladder for each in rows if line.invoice.number in each.invoices and each.ladder}
            stages = [each.stage.name for each in rows if line.invoice.number in each.invoices and each.ladder]
            assert len(ladders) == 1
            assert stages == [each.name for each in book.policy.ladders[ladders.pop()].stages]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_day_to_wait_for_brings_the_stage_on_that_day_and_not_the_day_before(book: Book, day: dt.date) -> None:
    for customer in book.customers:
        look = Foresight(customer, book.register(customer.id), rules_of(book), day)
        for each in rows_of(book, customer, day):
            for until in (change.data["until"] for change in each.changes if change.code == "change-wait"):
                assert isinstance(until, dt.date)
                assert until > day
                for number in each.invoices:
                    assert speaks(look.on(until), each.stage.name, number)
                    assert not speaks(look.on(until - dt.timedelta(1)), each.stage.name, number)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_payment_that_would_stop_it_does_and_a_rupiah_less_does_not(book: Book, day: dt.date) -> None:
    for customer in book.customers:
        look = Foresight(customer, book.register(customer.id), rules_of(book), day)
        for each in rows_of(book, customer, day):
            for amount in (change.data["amount"] for change in each.changes if change.code == "change-payment"):
                assert isinstance(amount, int)
                for paid, goes_on in ((amount, False), (amount - 1, True)):
                    money = (*look.customer.payments, Payment(day, paid, each.invoices))
                    verdict = look.among(replace(look.customer, payments=money))
                    assert any(speaks(verdict, each.stage.name, number) for number in each.invoices) is goes_on


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_is_dated_later_changes_nothing(book: Book, day: dt.date) -> None:
    for customer in book.customers:
        cut = known(customer, day)
        statement = statement_of_account(customer, day)
        assert statement_of_account(cut, day) == statement
        look = Foresight(customer, book.register(customer.id), rules_of(book), day)
        assert look.on(day) == decide(customer, statement, book.register(customer.id), rules_of(book))


@pytest.mark.parametrize(("condition", "codes"), [
    (Condition(amount_from=2_000_001), ["considered-condition-amount"]),
    (Condition(invoices_from=3), ["considered-condition-invoices"]),
    (Condition(days_past_due_from=31), ["considered-condition-days"]),
    (Condition(3_000_000, 3, 31), ["considered-condition-amount", "considered-condition-invoices",
                                   "considered-condition-days"]),
])  # fmt: skip
def test_a_condition_names_the_bounds_that_are_not_met(condition: Condition, codes: list[str]) -> None:
    late = (invoice(amount=1_000_000, due=days(-30)), invoice("B-1", 1_000_000, days(-20)))
    who, how = (
        builders.customer(*late),
        rules(replace(STANDARD, stages=(replace(STANDARD.stages[2], only_if=condition),))),
    )
    found = considered(who, statement_of_account(who, days(0)), register(), how)
    (row,) = (each for each in found if each.state is State.OUT)
    assert row.invoices == ("A-1", "B-1")
    assert [each.code for each in row.reasons] == ["considered-condition", *codes]
