"""Letters that a human asks for: what each is about, and the one thing in the book that stands against it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kit.domain.allowing import subject
from kit.domain.byhand import OCCASIONS, Asked, Case, Subject
from kit.domain.calendar import Calendar
from kit.domain.exchange import InvoiceExchange
from kit.domain.instalments import Instalment
from kit.domain.lanes import Ending
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Dispute, Promise
from kit.domain.plans import Plan
from kit.domain.policy import ContactWindow
from kit.domain.register import Issued, Register
from tests.builders import DAY, customer, days, invoice, payment, register, rules

LATE = invoice("A-1", due=days(-20))
COMING = invoice("A-2", due=days(20))
OWES = customer(LATE, COMING)
PAID = customer(LATE, payments=(payment(1_000_000, days(-3)),))
PLAN = Plan(days(-40), days(-30), ("A-1",), 1_000_000, (Instalment(days(-10), 400_000), Instalment(days(10), 600_000)),
            signed=days(-35))  # fmt: skip
SOMASI = Issued(days(-4), "somasi-1", ("A-1",), "001/SOM-I/XI/2026", "SOM-I", 1, (), days(5), "0" * 64, "a.pdf", "Rina")


def asked(who: Customer, occasion: str, past: Register | None = None, **words: Any) -> Subject | str:
    """Return what the letter is about, or the code of what stands against it."""
    policy = rules(window=ContactWindow()).policy
    case = Case(who, statement_of_account(who, DAY), past or register(), policy, Calendar(), Asked(**words))
    found, problems = subject(occasion, case)
    if found is None:
        (problem,) = problems
        return problem.code
    assert not problems
    return found


def about(given: Subject | str) -> list[str]:
    assert isinstance(given, Subject), given
    return [line.invoice.number for line in given.items]


@pytest.mark.parametrize("occasion", sorted(OCCASIONS))
def test_nothing_goes_out_to_somebody_who_died_or_names_a_stranger(occasion: str) -> None:
    gone = replace(OWES, deceased=Ending(days(-1), "surat kematian"))
    assert asked(gone, occasion) == "letter-stopped"
    assert asked(OWES, occasion, invoices=("X-9",)) == "letter-invoice"
    assert asked(OWES, occasion, on=days(-1)) == "letter-day-past"
    assert asked(OWES, occasion, by=days(-1)) == "letter-day-past"


def test_a_statement_is_about_all_that_is_open() -> None:
    assert about(asked(OWES, "statement")) == ["A-1", "A-2"]
    assert about(asked(OWES, "statement", invoices=("A-2",))) == ["A-2"]
    assert about(asked(PAID, "statement")) == []
    assert asked(customer(), "statement") == "letter-no-invoice"


@pytest.mark.parametrize("occasion", ["manager", "service-limits"])
def test_a_demand_is_about_undisputed_arrears_outside_plans(occasion: str) -> None:
    given = asked(OWES, occasion, by=days(5))
    assert about(given) == ["A-1"]
    assert isinstance(given, Subject)
    assert [line.invoice.number for line in given.listed] == ["A-2"]
    assert asked(customer(COMING), occasion) == "letter-nothing-late"
    assert asked(replace(OWES, disputes=(Dispute("A-1", days(-5)),)), occasion) == "letter-nothing-late"
    assert asked(replace(OWES, plans=(replace(PLAN, acceleration_after=3),)), occasion) == "letter-nothing-late"
    assert asked(replace(OWES, tolerance=1_000_000), occasion) == "letter-nothing-late"


def test_an_offer_is_about_the_invoices_of_its_plans() -> None:
    for occasion in ("instalment-offer", "counter-offer"):
        assert about(asked(OWES, occasion, offers=(PLAN,))) == ["A-1"]


def test_people_meet_on_a_day_for_contacts_about_something_open() -> None:
    assert about(asked(OWES, "meeting", on=days(1))) == ["A-1", "A-2"]
    assert about(asked(OWES, "meeting")) == ["A-1", "A-2"]
    assert asked(OWES, "meeting", on=days(6)) == "letter-day-closed"  # a Sunday
    assert asked(PAID, "meeting", on=days(1)) == "letter-nothing-open"


def test_terms_and_payment_in_advance_may_be_told_to_anybody() -> None:
    assert about(asked(OWES, "change-of-terms")) == ["A-1", "A-2"]
    assert about(asked(customer(), "upfront")) == []


def test_papers_are_those_of_the_checklist_that_did_not_go_along() -> None:
    bill = replace(LATE, documents=("PO",))
    wants = replace(customer(bill), exchange=InvoiceExchange((), ("PO", "BAST")))
    given = asked(wants, "missing-documents")
    assert about(given) == ["A-1"]
    assert isinstance(given, Subject)
    assert given.papers == ("BAST",)
    assert asked(replace(wants, exchange=InvoiceExchange((), ("PO",))), "missing-documents") == "letter-nothing-missing"
    assert asked(replace(wants, exchange=InvoiceExchange()), "missing-documents") == "letter-no-checklist"
    assert asked(OWES, "missing-documents") == "letter-no-checklist"


def test_an_answer_is_about_the_one_open_objection() -> None:
    objections = (Dispute("A-1", days(-5)), Dispute("A-2", days(-4)))
    one, both = replace(OWES, disputes=objections[:1]), replace(OWES, disputes=objections)
    assert about(asked(one, "dispute-answer")) == ["A-1"]
    assert asked(both, "dispute-answer") == "letter-which"
    assert about(asked(both, "dispute-answer", invoices=("A-2",))) == ["A-2"]
    assert asked(OWES, "dispute-answer") == "letter-no-dispute"
    assert asked(replace(OWES, disputes=(Dispute("A-1", days(-5), days(-1)),)), "dispute-answer") == "letter-no-dispute"


def test_a_receipt_is_for_one_payment_that_stands() -> None:
    two = replace(OWES, payments=(payment(300_000, days(-3)), payment(200_000, days(-1))))
    last, before = asked(two, "receipt"), asked(two, "receipt", paid_on=days(-3))
    assert isinstance(last, Subject)
    assert isinstance(before, Subject)
    assert (last.payment, before.payment) == (two.payments[1], two.payments[0])
    same_day = replace(OWES, payments=(payment(300_000, days(-1)), payment(200_000, days(-1))))
    assert asked(same_day, "receipt") == "letter-which"
    chosen = asked(same_day, "receipt", amount=300_000)
    assert isinstance(chosen, Subject)
    assert chosen.payment == same_day.payments[0]
    assert asked(OWES, "receipt") == "letter-no-payment"
    assert asked(two, "receipt", paid_on=days(-2)) == "letter-no-payment"
    back = replace(two, payments=tuple(replace(each, reversed=DAY) for each in two.payments))
    assert asked(back, "receipt") == "letter-no-payment"


def test_nothing_is_called_settled_while_money_is_open() -> None:
    assert about(asked(PAID, "settlement")) == ["A-1"]
    assert asked(OWES, "settlement") == "letter-still-open"
    partly = replace(OWES, payments=(payment(1_000_000, days(-3), "A-1"),))
    assert asked(partly, "settlement") == "letter-still-open"
    assert about(asked(partly, "settlement", invoices=("A-1",))) == ["A-1"]
    assert asked(customer(), "settlement") == "letter-no-payment"


def test_only_a_somasi_that_was_issued_is_withdrawn() -> None:
    assert asked(PAID, "somasi-withdrawal") == "letter-no-somasi"
    agreement = replace(SOMASI, stage="agreement")
    assert asked(PAID, "somasi-withdrawal", register(agreement)) == "letter-no-somasi"
    given = asked(PAID, "somasi-withdrawal", register(SOMASI))
    assert isinstance(given, Subject)
    assert given.somasi == (SOMASI,)
    assert asked(OWES, "somasi-withdrawal", register(SOMASI)) == "letter-claim-stands"
    assert about(asked(OWES, "somasi-withdrawal", register(SOMASI), reason="perjanjian cicilan")) == ["A-1"]
    assert asked(OWES, "somasi-withdrawal", register(SOMASI), invoices=("A-2",)) == "letter-no-somasi"


def test_money_too_much_is_told_once_there_is_some() -> None:
    assert asked(PAID, "overpayment") == "letter-nothing-over"
    assert about(asked(replace(PAID, payments=(payment(1_000_001, days(-3)),)), "overpayment")) == []


def test_a_standing_order_needs_a_plan_that_runs_and_a_notice_one_that_is_broken() -> None:
    runs = replace(OWES, plans=(replace(PLAN, acceleration_after=3, instalments=(Instalment(days(10), 1_000_000),)),))
    broken = replace(OWES, plans=(replace(PLAN, acceleration_after=1),))
    assert about(asked(runs, "standing-order")) == ["A-1"]
    assert asked(broken, "standing-order") == "letter-no-plan"
    assert about(asked(broken, "breach-notice")) == ["A-1"]
    assert asked(runs, "breach-notice") == "letter-no-breach"


def test_the_newest_open_promise_is_confirmed() -> None:
    first, second = Promise(days(-5), 400_000, days(3)), Promise(days(-2), 500_000, days(9))
    given = asked(replace(OWES, promises=(first, second)), "promise")
    assert isinstance(given, Subject)
    assert given.promise == second
    assert asked(OWES, "promise") == "letter-no-promise"
    assert asked(replace(OWES, promises=(replace(first, by=days(-1)),)), "promise") == "letter-no-promise"


def test_a_part_is_thanked_for_where_it_leaves_a_rest() -> None:
    assert about(asked(replace(OWES, payments=(payment(300_000, days(-3)),)), "thanks-part")) == ["A-1"]
    assert asked(PAID, "thanks-part") == "letter-nothing-left"
    assert asked(OWES, "thanks-part") == "letter-no-payment"


def test_early_is_on_or_before_the_due_date_within_a_month() -> None:
    early = customer(COMING, payments=(payment(1_000_000, days(-3)),))
    assert about(asked(early, "thanks-early")) == ["A-2"]
    assert asked(PAID, "thanks-early") == "letter-not-early"
    assert asked(OWES, "thanks-early") == "letter-not-early"
