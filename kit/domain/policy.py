"""The creditor's policy as data: ladders and their stages, tolerance, gaps, contact window, numbering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from types import MappingProxyType

from kit.basics.money import Rupiah
from kit.basics.problems import Source


class Approach(StrEnum):
    """How a message speaks, from gentle to legal; `rank` orders them."""

    PERSUASIVE = "persuasive"
    COLLABORATIVE = "collaborative"
    FIRM = "firm"
    LEGAL = "legal"

    @property
    def rank(self) -> int:
        """Place in the order of severity, counted from 0."""
        return list(Approach).index(self)


class Channel(StrEnum):
    """A way a message takes to the customer."""

    EMAIL = "email"
    WHATSAPP = "whatsapp"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Stage:
    """One rung of a ladder."""

    name: str
    #: Days after the due date (negative: before it) from which the stage may be sent, inclusive.
    days: int
    #: None only for tests of timing alone: such a stage is limited by nothing but its day.
    approach: Approach | None
    channels: tuple[Channel, ...]
    #: Folder of wording below letters/.
    template: str
    #: Role in the creditor's `signatories`.
    signatory: str = "reminder"
    #: Calendar days that the message gives; None: it names no date of its own.
    deadline: int | None = None
    #: A stale reminder may be passed over; a stage that may not must be sent before the next.
    skippable: bool = True
    #: Series of letter numbers; None: the stage is never numbered.
    series: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ladder:
    """An ordered list of stages, earliest first."""

    name: str
    stages: tuple[Stage, ...]

    def position(self, stage: str) -> int | None:
        """Return the place of the stage called `stage`, counted from 0, or None."""
        return next((i for i, each in enumerate(self.stages) if each.name == stage), None)


@dataclass(frozen=True, slots=True)
class ContactWindow:
    """When a customer may be contacted: weekdays (Monday is 0) and hours, local to the customer."""

    weekdays: frozenset[int] = frozenset(range(6))
    opens: time = time(8)
    closes: time = time(20)


@dataclass(frozen=True, slots=True)
class Policy:
    """How this creditor collects. Defaults are those of docs/concepts.md."""

    #: At or below this much past due a customer is left alone.
    tolerance: Rupiah = 10_000
    #: Days between two messages to one customer, at least.
    minimum_gap: int = 3
    #: Working days by which a bank account's `read_until` may lag before a firm letter waits for it.
    read_until_limit: int = 2
    #: Days after the last payment within which a word of thanks is still fresh.
    thanks_within: int = 14
    #: Working days in which a payment that the customer tells of is looked for before we ask about it.
    claim_days: int = 2
    #: Whether a call sheet may open with a light word, while the approach is persuasive.
    humour: bool = False
    window: ContactWindow = ContactWindow()
    #: Pattern of letter numbers: {number}, {series}, {month} (Roman), {year}.
    numbering: str = "{number:03}/{series}/{month}/{year}"
    ladders: Mapping[str, Ladder] = field(default_factory=lambda: MappingProxyType({}))


_WRITTEN = (Channel.WHATSAPP, Channel.EMAIL)
_ALL = (Channel.LETTER, Channel.EMAIL, Channel.WHATSAPP)

#: The ladder every book has unless its policy writes another one under the same name.
STANDARD = Ladder(
    "standard",
    (
        Stage("upcoming", -3, Approach.PERSUASIVE, _WRITTEN, "upcoming"),
        Stage("due", 1, Approach.PERSUASIVE, _WRITTEN, "due"),
        Stage("reminder-1", 7, Approach.PERSUASIVE, _WRITTEN, "reminder-1", deadline=5),
        Stage("reminder-2", 14, Approach.COLLABORATIVE, _WRITTEN, "reminder-2", deadline=5),
        Stage("firm", 21, Approach.FIRM, _ALL, "firm", signatory="manager", deadline=7, series="ST"),
    ),
)

#: The closing word to somebody who was reminded and has paid everything.
THANKS = Stage("thanks", 0, Approach.PERSUASIVE, _WRITTEN, "thanks")
