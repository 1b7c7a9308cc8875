"""How a pause that was set by hand is told."""

from __future__ import annotations

from datetime import date

from kit.domain.model import Hold
from kit.domain.verdict import Reason


def hold_reason(code: str, hold: Hold, data: dict[str, str | int | date]) -> Reason:
    """Return the reason of a pause that was set by hand: since when, and until when where that is known."""
    if hold.until is None:
        return Reason(code, {**data, "since": hold.since})
    return Reason(f"{code}-until", {**data, "since": hold.since, "until": hold.until})
