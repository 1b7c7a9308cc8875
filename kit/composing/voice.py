"""The voice that tells a person at the desk what the rules found: sentences for reasons, verdicts and days."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from kit.domain.verdict import Reason, Verdict


class Voice(Protocol):
    """Whoever words reasons in one language. The door has the catalogues and lends its voice."""

    @property
    def lang(self) -> str:
        """Language of the sentences: "id" or "en"."""

    def reason(self, reason: Reason) -> str:
        """Return one reason as a sentence."""

    def verdict(self, verdict: Verdict) -> str:
        """Return a verdict in a few words."""

    def day(self, day: date) -> str:
        """Return a day as it is read."""
