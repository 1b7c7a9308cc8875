"""Customers for whom each letter that a human asks for is allowed, and what the human decides for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from kit.basics.problems import Problem
from kit.composing.assets import Assets
from kit.composing.byhand import letter_set
from kit.composing.documents import Document
from kit.domain.allowing import subject
from kit.domain.byhand import Asked, Case
from kit.domain.calendar import Calendar
from kit.domain.exchange import InvoiceExchange
from kit.domain.instalments import Instalment
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Customer, Dispute, Invoice, Link, Payment, Promise
from kit.domain.plans import Plan
from kit.domain.policy import STANDARD, Policy
from kit.domain.register import Entry, Issued
from kit.domain.terms import PaymentTerms
from tests.builders import register
from tests.unit.composing.stories import AS_OF, CREDITOR, TOKEN, WORDING


def day(number: int) -> dt.date:
    """Return the day `number` days after the day of the book."""
    return AS_OF + dt.timedelta(number)


def bills(count: int, amount: int, due: dt.date) -> tuple[Invoice, ...]:
    """Return `count` invoices of `amount` with long numbers, all due on one day."""
    return tuple(Invoice(f"INV/2026/{place:04}", due - dt.timedelta(30), due, amount) for place in range(1, count + 1))


def owing(customer: Customer, occasion: str, count: int, amount: int) -> tuple[Customer, Asked, tuple[Entry, ...]]:
    """Return `customer` in a state that allows `occasion`, what was asked, and what the register holds."""
    items = bills(count, amount, day(-20))
    who, whole = replace(customer, invoices=items), count * amount
    numbers = tuple(each.number for each in items)
    rows = (Instalment(day(-10), whole // 2), Instalment(day(20), whole - whole // 2))
    plan = Plan(day(-15), day(-5), numbers, whole, rows, signed=day(-12), acceleration_after=1)
    somasi = Issued(
        day(-3), "somasi-1", numbers, "001/SOM-I/XI/2026", "SOM-I", 1, (), day(7), "0" * 64, "a.pdf", "Rina"
    )
    settled = replace(who, payments=(Payment(day(-2), whole),))
    states: dict[str, tuple[Customer, Asked]] = {
        "breach-notice": (replace(who, plans=(plan,)), Asked(by=day(14))),
        "change-of-terms": (who, Asked(on=day(40), says=SAYS, reason="biaya bahan baku naik")),
        "counter-offer": (who, Asked(proposed="cicilan setiap bulan", says=SAYS, offers=_offers(numbers, whole)[:1])),
        "dispute-answer": (replace(who, disputes=(Dispute(numbers[0], day(-5)),)), Asked(says=SAYS, by=day(9))),
        "instalment-offer": (who, Asked(offers=_offers(numbers, whole))),
        "manager": (who, Asked(by=day(7), says=SAYS)),
        "meeting": (who, Asked(on=day(8), time="10.00", place="Jalan Kenanga Raya 18, Surabaya", says=SAYS)),
        "missing-documents": (replace(who, exchange=InvoiceExchange((), ("faktur pajak", "BAST"))), Asked(by=day(3))),
        "overpayment": (replace(settled, payments=(Payment(day(-2), whole + amount),)), Asked()),
        "promise": (replace(who, promises=(Promise(day(-1), whole, day(5)),)), Asked()),
        "receipt": (settled, Asked()),
        "service-limits": (who, Asked(on=day(10), says=SAYS, clause="Pasal 6 kontrak nomor 12/2026")),
        "settlement": (settled, Asked()),
        "somasi-withdrawal": (settled, Asked()),
        "standing-order": (replace(who, plans=(replace(plan, acceleration_after=2),)), Asked()),
        "statement": (replace(who, payments=_part(numbers[0], amount)), Asked()),
        "terms-sheet": (
            replace(who, terms=PaymentTerms(30), exchange=InvoiceExchange((), ("PO", "BAST"))),
            Asked(says=SAYS, by=day(5)),
        ),
        "thanks-early": (replace(settled, invoices=bills(count, amount, day(5))), Asked()),
        "thanks-part": (replace(who, payments=_part(numbers[0], amount)), Asked()),
        "upfront": (who, Asked(says=SAYS, quotes=("Pengiriman selalu tepat waktu.",), reason="pesanan ini khusus")),
    }
    return *states[occasion], (somasi,) if occasion == "somasi-withdrawal" else ()


SAYS = ("Barang diterima sesuai surat jalan.", "Selisih harga kami perbaiki dengan nota kredit.")


def _part(number: str, amount: int) -> tuple[Payment, ...]:
    return (Payment(day(-2), amount // 3, (number,)),) if amount >= 3 else ()


def _offers(numbers: tuple[str, ...], whole: int) -> tuple[Plan, ...]:
    counts = [count for count in (2, 3, 6) if count <= whole] or [1]
    return tuple(
        Plan(AS_OF, day(14), numbers, whole, tuple(
            Instalment(day(30 * (place + 1)), whole // count + (whole % count if place == count - 1 else 0))
            for place in range(count)
        ))
        for count in counts
    )  # fmt: skip


def drafted(
    customer: Customer, occasion: str, count: int = 1, amount: int = 12_500_000, **changes: Any
) -> tuple[Case, tuple[Document, ...], tuple[Problem, ...]]:
    """Return the case of `occasion` and its documents with their problems; further fields change what was asked."""
    who, asked, entries = owing(customer, occasion, count, amount)
    asked = replace(asked, **changes)
    policy = Policy(tolerance=0, ladders=MappingProxyType({"standard": STANDARD}))
    book = Book(CREDITOR, policy, Calendar(), (who,), MappingProxyType({who.id: register(*entries, customer=who.id)}),
                MappingProxyType({who.id: Link(TOKEN, AS_OF)}))  # fmt: skip
    case = Case(who, statement_of_account(who, AS_OF), book.register(who.id), policy, Calendar(), asked)
    about, problems = subject(occasion, case)
    assert about is not None, (occasion, problems)
    documents, problems = letter_set(book, case, occasion, about, WORDING, Assets())
    return case, documents, problems
