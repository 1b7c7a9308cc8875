"""The lanes of a customer's file: giros, cash handed over, returns, insolvency, death; contradictions told."""

from __future__ import annotations

from datetime import date

from kit.basics.money import format_rupiah
from kit.domain.giros import valid_until
from kit.domain.lanes import Giro, Handed, Returned
from kit.reading.fields import Field, Findings, Got, OneOrMany, Record, quoted
from kit.reading.kinds import Amount, Day, Text

GIRO = Record(
    "giro",
    (
        Field("number", Text(60), required=True),
        Field("bank", Text(), required=True),
        Field("written", Day(), required=True),
        Field("effective", Day()),
        Field("received", Day()),
        Field("amount", Amount(), required=True),
        Field("for", OneOrMany(Text(60)), attribute="invoices"),
        Field("cleared", Day()),
        Field("bounced", Day()),
    ),
)

HANDED = Record(
    "handed",
    (
        Field("date", Day(), required=True),
        Field("amount", Amount(), required=True),
        Field("to", Text(), required=True),
        Field("receipt", Text(60)),
        Field("for", OneOrMany(Text(60)), attribute="invoices"),
    ),
)

RETURNED = Record(
    "returned",
    (
        Field("date", Day(), required=True),
        Field("invoice", Text(60), required=True),
        Field("value", Amount(), required=True),
        Field("note", Text(300)),
        Field("answer_by", Day()),
        Field("answered", Day()),
    ),
)

ENDING = Record("ending", (Field("date", Day(), required=True), Field("source", Text(300), required=True)))

#: The lists of the lanes, with the value that each of their records becomes.
LANES = (("giros", Giro), ("handed", Handed), ("returns", Returned))

#: Pairs of dates that stand in an order: the list, the earlier one, the later one.
ORDERED = (
    ("giros", "written", "effective"),
    ("giros", "effective", "cleared"),
    ("giros", "effective", "bounced"),
    ("giros", "written", "cleared"),
    ("giros", "written", "bounced"),
    ("returns", "date", "answer_by"),
    ("returns", "date", "answered"),
)


def check_lanes(got: Got, to: Findings) -> None:
    """Tell giros that stand there twice, that cleared and bounced, that come too late or lack their payment."""
    seen: dict[tuple[str, str], Got] = {}
    for giro in got.get("giros") or ():
        number, bank = giro.get("number"), giro.get("bank")
        if number is None or bank is None:
            continue
        first = seen.setdefault((number, bank), giro)
        if first is not giro:
            to.error("giro-repeated", giro.place("number"), other=first.place("number"), number=quoted(number))
        if giro.get("cleared") is not None and giro.get("bounced") is not None:
            to.error("giro-both", giro.place("bounced"), other=giro.place("cleared"), number=quoted(number))
        _too_late(giro, number, to)
        _unpaid(giro, number, got, to)


def _too_late(giro: Got, number: str, to: Findings) -> None:
    written, effective = giro.get("written"), giro.get("effective")
    if written is not None and effective is not None and effective > valid_until(written):
        to.warning("giro-late", giro.place("effective"), other=giro.place("written"), number=quoted(number),
                   effective=str(effective), until=str(valid_until(written)))  # fmt: skip


def _unpaid(giro: Got, number: str, got: Got, to: Findings) -> None:
    """Tell a giro that cleared while no payment since its first day is as much as it."""
    amount, cleared = giro.get("amount"), giro.get("cleared")
    since: date | None = giro.get("effective") or giro.get("written")
    if amount is None or cleared is None or since is None:
        return
    money = [
        each.get("amount")
        for each in got.get("payments") or ()
        if each.get("amount") is not None and each.get("date") is not None and each.get("date") >= since
    ]
    if sum(money) < amount:
        to.warning("giro-no-payment", giro.place("cleared"), number=quoted(number), amount=format_rupiah(amount),
                   cleared=str(cleared))  # fmt: skip
