"""Instalment plans on the day: where they stand, when they pause, when they speak, when they are over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kit.domain.charges import Fee, Per
from kit.domain.escalation import decide
from kit.domain.instalments import Instalment
from kit.domain.invoices import Contract
from kit.domain.ledger import statement_of_account
from kit.domain.model import CreditNote, Customer, Dispute, Hold
from kit.domain.plans import Charges, Plan
from kit.domain.policy import ContactWindow
from kit.domain.register import Register
from kit.domain.standing import Standing, State, standings
from kit.domain.verdict import Clear, OnHold, Send, Verdict, Wait
from tests.builders import DAY, customer, days, invoice, payment, register, rules, sent


def plan(**more: Any) -> Plan:
    """Return three instalments of 300.000, 300.000 and 400.000 after 30, 60 and 90 days, signed on the second day."""
    given: dict[str, Any] = {
        "offered": DAY, "valid_until": days(14), "sent": days(1), "signed": days(2), "invoices": ("A-1",), "total": 1_000_000,
        "instalments": tuple(Instalment(days(n), each) for n, each in ((30, 300_000), (60, 300_000), (90, 400_000))),
    }  # fmt: skip
    return Plan(**(given | more))


def debtor(*paid: tuple[int, int], agreed: Plan | None = None, **more: Any) -> Customer:
    """Return somebody ten days late with 1.000.000 on the day of the offer, with payments as amount and day."""
    bill = invoice(due=days(-10))
    return customer(
        bill, payments=tuple(payment(amount, days(day)) for amount, day in paid), plans=(agreed or plan(),), **more
    )


def standing(who: Customer, day: int) -> Standing:
    (found,) = standings(who, statement_of_account(who, days(day)))
    return found


def verdict(who: Customer, day: int, past: Register | None = None, **policy: Any) -> Verdict:
    return decide(who, statement_of_account(who, days(day)), past or register(), rules(**policy))


def stage(given: Verdict) -> str | None:
    return given.stage.name if isinstance(given, Send) else None


def codes(given: Verdict) -> set[str]:
    return {reason.code for reason in given.reasons}


@pytest.mark.parametrize(("changes", "day", "expected"), [
    ({"sent": None, "signed": None}, 0, State.OFFERED),
    ({"signed": None}, 0, State.OFFERED),
    ({"signed": None}, 1, State.SENT),
    ({"signed": None}, 14, State.SENT),
    ({"signed": None}, 15, State.LAPSED),
    ({"sent": None, "signed": None}, 15, State.LAPSED),
    ({}, 1, State.SENT),
    ({}, 2, State.ACTIVE),
    ({"signed": days(20)}, 19, State.LAPSED),
    ({"signed": days(20)}, 20, State.ACTIVE),
    ({"ended": days(9)}, 8, State.ACTIVE),
    ({"ended": days(9)}, 9, State.ENDED),
])  # fmt: skip
def test_from_the_offer_to_the_signature(changes: dict[str, Any], day: int, expected: State) -> None:
    assert standing(debtor(agreed=plan(**changes)), day).state is expected


def test_before_it_is_offered_a_plan_is_not_visible() -> None:
    who = debtor()
    assert standings(who, statement_of_account(who, days(-1))) == ()


@pytest.mark.parametrize(("paid", "day", "state", "arrears"), [
    ((), 30, State.ACTIVE, 0),
    ((), 31, State.LATE, 300_000),
    ((), 33, State.LATE, 300_000),
    ((), 63, State.LATE, 600_000),
    ((), 64, State.BROKEN, 600_000),
    (((300_000, 30),), 31, State.ACTIVE, 0),
    (((299_999, 30),), 31, State.LATE, 1),
    (((300_000, 30),), 64, State.LATE, 300_000),
    (((300_000, 30), (300_000, 64)), 64, State.ACTIVE, 0),
    (((600_000, 5),), 93, State.LATE, 400_000),
    (((600_000, 5),), 94, State.BROKEN, 400_000),
    (((1_000_000, 40),), 40, State.KEPT, 0),
    (((300_000, 65),), 65, State.LATE, 300_000),
])  # fmt: skip
def test_money_decides_where_a_signed_plan_stands(
    paid: tuple[tuple[int, int], ...], day: int, state: State, arrears: int
) -> None:
    found = standing(debtor(*paid), day)
    assert (found.state, found.arrears) == (state, arrears)
    assert found.paid + found.left == 1_000_000


def test_one_missed_instalment_may_be_enough() -> None:
    assert standing(debtor(agreed=plan(acceleration_after=1, grace=0)), 31).state is State.BROKEN


@pytest.mark.parametrize(("paid", "expected"), [((), 64), (((300_000, 20),), 94), (((999_999, 20),), 94)])
def test_the_day_on_which_it_breaks_is_known(paid: tuple[tuple[int, int], ...], expected: int) -> None:
    who = debtor(*paid)
    assert standing(who, 21).breaks_on == days(expected)
    assert standing(who, expected - 1).state is not State.BROKEN
    assert standing(who, expected).state is State.BROKEN


def test_what_is_settled_never_breaks() -> None:
    assert standing(debtor((1_000_000, 20)), 400).breaks_on is None


def test_money_of_the_day_of_the_offer_is_in_the_total_already() -> None:
    agreed = plan(total=1_000_000)
    who = replace(
        debtor((200_000, 0), (300_000, 30), agreed=agreed), invoices=(invoice(amount=1_200_000, due=days(-10)),)
    )
    assert standing(who, 31).paid == 300_000


def test_a_credit_note_fills_instalments_too() -> None:
    who = debtor(credit_notes=(CreditNote("CN-1", days(10), 300_000, "A-1"),))
    assert standing(who, 31).state is State.ACTIVE


def test_an_offer_pauses_nothing() -> None:
    given = verdict(debtor(agreed=plan(signed=None)), 10)
    assert stage(given) == "reminder-2"
    given = verdict(debtor(agreed=plan(signed=None)), 15)
    assert stage(given) == "reminder-2"
    assert "plan-lapsed" in codes(given)


def test_a_signed_plan_rests_until_its_next_instalment() -> None:
    given = verdict(debtor(), 10)
    assert given == OnHold("plan", days(30), given.reasons)
    assert codes(given) == {"in-plan"}


@pytest.mark.parametrize(("day", "expected"), [
    (26, None), (27, "instalment-1"), (30, "instalment-1"), (31, "instalment-1-late"), (63, "instalment-1-late"),
])  # fmt: skip
def test_each_instalment_gets_a_word_in_time(day: int, expected: str | None) -> None:
    assert stage(verdict(debtor(), day)) == expected


def test_the_word_is_said_once() -> None:
    past = register(sent("instalment-1", days(27)))
    assert isinstance(verdict(debtor(), 28, past), OnHold)
    assert stage(verdict(debtor(), 31, past)) == "instalment-1-late"
    assert stage(verdict(debtor((300_000, 29)), 57, past)) == "instalment-2"


def test_the_word_of_an_older_plan_does_not_count() -> None:
    past = register(sent("instalment-1", days(-1)))
    assert stage(verdict(debtor(), 27, past)) == "instalment-1"


def test_the_gap_between_two_messages_holds_for_instalments() -> None:
    past = register(sent("due", days(26)))
    assert isinstance(verdict(debtor(), 27, past, minimum_gap=3), OnHold)
    assert stage(verdict(debtor(), 29, past, minimum_gap=3)) == "instalment-1"


def test_a_paid_instalment_is_not_reminded_of() -> None:
    given = verdict(debtor((300_000, 20)), 27)
    assert given == OnHold("plan", days(60), given.reasons)


def test_a_word_before_closed_days_comes_earlier() -> None:
    window = ContactWindow()  # Monday to Saturday; day 27 after a Monday is a Sunday
    assert stage(verdict(debtor(), 26, window=window)) == "instalment-1"
    assert stage(verdict(debtor(), 25, window=window)) is None
    late = verdict(debtor(), 34, window=window)
    assert isinstance(late, Send)
    assert late.act_on == days(35)


def test_a_late_plan_rests_until_it_breaks() -> None:
    given = verdict(debtor(), 40, register(sent("instalment-1-late", days(31))))
    assert given == OnHold("plan", days(63), given.reasons)


def test_a_broken_plan_returns_to_the_ladder() -> None:
    past = register(sent("reminder-1", days(-2)), sent("instalment-1-late", days(31)))
    given = verdict(debtor(), 64, past)
    assert stage(given) == "firm"
    assert "plan-broken" in codes(given)


def test_an_ended_plan_says_nothing_more() -> None:
    given = verdict(debtor(agreed=plan(ended=days(9))), 10)
    assert stage(given) == "reminder-2"
    assert not codes(given) & {"in-plan", "plan-broken", "plan-lapsed"}


def test_other_invoices_go_on_as_usual() -> None:
    who = debtor()
    who = replace(who, invoices=(*who.invoices, invoice("B-1", due=days(20))))
    given = verdict(who, 27)
    assert isinstance(given, Send)
    assert given.stage.name == "reminder-1"
    assert [line.invoice.number for line in given.items] == ["B-1"]
    assert [line.invoice.number for line in given.listed] == ["A-1"]
    past = register(sent("reminder-1", days(27), "B-1"))
    assert stage(verdict(who, 28, past)) == "instalment-1"
    past = register(sent("reminder-1", days(27), "B-1"), sent("instalment-1", days(28)))
    assert isinstance(verdict(who, 29, past), Wait)


def test_an_instalment_comes_before_an_announcement() -> None:
    who = debtor()
    who = replace(who, invoices=(*who.invoices, invoice("B-1", due=days(29), issued=days(1))))
    assert stage(verdict(who, 27)) == "instalment-1"
    assert stage(verdict(who, 28, register(sent("instalment-1", days(27))))) == "upcoming"


def test_a_hold_by_hand_comes_first() -> None:
    given = verdict(debtor(holds=(Hold(days(25), "diminta"),)), 27)
    assert isinstance(given, OnHold)
    assert given.hold == "manual"


def test_a_disputed_plan_is_not_spoken_of() -> None:
    given = verdict(debtor(disputes=(Dispute("A-1", days(25)),)), 27)
    assert isinstance(given, OnHold)
    assert given.hold == "dispute"


def test_thanks_when_the_last_instalment_has_come() -> None:
    past = register(sent("instalment-3", days(87)))
    given = verdict(debtor((1_000_000, 88)), 88, past)
    assert isinstance(given, Clear)
    assert given.closing is not None


def test_two_plans_run_side_by_side() -> None:
    other = plan(invoices=("B-1",), instalments=(Instalment(days(20), 1_000_000),))
    who = debtor()
    who = replace(who, invoices=(*who.invoices, invoice("B-1", due=days(-10))), plans=(*who.plans, other))
    assert verdict(who, 10) == OnHold("plan", days(20), verdict(who, 10).reasons)
    given = verdict(who, 18)
    assert isinstance(given, Send)
    assert [line.invoice.number for line in given.items] == ["B-1"]


def test_a_plan_waits_for_an_invoice_that_is_not_issued_yet() -> None:
    agreed = plan(invoices=("A-1", "B-1"), total=1_000_000)
    who = debtor((1_000_000, 5), agreed=agreed)
    later = invoice("B-1", due=days(90), issued=days(50))
    found = standing(replace(who, invoices=(*who.invoices, later)), 10)
    assert isinstance(found.as_of, dt.date)
    assert found.state is State.KEPT


PERMIL = Contract("K-1", late_fee_clause="Pasal 7", late_fees=(Fee(Per.DAY, Fraction(1, 1000)),))


def charged(*paid: tuple[int, int], day: int, **terms: Any) -> tuple[int, int]:
    """Return the charges, and what of them came back, for 990.000 ten days late at the offer: 9.900 by then."""
    who = debtor(*paid, agreed=plan(total=999_900, instalments=(
        Instalment(days(30), 300_000), Instalment(days(60), 300_000), Instalment(days(90), 399_900)), **terms))  # fmt: skip
    who = replace(who, invoices=(invoice(amount=990_000, due=days(-10), contract=PERMIL),))
    (line,) = statement_of_account(who, days(day)).lines
    return line.charged, line.returned


def test_fees_rest_while_the_plan_is_kept_and_return_in_full_when_it_breaks() -> None:
    assert charged(day=0) == (9_900, 0)
    assert charged(day=1) == (10_890, 0)  # not signed yet
    assert charged(day=2) == (9_900, 0)
    assert charged(day=63) == (9_900, 0)
    assert charged(day=64) == (9_900 + 64 * 990, 64 * 990)
    assert charged((600_000, 64), day=64) == (9_900, 0)
    assert charged(day=63, charges=Charges.RUN) == (9_900 + 63 * 990, 0)


def test_a_plan_that_was_ended_early_brings_the_fees_back_and_one_that_was_kept_does_not() -> None:
    assert charged(day=50, ended=days(50)) == (9_900 + 50 * 990, 50 * 990)
    assert charged(day=50, ended=days(2)) == (9_900 + 50 * 990, 50 * 990)
    assert charged((999_900, 40), day=60, ended=days(50)) == (9_900, 0)
    assert charged((999_900, 50), day=60, ended=days(50))[0] > 9_900


def test_two_plans_are_judged_each_by_itself() -> None:
    first = plan(total=1_010_000, instalments=(Instalment(days(30), 1_010_000),))
    other = plan(invoices=("B-1",), total=1_010_000, instalments=(Instalment(days(90), 1_010_000),))
    bills = (invoice(due=days(-10), contract=PERMIL), invoice("B-1", due=days(-10), contract=PERMIL))
    statement = statement_of_account(customer(*bills, plans=(first, other)), days(40))
    assert [line.returned for line in statement.lines] == [40_000, 0]
    assert [line.charged for line in statement.lines] == [50_000, 10_000]
