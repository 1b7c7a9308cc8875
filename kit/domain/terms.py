"""Payment terms: from which day how long, early-payment discounts, and parts (termin) that add up. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from kit.basics.dates import months_after
from kit.basics.money import Rupiah, rounded

#: The due date of an invoice whose days have not begun: far beyond every date that a book may hold.
UNKNOWN = date(9000, 1, 1)

#: Longest term in days and in months.
MOST_DAYS, MOST_MONTHS = 366, 24

_FROM = r"(?: from (?P<start>issue|receipt|acceptance))?"
_GRAMMAR = tuple(
    re.compile(shape + _FROM, re.ASCII)
    for shape in (
        r"(?:net (?P<net>[0-9]{1,3})(?: days?)?|(?P<days>[0-9]{1,3}) days?)(?P<eom> end of month)?",
        r"(?P<months>[0-9]{1,2}) months?(?P<eom> end of month)?",
        r"(?P<eom>end of (?P<next>next )?month)",
        r"(?P<day>[0-9]{1,2}) of (?P<next>next )?month",
    )
)


class Start(StrEnum):
    """What the days are counted from."""

    ISSUE = "issue"
    #: The receipt stamp of the customer (tanda terima, tukar faktur).
    RECEIPT = "receipt"
    #: The customer's acceptance of what was delivered (BAST).
    ACCEPTANCE = "acceptance"


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """How long a customer has: so many days or months, then perhaps on to a day of the month.

    Thirty days and one month are different terms; months keep the day they are counted from.
    """

    days: int = 0
    months: int = 0
    #: The day of the month on which it then is due, 31 for its last; None: on the day itself.
    on: int | None = None
    #: Whether that day lies in the month after.
    following: bool = False
    start: Start = Start.ISSUE

    def due(self, start: date) -> date:
        """Return the last day to pay (inclusive) when the days begin on `start`; never before it.

        >>> PaymentTerms(days=30).due(date(2026, 1, 31)), PaymentTerms(months=1).due(date(2026, 1, 31))
        (datetime.date(2026, 3, 2), datetime.date(2026, 2, 28))
        >>> PaymentTerms(on=25, following=True).due(date(2026, 1, 31))
        datetime.date(2026, 2, 25)
        """
        day = months_after(start + timedelta(self.days), self.months)
        if self.on is None:
            return day
        first = day.replace(day=1)
        found = _day_of(first, int(self.following), self.on)
        return found if found >= day else _day_of(first, 1, self.on)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an invoice: a fixed `amount`, or a `percent` of it (a fraction of one)."""

    amount: Rupiah | None = None
    percent: Fraction | None = None


def parse_terms(text: str) -> PaymentTerms | None:
    """Return the terms that `text` writes, or None where it writes none.

    >>> parse_terms("net 30") == parse_terms("30 days from issue") == PaymentTerms(days=30)
    True
    >>> parse_terms("30 days end of month from receipt")
    PaymentTerms(days=30, months=0, on=31, following=False, start=<Start.RECEIPT: 'receipt'>)
    >>> parse_terms("25 of next month").on
    25
    """
    words = " ".join(text.lower().split())
    found = next((match.groupdict() for shape in _GRAMMAR if (match := shape.fullmatch(words))), None)
    if found is None:
        return None
    on = int(found["day"]) if found.get("day") else 31 if found.get("eom") else None
    terms = PaymentTerms(
        days=int(found.get("net") or found.get("days") or 0),
        months=int(found.get("months") or 0),
        on=on,
        following=bool(found.get("next")),
        start=Start(found["start"] or "issue"),
    )
    good = terms.days <= MOST_DAYS and terms.months <= MOST_MONTHS and (on is None or 1 <= on <= 31)
    return terms if good else None


def discount(amount: Rupiah, tax: Rupiah, percent: Fraction, *, net: bool) -> Rupiah:
    """Return what `percent` (a fraction of one) takes off an invoice, of its total or of its amount without tax.

    >>> discount(11_100_000, 1_100_000, Fraction(5, 100), net=False)
    555000
    >>> discount(11_100_000, 1_100_000, Fraction(5, 100), net=True)
    500000
    """
    return rounded((amount - tax if net else amount) * percent)


def split(amount: Rupiah, parts: Sequence[Share]) -> tuple[Rupiah, ...] | None:
    """Return the amounts of `parts`, or None where they are not exactly `amount` or one of them is nothing.

    Percentages are rounded half up; the last of them takes what is left.

    >>> split(1_000_001, [Share(percent=Fraction(1, 3)), Share(percent=Fraction(2, 3))])
    (333334, 666667)
    """
    exact = [
        Fraction(each.amount) if each.amount is not None else amount * (each.percent or Fraction(0)) for each in parts
    ]
    if sum(exact) != amount:
        return None
    found = [rounded(each) for each in exact]
    by_percent = [place for place, each in enumerate(parts) if each.amount is None]
    if by_percent:
        found[by_percent[-1]] += amount - sum(found)
    return tuple(found) if all(each > 0 for each in found) else None


def part_number(number: str, place: int, count: int) -> str:
    """Return how the part `place` of `count` of an invoice is called.

    >>> part_number("INV/7", 1, 3)
    'INV/7 (termin 1 dari 3)'
    """
    return f"{number} (termin {place} dari {count})"


def _day_of(first: date, months: int, day: int) -> date:
    """Return that day of the month `months` after that of `first`, or the month's last."""
    month = months_after(first, months)
    return min(month + timedelta(day - 1), months_after(month, 1) - timedelta(1))
