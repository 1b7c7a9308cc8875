"""What to do about a customer today: exactly one of five verdicts, always with its reasons as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kit.domain.policy import Channel, Stage
from kit.domain.statement import Line


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that led to a verdict, as a stable code and the data its sentence needs."""

    code: str
    data: Mapping[str, str | int | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Send:
    """Send `stage` about `items` on `act_on`, preferably by `channel`."""

    stage: Stage
    #: The invoices that the message is about, oldest due date first.
    items: tuple[Line, ...]
    #: Open invoices that are listed for completeness and not demanded (not yet due, disputed, held).
    listed: tuple[Line, ...]
    channel: Channel
    #: Every channel that reaches the customer at this stage, the preferred one first.
    channels: tuple[Channel, ...]
    act_on: date
    #: The day the message gives, inclusive; None: it gives none.
    deadline: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing today; look again on `until` (None: only new facts can change this)."""

    until: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OnHold:
    """Nothing while `hold` lasts: "manual", "promise", "giro", ...; `until` inclusive, where known."""

    hold: str
    until: date | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """`stage` is due, but something is missing; `needs` says what would unblock it."""

    stage: Stage
    needs: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    #: The invoices that the message would be about.
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Clear:
    """Nothing to ask for. `closing` is the word of thanks that is still to be said, or None."""

    closing: Send | None
    reasons: tuple[Reason, ...]


Verdict = Send | Wait | OnHold | Blocked | Clear


def occasion(verdict: Verdict) -> Send | None:
    """Return what is to be sent under `verdict`, a closing word included, or None."""
    if isinstance(verdict, Send):
        return verdict
    return verdict.closing if isinstance(verdict, Clear) else None
