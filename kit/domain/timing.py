"""On which day a stage opens for an invoice, and when a repeating one comes again. Never reads the clock."""

from __future__ import annotations

from datetime import date, timedelta

from kit.domain.history import History
from kit.domain.model import Invoice
from kit.domain.policy import Anchor, Stage


def opens(place: int, invoice: Invoice, past: History, since: date | None) -> date | None:
    """Return the first day of the stage at `place` for `invoice`; None while what it is counted from has not happened.

    `since` is the first day of the episode: what was sent before it belongs to another story.
    """
    stage = past.ladder.stages[place]
    start: date | None
    match stage.anchor:
        case Anchor.DUE:
            start = invoice.due
        case Anchor.ISSUED:
            start = invoice.issued
        case Anchor.SENT:
            start = max(past.days_sent(place - 1, invoice.number, since), default=None)
        case Anchor.RECEIVED:
            start = past.received_on(place - 1, invoice.number)
    return None if start is None else start + timedelta(stage.days)


def announces(stage: Stage, invoice: Invoice) -> bool:
    """Tell whether `stage` opens for `invoice` while that is not yet past due: it announces and demands nothing."""
    if stage.anchor is Anchor.DUE:
        return stage.days <= 0
    return stage.anchor is Anchor.ISSUED and invoice.issued + timedelta(stage.days) <= invoice.due


def next_turn(place: int, invoice: Invoice, past: History, since: date | None, as_of: date) -> date | None:
    """Return the day on which a stage that was sent comes again, which may be over; None where it comes once.

    Its periods are counted from the day it opened, so that a late reminder does not push the later
    ones: in each period it is sent once, and a period that passed unused is not made up for.
    """
    stage = past.ladder.stages[place]
    opened = opens(place, invoice, past, since)
    days = past.days_sent(place, invoice.number, since)
    if stage.repeat is None or opened is None or not days:
        return None
    period = (as_of - opened).days // stage.repeat
    used = (days[-1] - opened).days // stage.repeat
    return opened + timedelta(stage.repeat * max(period, used + 1))


def turn(place: int, invoice: Invoice, past: History, since: date | None, as_of: date) -> date | None:
    """Return the day on which a stage turns to `invoice`, for the first time or again; None: it does not any more."""
    reached = past.reached(invoice.number, since)
    if place > reached:
        return opens(place, invoice, past, since)
    return next_turn(place, invoice, past, since, as_of) if place == reached else None


def come_to(invoice: Invoice, past: History, since: date | None, as_of: date, before: int | None = None) -> int | None:
    """Return the place of the stage whose day has come for a late invoice and that was not sent yet, or None.

    Stale reminders are passed over; a stage that may not be skipped is never passed over. A
    repeating stage comes again in each of its periods. `before` ends the ladder early.
    """
    reached = past.reached(invoice.number, since)
    again = next_turn(reached, invoice, past, since, as_of) if reached >= 0 else None
    found = reached if again is not None and again <= as_of else None
    for place, stage in enumerate(past.ladder.stages[:before]):
        if place <= reached or announces(stage, invoice):
            continue
        day = opens(place, invoice, past, since)
        if day is None or as_of < day:
            break
        found = place
        if not stage.skippable:
            break
    return found
