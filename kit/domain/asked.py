"""How much a customer is asked for: by a message, and by its page. One truth for amounts, QRIS and transfer codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from kit.basics.money import Rupiah
from kit.domain.cases import Case
from kit.domain.codes import CodesFor
from kit.domain.keeping import stage_of
from kit.domain.model import Book, Customer, LegalForm
from kit.domain.policy import Channel
from kit.domain.standing import Standing, standings
from kit.domain.statement import Statement
from kit.domain.verdict import Send, occasion


def plan_of(customer: Customer, statement: Statement, send: Send) -> Standing | None:
    """Return the running plan that `send` speaks of, None where it speaks of invoices."""
    for each in standings(customer, statement):
        if each.pauses and each.next and stage_of(each.next).name == send.stage.name and each.lines == send.items:
            return each
    return None


def asked_by_plan(found: Standing) -> Rupiah:
    """Return what a plan asks for: all that is overdue of it, else what is left of the next instalment."""
    return found.arrears or (found.next or found.rows[-1]).left


def asked_by(customer: Customer, statement: Statement, send: Send) -> Rupiah:
    """Return the sum in rupiah that `send` asks for; 0 for a word of thanks."""
    plan = plan_of(customer, statement, send)
    return asked_by_plan(plan) if plan else sum(line.claim for line in send.items)


def codes_wanted(book: Book, found: Iterable[Case]) -> tuple[set[tuple[str, Rupiah]], set[Rupiah]]:
    """Return who is asked for which amount with a transfer code, and every open amount of the book."""
    wanted: set[tuple[str, Rupiah]] = set()
    amounts: set[Rupiah] = set()
    for case in found:
        who, statement = case.customer, case.statement
        asked = {asked_on_page(who, statement), statement.outstanding}
        send = occasion(case.verdict)
        mine = {asked_on_page(who, statement)} | ({asked_by(who, statement, send)} if bears_code(send) else set())
        if book.policy.transfer_code is CodesFor.ALL or who.form is LegalForm.PERSON:
            wanted |= {(who.id, amount) for amount in mine if amount}
        amounts |= asked | mine | {part for line in statement.open for part in (line.outstanding, line.claim)}
    return wanted, amounts


def bears_code(send: Send | None) -> TypeGuard[Send]:
    """Tell whether a message may ask for a sum with a code: none does that goes beside a letter."""
    return send is not None and Channel.LETTER not in send.channels


def asked_on_page(customer: Customer, statement: Statement) -> Rupiah:
    """Return the sum in rupiah that leads the customer's page; 0 where there is nothing to pay.

    It is what is past due, undisputed and in no plan; else what the first running plan asks for; else
    what falls due next. What awaits the customer's receipt has no due date yet and is not asked for.
    """
    plans = [each for each in standings(customer, statement) if each.pauses]
    resting = {number for each in plans for number in each.plan.invoices}
    free = [line for line in statement.open if not line.disputed and line.invoice.number not in resting]
    late = sum(line.claim for line in free if line.past_due)
    if late or plans:
        return late or asked_by_plan(plans[0])
    free = [line for line in free if not line.invoice.awaits]
    following = min((line.invoice.due for line in free if line.claim), default=None)
    return sum(line.claim for line in free if line.invoice.due == following)
