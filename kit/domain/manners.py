"""Manners between us and a customer: a gentle first word, and rest after money or a talk. Never reads the clock."""

from __future__ import annotations

from datetime import date, timedelta

from kit.domain.history import History
from kit.domain.model import Customer
from kit.domain.policy import Approach, Policy
from kit.domain.received import payments
from kit.domain.register import Reach
from kit.domain.statement import Line
from kit.domain.timing import Rung
from kit.domain.verdict import Reason, Wait


def first_word(
    top: Rung, late: tuple[Line, ...], policy: Policy, about: frozenset[str] | None
) -> tuple[Rung, list[Reason]]:
    """Return the stage to send, and why it is gentler than `top`.

    However old the debt is, nobody's first word is harsher than collaborative; where the policy takes
    stages as they are, no harsher than firm. A stage whose condition is not met steps in only where no
    other is gentle enough. `about` narrows what counts as spoken to words about these invoices; None:
    every word of the episode counts.
    """
    course, stages = top.course, top.course.past.ladder.stages
    if course.since is not None and course.past.spoken_since(course.since, about):
        return top, []
    most = Approach.COLLABORATIVE if policy.gentle_first else Approach.FIRM
    gentle = [
        place
        for place in range(top.place, -1, -1)
        if ((approach := stages[place].approach) is None or approach.rank <= most.rank)
        and not all(course.announces(place, line.invoice) for line in late)
    ]
    place = next((each for each in gentle if each not in course.out), next(iter(gentle), top.place))
    if place == top.place:
        return top, []
    lower = Rung(course, place)
    return lower, [Reason("first-word-gentle", {"stage": top.stage.name, "instead": lower.stage.name})]


def rest(customer: Customer, past: History, policy: Policy, since: date | None, as_of: date) -> Wait | None:
    """Return the rest after money of this episode, or after a call that reached somebody, or None where none is due."""
    money = [each.date for each in payments(customer, as_of)]
    talks = [each.date for each in past.contacts if each.outcome is Reach.REACHED]
    found = [
        (max(days) + timedelta(length), Reason(code, {"on": max(days), "until": max(days) + timedelta(length)}))
        for days, length, code in (
            (money, policy.rest_after_payment, "rest-after-payment"),
            (talks, policy.rest_after_call, "rest-after-call"),
        )
        if days and (since is None or max(days) >= since)
    ]
    until, why = max(found, key=lambda each: each[0], default=(as_of, None))
    return Wait(until, (why,)) if why is not None and until > as_of else None
