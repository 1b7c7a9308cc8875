"""Invoices of a customer's file: field tables, what contradicts itself in them, and their values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from kit.basics.money import format_rupiah, shares
from kit.domain.charges import HIGH, Fee, Per
from kit.domain.invoices import Contract, Extension, Invoice, Withholding
from kit.domain.terms import UNKNOWN, PaymentTerms
from kit.reading.fields import Field, Findings, Got, ListOf, OneOrMany, Record
from kit.reading.kinds import Amount, Day, FileName, Rate, Text, Url, Whole, choice
from kit.reading.terms import (
    DISCOUNT,
    EXTENSION,
    PART,
    Terms,
    agreed,
    amounts_of,
    check_terms,
    discounts,
    due_by,
    names_of,
)

#: Text of a document's number, as the other side writes it: `INV/2026/02/001`.
NUMBER = Text(60)

FEE = Record(
    "late_fee",
    (
        Field("rate", Rate()),
        Field("amount", Amount()),
        Field("per", choice(Per)),
        Field("grace", Whole(0, 365)),
        Field("cap", Rate()),
    ),
)

CONTRACT = Record(
    "contract",
    (
        Field("number", NUMBER, required=True),
        Field("date", Day()),
        Field("file", FileName()),
        Field("terms", Terms()),
        Field("late_fee_clause", Text()),
        Field("late_fees", OneOrMany(FEE)),
        Field("default_clause", Text()),
    ),
)

WITHHOLDING = Record("withholding", (Field("amount", Amount(), required=True), Field("article", Text(40))))

INVOICE = Record(
    "invoice",
    (
        Field("number", NUMBER, required=True),
        Field("issued", Day(), required=True),
        Field("received", Day()),
        Field("accepted", Day()),
        Field("due", Day()),
        Field("terms", Terms()),
        Field("amount", Amount(), required=True),
        Field("tax", Amount(least=0)),
        Field("description", Text(300)),
        Field("file", FileName()),
        Field("contract", CONTRACT),
        Field("payment_link", Url()),
        Field("ladder", Text(60)),
        Field("withholding", WITHHOLDING),
        Field("extensions", ListOf(EXTENSION)),
        Field("discounts", ListOf(DISCOUNT)),
        Field("parts", ListOf(PART, least=2)),
        Field("incentives", Text(300)),
        Field("documents", ListOf(Text(60))),
    ),
)


def invoices(got: Got, default: PaymentTerms | None) -> Iterator[Invoice]:
    """Yield the invoice that a faultless record tells, or its parts (termin), each an invoice of its own."""
    values = dict(got.values)
    if "contract" in values:
        values["contract"] = _contract(values["contract"])
    tax = values.pop("withholding", None)
    withheld = Withholding(**tax.values) if tax is not None else None
    values["discounts"] = discounts(got)
    parts = values.pop("parts", None)
    if parts is None:
        values["due"], values["terms"] = agreed(got, default)
        yield Invoice(at=got.at, **(values | _extended(values)), withholding=withheld)
        return
    amounts = amounts_of(got) or ()
    taxes = shares(withheld.amount, amounts) if withheld else (0,) * len(amounts)
    for part, name, amount, kept in zip(parts, names_of(got), amounts, taxes, strict=True):
        own = {key: part.values[key] for key in ("description", "payment_link", "extensions") if key in part.values}
        terms = part.get("terms")
        due = part.get("due") or due_by(got, terms)
        share = Withholding(kept, withheld.article) if withheld and kept else None
        own |= {"number": name, "amount": amount, "due": due, "terms": terms, "part_of": got.get("number"), "tax": 0}
        yield Invoice(at=part.at, **(values | own | _extended(own)), withholding=share)


def _extended(values: dict[str, Any]) -> dict[str, Any]:
    """Return the extensions among `values` as the domain has them."""
    found = values.get("extensions")
    return {} if found is None else {"extensions": tuple([Extension(at=each.at, **each.values) for each in found])}


def check_invoices(got: Got, to: Findings) -> None:
    """Tell what contradicts itself inside each invoice of one customer."""
    default = got.get("terms")
    for each in got.get("invoices") or ():
        check_terms(each, default, to)
        issued = each.get("issued")
        for part in (each, *(each.get("parts") or ())):
            due, at = _due(each, part, default)
            if issued is not None and due is not None and due < issued:
                to.error("due-before-issued", part.place(at), other=each.place("issued"), due=str(due),
                         issued=str(issued))  # fmt: skip
            _extensions(part, issued, due, to)
        _withholding(each, to)
        if each.get("contract") is not None:
            _fees(each.get("contract"), to)


def _due(each: Got, part: Got, default: PaymentTerms | None) -> tuple[date | None, str]:
    """Return the due date of an invoice or a part, where one is known, and the field that says it."""
    if part.get("due") is not None or "due" in part.places:
        return part.get("due"), "due"
    due = agreed(each, default)[0] if part is each else due_by(each, part.get("terms")) if part.get("terms") else None
    return (None if due == UNKNOWN else due), "terms"


def _contract(got: Got) -> Contract:
    values = dict(got.values)
    if "late_fees" in values:
        values["late_fees"] = tuple([Fee(at=each.at, **each.values) for each in values["late_fees"]])
    return Contract(**values)


def _extensions(each: Got, known: date | None, due: date | None, to: Findings) -> None:
    """Ask that each extension is granted after the one before it and gives more time."""
    for more in each.get("extensions") or ():
        granted, new = more.get("granted"), more.get("due")
        if granted is None or new is None or known is None or due is None:
            return
        if granted < known:
            to.error("extension-order", more.place("granted"), granted=str(granted), before=str(known))
        if new <= due:
            to.error("extension-earlier", more.place("due"), due=str(new), before=str(due))
        known, due = granted, new


def _withholding(each: Got, to: Findings) -> None:
    tax, amount = each.get("withholding"), each.get("amount")
    kept = tax.get("amount") if tax is not None else None
    if kept is not None and amount is not None and kept >= amount:
        to.error("withholding-more", tax.place("amount"), other=each.place("amount"), tax=format_rupiah(kept),
                 amount=format_rupiah(amount))  # fmt: skip


def _fees(contract: Got, to: Findings) -> None:
    """Ask for the clause behind a fee, for what a rate is counted by, and at most one fee that grows with time."""
    growing = 0
    for fee in contract.get("late_fees") or ():
        rate, amount, per = fee.get("rate"), fee.get("amount"), fee.get("per")
        if contract.get("late_fee_clause") is None:
            to.error("fee-clause", fee.at)
        if (rate is None) == (amount is None):
            if "rate" not in fee.places or "amount" in fee.values:
                to.error("fee-shape", fee.at)
        elif rate is not None and "per" not in fee.places:
            to.error("fee-basis", fee.place("rate"))
        elif amount is not None and per not in (None, Per.ONCE):
            to.error("fee-amount-once", fee.place("per"), per=per.value)
        elif rate is not None and per not in (None, Per.ONCE):
            growing += 1
            if growing > 1:
                to.error("fee-twice", fee.at)
            if rate * 30 > HIGH * per.days:
                to.warning("fee-high", fee.place("rate"), month=_percent(rate * 30 / per.days))


def _percent(rate: Fraction) -> str:
    """Return a rate as percent with at most two decimals, cut off: `4,5`."""
    whole, rest = divmod(int(rate * 10_000), 100)
    return f"{whole},{rest:02}".rstrip("0").rstrip(",")
