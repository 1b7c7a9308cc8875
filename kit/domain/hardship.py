"""Hardship as its owner recorded it: a flood, an illness, a lost contract."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hardship:
    """A hard time of the customer from `since` to `until`, both inclusive; no `until`: it lasts."""

    since: dt.date
    reason: str
    until: dt.date | None = None

    def is_felt(self, as_of: dt.date) -> bool:
        """Tell whether it covers `as_of`."""
        return self.since <= as_of and (self.until is None or as_of <= self.until)
