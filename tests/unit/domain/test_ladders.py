"""Ladders in full: working days, conditions, missed stages, first words, rest, ladders of single invoices."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

import pytest

from kit.domain.calendar import Calendar
from kit.domain.escalation import decide
from kit.domain.history import history
from kit.domain.ladders import BUILT_IN, COLLABORATIVE, FIRM
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.policy import STANDARD, Anchor, Approach, Condition, Ladder, Policy, Stage
from kit.domain.register import Contacted, Reach, Register
from kit.domain.situation import Rules
from kit.domain.verdict import Blocked, Send, Verdict, Wait
from tests.builders import DAY, WRITTEN, customer, days, invoice, ladder, payment, register, rules, sent


def verdict(who: Customer, day: dt.date, past: Register | None = None, how: Rules | None = None) -> Verdict:
    return decide(who, statement_of_account(who, day), past or register(), how or rules())


def stage(given: Verdict) -> str | None:
    return given.stage.name if isinstance(given, Send) else None


def codes(given: Verdict) -> list[str]:
    return [reason.code for reason in given.reasons]


def step(name: str, day: int, approach: Approach | None = None, **more: object) -> Stage:
    return replace(Stage(name, day, approach, WRITTEN, "due"), **more)  # type: ignore[arg-type]


def of(*stages: Stage, name: str = "standard") -> Ladder:
    return Ladder(name, stages)


# Working days. DAY is a Monday.

LEAVE = MappingProxyType({days(2): "Cuti bersama"})


@pytest.mark.parametrize(("stated", "calendar", "opens"), [
    (step("a", 5, working=True), Calendar(), days(7)),
    (step("a", 5, working=True), Calendar(LEAVE), days(8)),
    (step("a", 5, working=True), Calendar(week=frozenset(range(6))), days(5)),
    (step("a", 5), Calendar(LEAVE), days(5)),
    (step("a", 25, working=True, anchor=Anchor.ISSUED), Calendar(), days(4)),
])  # fmt: skip
def test_working_days_after_a_day(stated: Stage, calendar: Calendar, opens: dt.date) -> None:
    how = rules(of(stated), calendar=calendar)
    assert stage(verdict(customer(invoice()), opens - dt.timedelta(1), None, how)) is None
    given = verdict(customer(invoice()), opens, None, how)
    assert stage(given) == "a"
    code = (
        "stage-opened" if stated.anchor is Anchor.ISSUED else "stage-come-working" if stated.working else "stage-come"
    )
    assert code in codes(given)


def test_working_days_before_the_due_date() -> None:
    who, how = customer(invoice()), rules(of(step("soon", -3, working=True), step("late", 1)))
    assert stage(verdict(who, days(-6), None, how)) is None
    assert stage(verdict(who, days(-5), None, how)) == "soon"


def test_working_days_after_the_letter_before() -> None:
    how = rules(of(step("a", 1), step("b", 3, anchor=Anchor.SENT, working=True)))
    past = register(sent("a", days(4)))  # a Friday
    assert stage(verdict(customer(invoice()), days(8), past, how)) is None
    assert stage(verdict(customer(invoice()), days(9), past, how)) == "b"


# Conditions.


@pytest.mark.parametrize(("condition", "expected"), [
    (Condition(amount_from=1_000_000), "b"), (Condition(amount_from=1_000_001), "a"),
    (Condition(invoices_from=2), "b"), (Condition(invoices_from=3), "a"),
    (Condition(days_past_due_from=10), "b"), (Condition(days_past_due_from=11), "a"),
])  # fmt: skip
def test_a_condition_looks_at_the_whole_set(condition: Condition, expected: str) -> None:
    who = customer(invoice("A", 400_000, days(-10)), invoice("B", 600_000, days(-8)))
    assert stage(verdict(who, DAY, None, rules(of(step("a", 1), step("b", 7, only_if=condition))))) == expected


def test_a_stage_out_of_play_is_passed_over_even_where_it_may_not_be_skipped() -> None:
    small = Condition(amount_from=5_000_000)
    steps = of(step("a", 1), step("b", 5, only_if=small, skippable=False), step("c", 9, anchor=Anchor.SENT))
    past = register(sent("a", days(1)))
    given = verdict(customer(invoice()), days(9), past, rules(steps))
    assert given == Wait(days(10), given.reasons)
    assert stage(verdict(customer(invoice()), days(10), past, rules(steps))) == "c"


def test_a_first_word_stays_gentle_where_its_condition_is_not_met() -> None:
    gentle = step("a", 1, Approach.PERSUASIVE, only_if=Condition(amount_from=5_000_000))
    steps = of(gentle, step("b", 5, Approach.FIRM))
    assert stage(verdict(customer(invoice()), days(9), None, rules(steps))) == "a"


# Missed stages and the first run.


def test_of_missed_reminders_the_newest_goes_out_unless_all_are_caught_up_with() -> None:
    who, steps = customer(invoice()), ladder(1, 7, 14)
    assert stage(verdict(who, days(30), None, rules(steps))) == "3"
    past, seen = register(), []
    for n in range(30, 40):
        given = verdict(who, days(n), past, rules(steps, catch_up=True, minimum_gap=3))
        if isinstance(given, Send):
            seen.append((n, given.stage.name))
            past = register(*past.entries(days(n)), sent(given.stage.name, days(n)))
    assert seen == [(30, "1"), (33, "2"), (36, "3")]


@pytest.mark.parametrize(("gentle", "expected"), [(True, "reminder-2"), (False, "firm")])
@pytest.mark.parametrize("age", [40, 400])
def test_the_first_word_about_old_arrears(gentle: bool, expected: str, age: int) -> None:
    given = verdict(customer(invoice()), days(age), None, rules(gentle_first=gentle))
    assert stage(given) == expected
    assert "first-word-gentle" in codes(given)


def test_a_somasi_that_may_be_skipped_in_the_file_is_not() -> None:
    somasi = [
        replace(each, skippable=True, anchor=Anchor.DUE, days=40 + n) for n, each in enumerate(STANDARD.stages[5:])
    ]
    how = rules(Ladder("standard", (*STANDARD.stages[:5], *somasi)))
    given = verdict(customer(invoice()), days(400), register(sent("firm", days(30))), how)
    assert isinstance(given, Blocked)
    assert given.stage.name == "somasi-1"


# Rest.


def test_rest_after_money() -> None:
    who = customer(invoice(), payments=(payment(100_000, days(6)),))
    assert stage(verdict(who, days(7))) == "reminder-1"
    how = rules(rest_after_payment=5)
    given = verdict(who, days(7), None, how)
    assert given == Wait(days(11), given.reasons)
    assert codes(given)[-1] == "rest-after-payment"
    assert stage(verdict(who, days(11), None, how)) == "reminder-1"


def test_rest_after_a_call_and_the_longer_of_two_rests() -> None:
    who = customer(invoice(), payments=(payment(100_000, days(6)),))
    past = register(Contacted(days(7), "call", Reach.REACHED, "Dewi"))
    given = verdict(who, days(8), past, rules(rest_after_payment=5, rest_after_call=2))
    assert given == Wait(days(11), given.reasons)
    given = verdict(who, days(8), past, rules(rest_after_call=2))
    assert given == Wait(days(9), given.reasons)
    assert codes(given)[-1] == "rest-after-call"
    missed = register(Contacted(days(7), "call", Reach.NO_ANSWER, "Dewi"))
    assert stage(verdict(who, days(8), missed, rules(rest_after_call=2))) == "reminder-1"


def test_money_of_an_earlier_episode_gives_no_rest() -> None:
    old = invoice("OLD", due=days(-40))
    who = customer(old, invoice(), payments=(payment(1_000_000, DAY, "OLD"),))
    assert stage(verdict(who, days(1), None, rules(rest_after_payment=9))) == "due"


# A repeating stage.


@pytest.mark.parametrize("works", [1, 2, 3, 5, 11])
def test_a_repeating_stage_comes_once_in_each_period(works: int) -> None:
    who, how = customer(invoice()), rules(of(step("a", 1, repeat=7)))
    past, seen = register(), []
    for n in range(1, 60, works):
        for _ in range(2):  # the same day twice
            given = verdict(who, days(n), past, how)
            if isinstance(given, Send):
                seen.append((n - 1) // 7)
                past = register(*past.entries(days(n)), sent("a", days(n)))
    assert seen == sorted({(n - 1) // 7 for n in range(1, 60, works)})


# Ladders of single invoices.


def test_levels_grow_within_each_ladder() -> None:
    for each in BUILT_IN.values():
        levels = [each.level(place) for place in range(-1, len(each.stages))]
        assert levels == sorted(set(levels))


def test_the_ladder_of_an_invoice_goes_before_that_of_the_customer() -> None:
    who = customer(invoice(ladder="firm"))
    given = verdict(who, days(5), None, rules(ladders=BUILT_IN))
    assert isinstance(given, Send)
    assert given.stage == FIRM.stages[2]
    assert stage(verdict(customer(invoice()), days(5), None, rules(ladders=BUILT_IN))) == "due"
    assert Policy().ladders == {}


def test_two_ladders_make_one_set_at_the_most_severe_stage() -> None:
    who = customer(invoice("A", due=days(-6)), invoice("B", due=days(-5), ladder="firm"))
    given = verdict(who, DAY, None, rules(ladders=BUILT_IN))
    assert isinstance(given, Send)
    assert given.stage == FIRM.stages[2]
    assert [line.invoice.number for line in given.items] == ["A", "B"]


def test_what_one_ladder_said_counts_in_the_other() -> None:
    who = customer(invoice("A", ladder="collaborative"), invoice("B", ladder="firm"))
    past = register(sent("reminder-2", days(5), "A", "B"), sent("firm", days(13), "A", "B"))
    given = verdict(who, days(25), past, rules(ladders=BUILT_IN))
    assert given == Wait(days(26), given.reasons), "the collaborative reminders of A are behind us"
    seen = history(register(sent("reminder-3", days(24), "A")), STANDARD, days(30), (STANDARD, COLLABORATIVE))
    assert seen.reached("A") == 3
    assert seen.place_of("no-such-stage") is None
    assert seen.stage_called("reminder-3") == COLLABORATIVE.stages[3]
    assert history(register(), of(step("x", 1, Approach.LEGAL)), DAY, (FIRM,)).place_of("due") is None


def test_a_ladder_that_is_changed_on_the_way_never_makes_the_tone_fall() -> None:
    past = register(sent("reminder-3", days(18)))
    given = verdict(customer(invoice()), days(20), past, rules(ladders=BUILT_IN))
    assert given == Wait(days(21), given.reasons)
    assert given.reasons[-2].data == {"stage": "reminder-2"}
    assert stage(verdict(customer(invoice()), days(21), past, rules(ladders=BUILT_IN))) == "firm"


def test_announcements_go_by_the_ladder_of_the_invoice() -> None:
    early = of(step("soon", -10, Approach.PERSUASIVE), step("late", 1, Approach.PERSUASIVE), name="early")
    how = rules(ladders={**BUILT_IN, "early": early})
    who = customer(invoice("A", due=days(9), ladder="early"), invoice("B", due=days(9)))
    given = verdict(who, DAY, None, how)
    assert isinstance(given, Send)
    assert (given.stage.name, [line.invoice.number for line in given.items]) == ("soon", ["A"])
    given = verdict(who, days(0), register(sent("soon", DAY, "A")), how)
    assert given == Wait(days(6), given.reasons)
