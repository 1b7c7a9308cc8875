"""Words that were given and not kept, as templates tell them: a broken instalment plan, a promise to pay.

Both are empty unless they are about what the message is about. Nothing here ends a plan: `breach.ended`
is the day its owner wrote into it, and while there is none the relief stands until a written notice.

| name | meaning |
|---|---|
| `breach.signed`, `.number` | the day of the agreement; its number where it was issued, or empty |
| `breach.numbers` | its invoices, or how many, as a sentence names them |
| `breach.missed`, `.places` | the instalments that did not come, with the sum of what is left and without |
| `breach.due` | the earliest due date of them |
| `breach.several`, `.begun` | more than one; a part of the first has come in |
| `breach.ended` | the day from which the plan no longer counts, or empty |
| `promise.amount`, `.by`, `.made` | the last promise that was not kept |
| `promise.paid`, `.rest` | what came in for it, in time or late, or empty; what is left of it |
"""

from __future__ import annotations

import datetime as dt

from kit.basics.dates import long_date
from kit.basics.money import format_rupiah
from kit.composing.rows import in_words, listed
from kit.composing.templates import Value
from kit.domain.agreements import agreement_of
from kit.domain.model import Book, Customer
from kit.domain.promises import broken_promise
from kit.domain.standing import Row, Standing, State, standings
from kit.domain.statement import Statement
from kit.domain.verdict import Send

#: Instalments and invoices that a sentence names one by one.
FEW = 3


def breach(book: Book, customer: Customer, statement: Statement, send: Send) -> dict[str, Value]:
    """Return the last signed plan about an invoice of `send` where instalments of it did not come, else empty texts."""
    found = _last_signed(customer, statement, send)
    rows = _missed(found) if found else ()
    if found is None or not rows:
        return {
            **dict.fromkeys(("signed", "number", "numbers", "places", "missed", "due", "ended"), ""),
            "several": False,
            "begun": False,
        }
    paper = agreement_of(found.plan, customer, book.register(customer.id), statement.as_of)
    plan, left = found.plan, sum(row.left for row in rows)
    same = set(plan.invoices) == {line.invoice.number for line in send.items}
    many = len(plan.invoices) > FEW
    named = f"{in_words(len(plan.invoices))} invoice" if many else f"invoice {listed(plan.invoices)}"
    return {
        "signed": long_date(plan.signed) if plan.signed else "",
        "number": paper.number if paper else "",
        "numbers": "invoice tersebut" if same else named,
        "places": _places(rows),
        "missed": f"cicilan {_places(rows)} sebesar {format_rupiah(left)}",
        "due": long_date(rows[0].due),
        "several": len(rows) > 1,
        "begun": bool(rows[0].paid),
        "ended": long_date(plan.ended) if plan.ended and found.state is State.ENDED else "",
    }


def promise(customer: Customer, statement: Statement, send: Send) -> dict[str, Value]:
    """Return the last promise about an invoice of `send` that was not kept, else empty texts."""
    last = broken_promise(customer, statement)
    word = last.promise if last else None
    none: dict[str, Value] = dict.fromkeys(("amount", "by", "made", "paid", "rest"), "")
    if last is None or word is None or not any(line.invoice.issued <= word.made for line in send.items):
        return none
    return {
        "amount": format_rupiah(word.amount),
        "by": long_date(word.by),
        "made": long_date(word.made),
        "paid": format_rupiah(last.received) if last.received else "",
        "rest": format_rupiah(word.amount - last.received),
    }


def _last_signed(customer: Customer, statement: Statement, send: Send) -> Standing | None:
    """Return the plan that was signed last of those about an invoice of `send`: it replaced the ones before."""
    about = {line.invoice.number for line in send.items}
    signed = [
        (each.plan.signed, each)
        for each in standings(customer, statement)
        if each.plan.signed is not None and each.plan.signed <= statement.as_of and about & set(each.plan.invoices)
    ]
    return max(signed, key=lambda pair: pair[0])[1] if signed else None


def _missed(found: Standing) -> tuple[Row, ...]:
    """Return the instalments that did not come; where the plan has ended, those missed while it still counted."""
    ended = found.plan.ended
    if found.state is State.BROKEN:
        return tuple(row for row in found.rows if row.overdue)
    if found.state is State.ENDED and ended is not None:
        grace = dt.timedelta(found.plan.grace)
        return tuple(row for row in found.rows if row.missed and row.due + grace < ended)
    return ()


def _places(rows: tuple[Row, ...]) -> str:
    """Name the places of `rows`, which follow each other: money fills instalments in their order."""
    if len(rows) <= FEW:
        return listed(tuple(f"ke-{row.number}" for row in rows))
    return f"ke-{rows[0].number} sampai dengan ke-{rows[-1].number}"
