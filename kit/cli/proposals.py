"""`kit agree CODE`: finds whose page a proposal comes from, and checks it against what is owed and allowed today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kit.basics.money import Rupiah, format_rupiah
from kit.basics.problems import Problem, error
from kit.cli.session import Session
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.simulation import REMEMBERED, Proposal, counts, page_mark, parse_code, splittable


def proposal_of(session: Session, word: str) -> Proposal | None:
    """Return the proposal that `word` is the code of; None where it is a customer's id or no code at all."""
    return None if any(each.id == word for each in session.book.customers) else parse_code(word)


def proposer(session: Session, code: Proposal) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the customer from whose page `code` comes, or why it cannot be agreed to as it stands."""
    links = session.book.links
    pages = [each for each in session.book.customers if each.id in links]
    near = [each for each in pages if page_mark(links[each.id].token) == code.page]
    meant = next((each for each in near if code.is_about(owed(each, session.as_of))), None)
    if meant is None:
        return None, (next(_outdated(session, near, code), error("proposal-unknown", page=code.page)),)
    limits = session.book.policy.instalments
    total = owed(meant, session.as_of)
    if limits is None or code.count not in counts(total, limits):
        count, first = code.count, str(code.first)
        return None, (error("proposal-beyond", customer=meant.id, count=count, first=first),)
    return meant.id, ()


def owed(customer: Customer, as_of: date) -> Rupiah:
    """Return the sum that a proposal on the page of `customer` was about on a day; 0 where there was none to make."""
    return sum(line.outstanding for line in splittable(customer, statement_of_account(customer, as_of)))


def _outdated(session: Session, near: list[Customer], code: Proposal) -> Iterator[Problem]:
    """Yield that the sum has changed since, where a page of the last weeks had the one of the code."""
    for each in near:
        for back in range(1, REMEMBERED + 1):
            day = session.as_of - timedelta(back)
            if code.is_about(owed(each, day)):
                yield error(
                    "proposal-outdated",
                    customer=each.id,
                    day=str(day),
                    was=format_rupiah(owed(each, day)),
                    now=format_rupiah(owed(each, session.as_of)),
                    count=code.count,
                    first=str(code.first),
                )
                break
