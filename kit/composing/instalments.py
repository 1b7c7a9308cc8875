"""An instalment plan as templates see it: ready strings for its progress, its next instalment and its rows.

| name | meaning |
|---|---|
| `plan.number`, `.count` | the next instalment, how many there are |
| `plan.progress` | "Cicilan ke-3 dari 6"; names every instalment that is overdue |
| `plan.pay`, `.pay_words` | what is to be paid: the next instalment, or all that is overdue |
| `plan.due`, `.due_day` | day of the next instalment, without and with its weekday |
| `plan.late`, `.several`, `.begun` | it is overdue; more than one is; a part of it has come in |
| `plan.signed`, `.total` | day of the signature; the whole |
| `plan.paid`, `.left` | what has come in, empty where nothing has; what is left |
| `plan.numbers`, `.first_number` | the invoices of the plan as a sentence names them; the first of them |
| `plan.rows` | rows of `number`, `due`, `due_short`, `amount`, `amount_number`, `left_number`, `state`, `tone` |
"""

from __future__ import annotations

from kit.basics.dates import long_date, long_date_with_weekday, short_date
from kit.basics.money import format_number, format_rupiah
from kit.basics.terbilang import terbilang_rupiah
from kit.composing.rows import listed
from kit.composing.templates import Value
from kit.domain.asked import asked_by_plan, plan_of
from kit.domain.model import Customer
from kit.domain.standing import Row, Standing, standings
from kit.domain.statement import Statement
from kit.domain.verdict import Send


def spoken_of(customer: Customer, statement: Statement, send: Send) -> dict[str, Value]:
    """Return the plan that `send` is about, or an empty map where it is about none."""
    found = plan_of(customer, statement, send)
    return plan_fields(found) if found else {}


def running(customer: Customer, statement: Statement) -> tuple[Standing, ...]:
    """Return the plans that let their invoices rest on the day."""
    return tuple(each for each in standings(customer, statement) if each.pauses)


def plan_fields(found: Standing) -> dict[str, Value]:
    """Return everything a template may say of a plan that runs."""
    plan, row = found.plan, found.next or found.rows[-1]
    pay = asked_by_plan(found)
    asked = tuple(f"ke-{each.number}" for each in found.rows if each.overdue) or (f"ke-{row.number}",)
    left = plan.total
    rows: list[Value] = []
    for each in found.rows:
        left -= each.instalment.amount
        rows.append({**_row(each, found), "left_number": format_number(left)})
    return {
        "number": row.number,
        "count": len(found.rows),
        "progress": f"Cicilan {listed(asked)} dari {len(found.rows)}",
        "pay": format_rupiah(pay),
        "pay_words": terbilang_rupiah(pay),
        "due": long_date(row.due),
        "due_day": long_date_with_weekday(row.due),
        "late": row.overdue,
        "several": len(asked) > 1,
        "begun": bool(row.paid),
        "signed": long_date(plan.signed) if plan.signed else "",
        "paid": format_rupiah(found.paid) if found.paid else "",
        "left": format_rupiah(found.left),
        "total": format_rupiah(plan.total),
        "numbers": listed(plan.invoices),
        "first_number": plan.invoices[0],
        "rows": tuple(rows),
    }


def _row(row: Row, found: Standing) -> dict[str, Value]:
    state, tone = "belum jatuh tempo", "calm"
    if not row.left:
        state, tone = "sudah dibayar", "good"
    elif row.overdue:
        state, tone = f"kurang {format_rupiah(row.left)}" if row.paid else "lewat jatuh tempo", "attention"
    elif row.due == found.as_of:
        state = "jatuh tempo hari ini"
    elif row.paid:
        state = f"sudah dibayar {format_rupiah(row.paid)}"
    return {
        "number": str(row.number),
        "due": long_date(row.due),
        "due_short": short_date(row.due),
        "amount": format_rupiah(row.instalment.amount),
        "amount_number": format_number(row.instalment.amount),
        "state": state,
        "tone": tone,
    }
