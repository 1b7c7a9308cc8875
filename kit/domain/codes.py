"""Transfer codes: 1 to 999 rupiah more, by which a bank statement shows who paid. Keyed, kept, no sum twice."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.basics.problems import Source

#: The largest code, in rupiah.
LARGEST_CODE: Rupiah = 999


class CodesFor(StrEnum):
    """Who gets a transfer code."""

    OFF = "off"
    PERSONS = "persons"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Given:
    """A code that `customer` was given for `amount` on a day; the two together are the sum to transfer."""

    customer: str
    amount: Rupiah
    code: Rupiah
    date: dt.date
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Codes:
    """The key of a book and every code that was ever given: what was given is kept."""

    key: str = ""
    given: tuple[Given, ...] = ()

    def code_for(self, customer: str, amount: Rupiah) -> Rupiah | None:
        """Return the code, in rupiah, that `customer` was given for `amount`, or None."""
        return next((each.code for each in self.given if (each.customer, each.amount) == (customer, amount)), None)


def with_new(
    codes: Codes, asked: Iterable[tuple[str, Rupiah]], taken: Collection[Rupiah], day: dt.date
) -> tuple[Codes, tuple[Given, ...]]:
    """Return `codes` with one for each of `asked` (customer and amount) that has none yet, and the new ones.

    No sum of amount and code is the same as another, nor as one of `taken`, the open amounts of the
    book. The search begins at a hash of the customer under the key, goes upward and begins again at 1, so
    that a customer mostly keeps one code; it goes through `asked` in alphabetical order. Where all 999
    are in use, nobody is given one.
    """
    known = {(each.customer, each.amount) for each in codes.given}
    sums = {*taken, *(each.amount + each.code for each in codes.given)}
    new: list[Given] = []
    for customer, amount in sorted(set(asked) - known):
        first = _first(codes.key, customer)
        tried = ((first + step) % LARGEST_CODE + 1 for step in range(LARGEST_CODE))
        code = next((each for each in tried if amount + each not in sums), None)
        if code is not None:
            sums.add(amount + code)
            new.append(Given(customer, amount, code, day))
    return Codes(codes.key, (*codes.given, *new)), tuple(new)


def _first(key: str, customer: str) -> int:
    digest = hmac.new(key.encode(), customer.encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8]) % LARGEST_CODE
