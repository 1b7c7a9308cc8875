"""What a register says about one customer's ladder: stages reached, contacts, the last message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.domain.policy import THANKS, Ladder, Policy
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

    def reached(self, invoice: str, since: date | None = None) -> int:
        """Return the highest place in the ladder sent about `invoice` since a day (inclusive), or -1."""
        places = (
            self.ladder.position(each.stage)
            for each in self.sent
            if invoice in each.items and (since is None or each.date >= since)
        )
        return max((place for place in places if place is not None), default=-1)

    def days_sent(self, place: int, invoice: str, since: date | None = None) -> tuple[date, ...]:
        """Return the days on which the stage at `place` was sent about `invoice`, oldest first."""
        name = self.ladder.stages[place].name
        about = (each for each in self.sent if each.stage == name and invoice in each.items)
        return tuple(sorted(each.date for each in about if since is None or each.date >= since))

    def received_on(self, place: int, invoice: str) -> date | None:
        """Return the day on which the newest paper of a stage about `invoice` was received with proof, or None."""
        name = self.ladder.stages[place].name
        numbers = [each.number for each in self.sent if each.stage == name and invoice in each.items]
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
        before = self.ladder.position(last.stage)
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


def history(register: Register, ladder: Ladder, as_of: date) -> History:
    """Return what `register` says up to `as_of`, voided entries left out.

    A somasi counts as sent only where its issued paper is named: a draft never escalates.
    """
    entries = tuple(register.entries(as_of))
    issued = tuple(each for each in entries if isinstance(each, Issued))
    papers = {each.number for each in issued}
    formal = {stage.name for stage in ladder.stages if stage.is_somasi}
    sent = (each for each in entries if isinstance(each, Sent))
    return History(
        ladder,
        tuple(each for each in sent if each.stage not in formal or each.number in papers),
        tuple(each for each in entries if isinstance(each, Contacted)),
        issued,
        tuple(each for each in entries if isinstance(each, Approved)),
        tuple(each for each in entries if isinstance(each, Delivered)),
    )
