"""Whole occasions for tests of composing: a book, a customer with invoices, and what is to be sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kit.basics.problems import Problem
from kit.composing.assets import Assets
from kit.composing.compose import compose
from kit.composing.documents import Document, Mail, Sheet, TextFile
from kit.composing.templates import Wording
from kit.domain.calendar import Calendar, Zone
from kit.domain.ledger import statement_of_account
from kit.domain.model import (
    Address,
    BankAccount,
    Book,
    Contact,
    Creditor,
    Customer,
    Invoice,
    LegalForm,
    Link,
    Official,
    Payment,
    Sender,
)
from kit.domain.policy import STANDARD, THANKS, Approach, Channel, Policy, Stage
from kit.domain.register import Entry
from kit.domain.statement import Statement
from kit.domain.verdict import Clear, Send, Verdict, Wait
from tests.builders import register

ROOT = Path(__file__).parents[3]
AS_OF = dt.date(2026, 11, 23)  # a Monday
TOKEN = "kX3vQ9mB7tR2wZ5yN8cJ4A"
WORDING = Wording((ROOT,))
#: Stages that speak on every channel; the somasi has its own tests.
WRITTEN: tuple[Stage, ...] = tuple(stage for stage in STANDARD.stages if stage.approach is not Approach.LEGAL)
STAGES: tuple[Stage, ...] = (*WRITTEN, THANKS)

CREDITOR = Creditor(
    name="PT Sari Rasa Nusantara",
    form=LegalForm.PT,
    address=Address("Jalan Kenanga Raya 18", "Surabaya", "Jawa Timur", "60281"),
    zone=Zone.WIB,
    signatories=MappingProxyType(
        {
            "reminder": Official("Dewi Anggraini", "Staf Piutang"),
            "manager": Official("Rina Kartikasari", "Manajer Keuangan"),
        }
    ),
    senders=(Sender("Dewi Anggraini", "Staf Piutang", email="piutang@sarirasa.example", whatsapp="6281200000100"),),
    accounts=(BankAccount("Bank Contoh Nusantara", "0012340099", "PT Sari Rasa Nusantara", dt.date(2026, 11, 21)),),
    phone="(031) 5550-0100",
    email="piutang@sarirasa.example",
    whatsapp="6281200000100",
    website="https://sarirasa.example/",
    tagline="Bumbu dan saus untuk dapur usaha",
    service_hours="Senin–Jumat pukul 08.00–16.00 WIB",
    base_url="https://tagihan.sarirasa.example/",
)

COMPANY = Customer(
    id="maju-jaya",
    name="PT Maju Jaya Abadi",
    form=LegalForm.PT,
    contact=Contact(
        "Budi Santoso, S.H.", "Pak Budi", "Bapak Budi Santoso, S.H.", "keuangan@majujaya.example", "6281200000203"
    ),
    liable=Official("Ratna Wijaya", "Direktur"),
    address=Address("Jalan Melati 5", "Surabaya", "Jawa Timur", "60271"),
)

PERSON = Customer(
    id="endang",
    name="Endang Susilowati",
    form=LegalForm.PERSON,
    contact=Contact(
        "Endang Susilowati", "Bu Endang", "Ibu Endang Susilowati", "endang@warung.example", "6281200000202"
    ),
    address=Address("Jalan Pasar 3", "Kediri", "Jawa Timur", "64121"),
)


@dataclass(frozen=True)
class Story:
    """Everything that compose() asks for."""

    book: Book
    customer: Customer
    statement: Statement
    verdict: Verdict

    def composed(self, wording: Wording = WORDING, assets: Assets | None = None) -> tuple[Document, ...]:
        """Return the documents; a problem fails the test."""
        documents, problems = self.tried(wording, assets)
        assert problems == ()
        return documents

    def tried(
        self, wording: Wording = WORDING, assets: Assets | None = None
    ) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
        """Return the documents and the problems."""
        return compose(self.book, self.customer, self.statement, self.verdict, AS_OF, wording, assets or Assets())


def story(stage: Stage, customer: Customer = COMPANY, count: int = 1, *entries: Entry, **changes: Any) -> Story:
    """Return `customer` with `count` invoices at `stage`; further fields change the creditor."""
    due = AS_OF - dt.timedelta(stage.days)
    invoices = tuple(_invoice(place, due) for place in range(count))
    customer = replace(customer, invoices=invoices)
    if stage is THANKS:
        customer = replace(customer, payments=(Payment(dt.date(2026, 11, 20), sum(each.amount for each in invoices)),))
    elif stage.days > 0:
        customer = replace(customer, payments=(Payment(dt.date(2026, 11, 14), 2_000_000, (invoices[0].number,)),))
    return told(customer, stage, *entries, **changes)


def told(customer: Customer, stage: Stage | None, *entries: Entry, **changes: Any) -> Story:
    """Return `customer` as it is, with `stage` about all that is open, or with nothing to send."""
    creditor = replace(CREDITOR, **changes)
    book = Book(
        creditor,
        Policy(ladders=MappingProxyType({"standard": STANDARD})),
        Calendar(),
        (customer,),
        MappingProxyType({customer.id: register(*entries, customer=customer.id)}),
        MappingProxyType({customer.id: Link(TOKEN, AS_OF)}),
    )
    statement = statement_of_account(customer, AS_OF)
    if stage is None:
        return Story(book, customer, statement, Wait(None, ()))
    items = statement.lines if stage is THANKS else statement.overdue if stage.days > 0 else statement.open
    listed = tuple(line for line in statement.open if line not in items)
    deadline = AS_OF + dt.timedelta(stage.deadline) if stage.deadline else None
    send = Send(stage, items, listed, Channel.EMAIL, tuple(Channel), AS_OF, deadline, ())
    return Story(book, customer, statement, Clear(send, ()) if stage is THANKS else send)


def mail(documents: tuple[Document, ...]) -> Mail:
    """Return the e-mail among `documents`."""
    return next(each for each in documents if isinstance(each, Mail))


def sheet(documents: tuple[Document, ...]) -> Sheet:
    """Return the letter among `documents`."""
    return next(each for each in documents if isinstance(each, Sheet))


def chat(documents: tuple[Document, ...]) -> str:
    """Return the WhatsApp message among `documents`, without its link."""
    return next(each.text for each in documents if isinstance(each, TextFile) and "outbox" in each.path).split("\n---")[
        0
    ]


def page(documents: tuple[Document, ...]) -> str:
    """Return the status page among `documents`."""
    return next(each.text for each in documents if isinstance(each, TextFile) and each.path.startswith("site/"))


def texts(documents: tuple[Document, ...]) -> dict[str, str]:
    """Return every text that a reader may meet, by what it is."""
    found: dict[str, str] = {}
    for each in documents:
        if isinstance(each, Mail):
            found |= {"subject": each.subject, "mail text": each.text, "mail html": each.html}
        elif "call-sheet" in each.path:
            found["call sheet"] = each.html if isinstance(each, Sheet) else getattr(each, "text", "")
        elif isinstance(each, Sheet):
            found |= {"letter": each.html, "title": each.title}
        elif isinstance(each, TextFile):
            found["page" if each.path.startswith("site/") else "chat"] = each.text
    return found


def _invoice(place: int, due: dt.date) -> Invoice:
    due = due - dt.timedelta(place) if due < AS_OF else due + dt.timedelta(place)
    return Invoice(
        number=f"INV/2026/{912 + place:04}",
        issued=due - dt.timedelta(30),
        due=due,
        amount=12_500_000 + 137_000 * place,
        description=f"{220 + place} karton kecap manis",
    )
