"""What a customer may propose on the page: instalments within the creditor's limits, and the code that tells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from kit.basics.dates import parse_date
from kit.basics.money import Rupiah
from kit.domain.instalments import Every, Instalment, equal, schedule
from kit.domain.model import Customer
from kit.domain.policy import InstalmentLimits
from kit.domain.standing import State, standings
from kit.domain.statement import Line, Statement

#: Equal instalments are rounded down to this.
UNIT: Rupiah = 1000
#: Days from the page's day to the first payment, where nobody has chosen another.
USUAL = 14
#: Days back in which a sum that a code was made for is looked for.
REMEMBERED = 60

#: Digits of a code (Crockford): none is taken for another.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_CODE = re.compile(rf"([{_DIGITS}]{{4}})-([0-9]{{1,3}})-([0-9]{{8}})-([{_DIGITS}]{{4}})\Z")
_FNV_START, _FNV_PRIME, _32 = 2166136261, 16777619, 2**32


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a code tells: so many monthly instalments, the first on `first`, for the page `page`."""

    page: str
    count: int
    first: date
    check: str

    def is_about(self, total: Rupiah) -> bool:
        """Tell whether the code was made for this sum."""
        return self.check == _check(self.page, total, self.count, self.first)


def splittable(customer: Customer, statement: Statement) -> tuple[Line, ...]:
    """Return what a proposal is about: everything past due and not disputed; nothing while a plan counts for some."""
    lines = tuple(line for line in statement.overdue if line.outstanding and not line.disputed)
    counting = [each for each in standings(customer, statement) if each.state not in (State.LAPSED, State.ENDED)]
    planned = {number for each in counting for number in each.plan.invoices}
    return () if any(line.invoice.number in planned for line in lines) else lines


def counts(total: Rupiah, limits: InstalmentLimits) -> tuple[int, ...]:
    """Return how many monthly instalments a customer may choose: at least two, none smaller than the limit.

    >>> counts(3_500_000, InstalmentLimits(most=6, least=500_000))
    (2, 3, 4, 5, 6)
    >>> counts(999_000, InstalmentLimits(most=6, least=500_000))
    ()
    """
    return tuple(n for n in range(2, limits.most + 1) if total // n // UNIT * UNIT >= max(limits.least, UNIT))


def simulated(total: Rupiah, count: int, first: date) -> tuple[Instalment, ...]:
    """Return the monthly schedule that the page shows: equal, rounded down to a thousand, the last takes the rest."""
    return schedule(total, equal(total, count, UNIT), first, Every())[0]


def first_days(as_of: date, limits: InstalmentLimits) -> tuple[date, date, date]:
    """Return the first, the usual and the last day (all inclusive) on which the first instalment may lie."""
    last = as_of + timedelta(limits.within)
    return as_of + timedelta(1), min(as_of + timedelta(USUAL), last), last


def page_mark(token: str) -> str:
    """Return four digits by which a book finds the page with `token` again; they do not lead to it."""
    return _written(int.from_bytes(sha256(token.encode()).digest()[:4], "big") >> 12)


def code(page: str, total: Rupiah, count: int, first: date) -> str:
    """Return the code of a proposal; four digits at its end betray a slip of the pen and another sum.

    >>> code("7QXM", 10_500_000, 6, date(2026, 12, 15))
    '7QXM-6-20261215-1752'
    """
    return f"{page}-{count}-{first:%Y%m%d}-{_check(page, total, count, first)}"


def parse_code(text: str) -> Proposal | None:
    """Return what a code tells, or None where `text` is none; small letters and O for 0 are understood."""
    match = _CODE.match(text.strip().upper().translate(_MISREAD))
    if match is None:
        return None
    day = match[3]
    first = parse_date(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return Proposal(match[1], int(match[2]), first, match[4]) if first else None


def _check(page: str, total: Rupiah, count: int, first: date) -> str:
    """Return twenty bits of FNV-1a (32 bits) over everything that a proposal says."""
    state = _FNV_START
    for byte in f"{page}-{total}-{count}-{first:%Y%m%d}".encode():
        state = (state ^ byte) * _FNV_PRIME % _32
    return _written(state >> 12)


def _written(twenty: int) -> str:
    return "".join(_DIGITS[twenty >> shift & 31] for shift in (15, 10, 5, 0))
