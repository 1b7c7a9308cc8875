"""Tiny, boring values for tests: say only what the test is about."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import Any

from kit.domain.calendar import Calendar, Zone
from kit.domain.model import (
    Address,
    BankAccount,
    Contact,
    Creditor,
    Customer,
    Invoice,
    LegalForm,
    Official,
    Payment,
    Sender,
)
from kit.domain.policy import STANDARD, Channel, ContactWindow, Ladder, Policy, Stage
from kit.domain.register import Entry, Register, Sent
from kit.domain.situation import Rules

DAY = dt.date(2026, 11, 23)  # a Monday
SURABAYA = Address("Jalan Kenanga 1", "Surabaya", "Jawa Timur", "60281")
EVERY_DAY = ContactWindow(weekdays=frozenset(range(7)))
WRITTEN = (Channel.WHATSAPP, Channel.EMAIL)


def days(number: int, start: dt.date = DAY) -> dt.date:
    """Return the day `number` days after `start`."""
    return start + dt.timedelta(number)


def invoice(number: str = "A-1", amount: int = 1_000_000, due: dt.date = DAY, **more: Any) -> Invoice:
    """Return an invoice issued thirty days before it is due."""
    return Invoice(number, more.pop("issued", due - dt.timedelta(30)), due, amount, **more)


def payment(amount: int, day: dt.date = DAY, *named: str) -> Payment:
    """Return money received on `day`, naming invoices."""
    return Payment(day, amount, named)


def customer(*invoices: Invoice, **more: Any) -> Customer:
    """Return Pak Budi of UD Budi with these invoices."""
    contact = Contact("Budi", "Pak Budi", "Bapak Budi", email="budi@budi.example", whatsapp="6281200000301")
    given = {"id": "budi", "name": "UD Budi", "form": LegalForm.UD, "contact": contact, "address": SURABAYA, **more}
    return Customer(invoices=invoices, **given)


def creditor(**more: Any) -> Creditor:
    """Return a creditor with every signatory and one bank account that says nothing of its statements."""
    given: dict[str, Any] = {
        "name": "PT Contoh",
        "form": LegalForm.PT,
        "address": SURABAYA,
        "zone": Zone.WIB,
        "signatories": {"reminder": Official("Dewi", "Staf"), "manager": Official("Rina", "Manajer")},
        "senders": (Sender("Dewi", "Staf", email="dewi@contoh.example"),),
        "accounts": (BankAccount("Bank Contoh", "0012340099", "PT Contoh"),),
    }
    return Creditor(**(given | more))


def ladder(*offsets: int, skippable: bool = True) -> Ladder:
    """Return plain reminder stages "1", "2", ... at these days past due, with no approach to limit them."""
    stages = (Stage(str(i), day, None, WRITTEN, "due", skippable=skippable) for i, day in enumerate(offsets, 1))
    return Ladder("standard", tuple(stages))


def rules(steps: Ladder = STANDARD, **policy: Any) -> Rules:
    """Return rules with one ladder; without a gap, a contact window or a tolerance unless given."""
    given: dict[str, Any] = {"tolerance": 0, "minimum_gap": 0, "weekly_cap": 7, "window": EVERY_DAY}
    given["ladders"] = MappingProxyType({"standard": steps})
    people, calendar = policy.pop("creditor", creditor()), policy.pop("calendar", Calendar())
    return Rules(people, Policy(**(given | policy)), calendar)


def register(*entries: Entry, customer: str = "budi") -> Register:
    """Return a register with these entries, chained."""
    result = Register(customer)
    for entry in entries:
        result = Register(customer, (*result.records, result.appended(entry)))
    return result


def sent(stage: str, day: dt.date, *items: str, deadline: dt.date | None = None) -> Sent:
    """Return the entry of a message that went out on `day`."""
    return Sent(day, stage, items or ("A-1",), Channel.WHATSAPP, "Dewi", deadline=deadline)
