"""How old arrears are, what is to come week by week, and what past words brought."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kit.domain.ageing import BANDS, ageing
from kit.domain.calendar import Calendar
from kit.domain.cases import Case, cases
from kit.domain.evaluation import OTHER, UNASKED, evaluation
from kit.domain.expected import expected
from kit.domain.happened import Failed
from kit.domain.instalments import Instalment
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Customer, Promise
from kit.domain.plans import Plan
from kit.domain.policy import Channel
from kit.domain.register import Register
from kit.reading.policy import DEFAULT
from tests.builders import creditor, customer, days, invoice, payment, register, sent


def book(*who: Customer, **registers: Register) -> Book:
    return Book(creditor(), DEFAULT, Calendar(), who, registers, {})


def test_each_open_invoice_stands_in_one_band() -> None:
    ages = (-5, 0, 1, 30, 31, 60, 61, 90, 91, 400)
    who = customer(*(invoice(f"A-{age}", 1_000 + age, days(-age)) for age in ages))
    found = ageing([statement_of_account(who, days(0))])
    assert [(each.first, each.last) for each in found] == list(BANDS)
    assert [(each.invoices, each.amount) for each in found] == [
        (2, 1_995), (2, 2_031), (2, 2_091), (2, 2_151), (2, 2_491)]  # fmt: skip
    assert ageing(())[0].invoices == 0


@given(st.lists(st.tuples(st.integers(-40, 200), st.integers(1, 10**9)), max_size=12), st.integers(0, 10**9))
def test_bands_add_up_to_what_is_outstanding(found: list[tuple[int, int]], money: int) -> None:
    invoices = [invoice(f"A-{place}", amount, days(-age)) for place, (age, amount) in enumerate(found)]
    paid = (payment(money, days(-1)),) if money else ()
    account = statement_of_account(customer(*invoices, payments=paid), days(0))
    bands = ageing([account])
    assert sum(each.amount for each in bands) == account.outstanding
    assert sum(each.invoices for each in bands) == len(account.open)
    assert sum(each.amount for each in bands[1:]) == account.past_due


def test_what_is_to_come_is_told_by_week() -> None:
    rows = (Instalment(days(-2), 300), Instalment(days(5), 300), Instalment(days(12), 400))
    plan = Plan(days(-10), days(0), ("A-1",), 1_000, rows, signed=days(-9), grace=5)
    who = customer(
        invoice("A-1", 1_000, days(-20)),
        invoice("A-2", 900, days(-20)),
        payments=(payment(100, days(-1), "A-1"), payment(50, days(-1), "A-2")),
        plans=(plan,),
        promises=(Promise(days(-2), 500, days(6)), Promise(days(-9), 70, days(-8))),
    )
    other = customer(invoice("B-1", 200, days(-3)), id="ani", promises=(Promise(days(0), 200, days(6)),))
    found = expected(cases(book(who, other), days(0)))
    assert [(each.promised, each.instalments, each.total, each.customers) for each in found] == [
        (550, 300, 850, ("ani", "budi")), (0, 400, 400, ("budi",))]  # fmt: skip
    assert all(each.monday.weekday() == 0 for each in found)
    assert found[0].monday <= days(5) < found[0].monday + dt.timedelta(7)


def seen(*who: Customer, day: int = 60, **registers: Register) -> tuple[tuple[Case, ...], Book]:
    whole = book(*who, **registers)
    return cases(whole, days(day)), whole


def test_money_is_credited_to_the_last_word_before_it() -> None:
    who = customer(
        invoice("A-1", 1_000, days(0)), invoice("A-2", 2_000, days(0)), invoice("A-3", 400, days(0)),
        payments=(payment(100, days(0), "A-1"), payment(400, days(5), "A-1"), payment(500, days(20), "A-1"),
                  payment(2_000, days(3), "A-2"), payment(400, days(9), "A-3")),
        promises=(Promise(days(1), 400, days(6)), Promise(days(9), 10_000, days(12))),
    )  # fmt: skip
    past = register(
        sent("reminder-1", days(4), "A-1"),
        sent("lebaran", days(8), "A-3"),
        sent("reminder-2", days(15), "A-1", "A-3"),
        sent("thanks", days(20), "A-1"),
    )
    found = evaluation(*seen(who, budi=past))
    assert [(each.name, each.asked, each.answered, each.recovered, each.days_to_pay) for each in found.stages] == [
        ("reminder-1", 1, 1, 400, None), ("reminder-2", 2, 1, 500, 20), ("lebaran", 1, 1, 400, 9),
        (UNASKED, 0, 2, 2_100, 3)]  # fmt: skip
    assert [each.name for each in found.approaches] == ["persuasive", "collaborative", OTHER, UNASKED]
    assert [each.recovered for each in found.channels] == [1_300, 2_100]
    assert found.recovered == 3_400
    assert (found.promises_kept, found.promises_ended, found.few_promises) == (1, 2, True)
    assert all(each.few for each in found.stages)


def test_enough_invoices_are_no_small_sample() -> None:
    bills = [invoice(f"A-{place}", 10, days(0)) for place in range(10)]
    past = register(sent("reminder-1", days(4), *(each.number for each in bills)))
    found = evaluation(*seen(customer(*bills), budi=past))
    assert [(each.asked, each.answered, each.days_to_pay, each.few) for each in found.stages] == [(10, 0, None, False)]
    assert found.recovered == 0


def test_a_message_that_came_back_brought_nothing() -> None:
    who = customer(invoice("A-1", 1_000, days(0)), payments=(payment(1_000, days(9), "A-1"),))
    past = register(sent("reminder-1", days(4), "A-1"), Failed(days(5), "reminder-1", Channel.WHATSAPP, "nomor mati"))
    assert [each.name for each in evaluation(*seen(who, budi=past)).stages] == [UNASKED]
