"""A pause: what rests, until when, and why; the shape that every lane gives its answer in. Never reads the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.model import Customer
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


def came_in(amount: Rupiah, since: date, customer: Customer, as_of: date, before: int = 0) -> bool:
    """Tell whether a sum has come in: as one payment from `before` days before `since` on, or together from then on."""
    seen = [each for each in customer.payments if each.date <= as_of]
    if any(each.amount == amount and each.date >= since - timedelta(before) for each in seen):
        return True
    return sum(each.amount for each in seen if each.date >= since) >= amount


def missing(wanted: Sequence[tuple[date, Rupiah]], customer: Customer, as_of: date) -> tuple[bool, ...]:
    """Tell of each sum that may come in from a day on whether it has not; a rupiah serves one sum only.

    A payment of exactly the sum comes first, the earliest day before the later ones; then what is
    left of the money, in its order.
    """
    money = sorted((each.date, each.amount) for each in customer.payments if each.date <= as_of)
    places = sorted(range(len(wanted)), key=lambda place: wanted[place][0])
    came: set[int] = set()
    for place in places:
        since, amount = wanted[place]
        exact = next((each for each in money if each[1] == amount and each[0] >= since), None)
        if exact is not None:
            money.remove(exact)
            came.add(place)
    for place in places:
        since, amount = wanted[place]
        ready = [each for each in money if each[0] >= since]
        if place in came or sum(each[1] for each in ready) < amount:
            continue
        came.add(place)
        for day, part in ready:
            used = min(part, amount)
            amount -= used
            money.remove((day, part))
            money += [(day, part - used)] if part > used else []
    return tuple(place not in came for place in range(len(wanted)))
