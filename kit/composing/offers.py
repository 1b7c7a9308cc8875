"""What a customer gains by early payment, and how an invoice is exchanged, as templates see it.

| name | meaning |
|---|---|
| `discount.pay`, `.off`, `.until`, `.until_day` | what settles all until that day (inclusive), what comes off |
| `incentive` | what prompt payment brings beside money, in words; empty once late |
| `exchange.missing` | papers of the checklist that did not go with the invoices |
| `exchange.next_day` | next day on which the customer takes invoices, or empty |
| `exchange.counted_from` | what the days are counted from: tanda terima or serah terima |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kit.basics.dates import long_date, long_date_with_weekday
from kit.basics.money import format_rupiah
from kit.composing.rows import listed
from kit.composing.templates import Value
from kit.domain.model import Book, Customer
from kit.domain.statement import Line
from kit.domain.terms import UNKNOWN, Start


def discount_fields(lines: Sequence[Line], day: dt.date) -> dict[str, Value]:
    """Return the discounts that somebody who pays all of `lines` after `day` still gets, or an empty map."""
    given = [
        (line.discount.until, min(line.discount.amount, line.claim))
        for line in lines
        if line.discount and day <= line.discount.until < UNKNOWN
    ]
    if not given:
        return {}
    off = sum(amount for _, amount in given)
    until = min(last for last, _ in given)
    return {
        "pay": format_rupiah(sum(line.claim for line in lines) - off),
        "off": format_rupiah(off),
        "until": long_date(until),
        "until_day": long_date_with_weekday(until),
    }


def incentive(book: Book, lines: Sequence[Line]) -> str:
    """Return what prompt payment of `lines` brings beside money, empty once one of them is late or has no due date."""
    if any(line.past_due or line.invoice.awaits for line in lines):
        return ""
    own = tuple(dict.fromkeys(line.invoice.incentives for line in lines if line.invoice.incentives))
    found = " ".join(own) or (book.policy.incentives or "" if lines else "")
    return found.rstrip(".")


def exchange_fields(customer: Customer, lines: Sequence[Line], act_on: dt.date) -> dict[str, Value]:
    """Return how the customer takes the invoices of `lines`, or an empty map where none awaits its receipt."""
    waiting = [line.invoice for line in lines if line.invoice.awaits]
    if not waiting:
        return {}
    own = customer.exchange
    missing = dict.fromkeys(paper for each in waiting for paper in (own.missing(each.documents) if own else ()))
    days = [act_on + dt.timedelta(ahead) for ahead in range(1, 8)] if own and own.days else []
    coming = next((day for day in days if own and day.weekday() in own.days), None)
    accepted = any(each.awaits is Start.ACCEPTANCE for each in waiting)
    return {
        "missing": listed(tuple(missing)),
        "next_day": long_date_with_weekday(coming) if coming else "",
        "counted_from": "serah terima" if accepted else "tanda terima",
    }
