"""The gate before a somasi, the date it gives, and the next step of a running series. Never reads the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.domain.agreements import AGREEMENT
from kit.domain.calendar import Calendar
from kit.domain.history import History
from kit.domain.model import Creditor, Customer, LegalForm
from kit.domain.needs import needs_of
from kit.domain.pacing import moved
from kit.domain.policy import UNCOUNTED, Anchor, Approach, Channel, Policy, Stage
from kit.domain.reach import channels_for
from kit.domain.register import Outcome, Reach
from kit.domain.series import Series, Step, somasi_places
from kit.domain.statement import Line, Statement
from kit.domain.timing import counted
from kit.domain.verdict import Blocked, OnHold, Reason, Send, Verdict, Wait

#: Words before a somasi, at least, and attempts to speak that stand for one conversation.
CONTACTS, ATTEMPTS = 2, 2


@dataclass(frozen=True, slots=True)
class Matter:
    """What the gate looks at: both sides, the rules, the account and the register at the end of one day."""

    customer: Customer
    creditor: Creditor
    policy: Policy
    calendar: Calendar
    statement: Statement
    past: History
    #: First day of the episode: words spoken before it belong to another story.
    since: date | None

    @property
    def as_of(self) -> date:
        """The day from which everything is seen."""
        return self.statement.as_of


def first_demand(stage: Stage, late: tuple[Line, ...], matter: Matter, reasons: tuple[Reason, ...]) -> Send | Blocked:
    """Return the somasi that opens a series: about the late invoices of which a firm letter spoke, else about all."""
    past = matter.past
    firm = [place for place, each in enumerate(past.ladder.stages) if each.approach is Approach.FIRM]
    warned = tuple(
        line for line in late if any(past.days_sent(place, line.invoice.number, matter.since) for place in firm)
    )
    return demand(stage, warned or late, matter, (*reasons, Reason("stage-opened", {"stage": stage.name})))


def demand(stage: Stage, items: tuple[Line, ...], matter: Matter, reasons: tuple[Reason, ...]) -> Send | Blocked:
    """Return the somasi (or the note to counsel) about `items`, or what is missing before it may go out."""
    needs = gate(stage, items, matter)
    if needs:
        return Blocked(stage, needs, reasons, items)
    act_on = matter.calendar.next_open(matter.as_of, matter.policy.window)
    reasons = (*reasons, *moved(matter.calendar, matter.policy.window, matter.as_of, act_on))
    listed = tuple(line for line in matter.statement.open if line not in items)
    until = deadline(stage, act_on, matter.policy, matter.calendar)
    return Send(stage, items, listed, Channel.LETTER, (Channel.LETTER,), act_on, until, reasons)


def deadline(stage: Stage, day: date, policy: Policy, calendar: Calendar) -> date | None:
    """Return the one date that a somasi of `day` gives: the way there, then the days given.

    It moves off days off, and where customers are left in peace around Lebaran, behind those days.
    """
    if not stage.is_somasi:
        return None
    return calendar.next_calm(day + timedelta(policy.somasi.transit + days_given(stage, policy)), policy.window)


def days_given(stage: Stage, policy: Policy) -> int:
    """Return the days that a somasi gives from receipt: the stage's own, else the policy's."""
    return policy.somasi.days if stage.deadline is None else stage.deadline


def gate(stage: Stage, items: tuple[Line, ...], matter: Matter) -> tuple[Reason, ...]:
    """Return everything that is missing before `stage` may go out about `items`; nothing: the gate is open."""
    channels, _ = channels_for(matter.customer, stage)
    usual = needs_of(stage, channels, matter.creditor, matter.policy, matter.calendar, matter.as_of)
    if not stage.is_somasi:
        return tuple(usual)
    asked = (*_words_before(items, matter), *_approval(stage, items, matter), *_people(stage, items, matter))
    return (*asked, *(each for each in usual if each.code != "needs-contact"))


def _words_before(items: tuple[Line, ...], matter: Matter) -> list[Reason]:
    """Ask for the words that come before every somasi, however old the debt is, and for a conversation."""
    since, past = matter.since or matter.as_of, matter.past
    about = {line.invoice.number for line in items if line.outstanding}
    sent = [
        each for each in past.sent
        if each.date >= since and about & set(each.items) and each.stage not in {*UNCOUNTED, AGREEMENT}
    ]  # fmt: skip
    plain = {(each.date, each.stage) for each in sent if not _is(past.stage_called(each.stage), Approach.LEGAL)}
    firm = {number for each in sent if _is(past.stage_called(each.stage), Approach.FIRM) for number in each.items}
    needs = []
    if len(plain) < CONTACTS:
        needs.append(Reason("needs-words-before", {"count": len(plain), "least": CONTACTS}))
    needs += [Reason("needs-firm-word", {"invoice": number}) for number in sorted(about - firm)]
    spoken = [each for each in past.contacts if each.date >= since and each.outcome is not Reach.UNREACHABLE]
    if not any(each.outcome is Reach.REACHED for each in spoken) and len(spoken) < ATTEMPTS:
        needs.append(Reason("needs-conversation", {"customer": matter.customer.id, "count": len(spoken)}))
    return needs


def _is(stage: Stage | None, approach: Approach) -> bool:
    return stage is not None and stage.approach is approach


def _approval(stage: Stage, items: tuple[Line, ...], matter: Matter) -> list[Reason]:
    """Ask for the owner's approval of this stage, given when these invoices and the paper before it existed."""
    if not matter.policy.somasi.approval:
        return []
    existed = max(line.invoice.issued for line in items)
    about = {line.invoice.number for line in items}
    before = [
        each.date for each in matter.past.sent
        if each.number is not None and each.stage not in (stage.name, AGREEMENT) and about & set(each.items)
    ]  # fmt: skip
    earliest = max([existed, matter.since or existed, *before])
    given = [each for each in matter.past.approved if each.stage == stage.name and each.date >= earliest]
    if any(is_second_person(each.by, matter.creditor) for each in given):
        return []
    data = {"customer": matter.customer.id, "stage": stage.name}
    if given:
        return [Reason("needs-second-person", {**data, "by": given[-1].by})]
    return [Reason("needs-approval", {**data, "since": earliest})]


