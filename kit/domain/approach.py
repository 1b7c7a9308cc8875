"""Chooses the ladder of a customer from paying behaviour and recorded hardship, and from nothing else. No clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from kit.domain.ladders import BUILT_IN, COLLABORATIVE, FIRM
from kit.domain.ledger import episode_start, statement_of_account
from kit.domain.model import Customer
from kit.domain.policy import STANDARD, Ladder, Policy
from kit.domain.promises import kept_rate
from kit.domain.standing import State, standings
from kit.domain.statement import Statement
from kit.domain.verdict import Reason

#: What a customer's file says where the kit is to choose.
AUTO = "auto"
#: Paid invoices from which on days to pay say something, and ended promises from which on a word does.
LEAST_PAID, LEAST_PROMISES = 3, 2
#: Days after the due date, in the middle of all paid invoices: reliable up to, very late from.
RELIABLE, VERY_LATE = 3, 31


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How a customer paid up to a day. These are all the facts that a choice may rest on, beside hardship."""

    #: Days from due date to settlement of each invoice paid, 0 where it was in time.
    days_late: tuple[int, ...]
    promises_kept: int
    promises_ended: int
    plans_kept: int
    plans_broken: int
    #: Earlier stretches of arrears.
    episodes: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ladder of a customer, and why where the kit chose it."""

    ladder: Ladder
    reasons: tuple[Reason, ...] = ()


def chosen(customer: Customer, statement: Statement, policy: Policy) -> Chosen:
    """Return the ladder that the customer's file names, or under `auto` the one that the facts call for.

    Behaviour is looked at as it was on the day before the episode began, so that the choice does not
    change from day to day; hardship counts on each day that it covers.
    """
    if customer.ladder != AUTO:
        return Chosen(policy.ladders[customer.ladder])
    hardship = customer.hardship
    if hardship is not None and hardship.is_felt(statement.as_of):
        return _named(COLLABORATIVE, Reason("auto-hardship", {"since": hardship.since}), policy)
    start = episode_start(statement) or statement.as_of
    return _choice(behaviour(customer, start - timedelta(1)), policy)


def behaviour(customer: Customer, as_of: date) -> Behaviour:
    """Return how `customer` paid up to the end of `as_of`, from the ledger, the promises and the plans."""
    statement = statement_of_account(customer, as_of)
    settled = [(line.invoice.due, line.settled_on) for line in statement.lines if line.paid and line.settled_on]
    kept, ended = kept_rate(customer, as_of)
    plans = [each.state for each in standings(customer, statement)]
    late = sorted((due, paid) for due, paid in settled if paid > due)
    episodes, end = 0, date.min
    for due, paid in late:
        episodes += due >= end
        end = max(end, paid)
    days = tuple(max(0, (paid - due).days) for due, paid in settled)
    return Behaviour(days, kept, ended, plans.count(State.KEPT), plans.count(State.BROKEN), episodes)


def ladders_of(customer: Customer, policy: Policy) -> tuple[Ladder, ...]:
    """Return every ladder by which `customer` may be spoken to, the one of the file first."""
    names = BUILT_IN if customer.ladder == AUTO else (customer.ladder,)
    found = dict.fromkeys((*names, *(each.ladder for each in customer.invoices if each.ladder)))
    return tuple(policy.ladders[name] for name in found if name in policy.ladders)


def ladder_of(customer: Customer, statement: Statement, policy: Policy, invoice: str | None = None) -> Ladder:
    """Return the ladder of an invoice, by its number, or that of the customer."""
    own = next((each.ladder for each in customer.invoices if each.number == invoice and each.ladder), None)
    return policy.ladders[own] if own else chosen(customer, statement, policy).ladder


def _choice(seen: Behaviour, policy: Policy) -> Chosen:
    if seen.plans_broken:
        return _named(FIRM, Reason("auto-plan-broken", {"count": seen.plans_broken}), policy)
    words = {"kept": seen.promises_kept, "ended": seen.promises_ended}
    if seen.promises_ended >= LEAST_PROMISES and seen.promises_kept * 2 < seen.promises_ended:
        return _named(FIRM, Reason("auto-promises-broken", words), policy)
    if len(seen.days_late) < LEAST_PAID:
        few = {"count": len(seen.days_late), "least": LEAST_PAID}
        return _named(STANDARD, Reason("auto-few-facts", few), policy)
    middle = median_low(seen.days_late)
    paid = {"days": middle, "count": len(seen.days_late)}
    if middle >= VERY_LATE:
        return _named(FIRM, Reason("auto-very-late", paid), policy)
    if middle <= RELIABLE and seen.promises_kept == seen.promises_ended and seen.episodes <= 1:
        return _named(COLLABORATIVE, Reason("auto-reliable", paid), policy)
    return _named(STANDARD, Reason("auto-as-usual", paid), policy)


def _named(ladder: Ladder, reason: Reason, policy: Policy) -> Chosen:
    """Return the policy's ladder of that name, which may be another than the kit's own."""
    ladder = policy.ladders.get(ladder.name, ladder)
    return Chosen(ladder, (Reason(reason.code, {"ladder": ladder.name, **reason.data}),))
