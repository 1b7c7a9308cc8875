"""Whether the state of the book allows a letter that a human asks for, and what it is then about.

Each occasion has one rule: it returns the subject of the letter, or the one thing that stands
against it. Never reads the clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from kit.basics.money import Rupiah, format_rupiah
from kit.basics.problems import Problem, error
from kit.domain.byhand import Case, Subject
from kit.domain.holds import is_ended
from kit.domain.promises import Kept
from kit.domain.promises import standings as promises_of
from kit.domain.register import Issued
from kit.domain.standing import State, standings
from kit.domain.statement import Kind, Line

#: Days after an early payment within which a word of thanks for it is fresh.
FRESH = 30

Found = tuple[Subject | None, tuple[Problem, ...]]


def subject(occasion: str, case: Case) -> Found:
    """Return what the letter of `occasion` is about, or why the state of the book does not allow it."""
    customer, as_of = case.customer, case.statement.as_of
    if is_ended(customer, as_of):
        return None, (error("letter-stopped", customer=customer.id),)
    known = {line.invoice.number for line in case.statement.lines}
    unknown = tuple(each for each in case.asked.invoices if each not in known)
    if unknown:
        return None, tuple(error("letter-invoice", customer=customer.id, number=each) for each in unknown)
    for day in (case.asked.on, case.asked.by):
        if day is not None and day < as_of:
            return None, (error("letter-day-past", date=str(day), as_of=str(as_of)),)
    return _RULES[occasion](case)


def resting(case: Case) -> frozenset[str]:
    """Return the invoices that rest under a plan that runs."""
    found = standings(case.customer, case.statement)
    return frozenset(number for each in found if each.pauses for number in each.plan.invoices)


def _none(case: Case, code: str) -> Found:
    return None, (error(code, customer=case.customer.id, date=str(case.statement.as_of)),)


def _statement(case: Case) -> Found:
    if not case.chosen:
        return _none(case, "letter-no-invoice")
    return Subject(tuple(line for line in case.chosen if line.outstanding)), ()


def _late(case: Case) -> Found:
    """Arrears that may be demanded: past due, not disputed as a whole, in no plan that runs."""
    rests = resting(case)
    items = tuple(
        line for line in case.chosen if line.past_due and line.claim and line.invoice.number not in rests
    )  # fmt: skip
    if not items or sum(line.claim for line in items) <= case.customer.tolerance_in(case.policy):
        return _none(case, "letter-nothing-late")
    return Subject(items, tuple(line for line in case.statement.open if line not in items)), ()


def _offer(case: Case) -> Found:
    about = {number for plan in case.asked.offers for number in plan.invoices}
    return Subject(tuple(line for line in case.statement.open if line.invoice.number in about)), ()


def _meeting(case: Case) -> Found:
    items = tuple(line for line in case.chosen if line.outstanding)
    if not items:
        return _none(case, "letter-nothing-open")
    day = case.asked.on
    if day is not None and not case.calendar.is_open(day, case.policy.window):
        nearest = case.calendar.next_open(day, case.policy.window)
        return None, (error("letter-day-closed", date=str(day), nearest=str(nearest)),)
    return Subject(items), ()


def _terms(case: Case) -> Found:
    return Subject(tuple(line for line in case.statement.open)), ()


def _upfront(case: Case) -> Found:  # noqa: ARG001  (any customer may be offered it)
    return Subject(), ()


def _papers(case: Case) -> Found:
    """Papers of the customer's checklist that did not go with an open invoice."""
    own = case.customer.exchange
    if own is None or not own.documents:
        return _none(case, "letter-no-checklist")
    lines = tuple(line for line in case.chosen if line.outstanding and own.missing(line.invoice.documents))
    if not lines:
        return _none(case, "letter-nothing-missing")
    papers = dict.fromkeys(paper for line in lines for paper in own.missing(line.invoice.documents))
    return Subject(lines, papers=tuple(papers)), ()


def _dispute(case: Case) -> Found:
    wanted = case.asked.invoices
    found = [
        each for each in case.customer.disputes
        if each.is_open(case.statement.as_of) and (not wanted or each.invoice in wanted)
    ]  # fmt: skip
    if not found:
        return _none(case, "letter-no-dispute")
    if len(found) > 1:
        return _which(case, ", ".join(each.invoice for each in found), "--invoice")
    items = tuple(line for line in case.statement.lines if line.invoice.number == found[0].invoice)
    return Subject(items, dispute=found[0]), ()


