"""What settles what: the order of the law, dates, credit notes, money without a debt."""

from __future__ import annotations

import pytest

from kit.domain.ledger import episode_start, statement_of_account
from kit.domain.model import CreditNote, Customer, Dispute, Invoice
from kit.domain.statement import Statement
from tests.builders import DAY, customer, days, invoice, payment


def left(statement: Statement) -> dict[str, int]:
    return {line.invoice.number: line.outstanding for line in statement.lines}


def test_the_invoice_that_the_payer_names_comes_first() -> None:
    who = customer(
        invoice("OLD", due=days(-30)), invoice("NEW", due=days(-1)), payments=(payment(400_000, DAY, "NEW"),)
    )
    assert left(statement_of_account(who, DAY)) == {"OLD": 1_000_000, "NEW": 600_000}


def test_due_comes_before_not_due_even_when_it_is_younger() -> None:
    issued_long_ago = invoice("LATER", due=days(10), issued=days(-300))
    who = customer(issued_long_ago, invoice("DUE", due=days(-1)), payments=(payment(300_000),))
    assert left(statement_of_account(who, DAY)) == {"DUE": 700_000, "LATER": 1_000_000}


def test_the_oldest_due_date_comes_first_then_the_oldest_issue_date() -> None:
    who = customer(
        invoice("B", due=days(-5), issued=days(-20)),
        invoice("A", due=days(-5), issued=days(-10)),
        invoice("C", due=days(-9)),
        payments=(payment(1_500_000),),
    )
    assert left(statement_of_account(who, DAY)) == {"C": 0, "B": 500_000, "A": 1_000_000}


def test_equal_debts_share_pro_rata_to_the_rupiah() -> None:
    who = customer(invoice("A", 200), invoice("B", 100), invoice("C", 100), payments=(payment(99),))
    assert left(statement_of_account(who, DAY)) == {"A": 151, "B": 75, "C": 75}


def test_what_exceeds_a_named_invoice_flows_on_and_the_rest_stays_visible() -> None:
    who = customer(invoice("A", 100), invoice("B", 100), payments=(payment(250, DAY, "A"),))
    statement = statement_of_account(who, DAY)
    assert left(statement) == {"A": 0, "B": 0}
    assert statement.unallocated == 50


def test_an_overpayment_serves_the_next_invoice() -> None:
    who = customer(invoice("A", 100, due=days(-40)), invoice("B", 100, issued=DAY), payments=(payment(130, days(-5)),))
    assert statement_of_account(who, days(-1)).unallocated == 30
    assert left(statement_of_account(who, DAY)) == {"A": 0, "B": 70}


def test_money_that_names_an_invoice_not_yet_issued_waits_for_it() -> None:
    who = customer(
        invoice("A", 100, due=days(-1)), invoice("B", 100, issued=DAY), payments=(payment(80, days(-2), "B"),)
    )
    before = statement_of_account(who, days(-1))
    assert (left(before), before.unallocated) == ({"A": 100}, 80)
    after = statement_of_account(who, DAY)
    assert (left(after), after.unallocated) == ({"A": 100, "B": 20}, 0)


def test_money_that_names_several_future_invoices_waits_for_all_of_them() -> None:
    who = customer(
        invoice("A", 100, issued=DAY, due=days(9)), invoice("B", 100, issued=days(1), due=days(9)),
        payments=(payment(150, days(-2), "A", "B"),), disputes=(Dispute("B", days(1)),),
    )  # fmt: skip
    today, tomorrow = statement_of_account(who, DAY), statement_of_account(who, days(1))
    assert (left(today), today.unallocated) == ({"A": 0}, 50)
    assert (left(tomorrow), tomorrow.unallocated) == ({"A": 0, "B": 50}, 0)


def test_what_is_dated_after_the_day_is_not_visible() -> None:
    who = customer(invoice("A"), invoice("B", issued=days(1), due=days(30)), payments=(payment(500_000, days(1), "A"),))
    statement = statement_of_account(who, DAY)
    assert left(statement) == {"A": 1_000_000}
    assert statement.unallocated == 0


