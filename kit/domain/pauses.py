"""A pause: what rests, until when, and why; the shape that every lane gives its answer in. Never reads the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.model import Customer
from kit.domain.received import Received, received
from kit.domain.verdict import Reason


@dataclass(frozen=True, slots=True)
class Pause:
    """Some invoices rest, or the whole customer where none is named."""

    #: The kind, as a verdict on hold names it: "manual", "giro", "handed", "returned", ...
    hold: str
    #: The last day, inclusive; None: nobody knows it.
    until: date | None
    reason: Reason
    invoices: frozenset[str] | None = None


def covered(named: tuple[str, ...], customer: Customer, on: date) -> frozenset[str]:
    """Return the invoices that something of the day `on` is about: those it names, else all issued by then."""
    return frozenset(named) or frozenset(each.number for each in customer.invoices if each.issued <= on)


def came_in(
    amount: Rupiah, since: date, customer: Customer, as_of: date, before: int = 0, about: tuple[str, ...] = ()
) -> bool:
    """Tell whether a sum has come in: as one payment from `before` days before `since` on, or together from then on.

    One payment of exactly the sum is always it; of others those count that name none, or one, of `about`.
    """
    seen = received(customer, as_of)
    if any(each.money and each.amount == amount and each.date >= since - timedelta(before) for each in seen):
        return True
    return sum(each.amount for each in seen if each.date >= since and each.serves(about)) >= amount


@dataclass(frozen=True, slots=True)
class Expected:
    """A sum that may come in from a day on, for the invoices `about` where somebody named them."""

    since: date
    amount: Rupiah
    about: tuple[str, ...] = ()


def missing(wanted: Sequence[Expected], customer: Customer, as_of: date) -> tuple[bool, ...]:
    """Tell of each sum whether it has not come in; a rupiah serves one sum only.

    A payment of exactly the sum comes first, the earliest day before the later ones; then what is
    left of the money, in its order, as far as it names no other invoices.
    """
    money = list(received(customer, as_of))
    places = sorted(range(len(wanted)), key=lambda place: wanted[place].since)
    came: set[int] = set()
    for place in places:
        exact = next((each for each in money if _is_exact(each, wanted[place])), None)
        if exact is not None:
            money.remove(exact)
            came.add(place)
    for place in places:
        amount, about = wanted[place].amount, wanted[place].about
        ready = [each for each in money if each.date >= wanted[place].since and each.serves(about)]
        if place in came or sum(each.amount for each in ready) < amount:
            continue
        came.add(place)
        for each in ready:
            used = min(each.amount, amount)
            amount -= used
            money[money.index(each)] = replace(each, amount=each.amount - used)
    return tuple(place not in came for place in range(len(wanted)))


def _is_exact(each: Received, wanted: Expected) -> bool:
    return each.money and each.amount == wanted.amount and each.date >= wanted.since
