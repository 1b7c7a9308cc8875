"""Words verdicts, reasons and summaries for the operator, in the language of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from kit.basics.dates import WEEKDAYS, long_date
from kit.basics.money import format_rupiah
from kit.cli.catalogue import door_en, door_id
from kit.domain.verdict import Blocked, Clear, OnHold, Reason, Send, Verdict

_MODULES: Mapping[str, ModuleType] = {"en": door_en, "id": door_id}
_MONEY = ("amount", "paid", "tolerance", "minimum")


@dataclass(frozen=True, slots=True)
class Sayings:
    """The catalogue of one language."""

    lang: str

    @property
    def _words(self) -> ModuleType:
        return _MODULES[self.lang]

    def day(self, day: date) -> str:
        """Return a day as an operator reads it."""
        return long_date(day) if self.lang == "id" else f"{day.day} {day:%b %Y}"

    def door(self, code: str, **data: object) -> str:
        """Return one of the door's own sentences."""
        text: str = self._words.DOOR[code]
        return text.format(**{key: self._plain(key, value) for key, value in data.items()})

    def reason(self, reason: Reason) -> str:
        """Return one reason of a verdict as a sentence."""
        text: str = self._words.REASONS[reason.code]
        return text.format(**{key: self._plain(key, value) for key, value in reason.data.items()})

    def verdict(self, verdict: Verdict) -> str:
        """Return a verdict in a few words."""
        words: Mapping[str, str] = self._words.VERDICTS
        if isinstance(verdict, Send):
            return words["send"].format(stage=verdict.stage.name)
        if isinstance(verdict, Blocked):
            return words["blocked"].format(stage=verdict.stage.name)
        if isinstance(verdict, Clear):
            return words["thank" if verdict.closing else "clear"]
        if isinstance(verdict, OnHold):
            hold = self._words.HOLDS[verdict.hold]
            code = "hold-until" if verdict.until else "hold"
            return words[code].format(hold=hold, until=self.day(verdict.until) if verdict.until else "")
        if verdict.until:
            return words["wait"].format(until=self.day(verdict.until))
        codes = [each.code for each in verdict.reasons]
        ends = [words[f"wait-{code}"] for code in ("handed-over", "ladder-at-end") if code in codes]
        return words["wait-in-lane"].format(lane=", ".join(ends)) if ends else words["wait-for-news"]

    def columns(self) -> tuple[str, ...]:
        """Return the heads of the status table."""
        heads: tuple[str, ...] = self._words.COLUMNS
        return heads

    def ledger_columns(self) -> Mapping[str, str]:
        """Return the heads of the statement of account by the name of the column."""
        heads: Mapping[str, str] = self._words.LEDGER_COLUMNS
        return heads

    def _plain(self, key: str, value: object) -> object:
        if key == "weekday" and isinstance(value, date):
            return WEEKDAYS[value.weekday()] if self.lang == "id" else f"{value:%A}"
        if isinstance(value, date):
            return self.day(value)
        if key == "ground":
            return self._words.GROUNDS[value]
        return format_rupiah(value) if key in _MONEY and isinstance(value, int) else value
