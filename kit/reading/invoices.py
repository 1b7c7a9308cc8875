"""Invoices of a customer's file: field tables, what contradicts itself in them, and their values."""

from __future__ import annotations

from fractions import Fraction

from kit.basics.money import format_rupiah
from kit.domain.charges import HIGH, Fee, Per
from kit.domain.invoices import Contract, Extension, Invoice, Withholding
from kit.reading.fields import Field, Findings, Got, ListOf, OneOrMany, Record
from kit.reading.kinds import Amount, Day, FileName, Rate, Text, Url, Whole, choice

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
        Field("late_fee_clause", Text()),
        Field("late_fees", OneOrMany(FEE)),
        Field("default_clause", Text()),
    ),
)

WITHHOLDING = Record("withholding", (Field("amount", Amount(), required=True), Field("article", Text(40))))

EXTENSION = Record(
    "extension",
    (
        Field("granted", Day(), required=True),
        Field("due", Day(), required=True),
        Field("reason", Text(300)),
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
        Field("ladder", Text(60)),
        Field("withholding", WITHHOLDING),
        Field("extensions", ListOf(EXTENSION)),
    ),
)


def invoice(got: Got) -> Invoice:
    """Return the invoice that a faultless record tells."""
    values = dict(got.values)
    if "contract" in values:
        values["contract"] = _contract(values["contract"])
    if "withholding" in values:
        values["withholding"] = Withholding(**values["withholding"].values)
    if "extensions" in values:
        values["extensions"] = tuple([Extension(at=each.at, **each.values) for each in values["extensions"]])
    return Invoice(at=got.at, **values)


def check_invoices(got: Got, to: Findings) -> None:
    """Tell what contradicts itself inside each invoice of one customer."""
    for each in got.get("invoices") or ():
        issued, due = each.get("issued"), each.get("due")
        if issued is not None and due is not None and due < issued:
            to.error("due-before-issued", each.place("due"), other=each.place("issued"), due=str(due),
                     issued=str(issued))  # fmt: skip
        _extensions(each, to)
        _withholding(each, to)
        if each.get("contract") is not None:
            _fees(each.get("contract"), to)


def _contract(got: Got) -> Contract:
    values = dict(got.values)
    if "late_fees" in values:
        values["late_fees"] = tuple([Fee(**each.values) for each in values["late_fees"]])
    return Contract(**values)


def _extensions(each: Got, to: Findings) -> None:
    """Ask that each extension is granted after the one before it and gives more time."""
    known, due = each.get("issued"), each.get("due")
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
