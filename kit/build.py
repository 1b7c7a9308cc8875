"""The seven steps from files to papers, in order, and nothing else.

1 read, 2 check, 3 state the accounts, 4 decide, 5 compose, 6 plan, 7 render and write. The same
words and numbers stand in docs/how-it-works.md and in `kit build --verbose`. Steps 1 to 6 only
look; step 7 writes, all or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kit.domain.escalation import Rules, decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Customer
from kit.domain.statement import Statement
from kit.domain.verdict import Verdict

STEPS = ("read", "check", "state the accounts", "decide", "compose", "plan", "render and write")


@dataclass(frozen=True, slots=True)
class Case:
    """One customer on the day of the build: what is owed and what to do."""

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
            verdict = decide(customer, statement, book.register(customer.id), rules)
            found.append(Case(customer, statement, verdict))
    return tuple(found)
