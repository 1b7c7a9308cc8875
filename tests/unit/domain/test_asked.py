"""What a customer is asked for: the page and the message take it from here."""

from __future__ import annotations

from kit.domain.asked import asked_by, asked_by_plan, asked_on_page, plan_of
from kit.domain.instalments import Instalment
from kit.domain.keeping import stage_of
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer, Dispute
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, Channel, Stage
from kit.domain.standing import standings
from kit.domain.statement import Statement
from kit.domain.verdict import Send
from tests.builders import DAY, customer, days, invoice, payment

LATE, SOON, LATER = invoice("A-1", 1_000_000, days(-40)), invoice("A-2", 300_000, days(5)), invoice("A-3", due=days(9))


def planned(*paid: int) -> tuple[Customer, Statement]:
    """Return a customer whose late invoice is paid in four instalments, one of them overdue."""
    due = (days(-2), days(20), days(50), days(80))
    parts = tuple(Instalment(day, 250_000) for day in due)
    plan = Plan(offered=days(-20), valid_until=days(-10), signed=days(-15), invoices=("A-1",), total=1_000_000,
                instalments=parts)  # fmt: skip
    who = customer(LATE, SOON, plans=(plan,), payments=tuple(payment(each, days(-1), "A-1") for each in paid))
    return who, statement_of_account(who, DAY)


def message(statement: Statement, stage: Stage, *numbers: str) -> Send:
    items = tuple(line for line in statement.lines if line.invoice.number in numbers)
    return Send(stage, items, (), Channel.EMAIL, (Channel.EMAIL,), DAY, None, ())


def test_a_page_asks_for_what_is_late_then_for_what_falls_due_next() -> None:
    for invoices, objections, expected in (
        ((LATE, SOON), (), 1_000_000),
        ((SOON, LATER), (), 300_000),
        ((LATE, SOON), (Dispute("A-1", days(-3)),), 300_000),
        ((LATE,), (Dispute("A-1", days(-3)),), 0),
        ((), (), 0),
    ):
        who = customer(*invoices, disputes=objections)
        assert asked_on_page(who, statement_of_account(who, DAY)) == expected


def test_a_plan_asks_for_what_is_overdue_then_for_the_next_instalment() -> None:
    for paid, expected in (((), 250_000), ((100_000,), 150_000), ((250_000,), 250_000), ((300_000,), 200_000)):
        who, statement = planned(*paid)
        found = standings(who, statement)[0]
        assert asked_by_plan(found) == asked_on_page(who, statement) == expected
        assert found.next is not None
        send = message(statement, stage_of(found.next), "A-1")
        assert plan_of(who, statement, send) == found
        assert asked_by(who, statement, send) == expected


def test_a_message_about_invoices_asks_for_their_sum() -> None:
    who, statement = planned()
    send = message(statement, STANDARD.stages[0], "A-2")
    assert plan_of(who, statement, send) is None
    assert asked_by(who, statement, send) == 300_000