def is_second_person(name: str, creditor: Creditor) -> bool:
    """Tell whether `name` is somebody else than who prepares the papers: the creditor's first sender.

    Spaces and capitals make nobody another person. Where no sender is named, everybody is.
    """
    own = [each.name for each in creditor.senders[:1]]
    return " ".join(name.casefold().split()) not in {" ".join(each.casefold().split()) for each in own}


def _people(stage: Stage, items: tuple[Line, ...], matter: Matter) -> list[Reason]:
    """Ask for the amount, for who answers and where, and for counsel's power of attorney."""
    customer, counsel, needs = matter.customer, matter.creditor.counsel, []
    amount, minimum = sum(line.claim for line in items), matter.policy.somasi.minimum
    if amount < minimum:
        needs.append(Reason("needs-minimum", {"amount": amount, "minimum": minimum}))
    if customer.liable is None and customer.form is not LegalForm.PERSON:
        needs.append(Reason("needs-liable", {"customer": customer.id}))
    if customer.address is None or customer.address.verified is None or customer.address.verified > matter.as_of:
        needs.append(Reason("needs-verified-address", {"customer": customer.id}))
    if counsel is not None and (counsel.surat_kuasa is None or counsel.surat_kuasa.date > matter.as_of):
        needs.append(Reason("needs-surat-kuasa", {"firm": counsel.firm}))
    if stage.series is None:
        needs.append(Reason("needs-series", {"stage": stage.name}))
    return needs


def together(series: Sequence[Verdict], rest: Verdict | None) -> Verdict:
    """Return the one verdict of a day on which series run beside younger arrears: one message a day to a customer.

    A somasi goes first, then what the rest asks for, then what is missing. All reasons are told.
    """
    everyone = (*series, *([rest] if rest else []))
    told = tuple(reason for each in everyone for reason in each.reasons)
    for kind, some in ((Send, series), (Send, everyone), (Blocked, series), (Blocked, everyone)):
        for each in some:
            if isinstance(each, kind):
                return replace(each, reasons=told)
    if all(isinstance(each, OnHold) for each in everyone):
        return replace(everyone[0], reasons=told)
    days = [each.until for each in everyone if isinstance(each, Wait | OnHold) and each.until is not None]
    return Wait(min(days, default=None), told)


