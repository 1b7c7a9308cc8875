"""What a register says about one customer's ladder: stages reached, contacts, the last message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kit.domain.policy import THANKS, Ladder, Policy, Stage
from kit.domain.register import Approved, Contacted, Delivered, Issued, Reach, Register, Sent


@dataclass(frozen=True, slots=True)
class History:
    """The messages and contacts that count at the end of a day."""

    ladder: Ladder
    sent: tuple[Sent, ...]
    contacts: tuple[Contacted, ...]
    issued: tuple[Issued, ...] = ()
    approved: tuple[Approved, ...] = ()
    delivered: tuple[Delivered, ...] = ()
    #: Further ladders of the policy, by which the customer may have been spoken to.
    others: tuple[Ladder, ...] = ()

    def stage_called(self, name: str) -> Stage | None:
        """Return the stage of that name in this ladder, else in another one of the policy, or None."""
        ladders = (self.ladder, *self.others)
        return next((ladder.stages[at] for ladder in ladders if (at := ladder.position(name)) is not None), None)

    def place_of(self, name: str) -> int | None:
        """Return the place that a message counts for in this ladder, or None.

        A stage of another ladder counts for the last place that is not more severe, so that tone
        never falls where ladders meet or change.
        """
        own = self.ladder.position(name)
        if own is not None:
            return own
        for ladder in self.others:
            at = ladder.position(name)
            if at is not None:
                level = ladder.level(at)
                below = [place for place in range(len(self.ladder.stages)) if self.ladder.level(place) <= level]
                return max(below, default=None)
        return None

    def reached(self, invoice: str, since: date | None = None) -> int:
        """Return the highest place in the ladder sent about `invoice` since a day (inclusive), or -1."""
        places = (
            self.place_of(each.stage)
            for each in self.sent
            if invoice in each.items and (since is None or each.date >= since)
        )
        return max((place for place in places if place is not None), default=-1)

    def days_sent(self, place: int, invoice: str, since: date | None = None) -> tuple[date, ...]:
        """Return the days on which the stage at `place` was sent about `invoice`, oldest first."""
        about = (each for each in self.sent if invoice in each.items and self.place_of(each.stage) == place)
        return tuple(sorted(each.date for each in about if since is None or each.date >= since))

    def received_on(self, place: int, invoice: str) -> date | None:
        """Return the day on which the newest paper of a stage about `invoice` was received with proof, or None."""
        numbers = [each.number for each in self.sent if invoice in each.items and self.place_of(each.stage) == place]
        arrived = [each.date for each in self.delivered if each.number in numbers[-1:] and each.proves_receipt]
        return arrived[-1] if arrived else None

    def spoken_since(self, day: date, about: frozenset[str] | None = None) -> bool:
        """Tell whether a message left (about these invoices) or a call reached somebody on or after `day`."""
        messages = any(
            each.date >= day and (about is None or about & set(each.items))
            for each in self.sent
            if each.stage != THANKS.name
        )
        return messages or any(each.date >= day and each.outcome is Reach.REACHED for each in self.contacts)

    def last(self) -> Sent | None:
        """Return the newest message, the later recorded of two on one day."""
        return max(enumerate(self.sent), key=lambda each: (each[1].date, each[0]), default=(0, None))[1]

    def earliest_next(self, policy: Policy, place: int) -> date | None:
        """Return the first day on which a stage at `place` may follow: after the gap, the cap and the date we gave."""
        last = self.last()
        if last is None:
            return None
        day = last.date + timedelta(max(1, policy.minimum_gap))
        full = self.week_full_until(policy)
        if full is not None:
            day = max(day, full)
        before = self.place_of(last.stage)
        if last.deadline is not None and before is not None and place > before:
            day = max(day, last.deadline + timedelta(1))
        return day

    def week_full_until(self, policy: Policy) -> date | None:
        """Return the first day on which the week has room for another message; None: it never was full."""
        days = sorted((each.date for each in self.sent), reverse=True)
        return days[policy.per_week - 1] + timedelta(7) if len(days) >= policy.per_week else None

    def thanked(self, invoices: frozenset[str]) -> bool:
        """Tell whether thanks were said for every one of `invoices`."""
        said = {number for each in self.sent if each.stage == THANKS.name for number in each.items}
        return invoices <= said


def history(register: Register, ladder: Ladder, as_of: date, others: Iterable[Ladder] = ()) -> History:
    """Return what `register` says up to `as_of`, voided entries left out; `others` are the ladders of the policy.

    A somasi counts as sent only where its issued paper is named: a draft never escalates.
    """
    entries = tuple(register.entries(as_of))
    issued = tuple(each for each in entries if isinstance(each, Issued))
    papers = {each.number for each in issued}
    beside = tuple(each for each in others if each != ladder)
    formal = {stage.name for each in (ladder, *beside) for stage in each.stages if stage.is_somasi}
    sent = (each for each in entries if isinstance(each, Sent))
    return History(
        ladder,
        tuple(each for each in sent if each.stage not in formal or each.number in papers),
        tuple(each for each in entries if isinstance(each, Contacted)),
        issued,
        tuple(each for each in entries if isinstance(each, Approved)),
        tuple(each for each in entries if isinstance(each, Delivered)),
        beside,
    )
