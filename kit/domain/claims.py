"""Claimed payments ("sudah transfer"): time to find the money, then one kind question. Never reads the clock."""

from __future__ import annotations

from datetime import date

from kit.domain.calendar import Calendar
from kit.domain.handed import as_claims
from kit.domain.history import History
from kit.domain.model import Claim, Customer
from kit.domain.pauses import came_in
from kit.domain.policy import Approach, Channel, Policy, Stage
from kit.domain.statement import Statement
from kit.domain.verdict import OnHold, Reason

#: Days before the claim from which on a payment of that amount is the claimed one.
BEFORE = 7

#: The word to somebody whose claimed payment cannot be found: it asks for the receipt, and demands nothing.
QUESTION = Stage("claim-question", 1, Approach.PERSUASIVE, (Channel.WHATSAPP, Channel.EMAIL), "claim-question")


def claim_hold(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> OnHold | None:
    """Return the pause while a claimed payment is looked for, the longest one; None where none is."""
    fresh = [
        each
        for each in customer.claims
        if each.made <= as_of <= _ends(each, policy, calendar) and not _is_found(each, customer, as_of)
    ]
    if not fresh:
        return None
    claim = max(fresh, key=lambda each: each.made)
    until = _ends(claim, policy, calendar)
    return OnHold("claim", until, (Reason("hold-claim", {"made": claim.made, "amount": claim.amount, "until": until}),))


def unfound_claim(customer: Customer, statement: Statement, policy: Policy, calendar: Calendar) -> Claim | None:
    """Return the last claimed payment that was looked for in vain while what it was about is past due, or None.

    Cash handed over without a receipt counts as claimed once it was looked for.
    """
    as_of = statement.as_of
    stale = [
        each
        for each in (*customer.claims, *as_claims(customer))
        if each.made <= as_of and as_of > _ends(each, policy, calendar) and not _is_found(each, customer, as_of)
    ]
    claim = max(stale, key=lambda each: each.made, default=None)
    if claim is None:
        return None
    named = {line.invoice.number for line in statement.overdue if line.invoice.issued <= claim.made}
    return claim if named & (set(claim.invoices) or named) else None


def is_asked(claim: Claim, past: History) -> bool:
    """Tell whether the question about `claim` has gone out."""
    return any(each.stage == QUESTION.name and each.date >= claim.made for each in past.sent)


def claim_reason(claim: Claim) -> Reason:
    """Return what a verdict says about a claimed payment that cannot be found."""
    return Reason("claim-unfound", {"made": claim.made, "amount": claim.amount})


def _ends(claim: Claim, policy: Policy, calendar: Calendar) -> date:
    """Return the last day on which the money is looked for: so many working days after the claim."""
    return calendar.working_day_after(claim.made, policy.claim_days)


def _is_found(claim: Claim, customer: Customer, as_of: date) -> bool:
    """Tell whether the claimed sum has come in: as one payment about then, or together since the claim."""
    return came_in(claim.amount, claim.made, customer, as_of, BEFORE, claim.invoices)
