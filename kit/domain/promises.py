"""Promises to pay: which one still runs, which were kept, how reliably. Never reads the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.domain.model import Customer, Promise
from kit.domain.statement import Statement
from kit.domain.verdict import OnHold, Reason

#: Ended promises from which on their rate says something; fewer are told with a note.
ENOUGH = 5


class Kept(StrEnum):
    """What became of a promise; while its date has not passed it is open until it is kept."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise and the money that came in for it from the day it was made up to its date."""

    promise: Promise
    paid: Rupiah
    state: Kept


def standings(customer: Customer, as_of: date) -> tuple[Standing, ...]:
    """Return every promise made up to `as_of` with what became of it, the earliest date first.

    A rupiah keeps one promise only: each payment serves the promise with the earliest date among
    those that were made and had not ended on its day.
    """
    promises = sorted((each for each in customer.promises if each.made <= as_of), key=lambda each: (each.by, each.made))
    paid = [0] * len(promises)
    for payment in sorted(customer.payments, key=lambda each: each.date):
        left = payment.amount if payment.date <= as_of else 0
        for place, promise in enumerate(promises):
            if left and promise.made <= payment.date <= promise.by:
                part = min(left, promise.amount - paid[place])
                paid[place] += part
                left -= part
    return tuple(Standing(each, money, _state(each, money, as_of)) for each, money in zip(promises, paid, strict=True))


def kept_rate(customer: Customer, as_of: date) -> tuple[int, int]:
    """Return how many promises were kept, of how many that are kept or whose date has passed."""
    ended = [each.state for each in standings(customer, as_of) if each.state is not Kept.OPEN]
    return ended.count(Kept.KEPT), len(ended)


def promise_hold(customer: Customer, as_of: date) -> OnHold | None:
    """Return the pause for promises that still run, until the last of them ends; None where none runs."""
    running = [each.promise for each in standings(customer, as_of) if each.state is Kept.OPEN]
    if not running:
        return None
    promise = max(running, key=lambda each: each.by)
    data: dict[str, str | int | date] = {"made": promise.made, "by": promise.by, "amount": promise.amount}
    return OnHold("promise", promise.by, (Reason("hold-promise", data),))


def broken_promise(customer: Customer, statement: Statement) -> Standing | None:
    """Return the last promise that ended unkept while what it was about is still past due, or None.

    A promise is about what had been issued when it was made.
    """
    ended = [each for each in standings(customer, statement.as_of) if each.state in (Kept.PARTLY, Kept.BROKEN)]
    if not ended:
        return None
    last = ended[-1]
    about = any(line.invoice.issued <= last.promise.made for line in statement.overdue)
    return last if about else None


def promise_reasons(customer: Customer, statement: Statement) -> list[Reason]:
    """Return what a verdict says about the last promise that was not kept."""
    last = broken_promise(customer, statement)
    if last is None:
        return []
    promise = last.promise
    data: dict[str, str | int | date] = {"made": promise.made, "by": promise.by, "amount": promise.amount}
    if last.state is Kept.PARTLY:
        return [Reason("promise-partly", {**data, "paid": last.paid})]
    return [Reason("promise-broken", data)]


def _state(promise: Promise, paid: Rupiah, as_of: date) -> Kept:
    if paid >= promise.amount:
        return Kept.KEPT
    if as_of <= promise.by:
        return Kept.OPEN
    return Kept.PARTLY if paid else Kept.BROKEN
