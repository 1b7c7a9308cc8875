"""Dates as Indonesians write them, and months counted from an anchor day. Never reads the clock."""

from __future__ import annotations

import calendar
import re
from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


def parse_date(text: str) -> date | None:
    """Return the day that `text` writes as YYYY-MM-DD, or None where it writes none.

    >>> parse_date("2026-02-30") is None
    True
    """
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def long_date(day: date) -> str:
    """Return `day` in full.

    >>> long_date(date(2026, 2, 13))
    '13 Februari 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_date_with_weekday(day: date) -> str:
    """Return `day` in full with its weekday, as deadlines are written.

    >>> long_date_with_weekday(date(2026, 8, 17))
    'Senin, 17 Agustus 2026'
    """
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """Return `day` as a table column writes it.

    >>> short_date(date(2026, 8, 7))
    '7 Agu 2026'
    """
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {day.year}"


def months_after(anchor: date, months: int) -> date:
    """Return the day `months` after `anchor`, on the anchor's day of the month or the month's last.

    Always counted from the anchor, never from the month before, so that 31 January gives
    28 February and then 31 March again.

    >>> months_after(date(2026, 1, 31), 1), months_after(date(2026, 1, 31), 2)
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 31))
    """
    years, month = divmod(anchor.month - 1 + months, 12)
    year = anchor.year + years
    return date(year, month + 1, min(anchor.day, calendar.monthrange(year, month + 1)[1]))
