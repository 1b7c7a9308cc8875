"""One customer's file: its field table, and the way from what was read to the domain's values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kit.domain.calendar import PROVINCES
from kit.domain.means import VirtualAccount
from kit.domain.model import (
    Address,
    Claim,
    Contact,
    Contract,
    CreditNote,
    Customer,
    Dispute,
    Hold,
    Invoice,
    Language,
    LegalForm,
    Official,
    Payment,
    Promise,
)
from kit.domain.policy import Channel
from kit.reading.contacts import Email, Phone, WhatsApp
from kit.reading.fields import Field, Got, ListOf, OneOrMany, Record
from kit.reading.kinds import Amount, Choice, Day, FileName, Pattern, Text, Url, choice
from kit.reading.plans import PLAN, plan

#: Text of a document's number, as the other side writes it: `INV/2026/02/001`.
NUMBER = Text(60)
FORM = choice(LegalForm)
CHANNELS = ListOf(choice(Channel), least=1)

OFFICIAL = Record("official", (Field("name", Text(), required=True), Field("position", Text(), required=True)))

CONTACT = Record(
    "contact",
    (
        Field("name", Text(), required=True),
        Field("call_as", Text(60), required=True),
        Field("formal", Text(), required=True),
        Field("email", Email()),
        Field("whatsapp", WhatsApp()),
        Field("phone", Phone()),
    ),
)

ADDRESS = Record(
    "address",
    (
        Field("street", Text(200), required=True),
        Field("city", Text(), required=True),
        Field("province", Choice({name: name for name in PROVINCES}), required=True),
        Field("postcode", Pattern("[1-9][0-9]{4}", "60271"), required=True),
        Field("verified", Day()),
    ),
)

CONTRACT = Record(
    "contract",
    (
        Field("number", NUMBER, required=True),
        Field("date", Day()),
        Field("file", FileName()),
        Field("late_fee_clause", Text()),
        Field("default_clause", Text()),
    ),
)

INVOICE = Record(
    "invoice",
    (
        Field("number", NUMBER, required=True),
        Field("issued", Day(), required=True),
        Field("received", Day()),
        Field("due", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("description", Text(300)),
        Field("file", FileName()),
        Field("contract", CONTRACT),
        Field("payment_link", Url()),
    ),
)

CREDIT_NOTE = Record(
    "credit_note",
    (
        Field("number", NUMBER, required=True),
        Field("date", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("for", NUMBER, attribute="invoice"),
        Field("reason", Text(300)),
        Field("cancelled", Day()),
    ),
)

PAYMENT = Record(
    "payment",
    (
        Field("date", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("for", OneOrMany(NUMBER), attribute="invoices"),
        Field("method", Text()),
        Field("reference", Text()),
    ),
)

PROMISE = Record(
    "promise",
    (
        Field("made", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("by", Day(), required=True),
        Field("via", Text()),
    ),
)

CLAIM = Record(
    "claim",
    (
        Field("made", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("via", Text()),
        Field("for", OneOrMany(NUMBER), attribute="invoices"),
    ),
)

DISPUTE = Record(
    "dispute",
    (
        Field("invoice", NUMBER, required=True),
        Field("opened", Day(), required=True),
        Field("closed", Day()),
        Field("reason", Text(300)),
    ),
)

HOLD = Record(
    "hold",
    (
        Field("since", Day(), required=True),
        Field("until", Day()),
        Field("reason", Text(300), required=True),
        Field("invoices", OneOrMany(NUMBER)),
    ),
)

VIRTUAL_ACCOUNT = Record(
    "virtual_account",
    (
        Field("bank", Text(60), required=True),
        Field("number", Pattern("[0-9]{8,20}", "88080000001234", ignored=" .-"), required=True),
    ),
)

CUSTOMER = Record(
    "customer",
    (
        Field("name", Text(), required=True),
        Field("form", FORM, required=True),
        Field("language", choice(Language)),
        Field("liable", OFFICIAL),
        Field("contact", CONTACT, required=True),
        Field("address", ADDRESS),
        Field("ladder", Text(60)),
        Field("channels", CHANNELS),
        Field("tolerance", Amount(least=0)),
        Field("virtual_accounts", ListOf(VIRTUAL_ACCOUNT)),
        Field("payment_link", Url()),
        Field("invoices", ListOf(INVOICE)),
        Field("credit_notes", ListOf(CREDIT_NOTE)),
        Field("payments", ListOf(PAYMENT)),
        Field("promises", ListOf(PROMISE)),
        Field("claims", ListOf(CLAIM)),
        Field("disputes", ListOf(DISPUTE)),
        Field("holds", ListOf(HOLD)),
        Field("plans", ListOf(PLAN)),
        Field("notes", Text(2000, lines=True)),
    ),
)

#: The lists of a customer, with the value that each of their records becomes.
_LISTS = (
    ("credit_notes", CreditNote),
    ("payments", Payment),
    ("promises", Promise),
    ("claims", Claim),
    ("disputes", Dispute),
    ("holds", Hold),
)


def customer(got: Got, ident: str) -> Customer:
    """Return the customer that a faultless file tells."""
    values = dict(got.values)
    values["contact"] = Contact(**values["contact"].values)
    for key, build in (("liable", Official), ("address", Address)):
        if key in values:
            values[key] = build(**values[key].values)
    if "invoices" in values:
        values["invoices"] = tuple(map(_invoice, values["invoices"]))
    if "plans" in values:
        values["plans"] = tuple(map(plan, values["plans"]))
    if "virtual_accounts" in values:
        values["virtual_accounts"] = tuple(VirtualAccount(**each.values) for each in values["virtual_accounts"])
    for key, record in _LISTS:
        if key in values:
            values[key] = _built(record, values[key])
    return Customer(id=ident, at=got.at, **values)


def _invoice(got: Got) -> Invoice:
    values = got.values
    if "contract" in values:
        values = values | {"contract": Contract(**values["contract"].values)}
    return Invoice(at=got.at, **values)


def _built(record: Any, items: Iterable[Got]) -> tuple[Any, ...]:
    return tuple([record(at=got.at, **got.values) for got in items])