def _which(case: Case, known: str, option: str) -> Found:
    return None, (error("letter-which", customer=case.customer.id, known=known, option=option),)


def _payment(case: Case) -> Found:
    """Return one payment: the one asked for, else the last; and the invoices that the money of its day settled."""
    as_of, asked = case.statement.as_of, case.asked
    there = [each for each in case.customer.payments if each.stands(as_of)]
    day = asked.paid_on or max((each.date for each in there), default=None)
    found = [each for each in there if each.date == day and asked.amount in (None, each.amount)]
    if not found:
        return _none(case, "letter-no-payment")
    if len({each.amount for each in found}) > 1:
        return _which(case, ", ".join(format_rupiah(each.amount) for each in found), "--amount")
    payment = found[0]
    items = tuple(line for line in case.statement.lines if received(line, payment.date))
    return Subject(items, payment=payment), ()


def received(line: Line, day: dt.date) -> Rupiah:
    """Return what money of `day` settled of `line`."""
    return sum(each.amount for each in line.applied if each.kind is Kind.PAYMENT and each.date == day)


def _settlement(case: Case) -> Found:
    items = tuple(line for line in case.chosen if line.paid or line.outstanding)
    left = sum(line.outstanding for line in items)
    if not items:
        return _none(case, "letter-no-payment")
    if left:
        return None, (error("letter-still-open", customer=case.customer.id, open=format_rupiah(left)),)
    return Subject(items), ()


def _withdrawal(case: Case) -> Found:
    somasi = {each.name for ladder in case.policy.ladders.values() for each in ladder.stages if each.is_somasi}
    papers = tuple(
        each for each in case.register.entries(case.statement.as_of)
        if isinstance(each, Issued) and each.stage in somasi
        and (not case.asked.invoices or set(case.asked.invoices) & set(each.items))
    )  # fmt: skip
    if not papers:
        return _none(case, "letter-no-somasi")
    about = {number for each in papers for number in each.items}
    items = tuple(line for line in case.statement.lines if line.invoice.number in about)
    left = sum(line.claim for line in items)
    if left and not case.asked.reason:
        return None, (error("letter-claim-stands", customer=case.customer.id, open=format_rupiah(left)),)
    return Subject(items, somasi=papers), ()


def _overpayment(case: Case) -> Found:
    if not case.statement.unallocated:
        return _none(case, "letter-nothing-over")
    return Subject(), ()


def _standing_order(case: Case) -> Found:
    found = next((each for each in standings(case.customer, case.statement) if each.pauses and each.next), None)
    return (Subject(found.lines, plan=found), ()) if found else _none(case, "letter-no-plan")


def _breach(case: Case) -> Found:
    found = next((each for each in standings(case.customer, case.statement) if each.state is State.BROKEN), None)
    return (Subject(found.lines, plan=found), ()) if found else _none(case, "letter-no-breach")


def _promise(case: Case) -> Found:
    found = [each.promise for each in promises_of(case.customer, case.statement.as_of) if each.state is Kept.OPEN]
    if not found:
        return _none(case, "letter-no-promise")
    newest = max(found, key=lambda each: (each.made, each.by))
    return Subject(tuple(line for line in case.statement.open if line.claim), promise=newest), ()


def _thanks_part(case: Case) -> Found:
    found, problems = _payment(case)
    if found is None:
        return None, problems
    items = tuple(line for line in found.items if line.claim)
    return (Subject(items, payment=found.payment), ()) if items else _none(case, "letter-nothing-left")


def _thanks_early(case: Case) -> Found:
    since = case.statement.as_of - dt.timedelta(FRESH)
    items = tuple(
        line for line in case.chosen
        if line.paid and line.settled_on is not None and since <= line.settled_on <= line.invoice.due
    )  # fmt: skip
    return (Subject(items), ()) if items else _none(case, "letter-not-early")


_RULES: Mapping[str, Callable[[Case], Found]] = {
    "breach-notice": _breach, "change-of-terms": _terms, "counter-offer": _offer, "dispute-answer": _dispute,
    "instalment-offer": _offer, "manager": _late, "meeting": _meeting, "missing-documents": _papers,
    "overpayment": _overpayment, "promise": _promise, "receipt": _payment, "service-limits": _late,
    "settlement": _settlement, "somasi-withdrawal": _withdrawal, "standing-order": _standing_order,
    "statement": _statement, "terms-sheet": _upfront, "thanks-early": _thanks_early, "thanks-part": _thanks_part,
    "upfront": _upfront,
}  # fmt: skip
