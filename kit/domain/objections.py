"""Objections of customers: each gets an answer of ours by a day; a late answer is told to us. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.domain.calendar import Calendar
from kit.domain.model import Customer, Dispute
from kit.domain.policy import Policy
from kit.domain.verdict import Reason


def objection_questions(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Reason]:
    """Yield the open objections whose answer is overdue at the end of `as_of`; no customer ever reads it."""
    for each in customer.disputes:
        until = answer_by(each, policy, calendar)
        if is_waiting(each, as_of) and as_of > until:
            data: dict[str, str | int | date] = {"invoice": each.invoice, "made": each.opened, "until": until}
            data["ground"] = each.ground or ""
            yield Reason("objection-unanswered", data)


def answer_by(each: Dispute, policy: Policy, calendar: Calendar) -> date:
    """Return the last day on which we answer (inclusive): the day written, else the policy's working days after."""
    return each.answer_by or calendar.working_day_after(each.opened, policy.answer_days)


def is_waiting(each: Dispute, as_of: date) -> bool:
    """Tell whether an objection is open at the end of `as_of` and nothing was answered to it by then."""
    return each.is_open(as_of) and (each.answered is None or as_of < each.answered)
