"""Bilyet giro: a pause until the bank has had time to clear it; bounced, the ladder goes on. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.domain.calendar import Calendar
from kit.domain.lanes import Giro
from kit.domain.model import Customer
from kit.domain.pauses import Expected, Pause, covered, missing
from kit.domain.policy import Policy
from kit.domain.statement import Statement
from kit.domain.verdict import Reason

#: Days from the date of issue within which the bank takes a bilyet giro (mediaindonesia.com 97299).
VALID = 70


def giro_pauses(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Pause]:
    """Yield the pause of each giro in hand: until its effective date and the days of clearing have passed.

    One that has cleared pauses on until its money is entered, as the customer has paid it.
    """
    for giro in _in_hand(customer, as_of):
        about = covered(giro.invoices, customer, _since(giro))
        data: dict[str, str | int | date] = {"number": giro.number, "bank": giro.bank, "amount": giro.amount}
        if _is_cleared(giro, as_of):
            on = giro.cleared or as_of
            yield Pause("giro", None, Reason("giro-cleared", {**data, "on": on}), about)
        elif as_of <= clears_by(giro, policy, calendar):
            until = clears_by(giro, policy, calendar)
            yield Pause("giro", until, Reason("hold-giro", {**data, "until": until}), about)


def giro_questions(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Reason]:
    """Yield what we must find out ourselves: cleared without a payment in the book, or nobody says what came of it."""
    for giro in _in_hand(customer, as_of):
        data: dict[str, str | int | date] = {"number": giro.number, "bank": giro.bank, "amount": giro.amount}
        if _is_cleared(giro, as_of):
            yield Reason("giro-cleared", {**data, "on": giro.cleared or as_of})
        elif as_of > clears_by(giro, policy, calendar):
            yield Reason("giro-unanswered", {**data, "until": clears_by(giro, policy, calendar)})


def bounced_giro(customer: Customer, statement: Statement) -> Giro | None:
    """Return the giro that bounced last while something that it was to pay is past due, or None."""
    as_of = statement.as_of
    late = {line.invoice.number for line in statement.overdue}
    found = [
        giro
        for giro in customer.giros
        if _is_bounced(giro, as_of) and late & covered(giro.invoices, customer, _since(giro))
    ]
    return max(found, key=lambda giro: (giro.bounced or as_of, giro.number), default=None)


def giros_held(customer: Customer, as_of: date) -> tuple[Giro, ...]:
    """Return the giros in hand of which nobody says yet that they cleared, the earliest clearing first."""
    found = [giro for giro in _in_hand(customer, as_of) if not _is_cleared(giro, as_of)]
    return tuple(sorted(found, key=lambda giro: (giro.effective or giro.written, giro.number)))


def giro_reasons(customer: Customer, statement: Statement) -> list[Reason]:
    """Return what a verdict says about the giro that bounced."""
    giro = bounced_giro(customer, statement)
    if giro is None:
        return []
    data: dict[str, str | int | date] = {"number": giro.number, "bank": giro.bank, "amount": giro.amount}
    return [Reason("giro-bounced", {**data, "on": giro.bounced or statement.as_of})]


def valid_until(written: date) -> date:
    """Return the last day on which the bank takes a giro written on a day.

    >>> valid_until(date(2026, 9, 1))
    datetime.date(2026, 11, 10)
    """
    return written + timedelta(VALID)


def clears_by(giro: Giro, policy: Policy, calendar: Calendar) -> date:
    """Return the last day of clearing: the policy's working days after the effective date (inclusive)."""
    return calendar.working_day_after(giro.effective or giro.written, policy.clearing_days)


def _since(giro: Giro) -> date:
    return giro.received or giro.written


def _is_cleared(giro: Giro, as_of: date) -> bool:
    return giro.cleared is not None and giro.cleared <= as_of


def _is_bounced(giro: Giro, as_of: date) -> bool:
    return giro.bounced is not None and giro.bounced <= as_of


def _in_hand(customer: Customer, as_of: date) -> list[Giro]:
    """Return the giros that we have, that did not bounce and whose money is not in the book."""
    giros = [each for each in customer.giros if _since(each) <= as_of and not _is_bounced(each, as_of)]
    absent = missing(
        [Expected(each.effective or each.written, each.amount, each.invoices) for each in giros], customer, as_of
    )
    return [giro for giro, is_missing in zip(giros, absent, strict=True) if is_missing]
