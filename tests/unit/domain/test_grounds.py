"""Why a verdict is what it is: the facts that its reasons name, and the day until which it waits."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kit.domain.escalation import decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import Claim, Customer, Dispute
from kit.domain.policy import Anchor, ContactWindow, Ladder, Stage
from kit.domain.register import Register
from kit.domain.situation import Rules
from kit.domain.terms import UNKNOWN, PaymentTerms, Start
from kit.domain.verdict import Clear, Send, Verdict, Wait
from tests.builders import DAY, WRITTEN, customer, days, invoice, ladder, payment, register, rules, sent

WEEKDAYS = ContactWindow(frozenset(range(5)))


def verdict(who: Customer, day: dt.date, past: Register | None = None, how: Rules | None = None) -> Verdict:
    return decide(who, statement_of_account(who, day), past or register(), how or rules())


def told(given: Verdict) -> list[tuple[str, dict[str, Any]]]:
    return [(reason.code, dict(reason.data)) for reason in given.reasons]


def items(given: Verdict) -> list[str]:
    assert isinstance(given, Send), given
    return [line.invoice.number for line in given.items]


def until(given: Verdict) -> dt.date | None:
    assert isinstance(given, Wait), given
    return given.until


# Before anything is late.


def test_arrears_within_the_tolerance_name_it() -> None:
    given = verdict(customer(invoice(amount=900)), days(1), how=rules(tolerance=1_000))
    assert ("within-tolerance", {"tolerance": 1_000}) in told(given)


def test_what_is_too_small_to_be_announced_today_is_not_waited_for_today() -> None:
    given = verdict(customer(invoice(amount=900)), days(-3), how=rules(tolerance=1_000))
    assert (until(given), told(given)[-1]) == (days(1), ("not-due-yet", {"until": days(1)}))


def test_announcements_of_two_stages_go_out_as_the_later_one() -> None:
    how = rules(ladder(-7, -2, 1))
    who = customer(invoice("A", due=days(2)), invoice("B", due=days(6)))
    given = verdict(who, DAY, how=how)
    assert isinstance(given, Send)
    assert (given.stage.name, items(given), given.listed) == ("2", ["A", "B"], ())


def test_an_announcement_lists_what_comes_later_and_says_what_is_left_out() -> None:
    who = customer(
        invoice("OLD", 900, days(-9)), invoice("A", due=days(2)), invoice("B", due=days(20)),
        invoice("C", due=days(2)), disputes=(Dispute("C", days(-1)),),
    )  # fmt: skip
    given = verdict(who, DAY, how=rules(tolerance=1_000))
    assert items(given) == ["A"]
    assert isinstance(given, Send)
    assert [line.invoice.number for line in given.listed] == ["C", "B"]
    assert told(given)[:3] == [
        ("disputed", {"invoice": "C", "since": days(-1)}),
        ("within-tolerance", {"tolerance": 1_000}),
        ("due-soon", {"invoice": "A", "due": days(2)}),
    ]


def test_thanks_beside_an_open_invoice_say_that_the_arrears_are_settled() -> None:
    who = customer(invoice(), invoice("B", due=days(40)), payments=(payment(1_000_000, days(9), "A-1"),))
    given = verdict(who, days(10), register(sent("reminder-1", days(7))))
    assert isinstance(given, Clear)
    assert ("arrears-settled", {}) in told(given)


def test_an_invoice_whose_days_have_not_begun_is_waited_for_without_a_day() -> None:
    terms = PaymentTerms(days=30, start=Start.ACCEPTANCE)
    given = verdict(customer(invoice(due=UNKNOWN, issued=days(-1), terms=terms)), DAY)
    assert (until(given), told(given)) == (None, [("awaits-acceptance", {"invoice": "A-1"}), ("not-due-yet", {})])


def test_only_an_announcement_moves_ahead_of_a_closed_day() -> None:
    who, how = customer(invoice(due=dt.date(2026, 11, 27))), rules(ladder(-3, 1), window=WEEKDAYS)  # a Friday
    given = verdict(who, dt.date(2026, 11, 25), register(sent("1", dt.date(2026, 11, 24))), how)
    assert until(given) == dt.date(2026, 11, 28)
    ahead = rules(ladder(-6, 1), window=WEEKDAYS)  # H-6 is a Saturday
    assert until(verdict(who, dt.date(2026, 11, 19), None, ahead)) == dt.date(2026, 11, 20)


# Late.


def test_a_stage_that_a_word_before_it_opened_names_itself() -> None:
    steps = Ladder("standard", (
        Stage("a", 1, None, WRITTEN, "due"), Stage("b", 3, None, WRITTEN, "due", anchor=Anchor.SENT),
    ))  # fmt: skip
    given = verdict(customer(invoice()), days(5), register(sent("a", days(2))), rules(steps))
    assert ("stage-opened", {"stage": "b"}) in told(given)


def test_between_two_stages_the_one_sent_and_the_next_day_are_named() -> None:
    given = verdict(customer(invoice()), days(3), register(sent("1", days(1))), rules(ladder(1, 7)))
    assert told(given)[-2:] == [("already-sent", {"stage": "1"}), ("next-stage", {"until": days(7)})]
    over = verdict(customer(invoice()), days(9), register(sent("1", days(1)), sent("2", days(7))), rules(ladder(1, 7)))
    assert told(over)[-2:] == [("already-sent", {"stage": "2"}), ("ladder-at-end", {})]


def test_a_repeating_stage_is_waited_for() -> None:
    steps = Ladder("standard", (Stage("a", 1, None, WRITTEN, "due", repeat=7),))
    given = verdict(customer(invoice()), days(3), register(sent("a", days(1))), rules(steps))
    assert until(given) == days(8)


def test_a_stage_that_opens_today_behind_a_milder_one_is_not_waited_for_today() -> None:
    who = customer(invoice("A", due=days(-8)), invoice("B", due=days(-5)))
    past = register(sent("1", days(-7), "A"), sent("2", days(-3), "A"))
    given = verdict(who, DAY, past, rules(ladder(1, 5, 10, skippable=False)))
    assert (until(given), told(given)[-1]) == (days(2), ("next-stage", {"until": days(2)}))


def test_the_question_about_a_claimed_payment_is_about_what_is_late_and_lists_nothing() -> None:
    who = customer(invoice(), invoice("B", due=days(40)), claims=(Claim(days(2), 1_000_000),))
    given = verdict(who, days(7))
    assert isinstance(given, Send)
    assert (given.stage.name, items(given), given.listed) == ("claim-question", ["A-1"], ())


def test_the_question_about_a_claimed_payment_does_not_wait_for_a_promised_deadline() -> None:
    """A date that a letter gave holds back the next demand; a question demands nothing."""
    who = customer(invoice(), claims=(Claim(days(2), 1_000_000),))
    past = register(sent("upcoming", days(-3), deadline=days(30)))
    assert isinstance(verdict(who, days(7), past), Send)
