"""The computation of a claim for a somasi and for counsel: principal, fees, what settled which, interest by law.

Part of `legal` (see somasi.py); every sum is a ready string, empty where there is none, with `_words` beside it.

| name | meaning |
|---|---|
| `legal.principal`, `.charged` | the invoices; late fees by the clause of the contract |
| `legal.paid`, `.paid_fees`, `.paid_principal` | money; what of it settled fees, empty where none did, and the rest |
| `legal.credited`, `.withheld`, `.discounted`, `.written_off` | what else lowered the claim |
| `legal.disputed` | what is discussed and left out |
| `legal.statutory.total`, `.rows` | 6 % a year, a note: `number`, `base`, `first`, `last`, `days`, `amount` |
| `legal.demands_statutory` | the policy says so in the somasi, too |
"""

from __future__ import annotations

from datetime import timedelta

from kit.basics.dates import long_date
from kit.basics.money import Rupiah, format_number, format_rupiah
from kit.basics.terbilang import terbilang_rupiah
from kit.composing.templates import Value
from kit.domain.charges import ChargeRow, statutory_note
from kit.domain.statement import Kind, Line


def computation(items: tuple[Line, ...]) -> dict[str, Value]:
    """Return the sums of `items`: principal + charged - everything below is what is asked for."""
    paid = sum(line.paid for line in items)
    fees = sum(each.charges for line in items for each in line.applied if each.kind is Kind.PAYMENT)
    sums = {
        "principal": sum(line.invoice.amount for line in items),
        "charged": sum(line.charged for line in items),
        "paid": paid,
        "paid_fees": fees,
        "paid_principal": paid - fees,
        "credited": sum(line.credited for line in items),
        "withheld": sum(line.withheld for line in items),
        "discounted": sum(line.discounted for line in items),
        "written_off": sum(line.written_off for line in items),
        "disputed": sum(line.disputed_part for line in items),
    }
    return {key: text for name, amount in sums.items() for key, text in _sum(name, amount).items()}


def statutory(items: tuple[Line, ...]) -> dict[str, Value]:
    """Return what 6 % a year comes to on the principal that is asked for, where no fee was agreed; empty: nothing.

    Counted from the first day past due to the statement's day, both included, on what is left today:
    what was paid meanwhile bears nothing, so that the note never says too much.
    """
    late = [line for line in items if line.past_due and line.claim and not line.invoice.fees]
    if not late:
        return {}
    found = [(line, _note(line)) for line in late]
    return {
        "total": format_rupiah(sum(note.amount for _, note in found)),
        "rows": tuple(
            {
                "number": line.invoice.number,
                "base": format_rupiah(note.base),
                "first": long_date(note.first),
                "last": long_date(note.last),
                "days": format_number(note.days),
                "amount": format_rupiah(note.amount),
            }
            for line, note in found
        ),
    }


def _note(line: Line) -> ChargeRow:
    first = line.invoice.due + timedelta(1)
    return statutory_note(line.claim, first, line.invoice.due + timedelta(line.days_past_due))


def _sum(name: str, amount: Rupiah) -> dict[str, str]:
    return {name: format_rupiah(amount) if amount else "", f"{name}_words": terbilang_rupiah(amount) if amount else ""}
