"""What a running instalment plan asks of the day: a word about its next instalment, or rest. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kit.domain.calendar import Calendar
from kit.domain.history import History
from kit.domain.model import Customer
from kit.domain.pacing import ahead, moved, too_soon, within_caps
from kit.domain.policy import Approach, Channel, Policy, Stage
from kit.domain.reach import channels_for
from kit.domain.standing import Row, Standing, State
from kit.domain.verdict import Blocked, Clear, OnHold, Reason, Send, Verdict

#: Days before an instalment's date from which on we speak of it.
AHEAD = 3
#: Folder of wording below letters/, and how the stages of a plan are called: `instalment-3`, `instalment-3-late`.
TEMPLATE = "instalment"

_WRITTEN = (Channel.WHATSAPP, Channel.EMAIL)


def stage_of(row: Row) -> Stage:
    """Return the stage under which the register keeps the word about one instalment, so that it is said once."""
    name = f"{TEMPLATE}-{row.number}"
    if row.overdue:
        return Stage(f"{name}-late", 1, Approach.COLLABORATIVE, _WRITTEN, TEMPLATE)
    return Stage(name, -AHEAD, Approach.PERSUASIVE, _WRITTEN, TEMPLATE)


def keeping(
    found: Iterable[Standing], customer: Customer, past: History, policy: Policy, calendar: Calendar, as_of: date
) -> Send | OnHold | None:
    """Return what the running plans of a customer ask of the day, None where no plan runs.

    From H-3 to its date an instalment gets one word, and one more once it is late. Otherwise the
    plan's invoices rest until the day of the next instalment.
    """
    running = [each for each in found if each.pauses]
    for each in running:
        send = _word(each, customer, past, policy, calendar, as_of)
        if send is not None:
            return send
    rests = [_rest(each) for each in running]
    return min(rests, key=lambda rest: (rest.until is None, rest.until or as_of), default=None)


def with_plans(verdict: Verdict, planned: Send | OnHold | None, *, late: bool) -> Verdict:
    """Return the one verdict of the day where plans run beside other invoices, which go first when they are `late`."""
    if planned is None:
        return verdict
    speaks = isinstance(verdict, Send | Blocked) or (isinstance(verdict, Clear) and verdict.closing is not None)
    if isinstance(planned, Send):
        return verdict if late and speaks else planned
    return verdict if late or speaks else planned


def plan_reasons(found: Iterable[Standing]) -> list[Reason]:
    """Return what plans explain of a verdict: which invoices rest, which plan is broken or was never signed."""
    reasons = []
    for each in found:
        signed = each.plan.signed or each.as_of
        if each.pauses:
            reasons += [Reason("in-plan", {"invoice": line.invoice.number, "signed": signed}) for line in each.lines]
        elif each.state is State.BROKEN:
            reasons.append(Reason("plan-broken", {"amount": each.arrears, "signed": signed}))
        elif each.state is State.LAPSED and each.lines:
            reasons.append(Reason("plan-lapsed", {"until": each.plan.valid_until}))
    return reasons


def _word(
    each: Standing, customer: Customer, past: History, policy: Policy, calendar: Calendar, as_of: date
) -> Send | None:
    """Return the word that is due about the plan's next instalment and was not said yet, or None."""
    row = each.next
    if row is None or any(line.disputed for line in each.lines):
        return None
    stage = stage_of(row)
    opens = row.due - timedelta(AHEAD)
    act_on = calendar.next_open(as_of, policy.window)
    if as_of < calendar.last_open(opens, policy.window) or (act_on > row.due and not row.overdue):
        return None
    reaching, fallback = channels_for(customer, stage)
    channels, capped, _ = within_caps(reaching, past, policy, act_on)
    if _said(stage.name, each, past) or not channels or too_soon(past, policy, -1, as_of, []):
        return None
    code = "instalment-late" if row.overdue else "instalment-due"
    rows = len(each.rows)
    reasons = [Reason(code, {"number": row.number, "count": rows, "amount": row.left, "due": row.due})]
    reasons += plan_reasons([each])
    if fallback:
        reasons.append(Reason("channel-fallback", {"channel": channels[0]}))
    reasons += [*capped, *moved(calendar, policy.window, as_of, act_on)]
    if not row.overdue:
        reasons += ahead(calendar, policy.window, act_on, opens)
    return Send(stage, each.lines, (), channels[0], channels, act_on, None, tuple(reasons))


def _said(stage: str, each: Standing, past: History) -> bool:
    """Tell whether the word was said since the plan was offered, about its invoices and no other plan's."""
    about = set(each.plan.invoices)
    return any(sent.stage == stage and sent.date >= each.plan.offered and about & set(sent.items) for sent in past.sent)


def _rest(each: Standing) -> OnHold:
    """Return the pause: until the day of the next instalment, or until the plan breaks where one is late."""
    if any(line.disputed for line in each.lines):
        return OnHold("dispute", None, tuple(plan_reasons([each])))
    row = each.next
    coming = next((row.due for row in each.rows if row.left and not row.overdue), None)
    ends = each.breaks_on - timedelta(1) if each.breaks_on else None
    until = ends if row is not None and row.overdue else coming
    return OnHold("plan", until, tuple(plan_reasons([each])))
