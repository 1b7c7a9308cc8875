"""Tax slips, write-offs, refunds, discounts, receipts, disputes of a part: what each does to an account."""

from __future__ import annotations

from datetime import date

from kit.domain.entries import Refund, TaxSlip, WriteOff
from kit.domain.invoices import Discount, Extension, Invoice, Withholding
from kit.domain.ledger import episode_start, statement_of_account
from kit.domain.model import CreditNote, Dispute, Payment
from tests.builders import customer

ISSUED, DUE, LATE = date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 1)


def bill(number: str = "A-1", amount: int = 1_000_000, due: date = DUE, **more: object) -> Invoice:
    return Invoice(number, ISSUED, due, amount, **more)  # type: ignore[arg-type]


TAXED = bill(withholding=Withholding(20_000))


def test_a_payment_short_by_the_tax_awaits_the_slip_and_is_never_late() -> None:
    statement = statement_of_account(customer(TAXED, payments=(Payment(DUE, 980_000),)), LATE)
    (line,) = statement.lines
    assert (line.outstanding, line.awaiting_slip, line.claim, line.days_past_due) == (20_000, 20_000, 0, 0)
    assert (statement.past_due, statement.claim, statement.awaiting_slip) == (0, 0, 20_000)


def test_the_slip_closes_it() -> None:
    slip = TaxSlip("BP-1", LATE, 20_000, "A-1")
    (line,) = statement_of_account(customer(TAXED, payments=(Payment(DUE, 980_000),), slips=(slip,)), LATE).lines
    assert (line.outstanding, line.withheld, line.settled_on) == (0, 20_000, LATE)


def test_shorter_by_more_than_the_tax_is_late_as_a_whole() -> None:
    (line,) = statement_of_account(customer(TAXED, payments=(Payment(DUE, 979_999),)), LATE).lines
    assert (line.awaiting_slip, line.claim, line.days_past_due) == (0, 20_001, 29)
    (unpaid,) = statement_of_account(customer(TAXED), LATE).lines
    assert unpaid.claim == 1_000_000


def test_a_slip_of_less_than_the_tax_leaves_the_rest_awaited() -> None:
    slip = TaxSlip("BP-1", LATE, 5_000, "A-1")
    (line,) = statement_of_account(customer(TAXED, payments=(Payment(DUE, 980_000),), slips=(slip,)), LATE).lines
    assert (line.outstanding, line.awaiting_slip) == (15_000, 15_000)


def test_a_slip_of_more_than_is_left_is_the_customers_money() -> None:
    slip = TaxSlip("BP-1", LATE, 25_000, "A-1")
    statement = statement_of_account(customer(TAXED, payments=(Payment(DUE, 980_000),), slips=(slip,)), LATE)
    assert (statement.outstanding, statement.unallocated) == (0, 5_000)


def test_a_slip_may_come_before_the_money() -> None:
    slip = TaxSlip("BP-1", ISSUED, 20_000, "A-1")
    (line,) = statement_of_account(customer(TAXED, slips=(slip,)), LATE).lines
    assert (line.outstanding, line.claim) == (980_000, 980_000)


def test_a_write_off_of_a_part_leaves_the_rest() -> None:
    off = WriteOff(LATE, "A-1", "selisih", 1_000)
    (line,) = statement_of_account(customer(bill(), write_offs=(off,)), LATE).lines
    assert (line.written_off, line.outstanding) == (1_000, 999_000)


def test_a_write_off_before_the_invoice_does_nothing() -> None:
    off = WriteOff(date(2025, 12, 1), "A-1", "keliru")
    assert statement_of_account(customer(bill(), write_offs=(off,)), LATE).outstanding == 1_000_000


def test_a_refund_comes_out_of_what_settles_nothing() -> None:
    paid = (Payment(DUE, 1_300_000),)
    back = (Refund(LATE, 200_000),)
    statement = statement_of_account(customer(bill(), payments=paid, refunds=back), LATE)
    assert (statement.unallocated, statement.outstanding, statement.overrefunded) == (100_000, 0, 0)


def test_a_refund_beyond_it_is_owed_to_us_until_money_comes() -> None:
    who = customer(bill(), payments=(Payment(DUE, 1_100_000), Payment(LATE, 70_000)), refunds=(Refund(DUE, 150_000),))
    assert statement_of_account(who, DUE).overrefunded == 50_000
    later = statement_of_account(who, LATE)
    assert (later.overrefunded, later.unallocated) == (0, 20_000)


def test_a_credit_can_be_given_back_too() -> None:
    who = customer(bill(), payments=(Payment(DUE, 1_000_000),), credit_notes=(CreditNote("N", DUE, 30_000),),
                   refunds=(Refund(LATE, 30_000),))  # fmt: skip
    assert statement_of_account(who, LATE).unallocated == 0


def test_a_reversed_payment_never_was() -> None:
    who = customer(bill(), payments=(Payment(DUE, 1_000_000, reversed=LATE),))
    assert [statement_of_account(who, day).outstanding for day in (date(2026, 2, 28), LATE)] == [0, 1_000_000]


