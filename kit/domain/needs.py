"""What every message needs before it can go out: a way to the customer, somebody who signs, fresh bank data."""

from __future__ import annotations

from datetime import date

from kit.domain.calendar import Calendar
from kit.domain.model import BankAccount, Creditor
from kit.domain.policy import Approach, Channel, Policy, Stage
from kit.domain.verdict import Reason


def needs_of(
    stage: Stage, channels: tuple[Channel, ...], creditor: Creditor, policy: Policy, calendar: Calendar, as_of: date
) -> list[Reason]:
    """Return what is missing for a message of `stage`; from a firm stage on the bank statements must be fresh."""
    needs = [] if channels else [Reason("needs-contact")]
    if stage.signatory not in creditor.signatories:
        needs.append(Reason("needs-signatory", {"role": stage.signatory}))
    if stage.approach is not None and stage.approach.rank >= Approach.FIRM.rank:
        needs += [Reason("needs-bank-data", {"bank": each.bank, "until": each.read_until or as_of})
                  for each in creditor.accounts if is_stale(each, policy, calendar, as_of)]  # fmt: skip
    return needs


def is_stale(account: BankAccount, policy: Policy, calendar: Calendar, as_of: date) -> bool:
    """Tell whether a bank account was read too long ago; an account that says nothing only warns."""
    if account.read_until is None:
        return False
    return calendar.working_days_between(account.read_until, as_of) > policy.read_until_limit
