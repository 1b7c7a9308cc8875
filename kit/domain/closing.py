"""The word of thanks to somebody who was reminded and has paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kit.domain.calendar import Calendar
from kit.domain.history import History
from kit.domain.model import Customer
from kit.domain.pacing import moved, too_soon, within_caps
from kit.domain.policy import THANKS, Policy
from kit.domain.reach import channels_for
from kit.domain.statement import Line, Statement
from kit.domain.verdict import Reason, Send


def closing_word(
    customer: Customer, statement: Statement, past: History, policy: Policy, calendar: Calendar
) -> Send | None:
    """Return thanks for invoices that were reminded of and are now paid, or None.

    Thanks go only to those we had contacted about an invoice before it was settled, within the
    policy's days after it was settled. The caller asks only while no arrears are left.
    """
    as_of = statement.as_of
    items = tuple(line for line in statement.lines if _is_owed_thanks(line, statement, past, policy))
    # Thanks ask for nothing: around Lebaran they are welcome.
    window = replace(policy.window, lebaran=False)
    act_on = calendar.next_open(as_of, window)
    channels, capped, _ = within_caps(channels_for(customer, THANKS)[0], past, policy, act_on)
    if not items or not channels or too_soon(past, policy, -1, as_of, []):
        return None
    reasons = [Reason("settled", {"invoice": line.invoice.number, "on": line.settled_on or as_of}) for line in items]
    reasons += [*capped, *moved(calendar, window, as_of, act_on)]
    return Send(THANKS, items, (), channels[0], channels, act_on, None, tuple(reasons))


def _is_owed_thanks(line: Line, statement: Statement, past: History, policy: Policy) -> bool:
    settled = line.settled_on
    if settled is None or not line.paid or settled + timedelta(policy.thanks_within) < statement.as_of:
        return False
    number = line.invoice.number
    reminded = any(number in each.items and each.date <= settled and each.stage != THANKS.name for each in past.sent)
    return reminded and not past.thanked(frozenset({number}))
