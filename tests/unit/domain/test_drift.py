"""Drift: a letter states what the book said of its day; what is entered later about that day shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kit.domain.drift import drifts
from kit.domain.model import Customer, Dispute
from kit.domain.register import Issued, Register, Voided
from tests.builders import customer, days, invoice, payment, register

PAPER = Issued(days(10), "firm", ("A-1", "A-2"), "001", "ST", 1, (("A-1", 1_000_000), ("A-2", 500), ("total", 1_000_500)),
               days(17), "0" * 64, "x.pdf", "Rina")  # fmt: skip
OWED = (invoice(), invoice("A-2", 500))


def found(who: Customer, past: Register | None = None) -> list[tuple[str, int, int]]:
    return [(each.invoice, each.stated, each.now) for each in drifts(who, past or register(PAPER), days(20))]


def test_what_happens_after_the_day_of_a_letter_is_no_drift() -> None:
    assert found(customer(*OWED)) == []
    assert found(customer(*OWED, payments=(payment(600_000, days(11)),))) == []


@pytest.mark.parametrize(("who", "now"), [
    (customer(*OWED, payments=(payment(600_000, days(9), "A-1"),)), [("A-1", 1_000_000, 400_000)]),
    (customer(invoice(amount=900_000), OWED[1]), [("A-1", 1_000_000, 900_000)]),
    (customer(OWED[1]), [("A-1", 1_000_000, 0)]),
    (customer(*OWED, disputes=(Dispute("A-2", days(8)),)), [("A-2", 500, 0)]),
])  # fmt: skip
def test_what_is_entered_later_about_its_day_is(who: Customer, now: list[tuple[str, int, int]]) -> None:
    assert found(who) == now


def test_letters_that_are_paid_voided_or_agreements_are_left_alone() -> None:
    paid = customer(*OWED, payments=(payment(1_000_500, days(9)),))
    assert found(paid) == []
    changed = customer(OWED[1])
    assert found(changed, register(PAPER, Voided(days(11), 1, "salah"))) == []
    assert found(changed, register(replace(PAPER, terms=("x",)))) == []
    assert found(changed, register()) == []
    charged = replace(PAPER, figures=(("A-2", 500), ("charged", 7), ("total", 507)))
    assert found(changed, register(charged, PAPER)) == [("A-1", 1_000_000, 0)]
