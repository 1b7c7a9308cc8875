"""What stays of somebody who was forgotten: a day, and the numbers of papers that must never be given again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from kit.basics.problems import Source
from kit.domain.happened import Torn
from kit.domain.register import Issued, Register


@dataclass(frozen=True, slots=True)
class Stone:
    """A number of a paper of somebody who was forgotten; it stays used, and says nothing of the person."""

    #: The day on which the person was forgotten.
    date: dt.date
    series: str
    year: int
    sequence: int
    at: Source = field(default=Source(""), compare=False, repr=False)


def stones(register: Register, day: dt.date) -> Iterator[Stone]:
    """Yield what stays of each number that `register` holds, voided and torn ones too, in the order of the entries."""
    for record in register.records:
        entry = record.entry
        if isinstance(entry, Issued | Torn) and entry.series and entry.sequence:
            yield Stone(day, entry.series, entry.date.year, entry.sequence)
