"""What records say about each other: order of dates, numbers used twice, names of invoices that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from kit.basics.money import format_rupiah
from kit.basics.problems import Problem, Source, error, warning
from kit.domain.agreements import outdated
from kit.domain.approach import AUTO
from kit.domain.model import Customer
from kit.domain.register import Register, Sent, Voided
from kit.reading.characters import folded
from kit.reading.entries import check_entries
from kit.reading.fields import Findings, Got, nearest, quoted
from kit.reading.invoices import check_invoices
from kit.reading.kinds import is_device
from kit.reading.lanes import ORDERED, check_lanes
from kit.reading.parts import numbers_of
from kit.reading.plans import check_plans

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)

#: Invoices among which the one that was meant is sought; among more it would take too long.
_SEARCHED = 2000

#: Pairs of dates that stand in an order: the list, the earlier one, the later one.
_ORDERED = (
    ("credit_notes", "date", "cancelled"),
    ("payments", "date", "reversed"),
    ("promises", "made", "by"),
    ("disputes", "opened", "closed"),
    ("disputes", "opened", "answer_by"),
    ("disputes", "opened", "answered"),
    ("holds", "since", "until"),
    ("plans", "offered", "valid_until"),
    ("plans", "offered", "sent"),
    ("plans", "offered", "signed"),
    ("plans", "offered", "ended"),
    *ORDERED,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An invoice number that something names and its own customer does not have."""

    number: str
    at: Source
    #: The list of the customer that names it: "payments", "credit_notes", "disputes", "giros", ...
    by: str
    nearest: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one customer's file contributes to the checks over the whole book."""

    ident: str
    #: Folded number -> number and place.
    invoices: Mapping[str, tuple[str, Source]]
    credit_notes: Mapping[str, tuple[str, Source]]
    #: E-mail addresses and WhatsApp numbers.
    contacts: tuple[tuple[str, str, Source], ...]
    unknown: tuple[Reference, ...]
    #: Ladders that are named: the name, its place, whether `auto` may stand there.
    ladders: tuple[tuple[str, Source, bool], ...]


def identifier(path: str) -> tuple[str, Problem | None]:
    """Return the id that a file's name gives a customer, or what is wrong with the name."""
    name = PurePosixPath(path).name.removesuffix(".yaml")
    if _ID.fullmatch(name) and not is_device(name):
        return name, None
    if _ID.fullmatch(name):
        return name, error("id-device", Source(path, width=0), id=name)
    better = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:32].rstrip("-")
    suggestion = {"nearest": better} if _ID.fullmatch(better) else {}
    return name, Problem("id-format", Source(path, width=0), {"id": quoted(name), **suggestion})


