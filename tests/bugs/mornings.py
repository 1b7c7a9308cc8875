"""Plays a customer's days: every morning a decision, and what is to go out goes out and is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from kit.domain.escalation import decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.policy import STANDARD, Approach, Ladder
from kit.domain.register import Register, Sent
from kit.domain.situation import Rules
from kit.domain.verdict import Send, Verdict, occasion
from tests.builders import days, register, rules

#: Everything that is said before a formal demand.
WORDS = Ladder("standard", tuple(each for each in STANDARD.stages if each.approach is not Approach.LEGAL))


@dataclass(frozen=True)
class Message:
    """What went out: day counted from DAY, stage, invoices."""

    day: int
    stage: str
    items: tuple[str, ...]


def verdict(who: Customer, day: int, past: Register | None = None, how: Rules | None = None) -> Verdict:
    """Return the decision on the day `day` days after DAY."""
    return decide(who, statement_of_account(who, days(day)), past or register(), how or rules(WORDS))


def stage(given: Verdict) -> str | None:
    """Return the stage that is to be sent, or None."""
    return given.stage.name if isinstance(given, Send) else None


def played(
    who: Customer, first: int, last: int, how: Rules | None = None, skip: frozenset[int] = frozenset()
) -> list[Message]:
    """Return what goes out from day `first` to day `last`; on the days in `skip` nobody works."""
    past, out = register(), []
    for day in range(first, last + 1):
        if day in skip:
            continue
        send = occasion(verdict(who, day, past, how))
        if send is None or send.act_on != days(day):
            continue
        items = tuple(line.invoice.number for line in send.items)
        out.append(Message(day, send.stage.name, items))
        entry = Sent(days(day), send.stage.name, items, send.channel, "Dewi", deadline=send.deadline)
        past = Register(past.customer, (*past.records, past.appended(entry)))
    return out
