"""Where an instalment plan stands at the end of a day, computed from the money that came in. Never reads the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.domain.instalments import Instalment
from kit.domain.model import Customer
from kit.domain.plans import Charges, Plan
from kit.domain.statement import Line, Statement


class State(StrEnum):
    """How far a plan has come. Only a signed one that is ACTIVE or LATE pauses anything."""

    OFFERED = "offered"
    SENT = "sent"
    #: Not signed by the last day on which it could be.
    LAPSED = "lapsed"
    #: Signed, and nothing of it is overdue.
    ACTIVE = "active"
    #: Signed and overdue, but not so far that it is broken.
    LATE = "late"
    #: Every instalment has come in.
    KEPT = "kept"
    #: So many instalments were missed, grace included, that the relief is over.
    BROKEN = "broken"
    #: Its owner wrote that it no longer counts.
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment on the day: counted from 1, how much of it has come in, how much is left."""

    number: int
    instalment: Instalment
    paid: Rupiah
    #: The date has passed, grace not counted, and something is left.
    overdue: bool
    #: Also the days of grace have passed.
    missed: bool

    @property
    def due(self) -> dt.date:
        """The last day on which it is in time."""
        return self.instalment.due

    @property
    def left(self) -> Rupiah:
        """What is still to come."""
        return self.instalment.amount - self.paid


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan at the end of `as_of`: its state, its rows, and the lines of the invoices it is about."""

    plan: Plan
    as_of: dt.date
    state: State
    rows: tuple[Row, ...]
    #: The plan's invoices that have something open.
    lines: tuple[Line, ...]

    @property
    def pauses(self) -> bool:
        """Tell whether the plan's invoices rest: signed, and not broken, kept or ended."""
        return self.state in (State.ACTIVE, State.LATE)

    @property
    def next(self) -> Row | None:
        """The first instalment of which something is left, overdue or to come."""
        return next((row for row in self.rows if row.left), None)

    @property
    def arrears(self) -> Rupiah:
        """What was due before the day and has not come in."""
        return sum(row.left for row in self.rows if row.overdue)

    @property
    def left(self) -> Rupiah:
        """What of the whole plan has not come in."""
        return sum(row.left for row in self.rows)

    @property
    def paid(self) -> Rupiah:
        """What of the whole plan has come in."""
        return sum(row.paid for row in self.rows)

    @property
    def breaks_on(self) -> dt.date | None:
        """The first day on which the plan is broken if nothing more comes in; None: it never will be."""
        open_rows = [row for row in self.rows if row.left]
        allowed = self.plan.acceleration_after
        # Where fewer are left than may be missed, the last one decides.
        row = open_rows[min(allowed, len(open_rows)) - 1] if open_rows else None
        return row.due + dt.timedelta(self.plan.grace + 1) if row else None


def standings(customer: Customer, statement: Statement) -> tuple[Standing, ...]:
    """Return where each plan of `customer` stands, of those offered on the statement's day or before."""
    return tuple(standing(plan, statement) for plan in customer.plans if plan.offered <= statement.as_of)


def standing(plan: Plan, statement: Statement) -> Standing:
    """Return where `plan` stands at the end of the statement's day.

    Its total is what the invoices had open at the end of the day of the offer; whatever settled
    something of them since, payment or credit note, fills the instalments in their order.
    """
    as_of = statement.as_of
    came = next((amount for each, amount in statement.filled if each == plan.seen(as_of)), None)
    rows = filled(plan, came_in(plan, statement) if came is None else came, as_of)
    lines = tuple(line for line in statement.open if line.invoice.number in plan.invoices)
    return Standing(plan, as_of, _state(plan, rows, as_of), rows, lines)


def came_in(plan: Plan, statement: Statement) -> Rupiah:
    """Return what has come in for `plan` since its offer, at most its total; all of it, once nothing is open.

    The statement is one in which the plan counts: what it waives is not charged.
    """
    lines = [line for line in statement.lines if line.invoice.number in plan.invoices]
    came = sum(each.amount for line in lines for each in line.applied if each.date > plan.offered)
    settled = len(lines) == len(plan.invoices) and not any(line.outstanding for line in lines)
    return plan.total if settled else min(came, plan.total)


def waiving(customer: Customer, as_of: dt.date) -> tuple[Plan, ...]:
    """Return the plans signed up to `as_of` that waive the late fees of an invoice while they are kept."""
    bearing = {each.number for each in customer.invoices if each.fees}
    return tuple(
        plan for plan in customer.plans
        if plan.signed is not None and plan.signed <= as_of and plan.charges is Charges.WAIVED
        and bearing & set(plan.invoices)
    )  # fmt: skip


def paused(found: Iterable[Standing]) -> frozenset[str]:
    """Return the numbers of the invoices that a signed plan lets rest."""
    return frozenset(number for each in found if each.pauses for number in each.plan.invoices)


def filled(plan: Plan, came: Rupiah, as_of: dt.date) -> tuple[Row, ...]:
    """Return the rows of `plan` at the end of `as_of` where `came` has come in for it, in their order."""
    rows: list[Row] = []
    grace = dt.timedelta(plan.grace)
    for number, instalment in enumerate(plan.instalments, 1):
        paid = min(came, instalment.amount)
        came -= paid
        left = paid < instalment.amount
        late, missed = left and instalment.due < as_of, left and instalment.due + grace < as_of
        rows.append(Row(number, instalment, paid, late, missed))
    return tuple(rows)


def _state(plan: Plan, rows: tuple[Row, ...], as_of: dt.date) -> State:
    if plan.ended is not None and plan.ended <= as_of:
        return State.ENDED
    if plan.signed is None or plan.signed > as_of:
        if as_of > plan.valid_until:
            return State.LAPSED
        return State.SENT if plan.sent is not None and plan.sent <= as_of else State.OFFERED
    if not any(row.left for row in rows):
        return State.KEPT
    missed = sum(row.missed for row in rows)
    # The last instalment has none after it: missed, with whatever else is left, it breaks the plan.
    if missed >= plan.acceleration_after or rows[-1].missed:
        return State.BROKEN
    return State.LATE if any(row.overdue for row in rows) else State.ACTIVE
