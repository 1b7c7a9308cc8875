"""Objections: a reason code, and an answer of ours by a day; late, we are told and the customer never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kit.domain.escalation import decide
from kit.domain.foresight import known
from kit.domain.holds import questions
from kit.domain.lanes import Ground
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Dispute
from kit.domain.objections import answer_by
from kit.domain.sources import entered
from tests.builders import customer, days, invoice, register, rules

HOW = rules()
OBJECTION = Dispute("A-1", days(0), ground=Ground.QUALITY)  # a Monday: five working days later is the next one


def late(each: Dispute, day: date) -> list[dict[str, object]]:
    found = questions(customer(invoice(), disputes=(each,)), day, HOW.policy, HOW.calendar)
    assert {reason.code for reason in found} <= {"objection-unanswered"}
    return [dict(reason.data) for reason in found]


def test_an_objection_is_answered_within_the_days_of_the_policy() -> None:
    assert answer_by(OBJECTION, HOW.policy, HOW.calendar) == days(7)
    assert late(OBJECTION, days(7)) == []
    told = {"invoice": "A-1", "made": days(0), "until": days(7), "ground": "quality"}
    assert late(OBJECTION, days(8)) == [told]
    assert late(replace(OBJECTION, ground=None), days(8)) == [{**told, "ground": ""}]


def test_the_day_written_wins() -> None:
    own = replace(OBJECTION, answer_by=days(2))
    assert [bool(late(own, days(day))) for day in (2, 3)] == [False, True]


def test_an_answer_or_the_end_of_it_ends_the_warning_from_that_day_on() -> None:
    for each in (replace(OBJECTION, answered=days(10)), replace(OBJECTION, closed=days(10))):
        assert [bool(late(each, days(day))) for day in (9, 10, 99)] == [True, False, False]
    who = customer(invoice(), disputes=(replace(OBJECTION, answered=days(10)),))
    assert statement_of_account(who, days(11)).open[0].disputed


def verdict_codes(who: Customer, day: date) -> set[str]:
    return {each.code for each in decide(who, statement_of_account(who, day), register(), HOW).reasons}


def test_the_verdict_says_so_beside_its_own_reasons() -> None:
    who = customer(invoice(), invoice("B-1"), disputes=(OBJECTION,))
    assert "objection-unanswered" not in verdict_codes(who, days(7))
    assert "objection-unanswered" in verdict_codes(who, days(8))


def test_an_earlier_day_does_not_know_the_answer() -> None:
    who = customer(invoice(), disputes=(replace(OBJECTION, answered=days(10)),))
    assert [known(who, days(day)).disputes[0].answered for day in (9, 10)] == [None, days(10)]


def test_the_sources_name_the_code() -> None:
    (each,) = (each for each in entered(customer(invoice(), disputes=(OBJECTION,)), days(1)) if each.what == "dispute")
    assert each.number == "quality"