def test_an_invoice_is_past_due_from_the_day_after_its_due_date() -> None:
    who = customer(invoice("A", due=DAY))
    assert [statement_of_account(who, days(n)).days_past_due for n in (-1, 0, 1, 2)] == [0, 0, 1, 2]
    assert [statement_of_account(who, days(n)).past_due for n in (0, 1)] == [0, 1_000_000]


@pytest.mark.parametrize(("note", "expected"), [
    (CreditNote("N", DAY, 300_000, "A"), {"A": 700_000, "B": 1_000_000}),
    (CreditNote("N", DAY, 300_000), {"A": 700_000, "B": 1_000_000}),
    (CreditNote("N", DAY, 1_300_000, "A"), {"A": 0, "B": 700_000}),
    (CreditNote("N", days(-1), 300_000, "A", cancelled=DAY), {"A": 1_000_000, "B": 1_000_000}),
    (CreditNote("N", days(-1), 300_000, "A", cancelled=days(1)), {"A": 700_000, "B": 1_000_000}),
])  # fmt: skip
def test_credit_notes(note: CreditNote, expected: dict[str, int]) -> None:
    who = customer(invoice("A", due=days(-2)), invoice("B", due=days(-1)), credit_notes=(note,))
    assert left(statement_of_account(who, DAY)) == expected


def test_credits_and_payments_are_told_apart() -> None:
    who = customer(
        invoice("A"), credit_notes=(CreditNote("N", DAY, 100_000),), payments=(payment(300_000), payment(50_000))
    )
    (line,) = statement_of_account(who, DAY).lines
    assert (line.credited, line.paid, line.outstanding) == (100_000, 350_000, 550_000)


def test_a_dispute_keeps_the_item_in_the_arrears_and_out_of_the_claim() -> None:
    who = customer(invoice("A", due=days(-1)), invoice("B", due=days(-1)), disputes=(Dispute("A", days(-1)),))
    statement = statement_of_account(who, DAY)
    assert (statement.past_due, statement.claim) == (2_000_000, 1_000_000)


def test_undesignated_money_waits_while_the_only_debt_is_disputed() -> None:
    who = customer(
        invoice("A", due=days(-3)), payments=(payment(400_000, days(-1)),), disputes=(Dispute("A", days(-2), DAY),)
    )
    assert statement_of_account(who, days(-1)).unallocated == 400_000
    after = statement_of_account(who, DAY)
    assert (left(after), after.unallocated) == ({"A": 600_000}, 0)


def test_money_may_name_a_disputed_invoice() -> None:
    who = customer(
        invoice("A", due=days(-3)), payments=(payment(1_000_000, DAY, "A"),), disputes=(Dispute("A", days(-2)),)
    )
    assert statement_of_account(who, DAY).outstanding == 0


def test_a_payment_that_names_two_fills_them_in_its_order() -> None:
    who = customer(invoice("A", 100), invoice("B", 100), payments=(payment(150, DAY, "B", "A"),))
    assert left(statement_of_account(who, DAY)) == {"A": 50, "B": 0}


@pytest.fixture
def two_late() -> Customer:
    late: tuple[Invoice, Invoice] = (invoice("A", due=days(-40)), invoice("B", due=days(-20)))
    return customer(*late, payments=(payment(1_000_000, days(-10), "A"),))


def test_an_episode_lasts_while_anything_is_past_due(two_late: Customer) -> None:
    assert episode_start(statement_of_account(two_late, DAY)) == days(-39)


def test_an_episode_ends_when_nothing_is_past_due() -> None:
    who = customer(
        invoice("A", due=days(-40)), invoice("B", due=days(-20)), payments=(payment(1_000_000, days(-25), "A"),)
    )
    assert episode_start(statement_of_account(who, DAY)) == days(-19)
    assert episode_start(statement_of_account(who, days(-22))) is None
