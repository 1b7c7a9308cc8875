"""Every stage that a day's decision looked at: chosen or not, why, and what would change it. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kit.domain.announcing import announcement
from kit.domain.changes import Changes
from kit.domain.escalation import parted, series_step
from kit.domain.foresight import Foresight, look_again, speaks, turn_of
from kit.domain.ledger import episode_start
from kit.domain.model import Customer
from kit.domain.policy import Anchor, Ladder, Stage
from kit.domain.register import Register
from kit.domain.situation import AWAITS, Rules, Situation
from kit.domain.somasi import first_demand
from kit.domain.statement import Line, Statement
from kit.domain.timing import Course
from kit.domain.verdict import Blocked, OnHold, Reason, Send, Verdict, Wait


class State(StrEnum):
    """Where one stage stands for one invoice on one day."""

    #: The verdict sends it.
    CHOSEN = "chosen"
    #: The verdict is that it has its turn and something is missing.
    BLOCKED = "blocked"
    SENT = "sent"
    #: A later stage was sent already, or has come since; or it speaks before the due date only.
    PASSED = "passed"
    #: The set does not come up to its condition.
    OUT = "condition"
    #: Its day is known and lies ahead.
    COMING = "coming"
    #: What it is counted from has not happened, or a stage that may not be skipped comes before it.
    AFTER = "after"
    #: Its day has come, and the gate before a somasi is closed while another stage has its turn.
    GATE = "gate-closed"
    #: Its day has come, and something else holds it back: the gap, a cap, a gentler or a more severe word.
    HELD = "held-back"
    #: Its invoice or its customer rests: disputed, in a plan, on hold, or within the tolerance.
    RESTS = "rests"


@dataclass(frozen=True, slots=True)
class Considered:
    """One stage for some invoices: the state, why, and what would bring its turn (or, where it is chosen, stop it)."""

    #: Name of the ladder; None: a word beside every ladder, such as thanks or a question.
    ladder: str | None
    stage: Stage
    invoices: tuple[str, ...]
    state: State
    reasons: tuple[Reason, ...]
    changes: tuple[Reason, ...]


#: Reasons of a verdict that hold a stage back whose day has come.
_HOLDING = frozenset({
    "too-soon", "cap-week", "cap-channel", "rest-after-payment", "rest-after-call", "first-word-gentle",
    "within-tolerance", "deadline-running", "claim-unfound",
})  # fmt: skip


def considered(customer: Customer, statement: Statement, register: Register, rules: Rules) -> tuple[Considered, ...]:
    """Return every stage of the ladders in force for each open invoice, in the order of the invoices and stages.

    It asks the same courses, gates and pauses as the decision, and looks ahead by deciding later days
    while nothing new is entered. A word beside the ladders comes last.
    """
    look = Foresight(customer, register, rules, statement.as_of)
    case = Situation(customer, statement, register, rules)
    found = list(_Look(case, look, register, rules).rows())
    turn = turn_of(look.on(statement.as_of))
    told = {number for each in found if each.state in (State.CHOSEN, State.BLOCKED) for number in each.invoices}
    if turn is not None:
        beside = tuple(line.invoice.number for line in turn.items if line.invoice.number not in told)
        if beside and not told:
            found.append(_spoken(None, turn, beside, Changes(look)))
    return _merged(found)


def _spoken(ladder: str | None, turn: Send | Blocked, about: tuple[str, ...], changes: Changes) -> Considered:
    if isinstance(turn, Blocked):
        return Considered(ladder, turn.stage, about, State.BLOCKED, (Reason("considered-blocked"),), turn.needs)
    would = changes.stopping(turn)
    return Considered(ladder, turn.stage, about, State.CHOSEN, (Reason("considered-chosen"),), would)


class _Look:
    """One customer on one day, while the stages are gone through."""

    def __init__(self, case: Situation, look: Foresight, register: Register, rules: Rules) -> None:
        self.case, self.look, self.as_of = case, look, case.as_of
        self.verdict: Verdict = look.on(case.as_of)
        self.hold = case.hold()
        self.series, self.rest = parted(case, register, rules)
        self.changes = Changes(look)
        self.late = self.rest.free(self.rest.statement.overdue)
        self.coming = tuple(line for line in self.rest.free(self.rest.statement.open) if not line.past_due)
        self.since = episode_start(self.rest.statement)
        self.courses = self._courses()

    def _courses(self) -> dict[str, Course]:
        """Return how the ladder of each open invoice goes, in the sets in which the decision looks at them."""
        found = {**self.rest.courses(self.late, self.since), **self.rest.courses(self.coming)}
        since = episode_start(self.case.statement)
        for line in self.case.statement.open:
            number = line.invoice.number
            if number not in found:
                found[number] = self.case.courses((line,), since if line.past_due else None)[number]
        return found

    def rows(self) -> Iterator[Considered]:
        """Yield a row for each ladder, each of its stages, and each open invoice that goes by it."""
        lines = self.case.statement.open
        own = {line.invoice.number: self.courses[line.invoice.number].past.ladder for line in lines}
        for ladder in {each.name: each for each in own.values()}.values():
            for place in range(len(ladder.stages)):
                for line in lines:
                    if own[line.invoice.number] is ladder:
                        yield self._row(line, ladder, place)

    def _row(self, line: Line, ladder: Ladder, place: int) -> Considered:
        number, stage = line.invoice.number, ladder.stages[place]
        turn = turn_of(self.verdict)
        if turn is not None and turn.stage == stage and speaks(self.verdict, stage.name, number):
            return _spoken(ladder.name, turn, (number,), self.changes)
        state, reasons = self._state(line, place)
        would: tuple[Reason, ...] = ()
        if state in (State.COMING, State.HELD, State.RESTS):
            again = look_again(self.verdict)
            days = [each for reason in reasons if isinstance(each := reason.data.get("until"), date)]
            days = [each + timedelta(state is State.RESTS) for each in days]
            rests = reasons if state is State.RESTS else self._resting(line)
            opens = max(days, default=None) if state is State.COMING else None
            would = self.changes.bringing(stage.name, number, [*days, *([again] if again else [])], rests, opens)
            would = () if line.outstanding == line.awaiting_slip else would
        elif state is State.AFTER:
            would = self.changes.before(reasons)
        if state is State.GATE:
            would = tuple(each for each in reasons if each.code.startswith("needs-"))
            reasons = tuple(each for each in reasons if each not in would)
        return Considered(ladder.name, stage, (number,), state, reasons, would)

    def _state(self, line: Line, place: int) -> tuple[State, tuple[Reason, ...]]:
        """Return where a stage stands that the verdict does not speak, and why."""
        course, number = self.courses[line.invoice.number], line.invoice.number
        past, stages = course.past, course.past.ladder.stages
        days, reached = past.days_sent(place, number, course.since), past.reached(number, course.since)
        if days and course.next_turn(place, line.invoice) is None:
            return State.SENT, (Reason("considered-sent", {"on": days[-1]}),)
        if line.outstanding == line.awaiting_slip:
            return State.RESTS, (Reason("considered-awaits-slip"),)
        if place < reached:
            # A word before the due date belongs to no episode, and was said all the same.
            earlier = past.days_sent(place, number)
            if earlier:
                return State.SENT, (Reason("considered-sent", {"on": earlier[-1]}),)
            return State.PASSED, (Reason("considered-passed", {"stage": stages[reached].name}),)
        if line.past_due and course.announces(place, line.invoice):
            return State.PASSED, (Reason("considered-before-due"),)
        for series, own in self.series:
            if number in series.items:
                return self._in_series(place, series_step(self.case, series, own), reached, stages)
        found = self._in_course(line, place, course)
        rests = self._resting(line)
        return (State.RESTS, rests) if rests and found[0] in (State.PASSED, State.HELD, State.GATE) else found

    def _in_course(self, line: Line, place: int, course: Course) -> tuple[State, tuple[Reason, ...]]:
        """Return where a stage stands for an invoice that goes by its ladder."""
        stages = course.past.ladder.stages
        if place in course.out:
            return State.OUT, (Reason("considered-condition"), *self._unmet(line, stages[place]))
        opens = course.turn(place, line.invoice)
        if opens is None and line.invoice.awaits and stages[place].anchor is Anchor.DUE:
            return State.RESTS, (Reason(f"considered-{AWAITS[line.invoice.awaits]}"),)
        if opens is None:
            code = f"considered-after-{stages[place].anchor.value}"
            return State.AFTER, (Reason(code, {"stage": stages[place - 1].name}),)
        if course.announces(place, line.invoice):
            opens = self.case.calendar.last_open(opens, self.case.policy.window)
        if opens > self.as_of:
            return State.COMING, (Reason("considered-coming", {"until": opens}),)
        come = course.come_to(line.invoice) if line.past_due else announcement(self.rest, course, line)
        if come is not None and self._spoken_place(stages, come) < place < come:
            return self._held(line, place, course)
        if come is not None and place < come:
            return State.PASSED, (Reason("considered-stale", {"stage": stages[come].name}),)
        if come is not None and place > come:
            return State.AFTER, (Reason("considered-after", {"stage": stages[come].name}),)
        return self._held(line, place, course)

    def _spoken_place(self, stages: tuple[Stage, ...], come: int) -> int:
        """Return the place of the stage that has its turn, `come` where it is none of these."""
        turn = turn_of(self.verdict)
        return stages.index(turn.stage) if turn is not None and turn.stage in stages else come

    def _unmet(self, line: Line, stage: Stage) -> Iterator[Reason]:
        """Yield the bounds of a stage's condition that the set of an invoice does not come up to."""
        lines = next((each for each in (self.late, self.coming) if line in each), (line,))
        wanted, amount = stage.only_if, sum(each.claim for each in lines)
        days = max(each.days_past_due for each in lines)
        if amount < wanted.amount_from:
            yield Reason("considered-condition-amount", {"amount": amount, "minimum": wanted.amount_from})
        if len(lines) < wanted.invoices_from:
            yield Reason("considered-condition-invoices", {"count": len(lines), "least": wanted.invoices_from})
        if days < wanted.days_past_due_from:
            yield Reason("considered-condition-days", {"days": days, "least": wanted.days_past_due_from})

    def _held(self, line: Line, place: int, course: Course) -> tuple[State, tuple[Reason, ...]]:
        """Return why a stage does not have its turn though its day has come."""
        stage, turn = course.past.ladder.stages[place], turn_of(self.verdict)
        told = tuple(each for each in self.verdict.reasons if each.code in _HOLDING)
        if stage.is_somasi and line in self.late:
            own = tuple(each for each in self.late if self.courses[each.invoice.number] is course)
            given = first_demand(stage, own, self.rest.matter(course.past), ())
            if isinstance(given, Blocked):
                return State.GATE, (Reason("considered-gate"), *told, *given.needs)
        if turn is not None:
            told = (Reason("considered-beside", {"stage": turn.stage.name}), *told)
        return State.HELD, told or (Reason("considered-held"),)

    def _in_series(
        self, place: int, step: Verdict, reached: int, stages: tuple[Stage, ...]
    ) -> tuple[State, tuple[Reason, ...]]:
        """Return where a stage stands for an invoice of a running series of somasi."""
        if place > reached + 1:
            return State.AFTER, (Reason("considered-after-series", {"stage": stages[place - 1].name}),)
        if isinstance(step, Wait) and step.until is not None:
            return State.COMING, tuple(step.reasons[1:])
        rests = tuple(step.reasons[1:]) if isinstance(step, OnHold) else ()
        if self.hold is not None or rests:
            return State.RESTS, (*(self.hold.reasons if self.hold is not None else ()), *rests)
        turn = turn_of(self.verdict)
        beside = (Reason("considered-beside", {"stage": turn.stage.name}),) if turn else ()
        return State.HELD, (*step.reasons[1:], *beside)

    def _resting(self, line: Line) -> tuple[Reason, ...]:
        """Return why an invoice, and its customer, rest; nothing: they do not."""
        whole = self.hold.reasons if self.hold is not None else ()
        if line not in self.case.free((line,)):
            return (*whole, *self.case.because([line.invoice.number]))
        if line in self.late and sum(each.claim for each in self.late) <= self.case.tolerance:
            return (*whole, Reason("within-tolerance", {"tolerance": self.case.tolerance}))
        return whole


def _merged(rows: list[Considered]) -> tuple[Considered, ...]:
    """Return rows that differ in their invoices alone as one, in the order in which they come first."""
    found: list[Considered] = []
    for row in rows:
        twin = next((n for n, each in enumerate(found) if replace(each, invoices=row.invoices) == row), None)
        if twin is None:
            found.append(row)
        else:
            found[twin] = replace(found[twin], invoices=(*found[twin].invoices, *row.invoices))
    return tuple(found)
