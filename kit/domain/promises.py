"""Promises to pay: which one still runs, which were kept, how reliably. Never reads the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.domain.model import Customer, Promise
from kit.domain.received import Received, received
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
    """A promise and what came in for it from the day it was made up to its date."""

    promise: Promise
    paid: Rupiah
    state: Kept
    #: What came in for it after its date.
    afterwards: Rupiah = 0

    @property
    def received(self) -> Rupiah:
        """What came in for it, in time or not."""
        return self.paid + self.afterwards

    @property
    def is_made_good(self) -> bool:
        """Tell whether all of it has come in, in time or not."""
        return self.received >= self.promise.amount


def standings(customer: Customer, as_of: date) -> tuple[Standing, ...]:
    """Return every promise made up to `as_of` with what became of it, the earliest date first.

    A rupiah keeps one promise only: each payment serves the promise with the earliest date among
    those that were made and had not ended on its day, then those that had ended. Money that the
    bank took back keeps none.
    """
    promises = sorted((each for each in customer.promises if each.made <= as_of), key=lambda each: (each.by, each.made))
    paid, late = [0] * len(promises), [0] * len(promises)
    for each in received(customer, as_of):
        _spread(each, promises, paid, late)
    return tuple(
        Standing(promise, paid[place], _state(promise, paid[place], as_of), late[place])
        for place, promise in enumerate(promises)
    )


def _spread(each: Received, promises: Sequence[Promise], paid: list[Rupiah], late: list[Rupiah]) -> None:
    """Add what came in on one day to the promises that it serves, in time or late."""
    left = each.amount
    made = [place for place, promise in enumerate(promises) if promise.made <= each.date]
    for place in sorted(made, key=lambda place: promises[place].by < each.date):
        part = min(left, promises[place].amount - paid[place] - late[place])
        (paid if each.date <= promises[place].by else late)[place] += part
        left -= part


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

    A promise is about what had been issued when it was made. Money that came in after its date makes
    it good: then nobody speaks of it any more, though it still counts as late in the rate.
    """
    ended = [each for each in standings(customer, statement.as_of) if each.state in (Kept.PARTLY, Kept.BROKEN)]
    if not ended:
        return None
    last = ended[-1]
    if last.is_made_good:
        return None
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
