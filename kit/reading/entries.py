"""What is booked on a customer's account: field tables of payments, credit notes, slips, write-offs, refunds."""

from __future__ import annotations

from kit.basics.money import format_rupiah
from kit.reading.fields import Field, Findings, Got, OneOrMany, Record
from kit.reading.invoices import NUMBER
from kit.reading.kinds import Amount, Day, Text

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
        Field("receipted_for", OneOrMany(NUMBER), attribute="receipted"),
        Field("method", Text()),
        Field("reference", Text()),
        Field("reversed", Day()),
    ),
)

SLIP = Record(
    "slip",
    (
        Field("number", NUMBER, required=True),
        Field("date", Day(), required=True),
        Field("for", NUMBER, required=True, attribute="invoice"),
        Field("amount", Amount(), required=True),
    ),
)

WRITE_OFF = Record(
    "write_off",
    (
        Field("date", Day(), required=True),
        Field("for", NUMBER, required=True, attribute="invoice"),
        Field("amount", Amount()),
        Field("reason", Text(300), required=True),
    ),
)

REFUND = Record(
    "refund",
    (
        Field("date", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("reference", Text()),
        Field("reason", Text(300)),
    ),
)

PRINCIPAL_FIRST = Record(
    "principal_first",
    (Field("date", Day(), required=True), Field("reference", Text(), required=True)),
)


def check_entries(got: Got, to: Findings) -> None:
    """Tell money given back that never came in, and objections to more than an invoice holds."""
    came = sum(each.get("amount") or 0 for key in ("payments", "credit_notes") for each in got.get(key) or ())
    for each in got.get("refunds") or ():
        back = each.get("amount") or 0
        if back > came:
            to.error("refund-more", each.place("amount"), amount=format_rupiah(back), came=format_rupiah(came))
        came -= min(back, came)
    amounts = {each.get("number"): each for each in got.get("invoices") or ()}
    for each in got.get("disputes") or ():
        part, invoice = each.get("amount"), amounts.get(each.get("invoice"))
        if part is None or invoice is None:
            continue
        whole = invoice.get("amount")
        if whole is not None and part > whole:
            to.error("dispute-more", each.place("amount"), other=invoice.place("amount"), part=format_rupiah(part),
                     amount=format_rupiah(whole))  # fmt: skip
