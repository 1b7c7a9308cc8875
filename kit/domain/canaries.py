"""What of a customer may stand on that customer's page alone, and what the creditor shows to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kit.domain.model import Book, Customer


class Mark(StrEnum):
    """What kind of thing a canary is."""

    NAME = "name"
    ADDRESS = "address"
    INVOICE = "invoice"
    EMAIL = "email"
    NUMBER = "number"
    LINK = "link"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Canary:
    """A text by which a customer is known; on a page of anybody else it is a leak."""

    mark: Mark
    text: str


def canaries(book: Book, customer: Customer) -> tuple[Canary, ...]:
    """Return the texts by which `customer` is known: names, address, numbers, e-mail, private address, remarks."""
    link = book.links.get(customer.id)
    found = [
        *((Mark.NAME, text) for text in _names(customer)),
        (Mark.ADDRESS, customer.address.street if customer.address else None),
        *((Mark.INVOICE, each.number) for each in customer.invoices),
        (Mark.EMAIL, customer.contact.email),
        (Mark.NUMBER, customer.contact.whatsapp),
        (Mark.NUMBER, customer.contact.phone),
        *((Mark.NUMBER, each.number) for each in customer.virtual_accounts),
        (Mark.LINK, link.token if link else None),
        (Mark.NOTE, customer.notes),
    ]
    return tuple(Canary(mark, text) for mark, text in found if text)


def own_texts(customer: Customer) -> tuple[str, ...]:
    """Return what the page of `customer` may say of them: names, invoice and contract numbers, ways to pay."""
    found = [
        *_names(customer),
        customer.contact.call_as,
        customer.contact.formal,
        customer.address.street if customer.address else None,
        customer.payment_link,
        *(each.number for each in customer.virtual_accounts),
        *(text for each in customer.invoices for text in (each.number, each.part_of, each.payment_link)),
        *(each.contract.number for each in customer.invoices if each.contract),
    ]
    return tuple(text for text in found if text)


def house_texts(book: Book) -> tuple[str, ...]:
    """Return what the creditor shows to everybody: names, addresses, telephones, accounts, people who sign and send."""
    creditor = book.creditor
    found = [
        creditor.name,
        creditor.tagline,
        creditor.address.street,
        creditor.phone,
        creditor.email,
        creditor.whatsapp,
        creditor.website,
        creditor.base_url,
        creditor.payment_link,
        creditor.service_hours,
        *(each.name for each in creditor.signatories.values()),
        *(text for each in creditor.senders for text in (each.name, each.email, each.whatsapp)),
        *(text for each in creditor.accounts for text in (each.bank, each.number, each.holder)),
        *_merchant(book),
    ]
    return tuple(text for text in found if text)


def _names(customer: Customer) -> Iterator[str]:
    yield customer.name
    yield customer.contact.name
    if customer.liable:
        yield customer.liable.name


def _merchant(book: Book) -> tuple[str | None, ...]:
    code = book.creditor.qris
    return (code.code.merchant, code.code.nmid) if code else ()
