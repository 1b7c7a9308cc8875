"""Times in which people are left in peace: the days around Lebaran, Nyepi in Bali, and what a book adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kit.domain.skb import DAYS_OFF, Rest

#: Days before and after the first day of Idulfitri in which nobody is asked for money: from H-7 to H+7.
LEBARAN = 7
#: Where Nyepi is kept in silence by everybody.
BALI = "Bali"


@dataclass(frozen=True, slots=True)
class Quiet:
    """A stretch of days, both ends inclusive, in which customers are not contacted though offices may work."""

    name: str
    first: date
    last: date
    #: Only customers of this province; None: all.
    province: str | None = None
    #: Only what asks for money rests; thanks may be said.
    collecting: bool = False

    def covers(self, day: date, province: str | None) -> bool:
        """Tell whether `day` is quiet for a customer of `province`."""
        return self.first <= day <= self.last and self.province in (None, province)


def feasts(holidays: Mapping[date, str]) -> tuple[Quiet, ...]:
    """Return the quiet times that follow from a table of holidays, earliest first.

    Lebaran follows the table with the book's corrections, as the first day of Idulfitri may move;
    Nyepi follows the decree, also where the creditor works on it: Bali keeps a day of silence.
    """
    week = timedelta(LEBARAN)
    lebaran = [Quiet("Lebaran", day - week, day + week, collecting=True) for day in _first_days(holidays)]
    nyepi = [
        Quiet("Nyepi", day, day, BALI)
        for day, off in DAYS_OFF.items()
        if off.rest is Rest.HOLIDAY and "nyepi" in off.name.casefold()
    ]
    return tuple(sorted([*lebaran, *nyepi], key=lambda each: (each.first, each.name)))


def _first_days(holidays: Mapping[date, str]) -> Iterator[date]:
    """Yield the first of the consecutive days of Idulfitri, year by year."""
    days = {day for day, name in holidays.items() if _is_idulfitri(name)}
    yield from sorted(day for day in days if day - timedelta(1) not in days)


def _is_idulfitri(name: str) -> bool:
    plain = name.casefold().replace(" ", "")
    return "idulfitri" in plain and not plain.startswith("cutibersama")
