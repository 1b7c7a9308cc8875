"""The terms of an instalment plan as the operator types them, and the plan that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import click

from kit.basics.money import Rupiah, parse_rupiah
from kit.basics.problems import Problem, error
from kit.cli.session import Day
from kit.domain import instalments
from kit.domain.calendar import Calendar
from kit.domain.cases import Case
from kit.domain.instalments import REST, Amounts, Every, Instalment, Part, Span
from kit.domain.paydays import Payday, on_working_days
from kit.domain.plans import ACCELERATION, GRACE, Plan
from kit.domain.simulation import UNIT, Proposal
from kit.domain.standing import State, standings
from kit.domain.statement import Line

#: Days that an offer stays open, where nobody says.
OPEN_FOR = 14

_WEEKDAYS = (
    ("monday", "senin"), ("tuesday", "selasa"), ("wednesday", "rabu"), ("thursday", "kamis"), ("friday", "jumat"),
    ("saturday", "sabtu"), ("sunday", "minggu"),
)  # fmt: skip
_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,4}))?\s*%\Z")


class Amount(click.ParamType[int]):
    """An amount in whole rupiah, as a book writes it."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the amount, or refuse the word with the way to write it."""
        amount = value if isinstance(value, int) else parse_rupiah(str(value))
        if amount is None:
            self.fail(f"{value!r} is not an amount; write it as 1500000 or 1.500.000", param, ctx)
        return amount


class Step(click.ParamType[Every]):
    """The step between two instalments: months:1, weeks:2, days:10."""

    name = "step"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Every:
        """Return the step, or refuse the word with the way to write it."""
        if isinstance(value, Every):
            return value
        span, _, number = str(value).partition(":")
        if span not in set(Span) or not (number or "1").isascii() or not (number or "1").isdigit():
            self.fail(f"{value!r} is not a step; write months:1, weeks:2 or days:10", param, ctx)
        return Every(Span(span), int(number or "1"))


class Parts(click.ParamType[tuple[Part, ...]]):
    """Parts of the whole, with commas between them: 30%,30%,rest or 2.000.000,rest."""

    name = "parts"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Part, ...]:
        """Return the parts, or refuse the word with the way to write it."""
        if isinstance(value, tuple):
            return value
        words = [word.strip() for word in str(value).split(";" if ";" in str(value) else ",")]
        found = [_part(word) for word in words]
        if wrong := next((word for word, part in zip(words, found, strict=True) if part is None), None):
            self.fail(f"{wrong!r} is no part; write 30%, 2.000.000 or rest", param, ctx)
        return tuple(part for part in found if part is not None)


class Row(click.ParamType[Instalment]):
    """One instalment written out: 2026-12-15:1.500.000."""

    name = "row"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Instalment:
        """Return the instalment, or refuse the word with the way to write it."""
        if isinstance(value, Instalment):
            return value
        day, _, amount = str(value).partition(":")
        return Instalment(Day().convert(day, param, ctx), Amount().convert(amount, param, ctx))


class PaydayWord(click.ParamType[Payday]):
    """A payday: a day of the month, or a weekday by its English or Indonesian name."""

    name = "payday"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Payday:
        """Return the payday, or refuse the word with the way to write it."""
        if isinstance(value, Payday):
            return value
        word = str(value).lower().replace("'", "")
        for number, names in enumerate(_WEEKDAYS):
            if word in names:
                return Payday(weekday=number)
        if not (word.isascii() and word.isdigit() and len(word) < 3 and 1 <= int(word) <= 31):
            self.fail(f"{value!r} is no payday; write 1 to 31, or a weekday such as friday or jumat", param, ctx)
        return Payday(day=int(word))


@dataclass(frozen=True, slots=True)
class Wish:
    """The terms that the operator gave."""

    count: int | None
    amount: Rupiah | None
    parts: tuple[Part, ...] | None
    rows: tuple[Instalment, ...]
    first: date | None
    every: Every
    payday: Payday | None
    working_days: bool
    down: Rupiah
    unit: Rupiah
    valid_until: date | None
    invoices: tuple[str, ...]
    grace: int
    acceleration: int

    def __post_init__(self) -> None:
        """Refuse words that do not go together, as wrong usage."""
        shapes = [self.count is not None or self.amount is not None, self.parts is not None, bool(self.rows)]
        if not any(shapes):
            raise click.UsageError(
                "say how many instalments (--count), how much each (--amount), in which parts (--parts), "
                "or each one (--row)"
            )
        if sum(shapes) > 1:
            raise click.UsageError("--count and --amount, --parts, and --row are three ways; give one of them")
        if self.rows and (self.first or self.payday or self.down or self.working_days):
            raise click.UsageError("--row gives every date and amount; nothing is left for --first, --payday or --down")
        if not self.rows and self.first is None:
            raise click.UsageError("say on which day the first payment is due (--first)")


