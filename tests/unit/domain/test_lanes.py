"""Bilyet giro, cash handed over, goods returned, insolvency and death: what rests, until when, and what follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kit.domain.escalation import decide
from kit.domain.giros import bounced_giro, valid_until
from kit.domain.holds import questions
from kit.domain.lanes import Ending, Giro, Handed, Returned
from kit.domain.ledger import statement_of_account
from kit.domain.model import Claim, CreditNote, Customer, Hold, Promise
from kit.domain.register import Register
from kit.domain.verdict import Clear, OnHold, Send, Verdict
from tests.builders import customer, days, invoice, payment, register, rules, sent

HOW = rules()
GIRO = Giro("BG-1", "Bank Contoh", days(0), 1_000_000, effective=days(7))  # a Monday: cleared by Wednesday


def verdict(who: Customer, day: date, past: Register | None = None) -> Verdict:
    return decide(who, statement_of_account(who, day), past or register(), HOW)


def codes(given: Verdict) -> dict[str, dict[str, object]]:
    return {each.code: dict(each.data) for each in given.reasons}


def asked(who: Customer, day: date) -> list[str]:
    return [each.code for each in questions(who, day, HOW.policy, HOW.calendar)]


def on_hold(given: Verdict, kind: str, until: date | None) -> None:
    assert isinstance(given, OnHold), given
    assert (given.hold, given.until) == (kind, until)


def stage(given: Verdict) -> str:
    assert isinstance(given, Send), given
    return given.stage.name


def test_a_giro_rests_its_invoices_until_it_should_have_cleared() -> None:
    who = customer(invoice(), giros=(GIRO,))
    for day in (1, 7, 9):
        on_hold(verdict(who, days(day)), "giro", days(9))
    assert codes(verdict(who, days(8)))["hold-giro"]["invoices"] == "A-1"
    after = verdict(who, days(10))
    assert stage(after) == "reminder-1"
    assert "giro-unanswered" in codes(after)
    assert asked(who, days(10)) == ["giro-unanswered"]
    assert asked(who, days(9)) == []


def test_a_giro_rests_nothing_before_we_got_it_or_that_it_does_not_pay() -> None:
    later = Giro("BG-1", "B", days(0), 1_000, received=days(3), effective=days(7))
    assert stage(verdict(customer(invoice(), giros=(later,)), days(2))) == "due"
    named = Giro("BG-1", "B", days(0), 1_000, invoices=("A-2",))
    given = verdict(customer(invoice(), invoice("A-2"), giros=(named,)), days(1))
    assert isinstance(given, Send)
    assert [line.invoice.number for line in given.items] == ["A-1"]
    younger = invoice("A-3", due=days(40))
    assert isinstance(verdict(customer(invoice(), younger, giros=(GIRO,)), days(38)), Send)


def test_a_giro_that_cleared_rests_until_its_payment_is_entered() -> None:
    cleared = Giro("BG-1", "B", days(0), 1_000_000, effective=days(7), cleared=days(8))
    who = customer(invoice(), giros=(cleared,))
    on_hold(verdict(who, days(7)), "giro", days(9))
    on_hold(verdict(who, days(30)), "giro", None)
    assert asked(who, days(30)) == ["giro-cleared"]
    assert [each.code for each in verdict(who, days(30)).reasons] == ["giro-cleared"]
    part = customer(invoice(amount=3_000_000), giros=(cleared,), payments=(payment(1_000_000, days(8)),))
    assert isinstance(verdict(part, days(9)), Send)
    assert asked(part, days(30)) == []


def test_a_giro_that_bounced_returns_to_the_ladder_with_the_fact() -> None:
    bounced = Giro("BG-1", "Bank Contoh", days(0), 1_000_000, effective=days(7), bounced=days(8))
    who, past = customer(invoice(), giros=(bounced,)), register(sent("due", days(1)))
    on_hold(verdict(who, days(7), past), "giro", days(9))
    given = verdict(who, days(8), past)
    assert stage(given) == "reminder-1"
    assert codes(given)["giro-bounced"] == {
        "number": "BG-1", "bank": "Bank Contoh", "amount": 1_000_000, "on": days(8)}  # fmt: skip
    paid = customer(invoice(), giros=(bounced,), payments=(payment(1_000_000, days(9)),))
    assert bounced_giro(paid, statement_of_account(paid, days(9))) is None


def test_money_of_one_giro_is_not_that_of_another() -> None:
    two = (GIRO, Giro("BG-2", "B", days(0), 1_000_000, effective=days(7)))
    who = customer(invoice(amount=5_000_000), giros=two, payments=(payment(1_000_000, days(7)),))
    assert asked(who, days(10)) == ["giro-unanswered"]
    together = customer(invoice(amount=5_000_000), giros=two, payments=(payment(2_500_000, days(7)),))
    assert asked(together, days(10)) == []
    early = customer(invoice(amount=5_000_000), giros=(GIRO,), payments=(payment(1_000_000, days(6)),))
    assert asked(early, days(10)) == ["giro-unanswered"]


def test_a_giro_is_valid_for_seventy_days() -> None:
    assert valid_until(date(2026, 1, 1)) == date(2026, 3, 12)


def test_cash_with_a_receipt_is_never_asked_of_the_customer() -> None:
    who = customer(invoice(), handed=(Handed(days(0), 1_000_000, "Agus", "KW-1"),))
    on_hold(verdict(who, days(2)), "handed", days(2))
    given = verdict(who, days(60))
    on_hold(given, "handed", None)
    assert codes(given)["handed-unfound"]["receipt"] == "KW-1"
    assert asked(who, days(2)) == []
    assert asked(who, days(3)) == ["handed-unfound"]
    found = customer(invoice(), handed=who.handed, payments=(payment(400_000, days(1)), payment(600_000, days(2))))
    assert isinstance(verdict(found, days(3)), Clear)


def test_cash_without_a_receipt_becomes_a_kind_question() -> None:
    who = customer(invoice(), handed=(Handed(days(0), 1_000_000, "Agus"),))
    on_hold(verdict(who, days(1)), "handed", days(2))
    given = verdict(who, days(3))
    assert stage(given) == "claim-question"
    assert asked(who, days(3)) == ["handed-unfound-bare"]


def test_goods_returned_rest_until_we_answer() -> None:
    back = Returned(days(0), "A-1", 200_000)
    who = customer(invoice(), returns=(back,))
    on_hold(verdict(who, days(3)), "returned", days(7))
    on_hold(verdict(who, days(8)), "returned", None)
    assert (asked(who, days(7)), asked(who, days(8))) == ([], ["returned-unanswered"])
    said = Returned(days(0), "A-1", 200_000, answer_by=days(2), answered=days(5))
    who = customer(invoice(), returns=(said,))
    assert asked(who, days(3)) == ["returned-unanswered"]
    assert stage(verdict(who, days(5))) == "due"
    assert stage(verdict(customer(invoice(), returns=(Returned(days(9), "A-1", 1),)), days(8))) == "reminder-1"


@pytest.mark.parametrize(
    ("note", "rests"),
    [
        (CreditNote("C", days(1), 200_000, "A-1"), False),
        (CreditNote("C", days(-1), 200_000, "A-1"), True),
        (CreditNote("C", days(1), 200_000, "A-1", cancelled=days(2)), True),
        (CreditNote("C", days(1), 200_000), True),
    ],
)
def test_a_credit_note_answers_a_return(note: CreditNote, rests: bool) -> None:
    who = customer(invoice(), returns=(Returned(days(0), "A-1", 200_000),), credit_notes=(note,))
    assert isinstance(verdict(who, days(3)), OnHold) is rests


@pytest.mark.parametrize("kind", ["insolvent", "deceased"])
def test_insolvency_and_death_stop_everything(kind: str) -> None:
    more: dict[str, Any] = {kind: Ending(days(5), "putusan")}
    who, past = customer(invoice(), **more), register(sent("due", days(1)))
    assert isinstance(verdict(who, days(4)), Send)
    for day in (5, 40, 400):
        given = verdict(who, days(day), past)
        on_hold(given, kind, None)
        assert codes(given)[f"hold-{kind}"] == {"since": days(5), "source": "putusan"}
    paid = customer(invoice(), payments=(payment(1_000_000, days(6)),), **more)
    given = verdict(paid, days(7), past)
    assert isinstance(given, Clear)
    assert given.closing is None


def test_the_longest_pause_is_named_and_every_reason_told() -> None:
    who = customer(
        invoice(), promises=(Promise(days(0), 1_000, days(3)),), claims=(Claim(days(2), 5_000),),
        holds=(Hold(days(0), "audit", days(9)), Hold(days(0), "retur", None, ("A-1",))),
    )  # fmt: skip
    given = verdict(who, days(3))
    on_hold(given, "manual", days(9))
    assert [each.code for each in given.reasons] == ["hold-manual-until", "hold-promise", "hold-claim"]
