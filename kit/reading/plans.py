"""Instalment plans of a customer's file: their field table, what contradicts itself in them, and their values."""

from __future__ import annotations

from datetime import date

from kit.basics.money import format_rupiah
from kit.domain.instalments import LONGEST, Instalment
from kit.domain.plans import Charges, Plan
from kit.reading.fields import Field, Findings, Got, ListOf, OneOrMany, Record, quoted
from kit.reading.kinds import Amount, Day, Text, Whole, choice

INSTALMENT = Record(
    "instalment",
    (Field("due", Day(), required=True), Field("amount", Amount(), required=True)),
)

PLAN = Record(
    "plan",
    (
        Field("offered", Day(), required=True),
        Field("valid_until", Day(), required=True),
        Field("sent", Day()),
        Field("signed", Day()),
        Field("ended", Day()),
        Field("invoices", OneOrMany(Text(60)), required=True),
        Field("total", Amount(), required=True),
        Field("grace", Whole(0, 60)),
        Field("acceleration_after", Whole(1, 12)),
        Field("charges", choice(Charges)),
        Field("instalments", ListOf(INSTALMENT, least=1), required=True),
    ),
)


def plan(got: Got) -> Plan:
    """Return the plan that a faultless record tells."""
    rows = tuple([Instalment(**row.values) for row in got.values["instalments"]])
    return Plan(at=got.at, **(got.values | {"instalments": rows}))


def check_plans(got: Got, to: Findings) -> None:
    """Tell what contradicts itself in the plans of one customer, and between them."""
    bound: dict[str, tuple[date | None, Got, int]] = {}
    for each in got.get("plans") or ():
        _rows(each, to)
        seen: set[str] = set()
        for index, number in enumerate(each.get("invoices") or ()):
            if number in seen:
                to.error("plan-invoice-twice", each.item_place("invoices", index), number=quoted(number))
            elif each.get("signed") is not None:
                _overlap(bound, each, index, number, to)
            seen.add(number)


def _rows(each: Got, to: Findings) -> None:
    rows = each.get("instalments") or ()
    if len(rows) > LONGEST:
        to.error("plan-count", each.place("instalments"), count=len(rows), most=LONGEST)
    amounts = [row.get("amount") for row in rows]
    total = each.get("total")
    if rows and total is not None and None not in amounts and sum(amounts) != total:
        to.error("plan-sum", each.place("instalments"), other=each.place("total"), sum=format_rupiah(sum(amounts)),
                 total=format_rupiah(total))  # fmt: skip
    before, name, other = each.get("offered"), "offered", each.place("offered")
    for number, row in enumerate(rows, 1):
        due = row.get("due")
        if due is not None and before is not None and (due < before if number == 1 else due <= before):
            if name == "offered":
                to.error("dates-reversed", row.place("due"), other=other, last="due", late=str(due), first=name,
                         early=str(before))  # fmt: skip
            else:
                to.error("plan-dates", row.place("due"), other=other, number=number, due=str(due), before=str(before))
        before, name, other = due, "due", row.place("due")


def _overlap(bound: dict[str, tuple[date | None, Got, int]], each: Got, index: int, number: str, to: Findings) -> None:
    """Tell an invoice that an earlier signed plan still binds on the day on which this one was signed."""
    if number in bound:
        ended, first, place = bound[number]
        if ended is None or ended > each.get("signed"):
            at, other = each.item_place("invoices", index), first.item_place("invoices", place)
            to.error("plan-overlap", at, other=other, number=quoted(number))
    bound[number] = (each.get("ended"), each, index)