def test_our_receipt_names_where_the_payer_did_not() -> None:
    older, newer = bill("A-1"), bill("A-2", due=date(2026, 2, 15))
    who = customer(older, newer, payments=(Payment(LATE, 1_000_000, receipted=("A-2",)),))
    assert {each.invoice.number: each.outstanding for each in statement_of_account(who, LATE).lines} == {
        "A-1": 1_000_000, "A-2": 0,
    }  # fmt: skip
    both = Payment(LATE, 1_500_000, ("A-1",), receipted=("A-2", "A-1"))
    assert both.named == ("A-1", "A-2")


def test_the_payers_word_goes_before_our_receipt() -> None:
    older, newer = bill("A-1"), bill("A-2", due=date(2026, 2, 15))
    payments = (Payment(LATE, 1_000_000, receipted=("A-1",)), Payment(LATE, 400_000, ("A-1",)))
    lines = statement_of_account(customer(older, newer, payments=payments), LATE).lines
    assert [each.outstanding for each in lines] == [0, 600_000]


OFFERED = bill(discounts=(Discount(date(2026, 1, 8), 50_000), Discount(date(2026, 1, 15), 20_000)))


def test_paid_in_time_the_discount_settles_the_rest() -> None:
    who = customer(OFFERED, payments=(Payment(date(2026, 1, 8), 950_000),))
    (line,) = statement_of_account(who, LATE).lines
    assert (line.discounted, line.outstanding) == (50_000, 0)


def test_a_day_later_only_the_smaller_discount_is_left() -> None:
    who = customer(OFFERED, payments=(Payment(date(2026, 1, 9), 950_000),))
    (line,) = statement_of_account(who, date(2026, 1, 9)).lines
    assert (line.discounted, line.outstanding, line.with_discount) == (0, 50_000, 30_000)
    assert statement_of_account(who, date(2026, 1, 16)).with_discount == 50_000


def test_parts_earn_it_when_the_last_one_is_in_time() -> None:
    who = customer(OFFERED, payments=(Payment(date(2026, 1, 3), 500_000), Payment(date(2026, 1, 8), 450_000)))
    assert statement_of_account(who, date(2026, 1, 7)).with_discount == 450_000
    assert statement_of_account(who, date(2026, 1, 8)).outstanding == 0


def test_a_discount_is_no_gift_to_somebody_who_paid_nothing() -> None:
    who = customer(OFFERED, credit_notes=(CreditNote("N", ISSUED, 960_000, "A-1"),))
    assert statement_of_account(who, ISSUED).outstanding == 40_000
    assert statement_of_account(who, ISSUED).with_discount == 0


def test_only_the_disputed_part_freezes() -> None:
    who = customer(bill(), disputes=(Dispute("A-1", DUE, None, None, 300_000),))
    statement = statement_of_account(who, LATE)
    (line,) = statement.lines
    assert (line.claim, line.disputed_part, line.disputed, line.outstanding) == (700_000, 300_000, False, 1_000_000)
    assert (statement.claim, statement.past_due) == (700_000, 1_000_000)


def test_money_without_a_name_does_not_flow_into_the_disputed_part() -> None:
    who = customer(bill(), disputes=(Dispute("A-1", DUE, None, None, 300_000),), payments=(Payment(LATE, 800_000),))
    statement = statement_of_account(who, LATE)
    (line,) = statement.lines
    assert (line.outstanding, line.claim, line.disputed, statement.unallocated) == (300_000, 0, True, 100_000)


def test_two_disputes_of_parts_add_up_to_the_whole_at_most() -> None:
    parts = tuple(Dispute("A-1", DUE, None, str(n), 600_000) for n in (1, 2))
    (line,) = statement_of_account(customer(bill(), disputes=parts), LATE).lines
    assert (line.disputed_part, line.claim) == (1_000_000, 0)


def test_more_time_for_a_late_invoice_ends_no_episode() -> None:
    late = bill(extensions=(Extension(date(2026, 2, 10), date(2026, 2, 20)),))
    assert episode_start(statement_of_account(customer(late), date(2026, 2, 15))) is None
    assert episode_start(statement_of_account(customer(late), LATE)) == date(2026, 2, 1)
    early = bill(extensions=(Extension(date(2026, 1, 20), date(2026, 2, 20)),))
    assert episode_start(statement_of_account(customer(early), LATE)) == date(2026, 2, 21)


def test_an_extension_is_not_known_before_it_was_granted() -> None:
    late = bill(extensions=(Extension(date(2026, 2, 10), date(2026, 2, 20)),))
    (line,) = statement_of_account(customer(late), date(2026, 2, 9)).lines
    assert (line.invoice.due, line.invoice.extensions, line.days_past_due) == (DUE, (), 9)


def test_what_waits_for_a_later_invoice_can_be_given_back() -> None:
    later = Invoice("A-2", date(2026, 4, 1), date(2026, 4, 30), 500_000)
    who = customer(bill(), later, payments=(Payment(DUE, 300_000, ("A-2",)),), refunds=(Refund(LATE, 100_000),))
    statement = statement_of_account(who, LATE)
    assert (statement.unallocated, statement.overrefunded, statement.outstanding) == (200_000, 0, 1_000_000)
    assert statement_of_account(who, date(2026, 4, 2)).outstanding == 1_300_000
