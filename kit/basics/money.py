"""Money as whole rupiah: reading, writing, rounding and splitting amounts. No float anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

#: Whole rupiah. Sen do not occur in commerce and are refused at the door.
Rupiah = int

#: Largest amount that a book may hold (one quadrillion, 10^15).
LARGEST = 10**15

_PLAIN = re.compile(r"(?:Rp ?)?([0-9]{1,16})(?:,00)?(?:,-)?", re.ASCII)
_DOTTED = re.compile(r"(?:Rp ?)?([0-9]{1,3}(?:\.[0-9]{3})+)(?:,00)?(?:,-)?", re.ASCII)


def parse_rupiah(text: str) -> Rupiah | None:
    """Return the amount in whole rupiah that `text` writes, or None where it writes none.

    Accepted are `12500000`, `12.500.000` (dots only between groups of exactly three digits),
    `Rp12.500.000`, and a closing `,00` or `,-`. A sign, sen, commas between thousands,
    underscores, exponents and digits other than ASCII are not amounts.

    >>> parse_rupiah("Rp12.500.000,-")
    12500000
    >>> parse_rupiah("1.50") is None
    True
    """
    for grammar in (_DOTTED, _PLAIN):
        match = grammar.fullmatch(text)
        if match and not (text.endswith(",-") and ",00" in text):
            digits = match[1].replace(".", "")
            if len(digits) > 1 and digits.startswith("0"):
                return None
            amount = int(digits)
            return amount if amount <= LARGEST else None
    return None


def format_rupiah(amount: Rupiah) -> str:
    """Return `amount` as Indonesian prose writes it: no space after Rp, dots between thousands.

    >>> format_rupiah(12500000)
    'Rp12.500.000'
    >>> format_rupiah(-2500)
    '-Rp2.500'
    """
    return ("-" if amount < 0 else "") + "Rp" + format_number(abs(amount))


def format_rupiah_full(amount: Rupiah) -> str:
    """Return `amount` with its empty sen, as deeds and CLDR write it (`Rp1.500.000,00`)."""
    return format_rupiah(amount) + ",00"


def format_number(number: int) -> str:
    """Return a whole number with dots between its thousands."""
    return f"{number:,}".replace(",", ".")


def rounded(exact: Fraction) -> Rupiah:
    """Return `exact` rounded half up to whole rupiah: the one rounding of the kit, once per printed line."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def shares(amount: Rupiah, weights: Sequence[int]) -> tuple[Rupiah, ...]:
    """Split `amount` in proportion to `weights`, by largest remainder, losing nothing.

    The shares add up to `amount` exactly; of equal remainders the earlier weight is served first.
    Weights are whole and not negative, and at least one is positive.

    >>> shares(100, [1, 1, 1])
    (34, 33, 33)
    """
    total = sum(weights)
    parts = [amount * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % total), i))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return tuple(parts)
