"""Every pause of a customer on one day, from all lanes; and the one that a verdict names. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kit.domain.calendar import Calendar
from kit.domain.claims import claim_hold
from kit.domain.endings import ending_pauses
from kit.domain.giros import giro_pauses, giro_questions
from kit.domain.handed import handed_pauses, handed_questions
from kit.domain.model import Customer, Hold
from kit.domain.objections import objection_questions
from kit.domain.pauses import Pause
from kit.domain.policy import Policy
from kit.domain.promises import promise_hold
from kit.domain.returned import returned_pauses, returned_questions
from kit.domain.verdict import OnHold, Reason


def whole_hold(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> OnHold | None:
    """Return the pause of the whole customer, the one that lasts longest first, with the reasons of all; or None."""
    found = [OnHold(each.hold, each.until, (each.reason,)) for each in ending_pauses(customer, as_of)]
    found += [
        OnHold("manual", each.until, (_reason("hold-manual", each, {"reason": each.reason}),))
        for each in customer.holds
        if each.is_active(as_of) and not each.invoices
    ]
    told = (promise_hold(customer, as_of), claim_hold(customer, as_of, policy, calendar))
    found += [each for each in told if each is not None]
    if not found:
        return None
    longest = max(found, key=lambda each: each.until or date.max)
    others = tuple(reason for each in found if each is not longest for reason in each.reasons)
    return OnHold(longest.hold, longest.until, (*longest.reasons, *others))


def is_ended(customer: Customer, as_of: date) -> bool:
    """Tell whether the customer has died or is insolvent: then not even thanks go out."""
    return any(True for _ in ending_pauses(customer, as_of))


def partial_pauses(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> tuple[Pause, ...]:
    """Return the pauses that cover some invoices only: by hand, a giro, cash handed over, goods returned."""
    return (
        *_by_hand(customer, as_of),
        *giro_pauses(customer, as_of, policy, calendar),
        *handed_pauses(customer, as_of, policy, calendar),
        *returned_pauses(customer, as_of, policy, calendar),
    )


def resting(found: Iterable[Pause]) -> frozenset[str]:
    """Return the numbers of the invoices that pauses cover."""
    return frozenset(number for each in found for number in each.invoices or ())


def rest_of(found: Iterable[Pause], numbers: Iterable[str], reasons: Iterable[Reason]) -> OnHold | None:
    """Return the pause of a day on which nothing but resting invoices is late: the first that ends, or None."""
    about = frozenset(numbers)
    some = [each for each in found if about & (each.invoices or frozenset())]
    first = min(some, key=lambda each: each.until or date.max, default=None)
    return OnHold(first.hold, first.until, tuple(reasons)) if first else None


def questions(customer: Customer, as_of: date, policy: Policy, calendar: Calendar) -> tuple[Reason, ...]:
    """Return what we must find out or answer ourselves; no customer is ever asked it."""
    return (
        *giro_questions(customer, as_of, policy, calendar),
        *handed_questions(customer, as_of, policy, calendar),
        *returned_questions(customer, as_of, policy, calendar),
        *objection_questions(customer, as_of, policy, calendar),
    )


def questions_beside(
    told: Iterable[Reason], customer: Customer, as_of: date, policy: Policy, calendar: Calendar
) -> list[Reason]:
    """Return the questions to ourselves that no reason told so far holds already."""
    said = [(each.code, each.data.items()) for each in told]
    return [
        each
        for each in questions(customer, as_of, policy, calendar)
        if not any(each.code == code and each.data.items() <= data for code, data in said)
    ]


def pause_reasons(found: Iterable[Pause], numbers: Iterable[str]) -> list[Reason]:
    """Return why invoices rest: a pause by hand one by one, those of another lane together."""
    wanted = tuple(numbers)
    reasons = []
    for each in found:
        about = [number for number in wanted if number in (each.invoices or ())]
        if each.hold == "manual":
            reasons += [Reason(each.reason.code, {"invoice": number, **each.reason.data}) for number in about]
        elif about:
            reasons.append(Reason(each.reason.code, {**each.reason.data, "invoices": ", ".join(about)}))
    return reasons


def _by_hand(customer: Customer, as_of: date) -> Iterator[Pause]:
    for each in customer.holds:
        if each.is_active(as_of) and each.invoices:
            yield Pause("manual", each.until, _reason("held", each, {}), frozenset(each.invoices))


def _reason(code: str, hold: Hold, data: dict[str, str | int | date]) -> Reason:
    """Return the reason of a pause that was set by hand: since when, and until when where that is known."""
    if hold.until is None:
        return Reason(code, {**data, "since": hold.since})
    return Reason(f"{code}-until", {**data, "since": hold.since, "until": hold.until})
