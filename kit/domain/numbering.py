"""Letter numbers: gap-free within a series and a year, by the pattern of the policy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kit.basics.dates import ROMAN_MONTHS
from kit.domain.forgotten import Stone
from kit.domain.happened import Torn
from kit.domain.register import Issued, Register


def next_sequence(registers: Iterable[Register], series: str, year: int, gone: Iterable[Stone] = ()) -> int:
    """Return the place that the next paper of `series` takes in `year`, counted from 1.

    Numbers that were voided, of somebody forgotten (`gone`), or whose entry was torn, stay used: a number in
    the file of a court must mean one paper for ever.
    """
    used = [
        record.entry.sequence or 0
        for register in registers
        for record in register.records
        if isinstance(record.entry, Issued | Torn) and record.entry.series == series and record.entry.date.year == year
    ]
    used += [each.sequence for each in gone if (each.series, each.year) == (series, year)]
    return max(used, default=0) + 1


def letter_number(pattern: str, series: str, sequence: int, day: date) -> str:
    """Return the number as `pattern` writes it.

    >>> letter_number("{number:03}/{series}/{month}/{year}", "ST", 12, date(2026, 11, 22))
    '012/ST/XI/2026'
    """
    return pattern.format(number=sequence, series=series, month=ROMAN_MONTHS[day.month - 1], year=day.year)
