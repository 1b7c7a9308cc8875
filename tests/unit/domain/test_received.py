"""Money that came in, and money that was taken back: what claims, giros, promises, returns and rests make of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.domain.claims import unfound_claim
from kit.domain.entries import CreditNote, Payment, TaxSlip, WriteOff
from kit.domain.escalation import decide
from kit.domain.giros import giro_pauses
from kit.domain.handed import handed_questions
from kit.domain.lanes import Giro, Handed, Returned
from kit.domain.ledger import statement_of_account
from kit.domain.model import Claim, Customer, Promise
from kit.domain.pauses import Expected, came_in, missing
from kit.domain.policy import Policy
from kit.domain.promises import Kept, broken_promise, kept_rate, promise_hold, promise_reasons, standings
from kit.domain.received import received
from kit.domain.returned import is_waiting
from kit.domain.verdict import Wait
from tests.builders import customer, days, invoice, payment, register, rules

BACK = replace(payment(1_000, days(2)), reversed=days(10))
RULES = rules()


def owing(*money: Payment, **more: Any) -> Customer:
    return customer(invoice(amount=5_000, due=days(-20)), invoice("B-1", 5_000, days(-20)), payments=money, **more)


def test_money_taken_back_counts_until_that_day() -> None:
    assert [BACK.stands(days(day)) for day in (1, 2, 9, 10)] == [False, True, True, False]
    note = CreditNote("N", days(2), 5, cancelled=days(4))
    assert [note.stands(days(day)) for day in (1, 2, 3, 4)] == [False, True, True, False]
    assert replace(note, cancelled=None).stands(days(99))
    assert payment(5, days(2)).stands(days(99))


def test_a_reversed_payment_finds_no_claim() -> None:
    who = owing(BACK, claims=(Claim(days(1), 1_000),))
    for day, found in ((9, False), (10, True)):
        claim = unfound_claim(who, statement_of_account(who, days(day)), RULES.policy, RULES.calendar)
        assert (claim is not None) == found


def test_a_reversed_payment_keeps_no_promise() -> None:
    who = owing(BACK, promises=(Promise(days(1), 1_000, days(5)),))
    assert [each.state for each in standings(who, days(9))] == [Kept.KEPT]
    assert kept_rate(who, days(9)) == (1, 1)
    (late,) = standings(who, days(10))
    assert (late.state, late.paid, late.afterwards) == (Kept.BROKEN, 0, 0)
    assert kept_rate(who, days(10)) == (0, 1)
    early = replace(who, payments=(replace(BACK, reversed=days(3)),))
    assert promise_hold(early, days(2)) is None
    assert promise_hold(early, days(3)) is not None


def test_a_reversed_payment_clears_no_giro_and_no_cash() -> None:
    giro, cash = Giro("G", "Bank", days(0), 1_000), Handed(days(0), 1_000, "Agus")
    for lane in ({"giros": (giro,)}, {"handed": (cash,)}):
        who = owing(BACK, **lane)
        for day, waits in ((9, False), (10, True)):
            wanted = [Expected(days(0), 1_000)]
            assert missing(wanted, who, days(day)) == (waits,)
    assert not list(handed_questions(owing(BACK, handed=(cash,)), days(9), Policy(), RULES.calendar))
    assert list(handed_questions(owing(BACK, handed=(cash,)), days(10), Policy(), RULES.calendar))
    assert not list(giro_pauses(owing(payment(1_000, days(0)), giros=(giro,)), days(1), Policy(), RULES.calendar))


def test_after_money_that_was_taken_back_nobody_rests() -> None:
    how = rules(rest_after_payment=9)
    who = owing(replace(BACK, reversed=days(4)))
    for day, rests in ((3, True), (4, False)):
        given = decide(who, statement_of_account(who, days(day)), register(), how)
        assert (isinstance(given, Wait) and "rest-after-payment" in {each.code for each in given.reasons}) == rests


def test_a_return_waits_again_when_its_credit_note_is_cancelled() -> None:
    note = CreditNote("N", days(2), 500, "A-1", cancelled=days(5))
    who = owing(credit_notes=(note,))
    back = Returned(days(1), "A-1", 500)
    assert [is_waiting(back, who, days(day)) for day in (0, 1, 2, 4, 5)] == [False, True, False, False, True]


@pytest.mark.parametrize(
    ("money", "about", "came"),
    [
        ((payment(1_000, days(1), "B-1"),), ("A-1",), True),  # to the rupiah: it is the sum, whatever it names
        ((payment(1_200, days(1), "B-1"),), ("A-1",), False),
        ((payment(1_200, days(1), "B-1"),), (), True),
        ((payment(1_200, days(1)),), ("A-1",), True),
        ((payment(700, days(1), "A-1"), payment(700, days(2), "A-1", "B-1")), ("A-1",), True),
        ((payment(700, days(1), "A-1"), payment(700, days(2), "B-1")), ("A-1",), False),
        ((replace(payment(1_200, days(1)), receipted=("B-1",)),), ("A-1",), False),
        ((replace(payment(1_200, days(1)), receipted=("A-1",)),), ("A-1",), True),
    ],
)
def test_money_that_names_other_invoices_is_not_the_sum(
    money: tuple[Payment, ...], about: tuple[str, ...], came: bool
) -> None:
    who = owing(*money)
    assert came_in(1_000, days(0), who, days(5), about=about) == came
    assert missing([Expected(days(0), 1_000, about)], who, days(5)) == (not came,)


def test_a_tax_slip_completes_a_sum_and_is_never_the_sum() -> None:
    slip = TaxSlip("BP-1", days(2), 20, "A-1")
    who = owing(payment(980, days(1)), slips=(slip,))
    assert came_in(1_000, days(0), who, days(2))
    assert not came_in(1_000, days(0), who, days(1))
    assert missing([Expected(days(0), 1_000)], who, days(2)) == (False,)
    assert not came_in(1_000, days(0), who, days(2), about=("B-1",))
    only = owing(slips=(replace(slip, amount=1_000, date=days(-3)),))
    assert not came_in(1_000, days(0), only, days(2), before=7)
    kept = replace(who, promises=(Promise(days(0), 1_000, days(3)),))
    assert [each.state for each in standings(kept, days(4))] == [Kept.KEPT]


def test_what_was_written_off_leaves_nothing_to_ask_about() -> None:
    gone = tuple(WriteOff(days(3), number, "kecil") for number in ("A-1", "B-1"))
    who = owing(claims=(Claim(days(1), 1_000),), write_offs=gone)
    assert unfound_claim(who, statement_of_account(who, days(9)), RULES.policy, RULES.calendar) is None
    assert not came_in(1_000, days(1), who, days(9))


def test_a_slip_about_the_whole_is_about_its_parts() -> None:
    parts = [replace(invoice(number), part_of="A") for number in ("A-t1", "A-t2")]
    who = customer(*parts, slips=(TaxSlip("BP", days(1), 3, "A"),))
    assert [each.named for each in received(who, days(1))] == [("A-t1", "A-t2")]


def test_a_promise_paid_late_is_made_good_and_still_counts_as_late() -> None:
    promise = Promise(days(0), 1_000, days(3))
    for paid, told in ((400, "promise-partly"), (999, "promise-partly"), (1_000, "")):
        who = owing(payment(300, days(2)), payment(paid - 300, days(6)), promises=(promise,))
        statement = statement_of_account(who, days(7))
        assert [each.code for each in promise_reasons(who, statement)] == ([told] if told else [])
        assert kept_rate(who, days(7)) == (0, 1)
    back = owing(replace(payment(1_000, days(6)), reversed=days(9)), promises=(promise,))
    assert broken_promise(back, statement_of_account(back, days(8))) is None
    assert broken_promise(back, statement_of_account(back, days(9))) is not None


def test_late_money_serves_the_running_promise_first() -> None:
    first, second = Promise(days(0), 500, days(2)), Promise(days(4), 500, days(8))
    who = owing(payment(600, days(5)), promises=(first, second))
    found = standings(who, days(6))
    assert [(each.paid, each.afterwards, each.state) for each in found] == [
        (0, 100, Kept.BROKEN), (500, 0, Kept.KEPT)]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_no_rupiah_keeps_two_promises(data: st.DataObject) -> None:
    day, part = st.integers(0, 12).map(days), st.integers(1, 9)
    money = data.draw(st.lists(st.builds(payment, part, day), max_size=5))
    standing = [each for each in money if each.date < days(12)]
    backs = [data.draw(st.none() | st.integers(1, 12)) for _ in standing]
    money = [
        replace(each, reversed=None if back is None else each.date + dt.timedelta(back))
        for each, back in zip(standing, backs, strict=True)
    ]
    made: dt.date
    promises = []
    for made, length, amount in data.draw(st.lists(st.tuples(day, st.integers(0, 5), part), max_size=4)):
        promises.append(Promise(made, amount, made + dt.timedelta(length)))
    who = owing(*money, promises=tuple(promises))
    for as_of in map(days, range(14)):
        found = standings(who, as_of)
        stood = sum(each.amount for each in money if each.stands(as_of))
        assert sum(each.paid + each.afterwards for each in found) <= stood
        assert all(0 <= each.paid + each.afterwards <= each.promise.amount for each in found)
        assert all((each.state is Kept.KEPT) == (each.paid == each.promise.amount) for each in found)
