"""The values of an instalment plan as its owner wrote them: offered, perhaps sent, signed, ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.instalments import Instalment

#: Days after an instalment's date within which it does not count as missed, where a plan does not say.
GRACE = 3
#: Missed instalments from which on a plan is broken, where it does not say.
ACCELERATION = 2


class Charges(StrEnum):
    """What becomes of late fees on the plan's invoices from the offer on."""

    #: Nothing is charged while the plan is kept; once it is broken or ended early, all of it is.
    WAIVED = "waived"
    #: They run on beside the instalments.
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Plan:
    """An agreement to pay what `invoices` had open at the end of `offered` in instalments. Binds once signed."""

    offered: dt.date
    #: The last day on which the offer may be signed, inclusive.
    valid_until: dt.date
    invoices: tuple[str, ...]
    #: What the invoices had open at the end of `offered`; the instalments add up to it.
    total: Rupiah
    instalments: tuple[Instalment, ...]
    sent: dt.date | None = None
    signed: dt.date | None = None
    #: Days after an instalment's date within which it does not count as missed.
    grace: int = GRACE
    #: So many missed instalments break the plan.
    acceleration_after: int = ACCELERATION
    #: What becomes of late fees of its invoices after the day of the offer.
    charges: Charges = Charges.WAIVED
    #: From this day on the plan no longer counts, for whatever reason.
    ended: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    def seen(self, day: dt.date) -> Plan:
        """Return the plan as it is known at the end of `day`: without steps that are dated later."""
        sent, signed, ended = (each if each and each <= day else None for each in (self.sent, self.signed, self.ended))
        return replace(self, sent=sent, signed=signed, ended=ended)
