"""What must hold for every decision: the same twice, paid is clear, sent is not sent again, tone never falls."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.domain.escalation import decide
from kit.domain.ladders import BUILT_IN
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Payment
from kit.domain.policy import STANDARD, Approach
from kit.domain.register import Register, Sent
from kit.domain.situation import Rules
from kit.domain.verdict import Clear, Send, Verdict, occasion
from tests.builders import DAY, register, rules
from tests.property.test_ledger import CASES, customers

HOW = rules(STANDARD, minimum_gap=3, tolerance=10)


def verdict(who: Customer, day: dt.date, past: Register, how: Rules = HOW) -> Verdict:
    return decide(who, statement_of_account(who, day), past, how)


def play(who: Customer, pattern: list[bool], start: dt.date, how: Rules = HOW) -> tuple[Register, list[Sent]]:
    """Send what is due on the days where `pattern` says that somebody works; return the register."""
    past, entries = register(), []
    for n, works in enumerate(pattern):
        day = start + dt.timedelta(n)
        message = occasion(verdict(who, day, past, how))
        if works and message is not None:
            entry = Sent(
                day, message.stage.name, tuple(line.invoice.number for line in message.items), message.channel,
                "Dewi", deadline=message.deadline,
            )  # fmt: skip
            entries.append(entry)
            past = Register("budi", (*past.records, past.appended(entry)))
    return past, entries


@CASES
@given(customers(), st.integers(-60, 90))
def test_the_same_day_gives_the_same_verdict(who: Customer, n: int) -> None:
    day = DAY + dt.timedelta(n)
    assert verdict(who, day, register()) == verdict(who, day, register())


@CASES
@given(customers(), st.integers(60, 120))
def test_paid_is_clear(who: Customer, n: int) -> None:
    owed = sum(each.amount for each in who.invoices)
    names = tuple(each.number for each in who.invoices)
    paid = Customer(
        who.id, who.name, who.form, who.contact, address=who.address, invoices=who.invoices,
        payments=(Payment(DAY + dt.timedelta(55), owed, names),), disputes=who.disputes,
    )  # fmt: skip
    day = DAY + dt.timedelta(max(n, 61))
    assert isinstance(verdict(paid, day, register()), Clear)


@settings(max_examples=500, deadline=None)
@given(customers(), st.lists(st.booleans(), min_size=30, max_size=60))
def test_a_sequence_of_days(who: Customer, pattern: list[bool]) -> None:
    _, entries = play(who, pattern, DAY - dt.timedelta(20))
    keys = [(each.stage, each.items) for each in entries]
    assert len(keys) == len(set(keys)), "one stage about the same invoices went out twice"
    days = [each.date for each in entries]
    assert all((later - earlier).days >= 3 for earlier, later in pairwise(days))


@settings(max_examples=500, deadline=None)
@given(customers(), st.integers(-40, 60), st.lists(st.booleans(), max_size=40))
def test_time_alone_never_lowers_a_stage(who: Customer, n: int, pattern: list[bool]) -> None:
    """Within an episode, with no new money and nothing sent in between, a later day is never gentler."""
    start = DAY - dt.timedelta(20)
    past, _ = play(who, pattern, start)
    day = max(DAY + dt.timedelta(n), start + dt.timedelta(len(pattern)))
    today, tomorrow = (verdict(who, each, past) for each in (day, day + dt.timedelta(1)))
    moved = [each.date for each in who.payments] + [each.date for each in who.credit_notes]
    moved += [each.cancelled for each in who.credit_notes if each.cancelled]
    moved += [each for dispute in who.disputes for each in (dispute.opened, dispute.closed) if each]
    quiet = day + dt.timedelta(1) not in moved
    if quiet and isinstance(today, Send) and isinstance(tomorrow, Send) and today.items[0].past_due:
        place = {stage.name: i for i, stage in enumerate(STANDARD.stages)}
        assert place[tomorrow.stage.name] >= place[today.stage.name]


LADDERS = st.sampled_from(["standard", "collaborative", "firm", "auto"])
OWN = st.sampled_from([None, None, "standard", "collaborative", "firm"])
MANNERS = st.fixed_dictionaries({
    "catch_up": st.booleans(), "gentle_first": st.booleans(), "rest_after_payment": st.integers(0, 4),
    "rest_after_call": st.integers(0, 4), "minimum_gap": st.integers(1, 4),
})  # fmt: skip
RANKS = {each.value: each.rank for each in Approach}


@st.composite
def laddered(draw: st.DrawFn) -> Customer:
    """Return somebody with a ladder of any kind, whose invoices may have their own."""
    who = draw(customers())
    invoices = tuple(replace(each, ladder=draw(OWN)) for each in who.invoices)
    return replace(who, ladder=draw(LADDERS), invoices=invoices)


@settings(max_examples=200, deadline=None)
@given(laddered(), MANNERS, st.lists(st.booleans(), min_size=40, max_size=70))
def test_any_ladders_and_manners(who: Customer, manners: dict[str, Any], pattern: list[bool]) -> None:
    """Whatever the ladders: no word twice, the gap kept, a gentle first word, and nobody's first word a somasi."""
    how = rules(ladders=BUILT_IN, tolerance=10, **manners)
    past, entries = play(who, pattern, DAY - dt.timedelta(20), how)
    keys = [(each.stage, each.items) for each in entries if each.stage != "thanks"]
    assert len(keys) == len(set(keys))
    assert all((later.date - earlier.date).days >= manners["minimum_gap"] for earlier, later in pairwise(entries))
    stages = {stage.name: stage for each in BUILT_IN.values() for stage in each.stages}
    said = [stages[each.stage] for each in entries if each.stage in stages]
    assert not any(each.is_somasi for each in said)
    if said and said[0].approach is not None:
        assert said[0].approach.rank <= RANKS["collaborative" if manners["gentle_first"] else "firm"]
    assert past.newest is None or past.newest == entries[-1].date


@settings(max_examples=300, deadline=None)
@given(laddered(), MANNERS, st.integers(-40, 60), st.lists(st.booleans(), max_size=40))
def test_time_alone_never_lowers_the_tone_where_ladders_meet(
    who: Customer, manners: dict[str, Any], n: int, pattern: list[bool]
) -> None:
    how = rules(ladders=BUILT_IN, tolerance=10, **manners)
    start = DAY - dt.timedelta(20)
    past, _ = play(who, pattern, start, how)
    day = max(DAY + dt.timedelta(n), start + dt.timedelta(len(pattern)))
    today, tomorrow = (verdict(who, each, past, how) for each in (day, day + dt.timedelta(1)))
    moved = [each.date for each in who.payments] + [each.date for each in who.credit_notes]
    moved += [each.cancelled for each in who.credit_notes if each.cancelled]
    moved += [each for dispute in who.disputes for each in (dispute.opened, dispute.closed) if each]
    quiet = day + dt.timedelta(1) not in moved
    if quiet and isinstance(today, Send) and isinstance(tomorrow, Send) and today.items[0].past_due:
        assert today.stage.approach is not None
        assert tomorrow.stage.approach is not None
        assert tomorrow.stage.approach.rank >= today.stage.approach.rank
