"""What belongs to one customer alone, what that page may say, what everybody may read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from kit.domain.calendar import Calendar
from kit.domain.canaries import Mark, canaries, house_texts, own_texts
from kit.domain.invoices import Contract
from kit.domain.means import MerchantCode, VirtualAccount
from kit.domain.model import Book, Link, Official
from kit.domain.policy import Policy
from kit.domain.qris import Qris
from tests.builders import creditor, customer, invoice

BARE = replace(customer(), address=None, contact=replace(customer().contact, email=None, whatsapp=None))
FULL = customer(
    invoice("INV/1", contract=Contract("SPK-1"), payment_link="https://bayar.example/1"), invoice("INV/2"),
    liable=Official("Budi Santoso", "Pemilik"), notes="sering lupa", virtual_accounts=(VirtualAccount("Bank", "880001"),),
)  # fmt: skip
BOOK = Book(
    creditor(), Policy(), Calendar({}), (FULL,), {}, MappingProxyType({"budi": Link("T" * 24, date(2026, 11, 1))})
)


def test_a_customer_is_known_by_names_numbers_address_link_and_remarks() -> None:
    found = {(each.mark, each.text) for each in canaries(BOOK, FULL)}
    assert found == {
        (Mark.NAME, "UD Budi"), (Mark.NAME, "Budi"), (Mark.NAME, "Budi Santoso"), (Mark.ADDRESS, "Jalan Kenanga 1"),
        (Mark.INVOICE, "INV/1"), (Mark.INVOICE, "INV/2"), (Mark.EMAIL, "budi@budi.example"),
        (Mark.NUMBER, "6281200000301"), (Mark.NUMBER, "880001"), (Mark.LINK, "T" * 24), (Mark.NOTE, "sering lupa"),
    }  # fmt: skip


def test_what_is_not_known_is_no_canary() -> None:
    found = {each.mark for each in canaries(replace(BOOK, links={}), BARE)}
    assert found == {Mark.NAME}


def test_a_page_may_say_names_and_numbers_but_no_contact_and_no_remarks() -> None:
    texts = own_texts(FULL)
    assert {"UD Budi", "Pak Budi", "INV/1", "SPK-1", "880001", "https://bayar.example/1"} <= set(texts)
    assert not {"budi@budi.example", "6281200000301", "sering lupa"} & set(texts)
    assert "Jalan Kenanga 1" not in own_texts(BARE)


def test_the_creditor_shows_its_own_to_everybody() -> None:
    texts = house_texts(BOOK)
    assert {BOOK.creditor.name, BOOK.creditor.accounts[0].number} <= set(texts)
    code = MerchantCode(Qris((("59", "SARI RASA"),)))
    assert "SARI RASA" in house_texts(replace(BOOK, creditor=replace(BOOK.creditor, qris=code)))