def clashing_ids(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each file whose name equals another's but for case or width."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(folded(path), path)
        if first != path:
            yield error("id-clash", Source(path, width=0), other=Source(first, width=0), id=PurePosixPath(path).stem)


def check_customer(got: Got, ident: str, to: Findings) -> Facts:
    """Tell what contradicts itself inside one customer's file, and return what the whole book needs of it."""
    check_invoices(got, to)
    check_entries(got, to)
    for key, first, last in _ORDERED:
        for record in got.get(key) or ():
            early, late = record.get(first), record.get(last)
            if early is not None and late is not None and late < early:
                at, other = record.place(last), record.place(first)
                to.error("dates-reversed", at, other=other, last=last, late=str(late), first=first, early=str(early))
    hardship = got.get("hardship")
    since, until = (hardship.get("since"), hardship.get("until")) if hardship else (None, None)
    if since is not None and until is not None and until < since:
        at, other = hardship.place("until"), hardship.place("since")
        to.error("dates-reversed", at, other=other, last="until", late=str(until), first="since", early=str(since))
    check_plans(got, to)
    check_lanes(got, to)
    _payments_twice(got, to)
    contact = got.get("contact")
    reached = [(kind, contact.get(kind), contact.place(kind)) for kind in ("email", "whatsapp") if contact.get(kind)] \
        if contact else []  # fmt: skip
    invoices = _numbered(got, "invoices", "invoice-repeated", to)
    for number, names in numbers_of(got).items():
        whole = invoices[folded(number)][1]
        for name in names:
            at = invoices.setdefault(folded(name), (name, whole))[1]
            if at is not whole:
                to.error("invoice-repeated", at, other=whole, number=quoted(name))
    return Facts(
        ident,
        invoices,
        _numbered(got, "credit_notes", "credit-note-repeated", to),
        tuple(reached),
        tuple(_unknown(got, {number for number, _ in invoices.values()}, to)),
        tuple(_ladders(got)),
    )


def check_book(facts: Iterable[Facts], ladders: Iterable[str] | None) -> Iterator[Problem]:
    """Yield what customers' files say against each other; `ladders` is None where the policy could not be read."""
    invoices: dict[str, tuple[str, Source]] = {}
    credit_notes: dict[str, tuple[str, Source]] = {}
    contacts: dict[str, Source] = {}
    known = () if ladders is None else tuple(ladders)
    facts = tuple(facts)
    for each in facts:
        for code, own, seen in (
            ("invoice-repeated", each.invoices, invoices),
            ("credit-note-repeated", each.credit_notes, credit_notes),
        ):
            for key, (number, at) in own.items():
                _, first = seen.setdefault(key, (each.ident, at))
                if first is not at:
                    yield error(code, at, other=first, number=quoted(number))
        for kind, text, at in each.contacts:
            first = contacts.setdefault(text.lower(), at)
            if first is not at:
                yield warning("contact-shared", at, other=first, field=kind)
        for name, at, auto in each.ladders if known else ():
            names = (*known, AUTO) if auto else known
            if name not in names:
                data = {"ladder": quoted(name), "known": ", ".join(names), **nearest(name, names)}
                yield Problem("ladder-unknown", at, data)
    for each in facts:
        for reference in each.unknown:
            yield unknown_invoice(reference, invoices.get(folded(reference.number)))


def unknown_invoice(reference: Reference, elsewhere: tuple[str, Source] | None) -> Problem:
    """Return the problem of an invoice that is not the customer's: another's (who and where), or nobody's."""
    data: dict[str, str | int] = {"by": reference.by, "number": quoted(reference.number)}
    if elsewhere is not None and reference.nearest.get("nearest", "").lower() != reference.number.lower():
        customer, other = elsewhere
        return Problem("invoice-of-another", reference.at, {**data, "customer": customer}, other=other)
    return Problem("invoice-unknown", reference.at, {**data, **reference.nearest})


def check_register(register: Register, facts: Facts | None) -> Iterator[Problem]:
    """Yield the messages of a register that speak of an invoice which its customer's file no longer has."""
    if facts is None:
        return
    have = {number for number, _ in facts.invoices.values()}
    voided = {record.entry.entry for record in register.records if isinstance(record.entry, Voided)}
    for record in register.records:
        if isinstance(record.entry, Sent) and record.place not in voided:
            for number in record.entry.items:
                if number not in have:
                    yield error("sent-invoice-gone", record.at, number=quoted(number), date=str(record.entry.date))


def check_agreements(customer: Customer, register: Register) -> Iterator[Problem]:
    """Yield each plan that no longer says what its issued agreement says."""
    for plan in customer.plans:
        paper = outdated(plan, customer, register, date.max)
        if paper is not None:
            offered = str(plan.offered)
            yield warning("agreement-outdated", plan.at, customer=customer.id, offered=offered, number=paper.number)


def _numbered(got: Got, key: str, code: str, to: Findings) -> dict[str, tuple[str, Source]]:
    """Return the numbers of a list by their folded form; tell those that stand there twice."""
    seen: dict[str, tuple[str, Source]] = {}
    for record in got.get(key) or ():
        number = record.get("number")
        if number is None:
            continue
        at = record.place("number")
        first = seen.setdefault(folded(number), (number, at))[1]
        if first is not at:
            to.error(code, at, other=first, number=quoted(number))
    return seen


def _ladders(got: Got) -> Iterator[tuple[str, Source, bool]]:
    """Yield the ladder of the customer, which may be chosen by the kit, and those of single invoices."""
    if got.get("ladder"):
        yield got.get("ladder"), got.place("ladder"), True
    for invoice in got.get("invoices") or ():
        if invoice.get("ladder"):
            yield invoice.get("ladder"), invoice.place("ladder"), False


def _unknown(got: Got, have: set[str], to: Findings) -> Iterator[Reference]:
    """Yield what the customer's records name and the customer's invoices do not have."""
    for number, at, by in _named(got):
        if number not in have:
            yield Reference(number, at, by, to.nearest(number, sorted(have)) if len(have) <= _SEARCHED else {})


def _named(got: Got) -> Iterator[tuple[str, Source, str]]:
    """Yield each invoice number that a payment, a credit note or any lane of the customer names, with its place."""
    for key in ("credit_notes", "disputes", "slips", "write_offs", "returns"):
        for record in got.get(key) or ():
            if record.get("invoice") is not None:
                yield record.get("invoice"), record.place("invoice"), key
    for key in ("payments", "claims", "holds", "plans", "giros", "handed"):
        for record in got.get(key) or ():
            for index, number in enumerate(record.get("invoices") or ()):
                yield number, record.item_place("invoices", index), key
    for record in got.get("payments") or ():
        for index, number in enumerate(record.get("receipted") or ()):
            yield number, record.item_place("receipted", index), "payments"


def _payments_twice(got: Got, to: Findings) -> None:
    """Tell payments that are alike to the letter: perhaps one transfer, entered twice."""
    seen: dict[tuple[object, ...], Got] = {}
    for payment in got.get("payments") or ():
        date, amount = payment.get("date"), payment.get("amount")
        if date is None or amount is None:
            continue
        alike = (date, amount, payment.get("invoices"), payment.get("reference"))
        first = seen.setdefault(alike, payment)
        if first is not payment:
            to.warning("payment-repeated", payment.at, other=first.at, date=str(date), amount=format_rupiah(amount))
