"""Whatever a book holds, each stage that a decision looked at is said in both languages, and each rest has an end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from kit.cli.sayings import Sayings
from kit.cli.weighing import WIDTH, stages_data, stages_text
from kit.domain.considering import Considered, State, considered
from kit.domain.ladders import BUILT_IN
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Promise
from kit.domain.register import Register
from kit.domain.situation import Rules
from kit.domain.terms import UNKNOWN, PaymentTerms, Start
from kit.domain.verdict import Reason
from tests.accounts import day as some_day
from tests.accounts import rich_customer
from tests.builders import creditor, days, invoice, register, rules
from tests.property.test_escalation import play
from tests.property.test_holds import paused
from tests.unit.domain.test_changes import RESTS, STORIES, TWO
from tests.unit.domain.test_somasi import SIGNERS, debtor

SPEAKERS = (Sayings("en"), Sayings("id"))
#: Rests that no event of the book ends: a stop, what only a slip keeps open.
ENDLESS = {"hold-insolvent", "hold-deceased", "considered-awaits-slip"}


def explained(who: Customer, day: dt.date, past: Register, how: Rules) -> tuple[Considered, ...]:
    """Return every stage that was considered after saying all of it in both languages."""
    found = considered(who, statement_of_account(who, day), past, how)
    for say in SPEAKERS:
        assert all(len(line) <= WIDTH for line in stages_text(found, say))
        assert len(stages_data(found, say)) == len(found)
    return found


def codes(reasons: tuple[Reason, ...]) -> set[str]:
    return {each.code for each in reasons}


@pytest.mark.parametrize("stage", sorted(STORIES))
def test_any_two_or_three_rests_at_once(stage: str) -> None:
    how, story = rules(creditor=creditor(signatories=SIGNERS)), STORIES[stage]
    more = (invoice("A-3", 7_000_000, due=UNKNOWN, issued=days(-9), terms=PaymentTerms(30, start=Start.RECEIPT)),)
    for some in (*combinations(RESTS, 2), *combinations(sorted(RESTS)[::2], 3)):
        book: dict[str, object] = {}
        for name in some:
            for key, value in RESTS[name].book.items():
                known = book.get(key, ())
                book[key] = (*known, *value) if isinstance(known, tuple) and isinstance(value, tuple) else value
        found = explained(debtor(invoices=(*TWO, *more), **book), days(47), register(*story), how)
        for each in found:
            if each.state is State.RESTS and not codes(each.reasons) & ENDLESS:
                assert each.changes, (some, each.stage.name, each.reasons)


def test_300_random_accounts_on_three_days_each() -> None:
    draw = Random(24112026)
    states, rests = set[State](), set[str]()
    for _ in range(300):
        who = replace(rich_customer(draw), ladder=draw.choice(sorted(BUILT_IN)))
        how = rules(ladders=BUILT_IN, tolerance=draw.choice([0, 10, 5_000]))
        start = min(each.issued for each in who.invoices)
        past, _ = play(who, [draw.random() < 0.7 for _ in range(60)], start, how)
        lane = draw.choice(["", "manual", "giro", "handed", "returned", "insolvent", "promise"])
        for _ in range(3):
            day = max(some_day(draw, 80), past.newest or start)
            if lane == "promise":
                who = replace(who, promises=(Promise(day, 1_000, day + dt.timedelta(3)),))
            elif lane:
                who = paused(who, lane, day - dt.timedelta(draw.randint(0, 9)), None)
            for each in explained(who, day, past, how):
                states.add(each.state)
                rests |= codes(each.reasons) if each.state is State.RESTS else set()
                assert each.reasons
    assert states >= {State.CHOSEN, State.SENT, State.COMING, State.RESTS, State.PASSED, State.AFTER}
    assert len(rests) > 6
