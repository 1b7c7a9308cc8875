"""How messages to one customer are paced: the gap, the caps of a week, and why a day was moved, as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from kit.domain.calendar import Calendar, Closed, Why
from kit.domain.history import History
from kit.domain.model import Creditor, Customer
from kit.domain.policy import Channel, ContactWindow, Policy
from kit.domain.verdict import Reason, Wait

#: Days over which caps count: a message of Monday stands in the way until the Monday after.
WEEK = timedelta(7)
#: How the register writes a call.
CALL = "call"

_CODES: Mapping[Why, str] = {
    Why.QUIET: "closed-quiet",
    Why.HOLIDAY: "closed-holiday",
    Why.JOINT_LEAVE: "closed-joint-leave",
    Why.WEEKDAY: "closed-weekday",
}
#: Reasons that tell of a day that was moved, and what moved it.
MOVES = frozenset({"moved-to-open-day", "moved-ahead", *_CODES.values()})


def province_of(customer: Customer, creditor: Creditor) -> str:
    """Return the province whose clock and feasts count for `customer`: the creditor's where no address is known."""
    return (customer.address or creditor.address).province


def too_soon(past: History, policy: Policy, place: int, as_of: date, reasons: list[Reason]) -> Wait | None:
    """Return Wait while a stage at `place` may not follow yet, saying which rule it waits for; None: it may."""
    earliest = past.earliest_next(policy, place)
    if earliest is None or earliest <= as_of:
        return None
    full = past.week_full_until(policy)
    if full == earliest:
        return Wait(earliest, (*reasons, Reason("cap-week", {"cap": policy.per_week, "until": earliest})))
    return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))


def within_caps(
    channels: tuple[Channel, ...], past: History, policy: Policy, act_on: date
) -> tuple[tuple[Channel, ...], list[Reason], date | None]:
    """Return those of `channels` whose cap leaves room on `act_on`, why others do not, and when one does again.

    The day is None unless every channel is full.
    """
    full = {each: until for each in channels if (until := full_until(each, past, policy)) and until > act_on}
    told = [
        Reason("cap-channel", {"channel": each, "cap": policy.caps.of(each) or 0, "until": until})
        for each, until in full.items()
    ]
    free = tuple(each for each in channels if each not in full)
    return free, told, min(full.values()) if full and not free else None


def full_until(channel: Channel, past: History, policy: Policy) -> date | None:
    """Return the first day on which `channel` has room again under its cap; None: it never was full."""
    cap = policy.caps.of(channel)
    days = sorted((each.date for each in past.sent if each.channel is channel), reverse=True)
    return None if cap is None or len(days) < cap else days[cap - 1] + WEEK


def may_call(past: History, policy: Policy, act_on: date) -> bool:
    """Tell whether the calls of the seven days before `act_on` leave room for another one."""
    days = [each.date for each in past.contacts if each.via == CALL and act_on - WEEK < each.date]
    return len(days) < policy.caps.call


def moved(calendar: Calendar, window: ContactWindow, as_of: date, act_on: date) -> list[Reason]:
    """Return that the word of `as_of` goes out on `act_on`, and everything that closes the days between."""
    if act_on == as_of:
        return []
    causes = calendar.causes(as_of, act_on - timedelta(1), window)
    return [Reason("moved-to-open-day", {"day": as_of, "act_on": act_on}), *map(_cause, causes)]


def ahead(calendar: Calendar, window: ContactWindow, act_on: date, day: date) -> list[Reason]:
    """Return that the word of `day`, which comes before a due date, goes out on `act_on` already, and why."""
    if act_on >= day:
        return []
    causes = calendar.causes(act_on + timedelta(1), day, window)
    return [Reason("moved-ahead", {"day": day, "act_on": act_on}), *map(_cause, causes)]


def _cause(closed: Closed) -> Reason:
    if closed.why is Why.WEEKDAY:
        return Reason(_CODES[closed.why], {"day": closed.first, "weekday": closed.first})
    if closed.why is Why.QUIET:
        return Reason(_CODES[closed.why], {"name": closed.name, "first": closed.first, "last": closed.last})
    return Reason(_CODES[closed.why], {"name": closed.name, "day": closed.first})
