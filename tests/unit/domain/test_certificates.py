"""Numbered papers that a human asks for: what they state, and which issued one states just that."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.domain.allowing import subject
from kit.domain.byhand import Asked, Case
from kit.domain.certificates import NUMBERED, figures, paper_stating, terms
from kit.domain.ledger import statement_of_account
from kit.domain.model import Payment
from kit.domain.register import Issued
from tests.builders import register
from tests.unit.composing.byhand_stories import day, drafted
from tests.unit.composing.stories import AS_OF, COMPANY


def about(occasion: str, count: int = 2, amount: int = 1_000_000):  # type: ignore[no-untyped-def]
    case, _, _ = drafted(COMPANY, occasion, count, amount)
    found, _ = subject(occasion, case)
    assert found is not None
    return case, found


def test_every_numbered_occasion_is_known() -> None:
    assert {"breach-notice", "receipt", "settlement", "somasi-withdrawal"} == NUMBERED


@pytest.mark.parametrize(
    ("occasion", "stated", "beside"),
    [
        ("receipt", (("INV/2026/0001", 1_000_000), ("INV/2026/0002", 1_000_000), ("total", 2_000_000)), f"paid {day(-2)}"),
        ("settlement", (("INV/2026/0001", 1_000_000), ("INV/2026/0002", 1_000_000), ("total", 2_000_000)), f"settled {day(-2)}"),
        ("somasi-withdrawal", (), "withdraws 001/SOM-I/XI/2026"),
        ("breach-notice", (("total", 2_000_000),), f"agreement {day(-15)}"),
    ],
)  # fmt: skip
def test_a_paper_states_its_figures_and_what_it_is_about(
    occasion: str, stated: tuple[tuple[str, int], ...], beside: str
) -> None:
    _, found = about(occasion)
    assert figures(occasion, found) == stated
    assert terms(found) == (beside,)


def test_of_two_payments_of_one_day_a_kuitansi_names_no_part() -> None:
    case, _ = about("receipt")
    who = replace(case.customer, payments=(Payment(day(-2), 700_000), Payment(day(-2), 1_300_000)))
    again = Case(who, statement_of_account(who, AS_OF), case.register, case.policy, case.calendar,
                 Asked(amount=700_000))  # fmt: skip
    found, problems = subject("receipt", again)
    assert found is not None, problems
    assert figures("receipt", found) == (("total", 700_000),)


def issued(occasion: str, found, on: dt.date, number: str) -> Issued:  # type: ignore[no-untyped-def]
    items = tuple(line.invoice.number for line in found.items)
    return Issued(on, occasion, items, number, "KW", 1, figures(occasion, found), None, "0" * 64, "a.pdf", "Rina",
                  terms(found))  # fmt: skip


def test_the_newest_paper_that_states_just_this_is_found() -> None:
    case, found = about("receipt")
    papers = [issued("receipt", found, day(-1), f"00{place}/KW/XI/2026") for place in (1, 2)]
    other = replace(papers[0], number="003/KW/XI/2026", terms=("paid 2026-01-01",))
    book = register(*papers, other, customer=case.customer.id)
    assert paper_stating(book, AS_OF, "receipt", found) == papers[1]
    assert paper_stating(book, day(-2), "receipt", found) is None
    assert paper_stating(book, AS_OF, "settlement", found) is None
