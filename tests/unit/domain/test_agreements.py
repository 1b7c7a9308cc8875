"""Issued agreements against the plans they were made from: what drifts, and what does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kit.domain.agreements import AGREEMENT, SERIES, agreement_of, figures, outdated, papers, states, terms, unsent
from kit.domain.instalments import Instalment
from kit.domain.model import Contact, Customer, Invoice, LegalForm, Payment
from kit.domain.plans import Plan
from kit.domain.policy import Channel
from kit.domain.register import Issued, Register, Sent

DAY = dt.date(2026, 11, 23)
LATER = DAY + dt.timedelta(5)
HALVES = (Instalment(dt.date(2026, 12, 15), 6_000_000), Instalment(dt.date(2027, 1, 15), 4_000_000))
PLAN = Plan(DAY, dt.date(2026, 12, 7), ("A", "B"), 10_000_000, HALVES)


def bill(number: str, amount: int) -> Invoice:
    return Invoice(number, dt.date(2026, 9, 1), dt.date(2026, 9, 30), amount)


CUSTOMER = Customer(
    "maju-jaya", "PT Maju Jaya", LegalForm.PT, Contact("Budi", "Pak Budi", "Bapak Budi"),
    invoices=(bill("A", 7_000_000), bill("B", 3_000_000), bill("C", 1_000_000)), plans=(PLAN,),
)  # fmt: skip


def issued(plan: Plan = PLAN, number: str = "001/PC/XI/2026", customer: Customer = CUSTOMER) -> Issued:
    return Issued(
        DAY, AGREEMENT, plan.invoices, number, SERIES, 1, figures(customer, plan), plan.valid_until, "0" * 64, "x.pdf",
        "Sari", terms(plan),
    )  # fmt: skip


def register(*entries: Issued | Sent) -> Register:
    made = Register("maju-jaya")
    for entry in entries:
        made = Register("maju-jaya", (*made.records, made.appended(entry)))
    return made


def test_an_agreement_states_what_was_open_on_the_day_of_the_offer() -> None:
    assert figures(CUSTOMER, PLAN) == (("A", 7_000_000), ("B", 3_000_000), ("total", 10_000_000))
    assert terms(PLAN) == (
        "offered 2026-11-23", "2026-12-15 6000000", "2027-01-15 4000000", "grace 3", "acceleration_after 2",
    )  # fmt: skip


def test_money_that_came_in_later_changes_nothing() -> None:
    paid = replace(CUSTOMER, payments=(Payment(LATER, 6_000_000),))
    assert states(issued(), paid, PLAN)
    assert outdated(PLAN, paid, register(issued()), LATER) is None


@pytest.mark.parametrize("change", [
    {"offered": DAY - dt.timedelta(1)}, {"valid_until": LATER}, {"grace": 4}, {"acceleration_after": 1},
    {"instalments": HALVES[::-1]}, {"invoices": ("A",)},
])  # fmt: skip
def test_a_plan_that_was_changed_is_behind_its_agreement(change: dict[str, object]) -> None:
    plan = replace(PLAN, **change)  # type: ignore[arg-type]
    customer, past = replace(CUSTOMER, plans=(plan,)), register(issued())
    assert agreement_of(plan, customer, past, LATER) is None
    assert outdated(plan, customer, past, LATER) == issued()


def test_money_of_before_the_offer_that_is_entered_later_is_drift() -> None:
    paid = replace(CUSTOMER, payments=(Payment(DAY, 6_000_000),))
    assert outdated(PLAN, paid, register(issued()), LATER) == issued()


def test_what_is_no_drift() -> None:
    other = replace(PLAN, offered=LATER, valid_until=dt.date(2027, 1, 1))
    both = replace(CUSTOMER, plans=(PLAN, other))
    assert outdated(other, both, register(issued()), LATER) is None, "the paper states the plan before"
    ended = replace(PLAN, grace=9, ended=LATER)
    assert outdated(ended, replace(CUSTOMER, plans=(ended,)), register(issued()), LATER) is None
    apart = replace(PLAN, invoices=("C",), total=1_000_000, instalments=(Instalment(LATER, 1_000_000),))
    assert outdated(apart, replace(CUSTOMER, plans=(apart,)), register(issued()), LATER) is None
    assert outdated(PLAN, CUSTOMER, register(), LATER) is None
    changed = replace(PLAN, grace=9)
    again = replace(CUSTOMER, plans=(changed,))
    assert outdated(changed, again, register(issued(), issued(changed, "002/PC/XI/2026")), LATER) is None


def test_letters_are_no_agreements_and_what_was_sent_no_longer_waits() -> None:
    letter = replace(issued(), terms=None, number="001/ST/XI/2026")
    sent = Sent(DAY, AGREEMENT, ("A", "B"), Channel.EMAIL, "Sari", number="001/PC/XI/2026")
    second = issued(number="002/PC/XI/2026")
    past = register(letter, issued(), second, sent)
    assert papers(past, DAY) == (issued(), second)
    assert papers(past, DAY - dt.timedelta(1)) == ()
    assert unsent(past, DAY) == (second,)
    assert agreement_of(PLAN, CUSTOMER, past, DAY) == second