def wish_of(code: Proposal) -> Wish:
    """Return the terms that a customer chose on the page."""
    return Wish(
        count=code.count, amount=None, parts=None, rows=(), first=code.first, every=Every(), payday=None,
        working_days=False, down=0, unit=UNIT, valid_until=None, invoices=(), grace=GRACE, acceleration=ACCELERATION,
    )  # fmt: skip


def proposal(case: Case, wish: Wish, calendar: Calendar) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Return the plan that `wish` makes of what the customer owes, or why there is none."""
    lines, problems = _about(case, wish.invoices)
    total = sum(line.outstanding for line in lines)
    as_of = case.statement.as_of
    first = min((row.due for row in wish.rows), default=wish.first)
    if problems or first is None or first < as_of:
        late = error("plan-first-past", first=str(first), offered=str(as_of))
        return None, problems or (late,)
    if wish.rows:
        rows, problems = instalments.custom(total, wish.rows)
    else:
        rows, problems = _shaped(total, _split(total, wish), first, wish, calendar)
    if problems:
        return None, problems
    until = wish.valid_until or as_of + timedelta(OPEN_FOR)
    if until < as_of:
        return None, (error("dates-reversed", last="valid_until", late=str(until), first="offered", early=str(as_of)),)
    numbers = tuple(line.invoice.number for line in lines)
    return Plan(as_of, until, numbers, total, rows, grace=wish.grace, acceleration_after=wish.acceleration), ()


def _split(total: Rupiah, wish: Wish) -> tuple[Amounts, tuple[Problem, ...]]:
    """Split `total` as `wish` says, a down payment before everything else."""
    rest = total - wish.down
    if wish.parts is not None:
        amounts = instalments.by_parts(rest, wish.parts, wish.unit)
    elif wish.amount is None:
        amounts = instalments.equal(rest, wish.count or 0, wish.unit)
    else:
        amounts = instalments.fixed(rest, wish.amount, wish.count)
    return instalments.with_down_payment(total, wish.down, amounts)


def _shaped(
    total: Rupiah, amounts: tuple[Amounts, tuple[Problem, ...]], first: date, wish: Wish, calendar: Calendar
) -> tuple[tuple[Instalment, ...], tuple[Problem, ...]]:
    """Return the rows of a plan: its amounts on the days that suit the payer, a down payment on the first day."""
    count, down = len(amounts[0]), (first,) if wish.down and wish.payday else ()
    if wish.payday is None:
        dates, problems = instalments.days(first, count, wish.every)
    else:
        dates, problems = wish.payday.dates(first + timedelta(len(down)), count - len(down), wish.every)
    found = ((*down, *dates), problems)
    return instalments.dated(total, amounts, on_working_days(found, calendar) if wish.working_days else found)


def _part(word: str) -> Part | None:
    """Return the part that one word names, or None."""
    if word.lower() in ("rest", "sisa"):
        return REST
    percent = _PERCENT.match(word)
    if percent:
        decimals = percent[2] or ""
        return Part(percent=Fraction(int(percent[1] + decimals), 10 ** len(decimals)))
    amount = parse_rupiah(word)
    return None if amount is None else Part(amount=amount)


def _about(case: Case, wanted: tuple[str, ...]) -> tuple[list[Line], tuple[Problem, ...]]:
    """Return the open invoices that a plan would be about, and those that it cannot be about."""
    statement, found = case.statement, {line.invoice.number: line for line in case.statement.open}
    problems = [error("plan-invoice-not-open", number=each) for each in wanted if each not in found]
    lines = [found[each] for each in dict.fromkeys(wanted) if each in found] if wanted else [
        line for line in statement.overdue if not line.disputed
    ]  # fmt: skip
    problems += [error("plan-disputed", number=line.invoice.number) for line in lines if line.disputed]
    counting = [each for each in standings(case.customer, statement) if each.state not in (State.LAPSED, State.ENDED)]
    for line in lines:
        number = line.invoice.number
        offers = [each.plan.offered for each in counting if number in each.plan.invoices]
        if offers:
            problems.append(error("plan-runs-already", number=number, offered=str(max(offers))))
    return lines, tuple(problems)
