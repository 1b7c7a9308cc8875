"""Who speaks to whom, and how they are called: forms of address, senders, organs, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kit.basics.dates import long_date
from kit.composing.templates import Value
from kit.domain.model import BankAccount, Book, Contact, Creditor, Customer, LegalForm, Official, Sender
from kit.domain.policy import Channel

#: Who a letter to a body of this form is addressed to.
ORGANS: Mapping[LegalForm, str] = {
    LegalForm.PT: "Direksi",
    LegalForm.PT_PERORANGAN: "Direksi",
    LegalForm.CV: "Pimpinan",
    LegalForm.UD: "Pemilik",
    LegalForm.FIRMA: "Pimpinan",
    LegalForm.KOPERASI: "Pengurus",
    LegalForm.YAYASAN: "Pengurus",
}

#: How an Indonesian paper calls somebody whom a human addresses in English.
_SAME = {"Mr": "Bapak", "Mrs": "Ibu", "Ms": "Ibu"}
_ENGLISH = re.compile(r"(Mr|Mrs|Ms)\b")
_FORM_OF_ADDRESS = re.compile(r"(Bapak/Ibu|Bapak|Ibu|Saudara|Saudari)\b")


def parties(book: Book, customer: Customer, channel: Channel, role: str = "reminder") -> dict[str, Value]:
    """Return the people and accounts of an occasion: what does not depend on the figures."""
    creditor = book.creditor
    signatory = creditor.signatories.get(role) or creditor.signatories.get("reminder")
    return {
        "customer": _customer(customer),
        "contact": {
            "name": customer.contact.name,
            "call_as": customer.contact.call_as,
            "formal": customer.contact.formal,
            "you": form_of_address(customer.contact),
        },
        "creditor": _creditor(creditor),
        "signatory": _official(signatory) if signatory else {"name": creditor.name, "position": ""},
        "sender": _sender(creditor, sender_for(creditor, channel), signatory),
        "accounts": tuple(_account(account) for account in creditor.accounts),
        "counted_until": counted_until(creditor),
    }


def form_of_address(contact: Contact) -> str:
    """Return how a sentence addresses `contact`: the word with which a human began the formal name, else Bapak/Ibu."""
    match = _FORM_OF_ADDRESS.match(contact.formal)
    english = _ENGLISH.match(contact.formal)
    return match[1] if match else _SAME[english[1]] if english else "Bapak/Ibu"


def sender_for(creditor: Creditor, channel: Channel) -> Sender | None:
    """Return who sends on `channel`: own staff reachable there before others, None where the creditor itself must."""
    staff = [each for each in creditor.senders if each.capacity == "staff"]
    there = "whatsapp" if channel is Channel.WHATSAPP else "email"
    reachable = [each for each in (*staff, *creditor.senders) if getattr(each, there)]
    return next(iter((*reachable, *staff, *creditor.senders)), None)


def counted_until(creditor: Creditor) -> str:
    """Return the day up to which every account's statements were entered, empty where one account does not say."""
    days = [account.read_until for account in creditor.accounts]
    known = [day for day in days if day is not None]
    return long_date(min(known)) if known and len(known) == len(days) else ""


def telephone(number: str) -> str:
    """Return an E.164 number without its plus sign as Indonesians read it.

    >>> telephone("6281234567890")
    '0812-3456-7890'
    """
    if not number.startswith("62"):
        return "+" + number
    local = "0" + number[2:]
    return "-".join(part for part in (local[:4], local[4:8], local[8:]) if part)


def _customer(customer: Customer) -> dict[str, Value]:
    address = customer.address
    person = customer.form is LegalForm.PERSON
    same = person and customer.contact.name in (customer.name, "")
    organ = ORGANS.get(customer.form)
    return {
        "name": customer.name,
        "form": str(customer.form),
        "company": not person,
        "addressee": customer.contact.formal if same else f"{organ} {customer.name}" if organ else customer.name,
        "attention": "" if same else customer.contact.formal,
        "street": address.street if address else "",
        "city": address.city if address else "",
        "province": address.province if address else "",
        "postcode": address.postcode if address else "",
    }


def _creditor(creditor: Creditor) -> dict[str, Value]:
    return {
        "name": creditor.name,
        "tagline": creditor.tagline or "",
        "street": creditor.address.street,
        "city": creditor.address.city,
        "province": creditor.address.province,
        "postcode": creditor.address.postcode,
        "phone": creditor.phone or "",
        # The same on one line: a letter does not tear it.
        "whole_phone": (creditor.phone or "").replace(" ", "\u00a0"),
        "email": creditor.email or "",
        "whatsapp": telephone(creditor.whatsapp) if creditor.whatsapp else "",
        "website": (creditor.website or "").removeprefix("https://").rstrip("/"),
        "service_hours": creditor.service_hours or "",
        "payment_link": creditor.payment_link or "",
    }


def _sender(creditor: Creditor, sender: Sender | None, signatory: Official | None) -> dict[str, Value]:
    if sender is None:
        name, position = (signatory.name, signatory.position) if signatory else (creditor.name, "")
        sender = Sender(name, position)
    if sender.capacity == "agent":
        duty = f", berdasarkan surat tugas nomor {sender.surat_tugas}" if sender.surat_tugas else ""
        introduction = f"{sender.name}, {sender.position}, mewakili {creditor.name}{duty}"
    else:
        introduction = f"{sender.name}, {sender.position} {creditor.name}" if sender.position else creditor.name
    chat = sender.whatsapp or creditor.whatsapp
    return {
        "name": sender.name,
        "position": sender.position,
        "introduction": introduction,
        "email": sender.email or creditor.email or "",
        "whatsapp": telephone(chat) if chat else "",
    }


def _official(official: Official) -> dict[str, Value]:
    return {"name": official.name, "position": official.position}


def _account(account: BankAccount) -> dict[str, Value]:
    return {"bank": account.bank, "number": account.number, "holder": account.holder}
