"""Words that demand nothing: more time that was granted, an unconfirmed receipt. Never reads the clock."""

from __future__ import annotations

from datetime import date, timedelta

from kit.domain.history import History
from kit.domain.pacing import too_soon
from kit.domain.policy import EXCHANGE, EXTENSION, Stage
from kit.domain.situation import Situation
from kit.domain.statement import Line
from kit.domain.terms import UNKNOWN
from kit.domain.verdict import Reason, Send

#: Days after which an extension is old news.
FRESH = 14
#: Days after the invoice's date from which on we ask whether it was received, and days until we ask again.
ASK_AFTER, ASK_AGAIN = 3, 14


def extension_word(case: Situation) -> Send | None:
    """Return the confirmation of more time that was granted and not yet told, or None."""
    items = tuple(line for line in case.free(case.statement.open) if _untold(line, case.history, case.as_of))
    reasons = [
        Reason("extended", {"invoice": line.invoice.number, "before": before, "due": line.invoice.due})
        if before != UNKNOWN
        else Reason("extended-first", {"invoice": line.invoice.number, "due": line.invoice.due})
        for line in items
        for before in [line.invoice.dues[-2][1]]
    ]
    return _word(case, EXTENSION, items, reasons)


def exchange_word(case: Situation) -> Send | None:
    """Return the question whether invoices were received, where their days count from that, or None."""
    items = tuple(line for line in case.free(case.statement.open) if _unasked(line, case.history, case.as_of))
    return _word(case, EXCHANGE, items, [])


def _word(case: Situation, stage: Stage, items: tuple[Line, ...], reasons: list[Reason]) -> Send | None:
    """Return `stage` about `items` where the gap, the caps and the channels let it go out today."""
    if not items or too_soon(case.history, case.policy, -1, case.as_of, []):
        return None
    act_on = case.calendar.next_open(case.as_of, case.policy.window)
    listed = tuple(line for line in case.statement.open if line not in items and not line.past_due)
    found = case.send(stage, items, listed, act_on, [*reasons, *case.left_out()])
    return found if isinstance(found, Send) else None


def _untold(line: Line, past: History, as_of: date) -> bool:
    if not line.invoice.extensions:
        return False
    granted = line.invoice.extensions[-1].granted
    return granted + timedelta(FRESH) >= as_of and not any(
        day >= granted for day in _said(EXTENSION, line.invoice.number, past)
    )


def _unasked(line: Line, past: History, as_of: date) -> bool:
    if not line.invoice.awaits or line.invoice.issued + timedelta(ASK_AFTER) > as_of:
        return False
    return all(day + timedelta(ASK_AGAIN) <= as_of for day in _said(EXCHANGE, line.invoice.number, past))


def _said(stage: Stage, invoice: str, past: History) -> list[date]:
    return [each.date for each in past.sent if each.stage == stage.name and invoice in each.items]
