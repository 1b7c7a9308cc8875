"""Slips for withheld tax (bukti potong) that have not come: a polite request, again after a while.

Never reads the clock. What only awaits a slip is never past due and never demanded.
"""

from __future__ import annotations

from datetime import timedelta

from kit.domain.pacing import too_soon
from kit.domain.policy import Approach, Channel, Stage
from kit.domain.situation import Situation
from kit.domain.statement import Line
from kit.domain.verdict import OnHold, Reason, Verdict

#: The word to somebody who has paid all but the tax that was withheld: it asks for a paper and for no money.
SLIP = Stage("slip-request", 1, Approach.PERSUASIVE, (Channel.WHATSAPP, Channel.EMAIL), "slip-request")


def ask_for_slips(case: Situation, reasons: list[Reason]) -> Verdict | None:
    """Return the request for the slips that are awaited, or the rest until it may go out; None: none is awaited.

    It opens on the day after the first due date and comes again, while slips are missing, after the
    policy's days. What lies within the tolerance is not asked for.
    """
    lines = [line for line in case.free(case.statement.open) if line.awaiting_slip]
    if not lines:
        return None
    about = {line.invoice.number for line in lines}
    if sum(line.awaiting_slip for line in lines) <= case.tolerance:
        return OnHold("slip", None, tuple(reasons))
    opens = min(line.invoice.due for line in lines) + timedelta(SLIP.days)
    asked = [each.date for each in case.history.sent if each.stage == SLIP.name and about & set(each.items)]
    if asked:
        again = max(asked) + timedelta(case.policy.slip_request_every)
        reasons = [*reasons, Reason("slip-asked", {"day": max(asked)})]
        opens = max(opens, again)
    if opens > case.as_of:
        return OnHold("slip", opens - timedelta(1), tuple(reasons))
    wait = too_soon(case.history, case.policy, -1, case.as_of, reasons)
    if wait is not None:
        return wait
    due = tuple(line for line in lines if line.invoice.due < case.as_of)
    return case.send(SLIP, due, (), case.calendar.next_open(case.as_of, case.policy.window), reasons)


def slip_reasons(lines: tuple[Line, ...]) -> list[Reason]:
    """Return which invoices are open only because a tax slip has not come."""
    return [
        Reason("awaiting-slip", {"invoice": line.invoice.number, "amount": line.awaiting_slip})
        for line in lines
        if line.awaiting_slip
    ]
