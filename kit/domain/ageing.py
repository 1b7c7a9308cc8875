"""How old the arrears of a book are: what is open, by days after the due date. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kit.basics.money import Rupiah
from kit.domain.statement import Line, Statement

#: First and last day after the due date of each band, both inclusive; None: without end.
BANDS: tuple[tuple[int, int | None], ...] = ((0, 0), (1, 30), (31, 60), (61, 90), (91, None))


@dataclass(frozen=True, slots=True)
class Band:
    """What is open of one age, in whole rupiah; 0 to 0 days is what has not fallen due."""

    first: int
    last: int | None
    invoices: int
    amount: Rupiah


def ageing(statements: Iterable[Statement]) -> tuple[Band, ...]:
    """Return what is open in each band, youngest first; the amounts add up to everything outstanding.

    An invoice that only awaits a tax slip has no days past due and stands in the first band.
    """
    lines = [line for each in statements for line in each.open]
    return tuple(_band(first, last, lines) for first, last in BANDS)


def _band(first: int, last: int | None, lines: Iterable[Line]) -> Band:
    inside = [each for each in lines if first <= each.days_past_due and (last is None or each.days_past_due <= last)]
    return Band(first, last, len(inside), sum(each.outstanding for each in inside))
