"""Series of somasi as the register tells them: which papers were issued, sent and delivered about which invoices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.domain.history import History
from kit.domain.policy import Ladder
from kit.domain.register import Delivered, Issued, Sent
from kit.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class Step:
    """One somasi that left the house, and what became of it so far."""

    place: int
    issued: Issued
    sent: Sent
    delivered: Delivered | None

    @property
    def received_late(self) -> bool:
        """Tell whether it arrived only after the date that it gives."""
        return self.delivered is not None and self.issued.deadline is not None and (
            self.delivered.proves_receipt and self.delivered.date > self.issued.deadline
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Series:
    """Somasi I to the last about one frozen set of invoices, in the order of the first paper."""

    items: tuple[str, ...]
    #: What left the house, oldest first; a paper that was issued anew follows the one it replaces.
    steps: tuple[Step, ...]
    #: The newest paper that was issued and has not left the house, or None.
    waiting: Issued | None
    #: The day on which counsel got the matter, or None.
    handed_over: date | None

    @property
    def last(self) -> Step | None:
        """The newest somasi that left the house."""
        return self.steps[-1] if self.steps else None


def running(past: History, statement: Statement) -> tuple[Series, ...]:
    """Return the series that still have something to pay, oldest first; payment of all its invoices ends one.

    The invoices are frozen by the first paper that was issued; a paper that never left the house
    freezes them only as long as no other paper of the same stage speaks of one of them.
    """
    due = {line.invoice.number for line in statement.open}
    found: dict[frozenset[str], Series] = {}
    for paper in past.issued:
        place = past.ladder.position(paper.stage)
        if place is not None and past.ladder.stages[place].is_somasi:
            items = frozenset(paper.items)
            found[items] = _joined(found.get(items) or Series(paper.items, (), None, None), place, paper, past)
    for items in [key for key, each in found.items() if not each.steps]:
        # Never sent: another paper that did leave, or a newer one, may speak of the same invoices.
        others = [key for key in found if key != items and key & items]
        newest = list(found)[-1]
        if any(found[key].steps or key == newest for key in others):
            del found[items]
    return tuple(_handed(each, past) for each in found.values() if due & set(each.items))


def somasi_places(ladder: Ladder) -> tuple[int, ...]:
    """Return the places of the somasi in `ladder`."""
    return tuple(place for place, stage in enumerate(ladder.stages) if stage.is_somasi)


def _joined(series: Series, place: int, paper: Issued, past: History) -> Series:
    sent = next((each for each in past.sent if each.number == paper.number), None)
    if sent is None:
        return Series(series.items, series.steps, paper, None)
    outcomes = [each for each in past.delivered if each.number == paper.number]
    step = Step(place, paper, sent, outcomes[-1] if outcomes else None)
    return Series(series.items, (*series.steps, step), None, None)


def _handed(series: Series, past: History) -> Series:
    inside = {stage.name for stage in past.ladder.stages if stage.internal}
    days = [each.date for each in past.sent if each.stage in inside and set(each.items) & set(series.items)]
    return Series(series.items, series.steps, series.waiting, max(days, default=None))
