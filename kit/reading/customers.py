"""One customer's file: its field table, and the way from what was read to the domain's values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kit.domain.calendar import PROVINCES
from kit.domain.entries import CreditNote, Payment, PrincipalFirst, Refund, TaxSlip, WriteOff
from kit.domain.exchange import InvoiceExchange
from kit.domain.hardship import Hardship
from kit.domain.lanes import Ending, Ground
from kit.domain.means import VirtualAccount
from kit.domain.model import (
    Address,
    Claim,
    Contact,
    Customer,
    Dispute,
    Hold,
    Language,
    LegalForm,
    Official,
    Promise,
)
from kit.domain.policy import Channel
from kit.reading.contacts import Email, Phone, WhatsApp
from kit.reading.entries import CREDIT_NOTE, PAYMENT, PRINCIPAL_FIRST, REFUND, SLIP, WRITE_OFF
from kit.reading.fields import Field, Got, ListOf, OneOrMany, Record
from kit.reading.invoices import INVOICE, NUMBER, invoices
from kit.reading.kinds import Amount, Choice, Day, Pattern, Text, Url, choice
from kit.reading.lanes import ENDING, GIRO, HANDED, LANES, RETURNED
from kit.reading.parts import parts_of, with_parts
from kit.reading.plans import PLAN, plan
from kit.reading.terms import Terms

FORM = choice(LegalForm)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat")
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

HARDSHIP = Record(
    "hardship",
    (
        Field("since", Day(), required=True),
        Field("until", Day()),
        Field("reason", Text(300), required=True),
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
        Field("amount", Amount()),
        Field("ground", choice(Ground)),
        Field("answer_by", Day()),
        Field("answered", Day()),
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

EXCHANGE = Record(
    "invoice_exchange",
    (
        Field("days", ListOf(Choice({day: n for n, day in enumerate(WEEKDAYS)}), least=1)),
        Field("documents", ListOf(Text(60))),
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
        Field("hardship", HARDSHIP),
        Field("channels", CHANNELS),
        Field("tolerance", Amount(least=0)),
        Field("terms", Terms()),
        Field("invoice_exchange", EXCHANGE, attribute="exchange"),
        Field("virtual_accounts", ListOf(VIRTUAL_ACCOUNT)),
        Field("payment_link", Url()),
        Field("invoices", ListOf(INVOICE)),
        Field("credit_notes", ListOf(CREDIT_NOTE)),
        Field("payments", ListOf(PAYMENT)),
        Field("slips", ListOf(SLIP)),
        Field("write_offs", ListOf(WRITE_OFF)),
        Field("refunds", ListOf(REFUND)),
        Field("principal_first", PRINCIPAL_FIRST),
        Field("promises", ListOf(PROMISE)),
        Field("claims", ListOf(CLAIM)),
        Field("disputes", ListOf(DISPUTE)),
        Field("holds", ListOf(HOLD)),
        Field("plans", ListOf(PLAN)),
        Field("giros", ListOf(GIRO)),
        Field("handed", ListOf(HANDED)),
        Field("returns", ListOf(RETURNED)),
        Field("insolvent", ENDING),
        Field("deceased", ENDING),
        Field("unlawful_act", Text(300)),
        Field("notes", Text(2000, lines=True)),
    ),
)

#: The lists of a customer, with the value that each of their records becomes.
_LISTS = (
    ("credit_notes", CreditNote),
    ("payments", Payment),
    ("slips", TaxSlip),
    ("write_offs", WriteOff),
    ("refunds", Refund),
    ("promises", Promise),
    ("claims", Claim),
    ("disputes", Dispute),
    ("holds", Hold),
    *LANES,
)


def customer(got: Got, ident: str) -> Customer:
    """Return the customer that a faultless file tells."""
    values = dict(got.values)
    values["contact"] = Contact(**values["contact"].values)
    for key, build in (
        ("liable", Official),
        ("address", Address),
        ("principal_first", PrincipalFirst),
        ("hardship", Hardship),
    ):
        if key in values:
            values[key] = build(**values[key].values)
    if "exchange" in values:
        values["exchange"] = InvoiceExchange(**values["exchange"].values)
    if "invoices" in values:
        values["invoices"] = tuple(one for each in values["invoices"] for one in invoices(each, values.get("terms")))
    if "plans" in values:
        values["plans"] = tuple(map(plan, values["plans"]))
    if "virtual_accounts" in values:
        values["virtual_accounts"] = tuple(VirtualAccount(**each.values) for each in values["virtual_accounts"])
    for key, record in _LISTS:
        if key in values:
            values[key] = _built(record, values[key])
    for key in ("insolvent", "deceased"):
        if key in values:
            values[key] = Ending(at=values[key].at, **values[key].values)
    values = with_parts(values, parts_of(values.get("invoices", ())))
    return Customer(id=ident, at=got.at, **values)


def _built(record: Any, items: Iterable[Got]) -> tuple[Any, ...]:
    return tuple([record(at=got.at, **got.values) for got in items])
