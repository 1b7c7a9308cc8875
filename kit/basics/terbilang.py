"""Amounts in words (terbilang), as Indonesian deeds and receipts write them."""

from __future__ import annotations

_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_GROUPS = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")


def terbilang(number: int) -> str:
    """Return `number`, from 0 to below 10^18, in Indonesian words.

    Agrees with CLDR's spell-out rules for `id`, but for zero, which is "nol" here. A group of
    thousands that is exactly one is "seribu", also inside a larger number.

    >>> terbilang(1_001_000)
    'satu juta seribu'
    """
    if not 0 <= number < 10**18:
        raise ValueError(f"terbilang covers 0 to below 10^18, not {number}")
    if number == 0:
        return "nol"
    words: list[str] = []
    for power in range(len(_GROUPS) - 1, -1, -1):
        group = number // 1000**power % 1000
        if group == 1 and power == 1:
            words.append("seribu")
        elif group:
            words += [*_below_thousand(group), *([_GROUPS[power]] if power else [])]
    return " ".join(words)


def terbilang_rupiah(amount: int) -> str:
    """Return a sum in words with its currency, as it stands in brackets behind the figure."""
    return terbilang(amount) + " rupiah"


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = ["seratus"] if hundreds == 1 else [_UNITS[hundreds], "ratus"] if hundreds else []
    if rest < 12:
        return words + ([_UNITS[rest]] if rest else [])
    tens, unit = divmod(rest, 10)
    if tens == 1:
        return [*words, _UNITS[unit], "belas"]
    return [*words, _UNITS[tens], "puluh", *([_UNITS[unit]] if unit else [])]
