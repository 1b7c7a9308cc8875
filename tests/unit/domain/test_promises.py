from __future__ import annotations

from datetime import date

from kit.domain.escalation import decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import Claim, Customer, Dispute, Hold, Promise
from kit.domain.promises import Kept, broken_promise, kept_rate, standings
from kit.domain.register import Register
from kit.domain.verdict import OnHold, Send, Verdict, Wait
from tests.builders import customer, days, invoice, payment, register, rules, sent


def verdict(who: Customer, day: date, past: Register | None = None) -> Verdict:
    return decide(who, statement_of_account(who, day), past or register(), rules())


def codes(given: Verdict) -> dict[str, dict[str, object]]:
    return {each.code: dict(each.data) for each in given.reasons}


def test_what_became_of_each_promise() -> None:
    promises = tuple(Promise(days(made), 500, days(by)) for made, by in ((0, 2), (3, 5), (6, 8), (9, 11)))
    money = (payment(500, days(2)), payment(200, days(4)), payment(500, days(9)))
    who = customer(invoice(amount=10_000), promises=promises, payments=money)
    found = standings(who, days(10))
    assert [(each.state, each.paid) for each in found] == [
        (Kept.KEPT, 500), (Kept.PARTLY, 200), (Kept.BROKEN, 0), (Kept.KEPT, 500)]  # fmt: skip
    assert kept_rate(who, days(10)) == (2, 4)
    assert [each.state for each in standings(who, days(4))] == [Kept.KEPT, Kept.OPEN]
    assert kept_rate(who, days(-1)) == (0, 0)


def test_one_payment_keeps_one_promise() -> None:
    promises = (Promise(days(0), 500, days(9)), Promise(days(0), 500, days(4)))
    who = customer(invoice(amount=10_000), promises=promises, payments=(payment(500, days(1)),))
    assert [(each.promise.by, each.state) for each in standings(who, days(2))] == [
        (days(4), Kept.KEPT), (days(9), Kept.OPEN)]  # fmt: skip
    assert isinstance(verdict(who, days(2)), OnHold)


def test_a_broken_promise_is_told_until_the_debt_is_gone() -> None:
    promise = Promise(days(2), 1_000, days(5))
    who = customer(invoice(amount=1_000), promises=(promise,))
    given = verdict(who, days(7))
    assert codes(given)["promise-broken"] == {"made": days(2), "by": days(5), "amount": 1_000}
    part = customer(invoice(amount=1_000), promises=(promise,), payments=(payment(400, days(4)),))
    assert codes(verdict(part, days(7)))["promise-partly"]["paid"] == 400
    paid = customer(invoice(amount=1_000), promises=(promise,), payments=(payment(1_000, days(6)),))
    assert broken_promise(paid, statement_of_account(paid, days(7))) is None
    later = customer(invoice("B-1", 500, days(60)), promises=(promise,))
    assert broken_promise(later, statement_of_account(later, days(70))) is None


CLAIM = Claim(days(2), 1_000_000, "telepon")  # a Wednesday: looked for until Friday


def test_a_claimed_payment_is_looked_for_then_asked_about_then_reminded() -> None:
    who = customer(invoice(), claims=(CLAIM,))
    for day in (2, 3, 4):
        given = verdict(who, days(day))
        assert isinstance(given, OnHold)
        assert (given.hold, given.until) == ("claim", days(4))
    asked = verdict(who, days(7))
    assert isinstance(asked, Send)
    assert asked.stage.name == "claim-question"
    assert codes(asked)["claim-unfound"] == {"made": days(2), "amount": 1_000_000}
    past = register(sent("claim-question", days(7)))
    after = verdict(who, days(8), past)
    assert isinstance(after, Send)
    assert after.stage.name == "reminder-1"
    assert "claim-unfound" in codes(after)


def test_the_question_keeps_the_gap() -> None:
    who = customer(invoice(), claims=(CLAIM,))
    given = decide(who, statement_of_account(who, days(5)), register(sent("due", days(1))), rules(minimum_gap=7))
    assert isinstance(given, Wait)
    assert given.until == days(8)


def test_a_claimed_payment_that_came_is_no_claim() -> None:
    for found in ((payment(1_000_000, days(-2)),), (payment(400_000, days(2)), payment(600_000, days(3)))):
        who = customer(invoice(), invoice("A-2"), claims=(CLAIM,), payments=found)
        assert "claim-unfound" not in codes(verdict(who, days(7)))
        assert not isinstance(verdict(who, days(4)), OnHold)
    early = customer(invoice(), claims=(CLAIM,), payments=(payment(1_000, days(2)),))
    assert isinstance(verdict(early, days(3)), OnHold)


def test_a_claim_about_something_else_is_no_reason() -> None:
    named = Claim(days(-40), 500, None, ("OLD",))
    assert "claim-unfound" not in codes(verdict(customer(invoice(), claims=(named,)), days(7)))
    before = Claim(days(-60), 500)
    assert "claim-unfound" not in codes(verdict(customer(invoice(), claims=(before,)), days(7)))


def test_pauses_say_since_when_and_until_when() -> None:
    held = customer(invoice(), holds=(Hold(days(1), "Lebaran", days(9)),))
    assert codes(verdict(held, days(7)))["hold-manual-until"] == {
        "reason": "Lebaran", "since": days(1), "until": days(9)}  # fmt: skip
    some = customer(
        invoice(), invoice("A-2"), invoice("A-3"),
        holds=(Hold(days(1), "retur", None, ("A-2",)),), disputes=(Dispute("A-3", days(3)),),
    )  # fmt: skip
    told = codes(verdict(some, days(7)))
    assert told["held"] == {"invoice": "A-2", "since": days(1)}
    assert told["disputed"] == {"invoice": "A-3", "since": days(3)}
