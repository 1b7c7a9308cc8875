"""The private address of one customer's page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """The private address of one customer's page: a random token and the day it was made."""

    token: str
    made: dt.date
