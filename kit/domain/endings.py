"""Insolvency and death: from that day on nothing goes out, and counsel decides. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.domain.model import Customer
from kit.domain.pauses import Pause
from kit.domain.verdict import Reason


def ending_pauses(customer: Customer, as_of: date) -> Iterator[Pause]:
    """Yield the pause that stops everything towards a customer who has died or is insolvent."""
    for kind, ending in (("deceased", customer.deceased), ("insolvent", customer.insolvent)):
        if ending is not None and ending.date <= as_of:
            yield Pause(kind, None, Reason(f"hold-{kind}", {"since": ending.date, "source": ending.source}))
