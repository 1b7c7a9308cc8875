"""Bilyet giro as templates tell it: one that the bank refused, as a fact; those in hand that a message touches.

| name | meaning |
|---|---|
| `giro.number`, `.bank`, `.amount`, `.on` | the last one that the bank refused, for what is past due; or empty |
| `giros_held` | rows of `number`, `bank`, `amount`: in hand, neither cleared nor refused, money not in the book |
| `giros_held[].until` | the day until which it may clear, or empty once that has passed |
| `giros_held[].numbers` | the invoices it pays, where these are not just what the message is about; or empty |
"""

from __future__ import annotations

from kit.basics.dates import long_date
from kit.basics.money import format_rupiah
from kit.composing.rows import listed
from kit.composing.templates import Value
from kit.domain.giros import bounced_giro, clears_by, giros_held
from kit.domain.model import Book, Customer
from kit.domain.statement import Statement
from kit.domain.verdict import Send


def bounced(customer: Customer, statement: Statement) -> dict[str, Value]:
    """Return the giro that the bank refused, for what is past due; empty texts where none was."""
    giro = bounced_giro(customer, statement)
    if giro is None or giro.bounced is None:
        return dict.fromkeys(("number", "bank", "amount", "on"), "")
    told = {"number": giro.number, "bank": giro.bank, "amount": format_rupiah(giro.amount)}
    return {**told, "on": long_date(giro.bounced)}


def held(book: Book, customer: Customer, statement: Statement, send: Send) -> tuple[dict[str, Value], ...]:
    """Return the giros in hand that pay something of `send`, of its items or of what it only lists."""
    items = {line.invoice.number for line in send.items}
    shown = items | {line.invoice.number for line in send.listed}
    rows: list[dict[str, Value]] = []
    for giro in giros_held(customer, statement.as_of):
        until = clears_by(giro, book.policy, book.calendar)
        named = set(giro.invoices) & shown
        if giro.invoices and not named:
            continue
        rows.append(
            {
                "number": giro.number,
                "bank": giro.bank,
                "amount": format_rupiah(giro.amount),
                "until": long_date(until) if until >= statement.as_of else "",
                "numbers": f"invoice {listed(tuple(sorted(named)))}" if named and named != items else "",
            }
        )
    return tuple(rows)