def next_step(series: Series, matter: Matter, resting: Mapping[str, str]) -> Verdict:
    """Return what a running series asks of the day; `resting` names the lane of each invoice that a pause covers.

    The next somasi follows only one that was issued, sent and received with proof, after the date
    that it gave. One that arrived after that date, or came back and has a newer address, is issued
    anew with the same invoices.
    """
    lines = {line.invoice.number: line for line in matter.statement.lines}
    items = tuple(lines[number] for number in series.items if number in lines)
    first = series.last.issued if series.last else series.waiting
    rest = sum(line.claim for line in items)
    reasons = (Reason("series-running", {"number": first.number if first else "", "amount": rest}),)
    left = [line for line in items if line.outstanding]
    lanes = {line.invoice.number: "dispute" for line in left if line.disputed}
    lanes |= {line.invoice.number: resting[line.invoice.number] for line in left
              if line.invoice.number in resting and line.invoice.number not in lanes}  # fmt: skip
    if lanes:
        # An objection is named before a pause, and either before what would come next.
        return OnHold(
            next(iter(lanes.values())), None, (*reasons, Reason("series-rests", {"invoices": ", ".join(lanes)}))
        )
    if series.handed_over is not None:
        return Wait(None, (*reasons, Reason("handed-over", {"on": series.handed_over})))
    found = _after(series.last, matter, reasons) if series.last else (somasi_places(matter.past.ladder)[0], ())
    if isinstance(found, tuple):
        place, why = found
        return _in_turn(matter.past.ladder.stages[place], items, matter, (*reasons, *why))
    return replace(found, items=items) if isinstance(found, Blocked) else found


def _in_turn(stage: Stage, items: tuple[Line, ...], matter: Matter, reasons: tuple[Reason, ...]) -> Verdict:
    """Return the demand, or Wait while the last message to this customer is too recent."""
    last = matter.past.last()
    earliest = last.date + timedelta(max(1, matter.policy.minimum_gap)) if last and not stage.internal else matter.as_of
    if earliest > matter.as_of:
        return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))
    return demand(stage, items, matter, (*reasons, Reason("stage-opened", {"stage": stage.name})))


def _after(step: Step, matter: Matter, reasons: tuple[Reason, ...]) -> tuple[int, tuple[Reason, ...]] | Verdict:
    """Return the place of the stage whose turn it is after `step` and what gave it that, or why none is."""
    ladder, number = matter.past.ladder, step.issued.number
    own, following = ladder.stages[step.place], step.place + 1
    if following == len(ladder.stages):
        return Wait(None, (*reasons, Reason("ladder-at-end")))
    stage = ladder.stages[following]
    given, outcome = step.issued.deadline, step.delivered
    if outcome is None:
        if given is not None and matter.as_of <= given:
            return Wait(
                given + timedelta(1), (*reasons, Reason("deadline-running", {"number": number, "until": given}))
            )
        return Blocked(stage, (Reason("needs-delivery", {"customer": matter.customer.id, "number": number}),), reasons)
    if outcome.outcome in (Outcome.RETURNED, Outcome.NOT_FOUND):
        verified = matter.customer.address.verified if matter.customer.address else None
        if verified is not None and outcome.date < verified <= matter.as_of:
            return step.place, (Reason("series-came-back", {"number": number, "on": outcome.date}),)
        need = Reason("needs-other-address", {"customer": matter.customer.id, "number": number, "on": outcome.date})
        return Blocked(own, (need,), reasons)
    if not outcome.proven:
        need = Reason("needs-proof-of-delivery", {"customer": matter.customer.id, "number": number})
        return Blocked(stage, (need,), reasons)
    received: dict[str, str | int | date] = {"number": number, "on": outcome.date}
    if step.received_late:
        return step.place, (Reason("series-received-late", {**received, "until": given or outcome.date}),)
    opens = _opens(stage, step, outcome.date, matter)
    if matter.as_of < opens:
        return Wait(opens, (*reasons, Reason("next-stage", {"until": opens})))
    return following, (Reason("series-received", received),)


def _opens(stage: Stage, step: Step, received: date, matter: Matter) -> date:
    """Return the first day of the stage after `step`: after its date, and not sooner than the days it gives."""
    days = days_given(matter.past.ladder.stages[step.place], matter.policy)
    earliest = [received + timedelta(days)]
    if step.issued.deadline is not None:
        earliest.append(step.issued.deadline + timedelta(1))
    if stage.anchor is Anchor.RECEIVED:
        earliest.append(counted(received, stage, matter.calendar))
    elif stage.anchor is Anchor.SENT:
        earliest.append(counted(step.sent.date, stage, matter.calendar))
    elif stage.anchor is Anchor.DUE:
        numbers = set(step.issued.items)
        dues = [line.invoice.due for line in matter.statement.lines if line.invoice.number in numbers]
        earliest.append(counted(max(dues), stage, matter.calendar))
    return max(earliest)
