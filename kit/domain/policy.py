"""The creditor's policy as data: ladders and their stages, tolerance, gaps, contact window, numbering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from types import MappingProxyType

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.codes import CodesFor

#: Friday among the weekdays, Monday being 0.
FRIDAY = 4


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


class Anchor(StrEnum):
    """What the days of a stage are counted from."""

    #: The invoice's due date: `H-3`, `H+7`.
    DUE = "due"
    #: The invoice's own date: `issued+5`.
    ISSUED = "issued"
    #: The day on which the stage before it was sent: `sent+14`.
    SENT = "sent"
    #: The day on which the paper of the stage before it was received, with proof: `received+7`.
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a consolidated set must come up to before a stage is in play for it; each bound is inclusive.

    There are lower bounds only: an upper one would make the tone fall while a debt grows.
    """

    amount_from: Rupiah = 0
    invoices_from: int = 0
    days_past_due_from: int = 0

    def met(self, amount: Rupiah, invoices: int, days_past_due: int) -> bool:
        """Tell whether a set of so much, so many invoices, the oldest so many days late, comes up to it."""
        return (
            amount >= self.amount_from
            and invoices >= self.invoices_from
            and days_past_due >= self.days_past_due_from
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stage:
    """One rung of a ladder."""

    name: str
    #: Days after the anchor (negative: before it) from which the stage may be sent, inclusive.
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
    anchor: Anchor = Anchor.DUE
    #: Whether `days` are working days, by the calendar of the book.
    working: bool = False
    #: For which sets the stage is in play.
    only_if: Condition = Condition()
    #: Days after which the stage comes again and again; None: it comes once.
    repeat: int | None = None
    #: A paper for ourselves and for counsel: it never goes to the customer.
    internal: bool = False
    at: Source = field(default=Source(""), compare=False, repr=False)

    @property
    def is_somasi(self) -> bool:
        """Tell whether the stage is a formal demand: it passes the gate, goes by letter only and counts once issued."""
        return self.approach is Approach.LEGAL and not self.internal


@dataclass(frozen=True, slots=True)
class Ladder:
    """An ordered list of stages, earliest first."""

    name: str
    stages: tuple[Stage, ...]

    def position(self, stage: str) -> int | None:
        """Return the place of the stage called `stage`, counted from 0, or None."""
        return next((i for i, each in enumerate(self.stages) if each.name == stage), None)

    def level(self, place: int) -> tuple[int, int]:
        """Return how severe the stage at `place` is: its approach, and how often that was spoken before it.

        Levels compare the stages of two ladders; within one they grow from stage to stage. -1 stands
        for nothing said yet, below every stage.
        """
        if place < 0:
            return -2, 0
        ranks = [-1 if each.approach is None else each.approach.rank for each in self.stages[: place + 1]]
        return ranks[-1], ranks.count(ranks[-1]) - 1


@dataclass(frozen=True, slots=True)
class ContactWindow:
    """When a customer may be contacted: weekdays (Monday is 0) and hours, local to the customer."""

    weekdays: frozenset[int] = frozenset(range(6))
    opens: time = time(8)
    closes: time = time(20)
    #: Hours of Friday's prayer in which nobody is called or written to; None: none.
    friday: tuple[time, time] | None = (time(11, 30), time(13))
    #: Whether joint leave (cuti bersama) is closed to contacts; None: as the calendar has it for work.
    joint_leave: bool | None = None
    #: Whether nobody is asked for money around Lebaran.
    lebaran: bool = True

    def spans(self, weekday: int) -> tuple[tuple[time, time], ...]:
        """Return the hours of a weekday, from and until, in order; nothing: it is closed."""
        if weekday not in self.weekdays:
            return ()
        if weekday != FRIDAY or self.friday is None:
            return ((self.opens, self.closes),)
        starts, ends = self.friday
        parts = ((self.opens, min(self.closes, starts)), (max(self.opens, ends), self.closes))
        return tuple((opens, closes) for opens, closes in parts if opens < closes)


@dataclass(frozen=True, slots=True)
class Caps:
    """How much reaches one customer within seven days, at most; None: nothing beyond `weekly_cap` limits it."""

    #: Messages of all channels; where it is written it stands for `weekly_cap`.
    week: int | None = None
    whatsapp: int | None = None
    email: int | None = None
    #: Calls: when they are used up no call sheet is made.
    call: int = 2

    def of(self, channel: Channel) -> int | None:
        """Return the cap of a channel; a letter has none, as the law gives it its days."""
        return {Channel.WHATSAPP: self.whatsapp, Channel.EMAIL: self.email}.get(channel)


@dataclass(frozen=True, slots=True)
class SomasiRules:
    """What a creditor asks of a formal demand before it goes out, and the time that it gives."""

    #: Least amount, in whole rupiah, for which a somasi is worth its weight.
    minimum: Rupiah = 1_000_000
    #: Days allowed for the way to the addressee; they come before the days given.
    transit: int = 3
    #: Calendar days given from receipt.
    days: int = 7
    #: Whether it says what 6 % a year by law comes to; never a part of the claim.
    statutory_interest: bool = False
    #: Whether the owner's recorded approval is asked for.
    approval: bool = True


@dataclass(frozen=True, slots=True)
class InstalmentLimits:
    """Within what a customer may propose monthly instalments on the page: how many, how small, how late the first."""

    most: int
    least: Rupiah
    #: Days from the page's day to the first payment, at most.
    within: int = 30


@dataclass(frozen=True, slots=True)
class Policy:
    """How this creditor collects. Defaults are those of docs/concepts.md."""

    #: At or below this much past due a customer is left alone.
    tolerance: Rupiah = 10_000
    #: Days between two messages to one customer, at least.
    minimum_gap: int = 3
    #: Messages to one customer within seven days, at most: a kindness that POJK 22/2023 asks of lenders.
    weekly_cap: int = 2
    caps: Caps = Caps()
    #: Working days by which a bank account's `read_until` may lag before a firm letter waits for it.
    read_until_limit: int = 2
    #: Days after the last payment within which a word of thanks is still fresh.
    thanks_within: int = 14
    #: Days for which the private address of a page stands, counted from the day it was made.
    link_days: int = 365
    #: Working days in which a payment that the customer tells of is looked for before we ask about it.
    claim_days: int = 2
    #: Days after which a slip for withheld tax that has not come is asked for again.
    slip_request_every: int = 14
    #: Working days after the effective date of a bilyet giro within which the bank clears it.
    clearing_days: int = 2
    #: Working days within which we answer goods returned, where no day is written.
    answer_days: int = 5
    #: Whether a call sheet may open with a light word, while the approach is persuasive.
    humour: bool = False
    #: What becomes of reminders whose day passed unused: the newest goes out alone, or all of them in turn.
    catch_up: bool = False
    #: Whether the first word about old arrears is held down to a collaborative one, or only to a firm one.
    gentle_first: bool = True
    #: Days without a reminder after money came in, and after a call that reached somebody.
    rest_after_payment: int = 0
    rest_after_call: int = 0
    #: What prompt payment brings beside money, in words for the customer.
    incentives: str | None = None
    #: What a customer may propose on the page; None: nothing, they ask.
    instalments: InstalmentLimits | None = None
    window: ContactWindow = ContactWindow()
    somasi: SomasiRules = SomasiRules()
    #: Who is asked for a few rupiah more, by which a bank statement shows who paid.
    transfer_code: CodesFor = CodesFor.OFF
    #: Pattern of letter numbers: {number}, {series}, {month} (Roman), {year}.
    numbering: str = "{number:03}/{series}/{month}/{year}"
    ladders: Mapping[str, Ladder] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def per_week(self) -> int:
        """Messages of all channels within seven days, at most."""
        return self.weekly_cap if self.caps.week is None else self.caps.week


_WRITTEN = (Channel.WHATSAPP, Channel.EMAIL)
_ALL = (Channel.LETTER, Channel.EMAIL, Channel.WHATSAPP)


def _somasi(
    name: str, days: int, series: str | None = None, anchor: Anchor = Anchor.DUE, *, internal: bool = False
) -> Stage:
    """Return a legal stage of the standard ladder: a letter that may not be passed over."""
    return Stage(
        name, days, Approach.LEGAL, (Channel.LETTER,), name, signatory="somasi", skippable=False, series=series,
        anchor=anchor, internal=internal,
    )  # fmt: skip


#: The ladder every book has unless its policy writes another one under the same name.
STANDARD = Ladder(
    "standard",
    (
        Stage("upcoming", -3, Approach.PERSUASIVE, _WRITTEN, "upcoming"),
        Stage("due", 1, Approach.PERSUASIVE, _WRITTEN, "due"),
        Stage("reminder-1", 7, Approach.PERSUASIVE, _WRITTEN, "reminder-1", deadline=5),
        Stage("reminder-2", 14, Approach.COLLABORATIVE, _WRITTEN, "reminder-2", deadline=5),
        Stage("firm", 21, Approach.FIRM, _ALL, "firm", signatory="manager", deadline=7, series="ST"),
        _somasi("somasi-1", 35, series="SOM-I"),
        _somasi("somasi-2", 7, series="SOM-II", anchor=Anchor.RECEIVED),
        _somasi("somasi-3", 7, series="SOM-III", anchor=Anchor.RECEIVED),
        _somasi("handover", 7, anchor=Anchor.RECEIVED, internal=True),
    ),
)

#: The closing word to somebody who was reminded and has paid everything.
THANKS = Stage("thanks", 0, Approach.PERSUASIVE, _WRITTEN, "thanks")

#: Confirms a new due date, also on paper: an extension is a change of the agreement.
EXTENSION = Stage("extension", 0, Approach.PERSUASIVE, (*_WRITTEN, Channel.LETTER), "extension")

#: Asks whether an invoice was received, with the papers that are still missing (tukar faktur).
EXCHANGE = Stage("invoice-exchange", 0, Approach.PERSUASIVE, _WRITTEN, "invoice-exchange")

#: Words that remind nobody of a debt: none of them counts before a somasi.
UNCOUNTED = frozenset({THANKS.name, EXTENSION.name, EXCHANGE.name})
