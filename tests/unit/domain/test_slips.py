"""What only awaits a tax slip: never late, asked for politely, again after a while, done when the slip comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kit.domain.entries import TaxSlip
from kit.domain.escalation import decide
from kit.domain.invoices import Withholding
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Hold
from kit.domain.register import Register
from kit.domain.verdict import Blocked, Clear, OnHold, Send, Verdict, Wait
from tests.builders import customer, days, invoice, payment, register, rules, sent

TAXED = invoice(withholding=Withholding(20_000))
PAID = customer(TAXED, payments=(payment(980_000, days(-2), "A-1"),))


def verdict(who: Customer, day: date, past: Register | None = None, **policy: Any) -> Verdict:
    return decide(who, statement_of_account(who, day), past or register(), rules(**policy))


def codes(given: Verdict) -> dict[str, dict[str, object]]:
    return {each.code: dict(each.data) for each in given.reasons}


def test_nothing_is_asked_before_the_due_date_has_passed() -> None:
    for day in (-1, 0):
        given = verdict(PAID, days(day))
        assert isinstance(given, OnHold)
        assert (given.hold, given.until) == ("slip", days(0))
        assert codes(given) == {"awaiting-slip": {"invoice": "A-1", "amount": 20_000}}


def test_the_day_after_it_is_asked_for_and_again_after_two_weeks() -> None:
    given = verdict(PAID, days(1))
    assert isinstance(given, Send)
    assert given.stage.name == "slip-request"
    assert [line.invoice.number for line in given.items] == ["A-1"]
    past = register(sent("slip-request", days(1)))
    rests = verdict(PAID, days(14), past)
    assert isinstance(rests, OnHold)
    assert (rests.hold, rests.until) == ("slip", days(14))
    assert codes(rests)["slip-asked"] == {"day": days(1)}
    again = verdict(PAID, days(15), past)
    assert isinstance(again, Send)
    assert again.stage.name == "slip-request"
    sooner = verdict(PAID, days(6), past, slip_request_every=5)
    assert isinstance(sooner, Send)


def test_the_gap_is_kept() -> None:
    given = verdict(PAID, days(2), register(sent("due", days(0))), minimum_gap=5)
    assert isinstance(given, Wait)
    assert given.until == days(5)


def test_without_a_way_to_the_customer_it_is_blocked() -> None:
    contact = replace(PAID.contact, email=None, whatsapp=None)
    given = verdict(replace(PAID, contact=contact, address=None), days(1))
    assert isinstance(given, Blocked)


def test_the_slip_ends_it_and_is_thanked_for() -> None:
    done = replace(PAID, slips=(TaxSlip("BP-1", days(5), 20_000, "A-1"),))
    given = verdict(done, days(6), register(sent("slip-request", days(1))))
    assert isinstance(given, Clear)
    assert given.closing is not None
    assert verdict(done, days(6)) == Clear(None, given.reasons)


def test_a_pause_rests_it_and_the_tolerance_leaves_it_alone() -> None:
    held = replace(PAID, holds=(Hold(days(0), "audit", None, ("A-1",)),))
    assert isinstance(paused := verdict(held, days(3)), OnHold)
    assert paused.hold == "manual"
    small = verdict(PAID, days(3), tolerance=20_000)
    assert isinstance(small, OnHold)
    assert (small.hold, small.until) == ("slip", None)


def test_beside_invoices_to_come_the_earlier_day_counts() -> None:
    coming = invoice("B-1", due=days(60), issued=days(0))
    both = replace(PAID, invoices=(TAXED, coming))
    assert isinstance(verdict(both, days(1)), Send)
    rests = verdict(both, days(3), register(sent("slip-request", days(1))))
    assert isinstance(rests, Wait)
    assert rests.until == days(15)
    gap = verdict(both, days(2), register(sent("due", days(0))), minimum_gap=5)
    assert isinstance(gap, Wait)
    assert gap.until == days(5)
    small = verdict(both, days(3), tolerance=20_000)
    assert isinstance(small, Wait)
    assert small.until == days(57)


def test_arrears_come_first_and_never_contain_it() -> None:
    late = replace(PAID, invoices=(TAXED, invoice("B-1", due=days(-1))))
    given = verdict(late, days(8))
    assert isinstance(given, Send)
    assert [line.invoice.number for line in given.items] == ["B-1"]
    assert [line.invoice.number for line in given.listed] == ["A-1"]
