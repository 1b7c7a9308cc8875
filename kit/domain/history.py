"""What a register says about one customer's ladder: stages reached, contacts, the last message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.domain.policy import THANKS, Ladder, Policy
from kit.domain.register import Contacted, Reach, Register, Sent


@dataclass(frozen=True, slots=True)
class History:
    """The messages and contacts that count at the end of a day."""

    ladder: Ladder
    sent: tuple[Sent, ...]
    contacts: tuple[Contacted, ...]

    def reached(self, invoice: str, since: date | None = None) -> int:
        """Return the highest place in the ladder sent about `invoice` since a day (inclusive), or -1."""
        places = (
            self.ladder.position(each.stage)
            for each in self.sent
            if invoice in each.items and (since is None or each.date >= since)
        )
        return max((place for place in places if place is not None), default=-1)

    def spoken_since(self, day: date) -> bool:
        """Tell whether a message left or a call reached somebody on or after `day`."""
        messages = any(each.date >= day for each in self.sent if each.stage != THANKS.name)
        return messages or any(each.date >= day and each.outcome is Reach.REACHED for each in self.contacts)

    def last(self) -> Sent | None:
        """Return the newest message, the later recorded of two on one day."""
        return max(enumerate(self.sent), key=lambda each: (each[1].date, each[0]), default=(0, None))[1]

    def earliest_next(self, policy: Policy, place: int) -> date | None:
        """Return the first day on which a stage at `place` may follow: after the gap and after the date we gave."""
        last = self.last()
        if last is None:
            return None
        day = last.date + timedelta(max(1, policy.minimum_gap))
        before = self.ladder.position(last.stage)
        if last.deadline is not None and before is not None and place > before:
            day = max(day, last.deadline + timedelta(1))
        return day

    def thanked(self, invoices: frozenset[str]) -> bool:
        """Tell whether thanks were said for every one of `invoices`."""
        said = {number for each in self.sent if each.stage == THANKS.name for number in each.items}
        return invoices <= said


def history(register: Register, ladder: Ladder, as_of: date) -> History:
    """Return what `register` says up to `as_of`, voided entries left out."""
    entries = tuple(register.entries(as_of))
    return History(
        ladder,
        tuple(each for each in entries if isinstance(each, Sent)),
        tuple(each for each in entries if isinstance(each, Contacted)),
    )
