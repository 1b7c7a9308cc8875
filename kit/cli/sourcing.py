"""Shows where every figure of a statement comes from: file and line, the rule of allocation, each row of a charge."""

from __future__ import annotations

from datetime import date

from kit.basics.money import format_number, format_rupiah
from kit.basics.problems import Source
from kit.cli.sayings import Sayings
from kit.cli.weighing import lined
from kit.domain.charges import ChargeRow
from kit.domain.model import Customer
from kit.domain.sources import entered, unallocated
from kit.domain.statement import Applied, Kind, Line, Statement


def place(at: Source) -> str:
    """Return where something is written, as file:line."""
    return f"{at.path}:{at.line}"


def line_data(line: Line, principal_first: date | None) -> dict[str, object]:
    """Return one invoice with everything that changes what is left of it."""
    bill = line.invoice
    return {
        "number": bill.number, "issued": str(bill.issued), "due": None if bill.awaits else str(bill.due),
        "amount": bill.amount,
        "charged": line.charged, "credited": line.credited, "paid": line.paid, "withheld": line.withheld,
        "discounted": line.discounted, "written_off": line.written_off, "outstanding": line.outstanding,
        "days_past_due": line.days_past_due, "disputed": line.disputed, "disputed_part": line.disputed_part,
        "awaiting_slip": line.awaiting_slip, "claim": line.claim, "source": place(bill.at),
        "discount": {"until": str(line.discount.until), "amount": line.discount.amount} if line.discount else None,
        "applied": [
            {
                "date": str(each.date), "amount": each.amount, "kind": each.kind.value, "by": each.by.value,
                "to_charges": each.charges, "to_principal": each.amount - each.charges,
                "order": _order(each, principal_first),
            }
            for each in line.applied
        ],
        "charges": [
            {
                "clause": bill.contract.late_fee_clause if bill.contract else None, "source": place(row.fee.at),
                "per": row.fee.per.value, "rate": str(row.fee.rate) if row.fee.rate is not None else None,
                "base": row.base, "first": str(row.first), "last": str(row.last), "days": row.days,
                "amount": row.amount, "capped": row.capped,
            }
            for row in line.charges
        ],
    }  # fmt: skip


def entries_data(customer: Customer, as_of: date) -> list[dict[str, object]]:
    """Return every entry that the statement rests on, with its place."""
    return [
        {"date": str(each.date), "what": each.what, "amount": each.amount, "invoices": list(each.invoices),
         "number": each.number, "source": place(each.at)}
        for each in entered(customer, as_of)
    ]  # fmt: skip


def unallocated_data(customer: Customer, statement: Statement) -> dict[str, int]:
    """Return how the money that settles nothing comes about."""
    found = unallocated(customer, statement)
    return {
        "payments": found.payments, "credit_notes": found.credit_notes, "slips": found.slips,
        "settled": found.settled, "refunded": found.refunded,
    }  # fmt: skip


def sources_text(customer: Customer, statement: Statement, say: Sayings) -> list[str]:
    """Return the way of each invoice to what is left of it, then every entry, in lines of a terminal."""
    consent = customer.principal_first.date if customer.principal_first else None
    lines = []
    for line in statement.lines:
        lines += _invoice(line, consent, say)
    entries = entered(customer, statement.as_of)
    lines += ["", say.door("explain-entries")] if entries else [""]
    for each in entries:
        amount = format_rupiah(each.amount) if each.amount is not None else None
        told = (say.door(f"explain-{each.what}"), amount, each.number, ", ".join(each.invoices), f"({place(each.at)})")
        lines += lined(" ".join(filter(None, told)), f"  {each.date}  ")
    if statement.unallocated or statement.overrefunded:
        found = unallocated(customer, statement)
        sums = {key: format_rupiah(getattr(found, key)) for key in ("payments", "credit_notes", "slips", "settled")}
        text = say.door("explain-unallocated", refunded=format_rupiah(found.refunded), **sums)
        lines += lined(f"{say.door('unallocated')}: {format_rupiah(found.left)} = {text}", "  ")
    return lines


def _invoice(line: Line, consent: date | None, say: Sayings) -> list[str]:
    """Return one invoice: its amount, what was added, what settled it and by which rule, what is left and how."""
    bill = line.invoice
    lines = [_sum(f"  {bill.number}", bill.amount, place(bill.at))]
    for row in line.charges:
        lines.append(_sum(f"    + {row.first} – {row.last}", row.amount, _charge(row, line, say)))
    for each in line.applied:
        told = say.door(f"explain-by-{each.by.value}")
        if each.kind is Kind.PAYMENT and (
            each.charges or (line.charges and _order(each, consent) == "principal-first")
        ):
            told += f"; {say.door(f'explain-{_order(each, consent)}', amount=each.charges)}"
        kind = say.door(f"explain-kind-{each.kind.value}")
        lines.append(_sum(f"    - {each.date} {kind}", each.amount, told))
    notes = []
    if line.awaiting_slip:
        notes.append(say.door("explain-awaiting-slip", amount=line.awaiting_slip))
    if line.disputed_part:
        notes.append(say.door("explain-disputed-part", amount=line.disputed_part))
    if line.discount and line.outstanding:
        notes.append(say.door("explain-discount-open", amount=line.discount.amount, until=line.discount.until))
    lines.append(_sum(f"    = {say.door('explain-left')}", line.outstanding, "; ".join(notes)))
    return [part for each in lines for part in each]


def _sum(head: str, amount: int, told: str) -> list[str]:
    figures = f"{head:<32}{format_number(amount):>15}"
    return lined(told, f"{figures}  ") if told else [figures]


def _charge(row: ChargeRow, line: Line, say: Sayings) -> str:
    contract = line.invoice.contract
    data = {"clause": (contract.late_fee_clause if contract else None) or "", "base": format_rupiah(row.base)}
    if row.fee.rate is None:
        text = say.door("explain-fee-amount", **data)
    else:
        percent = row.fee.rate * 100
        rate = f"{percent.numerator}/{percent.denominator} %" if percent.denominator > 1 else f"{percent.numerator} %"
        text = say.door(f"explain-fee-{row.fee.per.value}", rate=rate, days=row.days, **data)
    return f"{text}{say.door('explain-fee-capped') if row.capped else ''} ({place(row.fee.at)})"


def _order(each: Applied, principal_first: date | None) -> str | None:
    """Return which part of a debt money settled first: charges by KUHPerdata 1397, or principal by consent."""
    if each.kind is not Kind.PAYMENT:
        return None
    return "principal-first" if principal_first is not None and principal_first <= each.date else "charges-first"
