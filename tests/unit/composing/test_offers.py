"""What early payment gains and how invoices are exchanged, as templates and readers see it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kit.composing.credit import credit
from kit.composing.english import in_english
from kit.composing.offers import discount_fields, exchange_fields, incentive
from kit.composing.rows import row
from kit.domain.calendar import Calendar
from kit.domain.exchange import InvoiceExchange
from kit.domain.invoices import Discount, Extension, Invoice
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book
from kit.domain.statement import Line
from kit.domain.terms import UNKNOWN, PaymentTerms, Start, parse_terms
from tests.builders import DAY, creditor, customer, days, invoice, rules


def lines(*bills: Invoice) -> tuple[Line, ...]:
    return statement_of_account(customer(*bills), DAY).lines


def waiting(start: Start = Start.RECEIPT, **more: object) -> Invoice:
    return Invoice("A-1", days(-5), UNKNOWN, 1_000_000, terms=PaymentTerms(days=30, start=start), **more)  # type: ignore[arg-type]


def test_a_discount_names_the_sum_and_its_last_day() -> None:
    first = invoice(due=days(9), discounts=(Discount(days(3), 50_000), Discount(days(6), 20_000)))
    second = invoice("B-1", due=days(9), discounts=(Discount(days(2), 10_000),))
    assert discount_fields(lines(first, second), DAY) == {
        "pay": "Rp1.940.000", "off": "Rp60.000", "until": "25 November 2026", "until_day": "Rabu, 25 November 2026",
    }  # fmt: skip
    assert discount_fields(lines(first), days(4)) == {}
    assert discount_fields(lines(invoice()), DAY) == {}
    assert discount_fields(lines(waiting(discounts=(Discount(UNKNOWN, 5),))), DAY) == {}


def test_an_incentive_is_for_whoever_is_not_late() -> None:
    policy = rules(incentives="Pesanan berikutnya kami dahulukan.").policy
    book = Book(creditor(), policy, Calendar(), (), {}, {})
    assert incentive(book, lines(invoice())) == "Pesanan berikutnya kami dahulukan"
    assert incentive(book, lines(invoice(incentives="Suvenir"))) == "Suvenir"
    assert incentive(book, lines(invoice(due=DAY - timedelta(1)))) == ""
    assert incentive(book, lines(waiting())) == ""
    assert incentive(book, ()) == ""


@pytest.mark.parametrize(
    ("exchange", "missing", "next_day"),
    [
        (None, "", ""),
        (InvoiceExchange(documents=("faktur pajak", "PO")), "faktur pajak", ""),
        (InvoiceExchange((0, 3)), "", "Kamis, 26 November 2026"),
    ],
)
def test_how_an_invoice_is_exchanged(exchange: InvoiceExchange | None, missing: str, next_day: str) -> None:
    who = customer(exchange=exchange)
    assert exchange_fields(who, lines(waiting(documents=("po",))), DAY) == {
        "missing": missing, "next_day": next_day, "counted_from": "tanda terima",
    }  # fmt: skip
    assert exchange_fields(who, lines(waiting(Start.ACCEPTANCE)), DAY)["counted_from"] == "serah terima"
    assert exchange_fields(who, lines(invoice()), DAY) == {}


def test_rows_tell_the_old_date_and_what_is_awaited() -> None:
    (extended,) = lines(invoice(due=days(-2), extensions=(Extension(DAY, days(20)),)))
    assert (row(extended, DAY)["due_before"], row(extended, DAY)["due"]) == ("21 November 2026", "13 Desember 2026")
    (unknown,) = lines(waiting())
    told = row(unknown, DAY)
    assert (told["due"], told["due_day"], told["due_short"], told["state"]) == ("", "", "–", "menunggu tanda terima")


@pytest.mark.parametrize(
    ("written", "said", "spoken"),
    [
        ("net 30", "30 hari sejak tanggal invoice", "30 days from the date of the invoice"),
        ("net 0", "0 hari sejak tanggal invoice", "0 days from the date of the invoice"),
        ("1 month from receipt", "1 bulan sejak tanda terima invoice", "1 month from your receipt of the invoice"),
        ("2 months from acceptance", "2 bulan sejak serah terima barang", "2 months from your acceptance of the goods"),
        ("end of next month", "akhir bulan berikutnya setelah tanggal invoice", "the end of the next month after the date of the invoice"),
        ("25 of next month", "tanggal 25 bulan berikutnya setelah tanggal invoice", "day 25 of the next month after the date of the invoice"),
        ("net 30 end of month", "30 hari sejak tanggal invoice, lalu sampai akhir bulan itu", "30 days from the date of the invoice, then until the end of that month"),
    ],
)  # fmt: skip
def test_how_long_a_customer_has_in_words(written: str, said: str, spoken: str) -> None:
    terms = parse_terms(written)
    assert isinstance(terms, PaymentTerms)
    assert credit(terms) == said
    assert in_english({"credit": said}) == {"credit": spoken}
