"""Goods that came back: their invoice rests until we answer, with a credit note or a word. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.domain.calendar import Calendar
from kit.domain.invoices import wholes
from kit.domain.lanes import Returned
from kit.domain.model import Customer
from kit.domain.pauses import Pause
from kit.domain.policy import Policy
from kit.domain.verdict import Reason


def returned_pauses(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Pause]:
    """Yield the pause of each return that waits for our answer; it lasts until we answer, late or not."""
    for each in _waiting(customer, as_of):
        until = answer_by(each, policy, calendar)
        data = _data(each, until)
        late = as_of > until
        reason = Reason("returned-unanswered" if late else "hold-returned", data)
        yield Pause("returned", None if late else until, reason, frozenset({each.invoice}))


def returned_questions(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Reason]:
    """Yield the returns whose answer is overdue."""
    for each in _waiting(customer, as_of):
        until = answer_by(each, policy, calendar)
        if as_of > until:
            yield Reason("returned-unanswered", _data(each, until))


def answer_by(each: Returned, policy: Policy, calendar: Calendar) -> date:
    """Return the last day on which we answer (inclusive): the day written, else the policy's working days after."""
    return each.answer_by or calendar.working_day_after(each.date, policy.answer_days)


def is_waiting(each: Returned, customer: Customer, as_of: date) -> bool:
    """Tell whether a return has neither a credit note of its invoice since then nor another answer."""
    if each.date > as_of or (each.answered is not None and each.answered <= as_of):
        return False
    parts = wholes(customer.invoices)
    return not any(
        note.invoice is not None
        and each.invoice in parts.get(note.invoice, (note.invoice,))
        and each.date <= note.date
        and note.stands(as_of)
        for note in customer.credit_notes
    )


def _waiting(customer: Customer, as_of: date) -> Iterator[Returned]:
    return (each for each in customer.returns if is_waiting(each, customer, as_of))


def _data(each: Returned, until: date) -> dict[str, str | int | date]:
    return {"invoice": each.invoice, "amount": each.value, "made": each.date, "until": until}
