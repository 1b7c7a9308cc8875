"""Late fees and interest: what a contract's clause lets a creditor charge, row by row, simple and never compound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from kit.basics.money import Rupiah, rounded
from kit.basics.problems import Source

_DAY = timedelta(1)

#: What the law gives without any agreement, a year (Stb. 1848 no. 22, by KUHPerdata 1250): a note, never a charge.
STATUTORY = Fraction(6, 100)

#: Above this a month, courts have cut agreed rates (MA 494 K/Pdt/1995); the kit warns.
HIGH = Fraction(3, 100)


class Per(StrEnum):
    """How often a fee is charged."""

    ONCE = "once"
    DAY = "day"
    #: Thirty days: parts of a month count by the day.
    MONTH = "month"
    #: 365 days, also in a leap year (actual/365).
    YEAR = "year"

    @property
    def days(self) -> int:
        """Days that one rate covers; 0 for a fee that comes once."""
        return {"once": 0, "day": 1, "month": 30, "year": 365}[self.value]


@dataclass(frozen=True, slots=True)
class Fee:
    """One charge of a late-fee clause: a `rate` of the principal, or an `amount` that comes once."""

    per: Per = Per.ONCE
    #: Part of the principal: 1/1000 for one permil.
    rate: Fraction | None = None
    amount: Rupiah | None = None
    #: Days after the due date that are free of it.
    grace: int = 0
    #: The most it comes to, as a part of the original principal.
    cap: Fraction | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    @property
    def daily(self) -> Fraction:
        """What it costs a day, as a part of the principal; 0 for a fee that comes once."""
        return self.rate / self.per.days if self.rate is not None and self.per is not Per.ONCE else Fraction(0)

    def limit(self, principal: Rupiah) -> Rupiah | None:
        """Return the most that it comes to on an original `principal`, or None."""
        return None if self.cap is None else rounded(principal * self.cap)


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One printed line of a computation: `base` over the days `first` to `last`, both included."""

    fee: Fee
    first: date
    last: date
    base: Rupiah
    amount: Rupiah
    #: Whether the fee's cap cut the amount.
    capped: bool = False

    @property
    def days(self) -> int:
        """Days counted, the first and the last included."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Terms:
    """What the charges of one invoice depend on besides its payments."""

    principal: Rupiah
    fees: tuple[Fee, ...]
    #: Due dates, each with the day from which it held.
    dues: tuple[tuple[date, date], ...]
    #: Disputed parts: first day, first day no more (or None), amount (None: all of it).
    disputed: tuple[tuple[date, date | None, Rupiah | None], ...] = ()

    def frozen(self, day: date, left: Rupiah) -> Rupiah:
        """Return how much of `left` is disputed on `day`."""
        running = [amount for opened, closed, amount in self.disputed if opened <= day and (not closed or day < closed)]
        if not running:
            return 0
        return left if None in running else min(left, sum(amount or 0 for amount in running))


def charge_rows(terms: Terms, levels: Sequence[tuple[date, Rupiah]], until: date) -> tuple[ChargeRow, ...]:
    """Return what late payment costs up to `until` (inclusive), fee by fee, in rows of one base each.

    `levels` says from which day on which principal was open, earliest first. Days are calendar days
    from the day after the due date (and the days of grace) to the day of payment, both included; a
    payment lowers the base from the next day on; days under extension, and what is disputed, cost
    nothing. Each row is rounded once, half up; a charge never bears a charge (KUHPerdata 1251).

    >>> rate = Fee(Per.YEAR, Fraction(10, 100))
    >>> terms = Terms(1_000_000, (rate,), ((date(2026, 1, 1), date(2026, 1, 31)),))
    >>> [row.amount for row in charge_rows(terms, [(date(2026, 1, 1), 1_000_000)], date(2026, 2, 15))]
    [4110]
    """
    return tuple(row for fee in terms.fees for row in _capped(fee, terms, _rows(fee, terms, levels, until)))


def statutory_note(principal: Rupiah, since: date, until: date) -> ChargeRow:
    """Return what 6 % a year comes to from `since` to `until`, both included: a note beside a claim, never in it.

    It runs only from the day on which it is claimed in court (KUHPerdata 1250), actual/365.
    """
    fee = Fee(Per.YEAR, STATUTORY)
    return _row(fee, since, until, principal)


def _rows(fee: Fee, terms: Terms, levels: Sequence[tuple[date, Rupiah]], until: date) -> Iterable[ChargeRow]:
    """Yield the rows of one fee before its cap."""
    grace = timedelta(fee.grace) + _DAY
    breaks = {first for first, _ in levels} | {until + _DAY}
    for known, due in terms.dues:
        breaks |= {known, due + grace}
    for opened, closed, _ in terms.disputed:
        breaks |= {opened, closed or opened}
    days = sorted(day for day in breaks if levels[0][0] <= day <= until + _DAY)
    open_row: tuple[date, date, Rupiah] | None = None
    for first, after in pairwise(days):
        due = [agreed for known, agreed in terms.dues if known <= first][-1]
        left = [principal for day, principal in levels if day <= first][-1]
        base = left - terms.frozen(first, left) if first >= due + grace else 0
        if fee.per is Per.ONCE:
            if base:
                yield _row(fee, first, first, terms.principal)
                return
        elif open_row and open_row[2] == base and open_row[1] + _DAY == first:
            open_row = (open_row[0], after - _DAY, base)
        else:
            if open_row:
                yield _row(fee, *open_row)
            open_row = (first, after - _DAY, base) if base else None
    if open_row:
        yield _row(fee, *open_row)


def _row(fee: Fee, first: date, last: date, base: Rupiah) -> ChargeRow:
    if fee.per is Per.ONCE:
        amount = rounded(base * fee.rate) if fee.rate is not None else fee.amount or 0
    else:
        amount = rounded(base * fee.daily * ((last - first).days + 1))
    return ChargeRow(fee, first, last, base, amount)


def _capped(fee: Fee, terms: Terms, rows: Iterable[ChargeRow]) -> Iterable[ChargeRow]:
    """Yield the rows up to the fee's cap, the last one cut to fit."""
    limit, charged = fee.limit(terms.principal), 0
    for row in rows:
        if limit is not None and charged + row.amount > limit:
            yield ChargeRow(fee, row.first, row.last, row.base, limit - charged, capped=True)
            return
        charged += row.amount
        yield row
