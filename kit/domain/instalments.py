"""Schedules of instalments that add up to the rupiah: equal, by fixed amount, by parts; dates from an anchor day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from kit.basics.dates import months_after
from kit.basics.money import Rupiah, format_rupiah, rounded
from kit.basics.problems import Problem, error

#: Most instalments that one plan may have: ten years of months.
LONGEST = 120
#: Most months, weeks or days between two instalments.
FARTHEST = 366

Amounts = tuple[Rupiah, ...]
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Instalment:
    """One row of a schedule: this much, on or before `due` (inclusive)."""

    due: dt.date
    amount: Rupiah


class Span(StrEnum):
    """What the step between two instalments is counted in."""

    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Every:
    """The step between two instalments: every `number` months, weeks or days."""

    span: Span = Span.MONTHS
    number: int = 1

    def after(self, anchor: dt.date, steps: int) -> dt.date:
        """Return the day `steps` steps after `anchor`; months keep the anchor's day or take the month's last."""
        if self.span is Span.MONTHS:
            return months_after(anchor, steps * self.number)
        return anchor + dt.timedelta(steps * self.number * (7 if self.span is Span.WEEKS else 1))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the whole: `percent` of it, a fixed `amount`, or, with neither, the rest."""

    percent: Fraction | None = None
    amount: Rupiah | None = None


REST = Part()


def equal(total: Rupiah, count: int, unit: Rupiah = 1) -> tuple[Amounts, Problems]:
    """Split `total` into `count` instalments, rounded down to `unit`; the last takes the rest.

    The last one exceeds the others by less than `count` times `unit`.

    >>> equal(7_777_777, 4, 1000)[0]
    (1944000, 1944000, 1944000, 1945777)
    """
    faults = (*_limits(total, count), *_unit(unit))
    if faults:
        return (), faults
    each = total // count // unit * unit
    return _accepted(total, (each,) * (count - 1) + (total - (count - 1) * each,))


def fixed(total: Rupiah, amount: Rupiah, count: int | None = None) -> tuple[Amounts, Problems]:
    """Split `total` into instalments of `amount`, the rest last; `count` in all where that is given.

    >>> fixed(10_000, 3_000)[0]
    (3000, 3000, 3000, 1000)
    """
    if amount < 1:
        return (), (error("plan-part", number=1, amount=format_rupiah(amount)),)
    number = count if count is not None else -(-total // amount)
    faults = _limits(total, number)
    return ((), faults) if faults else _accepted(total, (amount,) * (number - 1) + (total - (number - 1) * amount,))


def by_parts(total: Rupiah, parts: Sequence[Part], unit: Rupiah = 1) -> tuple[Amounts, Problems]:
    """Split `total` into `parts`: percentages of the whole, fixed amounts, and at most one rest.

    Percentages are rounded down to `unit` where a rest takes what that leaves, else to the rupiah,
    half up; of percentages that are the whole together, the last takes the rest.

    >>> by_parts(1_000_000, [Part(percent=Fraction(70)), Part(amount=200_000), REST])[0]
    (700000, 200000, 100000)
    >>> by_parts(1_000_001, [Part(percent=Fraction(50)), Part(percent=Fraction(50))])[0]
    (500001, 500000)
    """
    faults = (*_limits(total, len(parts)), *_unit(unit))
    if faults:
        return (), faults
    if sum(each.percent or 0 for each in parts) == 100 and not any(each == REST or each.amount for each in parts):
        parts = (*parts[:-1], REST)
        unit = 1
    known = [_part(total, each, unit if REST in parts else 1) for each in parts]
    if known.count(None) > 1:
        return (), (error("plan-rest-twice"),)
    rest = total - sum(each for each in known if each is not None)
    return _accepted(total, tuple(rest if each is None else each for each in known))


def with_down_payment(total: Rupiah, down: Rupiah, rest: tuple[Amounts, Problems]) -> tuple[Amounts, Problems]:
    """Put a down payment before the amounts that the `rest` of `total` was split into."""
    amounts, faults = rest
    if faults or not down:
        return amounts, faults
    return _accepted(total, (down, *amounts)) if len(amounts) < LONGEST else ((), _limits(total, LONGEST + 1))


def days(first: dt.date, count: int, every: Every) -> tuple[tuple[dt.date, ...], Problems]:
    """Return `count` due dates from `first` on, each counted from `first`, so that 31 January does not stick at 28.

    >>> [str(day) for day in days(dt.date(2026, 1, 31), 3, Every())[0]]
    ['2026-01-31', '2026-02-28', '2026-03-31']
    """
    if not 1 <= every.number <= FARTHEST:
        return (), (error("plan-step", number=every.number, most=FARTHEST),)
    try:
        return tuple(every.after(first, step) for step in range(count)), ()
    except (ValueError, OverflowError):  # beyond the last year that a date can have
        return (), (error("plan-step", number=every.number, most=FARTHEST),)


def schedule(
    total: Rupiah, amounts: tuple[Amounts, Problems], first: dt.date, every: Every
) -> tuple[tuple[Instalment, ...], Problems]:
    """Return the rows of a plan over `total`: its amounts with their due dates, or why there is no such plan."""
    return dated(total, amounts, days(first, len(amounts[0]), every))


def dated(
    total: Rupiah, amounts: tuple[Amounts, Problems], dates: tuple[tuple[dt.date, ...], Problems]
) -> tuple[tuple[Instalment, ...], Problems]:
    """Return the rows of a plan over `total` from its amounts and as many due dates, or why there is no such plan."""
    faults = amounts[1] or dates[1]
    return ((), faults) if faults else custom(total, tuple(map(Instalment, dates[0], amounts[0])))


def custom(total: Rupiah, rows: Sequence[Instalment]) -> tuple[tuple[Instalment, ...], Problems]:
    """Return `rows` as somebody wrote them where they make a plan over `total`, else what is wrong with them."""
    faults = list(_limits(total, len(rows)) or _accepted(total, tuple(row.amount for row in rows))[1])
    for number, (before, row) in enumerate(pairwise(rows), 2):
        if row.due <= before.due:
            faults.append(error("plan-dates", number=number, due=str(row.due), before=str(before.due)))
    return ((), tuple(faults)) if faults else (tuple(rows), ())


def _part(total: Rupiah, part: Part, unit: Rupiah) -> Rupiah | None:
    if part.percent is None:
        return part.amount
    exact = total * part.percent / 100
    return rounded(exact) if unit == 1 else exact // unit * unit


def _unit(unit: Rupiah) -> Problems:
    return (error("plan-unit", unit=format_rupiah(unit)),) if unit < 1 else ()


def _limits(total: Rupiah, count: int) -> Problems:
    """Return why nothing of this size can be split into so many instalments."""
    if total < 1:
        return (error("plan-nothing", total=format_rupiah(total)),)
    if not 1 <= count <= LONGEST:
        return (error("plan-count", count=count, most=LONGEST),)
    return ()


def _accepted(total: Rupiah, amounts: Amounts) -> tuple[Amounts, Problems]:
    """Return `amounts` where each is something and together they are `total`."""
    faults = [
        error("plan-part", number=number, amount=format_rupiah(each))
        for number, each in enumerate(amounts, 1)
        if each < 1
    ]
    if not faults and sum(amounts) != total:
        faults.append(error("plan-sum", sum=format_rupiah(sum(amounts)), total=format_rupiah(total)))
    return ((), tuple(faults)) if faults else (amounts, ())
