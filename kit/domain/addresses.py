"""Private page addresses through time: which stand on a day, which were given up and never come back."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kit.basics.problems import Source
from kit.domain.links import Link

#: Letters that tell a token without leading to it: 128 bits of its hash.
MARK = 32


class Act(StrEnum):
    """What became of a private address."""

    MADE = "made"
    #: Another one took its place, or it was lost.
    REPLACED = "replaced"
    #: Taken away: the customer has no page until somebody makes a new address.
    REVOKED = "revoked"


class State(StrEnum):
    """Where a customer's private address stands on a day."""

    STANDS = "stands"
    EXPIRED = "expired"
    #: links.yaml holds one that was given up: an old copy of the file was put back.
    GIVEN_UP = "given-up"
    REVOKED = "revoked"
    #: One was made, and links.yaml does not know it: lost, or made on another computer.
    LOST = "lost"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of one address, told by a mark that does not lead to it."""

    date: dt.date
    act: Act
    #: None: of somebody who was forgotten.
    customer: str | None
    mark: str
    at: Source = field(default=Source(""), compare=False, repr=False)


def mark(token: str) -> str:
    """Return the mark of a token, from which nobody finds the token.

    >>> len(mark("A1b2"))
    32
    """
    return hashlib.sha256(token.encode()).hexdigest()[:MARK]


def until(link: Link, days: int) -> dt.date:
    """Return the last day, inclusive, on which a link that stands for `days` shows a page."""
    return link.made + dt.timedelta(days)


def given_up(trail: Iterable[Trace]) -> frozenset[str]:
    """Return the marks of all addresses that must never lead to a page again."""
    return frozenset(each.mark for each in trail if each.act is not Act.MADE)


def state(customer: str, links: Mapping[str, Link], trail: tuple[Trace, ...], as_of: dt.date, days: int) -> State:
    """Return where the address of `customer` stands at the end of `as_of`, links standing for `days`."""
    link = links.get(customer)
    gone = given_up(trail)
    if link is not None:
        if mark(link.token) in gone:
            return State.GIVEN_UP
        return State.EXPIRED if until(link, days) < as_of else State.STANDS
    own = [each for each in trail if each.customer == customer]
    if own and own[-1].act is Act.REVOKED:
        return State.REVOKED
    return State.LOST if any(each.mark not in gone for each in own) else State.NONE


def states(
    customers: Iterable[str], links: Mapping[str, Link], trail: tuple[Trace, ...], as_of: dt.date, days: int
) -> Mapping[str, State]:
    """Return where the address of each of `customers` stands at the end of `as_of`."""
    by_customer: dict[str | None, tuple[Trace, ...]] = {}
    gone = {each.mark: each for each in trail if each.act is not Act.MADE}
    for each in trail:
        by_customer[each.customer] = (*by_customer.get(each.customer, ()), each)
    found = {}
    for one in customers:
        link = links.get(one)
        met = gone.get(mark(link.token)) if link else None
        about = (*by_customer.get(one, ()), *([met] if met else []))
        found[one] = state(one, links, about, as_of, days)
    return MappingProxyType(found)


def traces(links: Mapping[str, Link], trail: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """Return what the trail lacks of `links`: that they were made, and that those they take the place of are gone."""
    known = {each.mark for each in trail}
    gone = given_up(trail)
    added: list[Trace] = []
    for customer, link in sorted(links.items()):
        if mark(link.token) in known:
            continue
        for each in trail:
            if each.customer == customer and each.act is Act.MADE and each.mark not in gone:
                added.append(Trace(link.made, Act.REPLACED, customer, each.mark))
        added.append(Trace(link.made, Act.MADE, customer, mark(link.token)))
    return tuple(added)
