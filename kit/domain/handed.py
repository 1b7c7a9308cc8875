"""Cash handed to somebody of ours: the customer is not asked for it while we look for it. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kit.domain.calendar import Calendar
from kit.domain.lanes import Handed
from kit.domain.model import Claim, Customer
from kit.domain.pauses import Expected, Pause, covered, missing
from kit.domain.policy import Policy
from kit.domain.verdict import Reason


def handed_pauses(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Pause]:
    """Yield the pause of each sum that is looked for; with a receipt it lasts until the money is entered."""
    for each in _missing(customer, as_of):
        until = _ends(each, policy, calendar)
        about = covered(each.invoices, customer, each.date)
        if as_of <= until:
            yield Pause("handed", until, Reason("hold-handed", {**_data(each), "until": until}), about)
        elif each.receipt:
            yield Pause("handed", None, Reason("handed-unfound", {**_data(each), "receipt": each.receipt}), about)


def handed_questions(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> Iterator[Reason]:
    """Yield what we ask ourselves: cash that somebody of ours took and that no ledger shows after the days given."""
    for each in _missing(customer, as_of):
        if as_of > _ends(each, policy, calendar):
            code = "handed-unfound" if each.receipt else "handed-unfound-bare"
            receipt = {"receipt": each.receipt} if each.receipt else {}
            yield Reason(code, {**_data(each), **receipt})


def as_claims(customer: Customer) -> tuple[Claim, ...]:
    """Return the sums without a receipt as claims: only about these may the customer be asked."""
    return tuple(
        Claim(each.date, each.amount, each.to, each.invoices, each.at) for each in customer.handed if not each.receipt
    )


def _missing(customer: Customer, as_of: date) -> list[Handed]:
    told = [each for each in customer.handed if each.date <= as_of]
    absent = missing([Expected(each.date, each.amount, each.invoices) for each in told], customer, as_of)
    return [each for each, is_missing in zip(told, absent, strict=True) if is_missing]


def _data(each: Handed) -> dict[str, str | int | date]:
    return {"amount": each.amount, "to": each.to, "made": each.date}


def _ends(each: Handed, policy: Policy, calendar: Calendar) -> date:
    return calendar.working_day_after(each.date, policy.claim_days)
