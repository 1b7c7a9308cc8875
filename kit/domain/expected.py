"""The money that promises and plans let us expect, week by week. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.cases import Case
from kit.domain.promises import Kept
from kit.domain.promises import standings as promises
from kit.domain.standing import standings


@dataclass(frozen=True, slots=True)
class Week:
    """What is to come from `monday` to the Sunday after it (inclusive), in whole rupiah."""

    monday: date
    promised: Rupiah
    instalments: Rupiah
    #: Customers whose word or plan it rests on, by id.
    customers: tuple[str, ...]

    @property
    def total(self) -> Rupiah:
        """What promises and plans together let us expect."""
        return self.promised + self.instalments


def expected(found: Iterable[Case]) -> tuple[Week, ...]:
    """Return each week in which a running promise ends or an instalment of a running plan is due, earliest first.

    Only what is still to come of each counts. What was due before the statement's day is arrears and
    nothing to count on.
    """
    coming = [(day, case.customer.id, promise, part) for case in found for day, promise, part in _of(case)]
    mondays = sorted({_monday(day) for day, *_ in coming})
    return tuple(
        Week(
            monday,
            sum(promise for day, _, promise, _ in coming if _monday(day) == monday),
            sum(part for day, _, _, part in coming if _monday(day) == monday),
            tuple(sorted({who for day, who, *_ in coming if _monday(day) == monday})),
        )
        for monday in mondays
    )


def _of(case: Case) -> Iterator[tuple[date, Rupiah, Rupiah]]:
    """Yield day, what is promised for it and what an instalment asks for on it."""
    as_of = case.statement.as_of
    for each in promises(case.customer, as_of):
        if each.state is Kept.OPEN:
            yield each.promise.by, each.promise.amount - each.paid, 0
    for plan in standings(case.customer, case.statement):
        for row in plan.rows if plan.pauses else ():
            if row.left and row.due >= as_of:
                yield row.due, 0, row.left


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
