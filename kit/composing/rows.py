"""One invoice as templates see it: a row of ready strings, and the words for its state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kit.basics.dates import long_date, long_date_with_weekday, short_date
from kit.basics.money import format_number, format_rupiah
from kit.basics.terbilang import terbilang
from kit.composing.fees import basis, counted
from kit.domain.statement import Line
from kit.domain.terms import UNKNOWN, Start

Row = Mapping[str, str]

#: Text that fits the invoice column of a letter on one line; longer numbers may break.
NO_DAYS = "–"
#: The state of an invoice whose days have not begun.
_AWAITING = {Start.RECEIPT: "menunggu tanda terima", Start.ACCEPTANCE: "menunggu serah terima"}
#: The state of an invoice that rests under a signed instalment plan.
PLANNED = "dalam rencana cicilan"


def row(line: Line, as_of: date, *, in_plan: bool = False, asked: bool = False) -> Row:
    """Return `line` as strings: `number`, dates, amounts with `Rp` and (ending in `_number`) without.

    What remains is all that is outstanding, or, where the line is `asked` for, what may be asked;
    amount + charged - deducted is always what remains. `special` is not empty where more than
    payments and credit notes is deducted.
    """
    reduced, waits = line.reduced, line.invoice.awaits
    remaining = line.claim if asked else line.outstanding
    deducted = line.invoice.amount + line.charged - remaining
    before = line.invoice.dues[-2][1] if line.invoice.extensions else UNKNOWN
    return {
        "number": line.invoice.number,
        "description": line.invoice.description or "",
        "payment_link": (line.invoice.payment_link or "") if line.outstanding and not line.disputed else "",
        "issued": long_date(line.invoice.issued),
        "issued_short": short_date(line.invoice.issued),
        "due_before": long_date(before) if before != UNKNOWN else "",
        "due": "" if waits else long_date(line.invoice.due),
        "due_day": "" if waits else long_date_with_weekday(line.invoice.due),
        "due_short": NO_DAYS if waits else short_date(line.invoice.due),
        "days_late": format_number(line.days_past_due) if line.past_due else NO_DAYS,
        "amount": format_rupiah(line.invoice.amount),
        "amount_number": format_number(line.invoice.amount),
        "paid": format_rupiah(line.paid) if line.paid else "",
        "credited": format_rupiah(line.credited) if line.credited else "",
        "reduced": format_rupiah(reduced) if reduced else "",
        "reduced_number": format_number(reduced) if reduced else NO_DAYS,
        "charged": format_rupiah(line.charged) if line.charged else "",
        "charged_number": format_number(line.charged) if line.charged else NO_DAYS,
        "charged_basis": basis(line),
        "charged_how": counted(line),
        "withheld": format_rupiah(line.withheld) if line.withheld else "",
        "article": line.invoice.withholding.article if line.invoice.withholding else "PPh",
        "discounted": format_rupiah(line.discounted) if line.discounted else "",
        "written_off": format_rupiah(line.written_off) if line.written_off else "",
        "awaiting_slip_number": format_number(line.awaiting_slip) if line.awaiting_slip else NO_DAYS,
        "awaiting_slip": format_rupiah(line.awaiting_slip) if line.awaiting_slip else "",
        "disputed_part": format_rupiah(line.disputed_part) if 0 < line.disputed_part < line.outstanding else "",
        "changes": changes(line, asked=asked),
        "special": "ya" if is_special(line) else "",
        "deducted_number": format_number(deducted) if deducted else NO_DAYS,
        "claim": format_rupiah(line.claim),
        "remaining": format_rupiah(remaining),
        "remaining_number": format_number(remaining),
        "settled_on": long_date(line.settled_on) if line.settled_on else "",
        "state": PLANNED if in_plan and line.outstanding else state(line, as_of),
        "tone": "calm" if in_plan and line.outstanding else tone(line),
    }


def changes(line: Line, *, asked: bool) -> str:
    """Return what lies between the amount of a line and what remains of it, in the order of a computation.

    What is discussed or awaits a tax slip is named only where it is left out of what is `asked`.
    """
    article = line.invoice.withholding.article if line.invoice.withholding else "PPh"
    disputed = line.disputed_part if asked else 0
    awaited = line.awaiting_slip if asked else 0
    return ", ".join(
        f"{words} {format_rupiah(amount)}{after}"
        for words, amount, after in (
            ("ditambah denda", line.charged, ""),
            ("sudah dibayar", line.paid, ""),
            ("nota kredit", line.credited, ""),
            (f"{article} menurut bukti potong", line.withheld, ""),
            ("potongan harga", line.discounted, ""),
            ("dihapuskan", line.written_off, ""),
            ("masih dibahas", disputed, " (tidak termasuk)"),
            (f"menunggu bukti potong {article}", awaited, ""),
        )
        if amount
    )


def is_special(line: Line) -> bool:
    """Tell whether more than payments and credit notes is deducted from a line, or left out of what is asked."""
    return line.reduced != line.paid + line.credited or line.claim != line.outstanding


def state(line: Line, as_of: date) -> str:
    """Return where an invoice stands, in words for the customer."""
    if not line.outstanding:
        return "lunas"
    if line.disputed:
        return "sedang kami bahas bersama"
    if line.awaiting_slip:
        return "menunggu bukti potong"
    if line.past_due:
        return "lewat jatuh tempo"
    if line.invoice.awaits:
        return _AWAITING[line.invoice.awaits]
    return "jatuh tempo hari ini" if line.invoice.due == as_of else "belum jatuh tempo"


def tone(line: Line) -> str:
    """Return the token that colours the state: "good", "attention" or "calm"."""
    if not line.outstanding:
        return "good"
    return "attention" if line.past_due and not line.disputed else "calm"


def in_words(count: int) -> str:
    """Return a count as running text writes it: words up to ten, figures above.

    >>> in_words(3), in_words(12)
    ('tiga', '12')
    """
    return terbilang(count) if 0 <= count <= 10 else format_number(count)


def listed(texts: tuple[str, ...]) -> str:
    """Return `texts` as a sentence names them.

    >>> listed(("A", "B", "C"))
    'A, B, dan C'
    """
    if len(texts) < 3:
        return " dan ".join(texts)
    return ", ".join(texts[:-1]) + ", dan " + texts[-1]
