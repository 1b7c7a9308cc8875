"""A whole book on one day: the account of every customer and the verdict on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kit.domain.escalation import decide, refuses_to_go_back
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Customer
from kit.domain.situation import Rules
from kit.domain.statement import Statement
from kit.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """One customer on the day: what is owed and what to do."""

    customer: Customer
    statement: Statement
    verdict: Verdict


def cases(book: Book, as_of: date, only: Iterable[str] = ()) -> tuple[Case, ...]:
    """State the account of every customer, or of those named in `only`, and decide (steps 3 and 4)."""
    rules = Rules(book.creditor, book.policy, book.calendar)
    wanted = frozenset(only)
    found = []
    for customer in book.customers:
        if not wanted or customer.id in wanted:
            statement = statement_of_account(customer, as_of)
            found.append(Case(customer, statement, decide(customer, statement, book.register(customer.id), rules)))
    return tuple(found)


def newer_entries(book: Book, as_of: date) -> dict[str, date]:
    """Return the customers whose register has entries after `as_of`, with the newest day of each.

    A build or an issue for such a day is refused: it would not know what was already sent.
    """
    newest = {each.id: refuses_to_go_back(book.register(each.id), as_of) for each in book.customers}
    return {customer: day for customer, day in newest.items() if day is not None}
