"""Why a text is no amount or no date, and how it would be written. Says nothing about which ones are sensible."""

from __future__ import annotations

import re

from kit.basics.dates import parse_date
from kit.basics.money import LARGEST, format_number

_RUPIAH = re.compile(r"^(?:Rp\.?|IDR)\s*|\s*(?:,-|IDR|rupiah)$", re.IGNORECASE)
_FOREIGN = re.compile(r"US\$|[$€£¥]|\b(?:USD|SGD|EUR|MYR|JPY|CNY|AUD|GBP)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+", re.ASCII)
_SEN = re.compile(r"[0-9][0-9.]*,[0-9]{1,2}|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}|[0-9]+\.[0-9]{2}", re.ASCII)
_EXPONENT = re.compile(r"[0-9.]+e[+-]?[0-9]+|0[xbo][0-9a-f]+", re.IGNORECASE | re.ASCII)
_LONE_DIGITS = re.compile(r"[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+", re.ASCII)

_CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]\S.*", re.ASCII)
_SHORT = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})", re.ASCII)


def why_no_amount(text: str) -> tuple[str, dict[str, str | int]]:
    """Return the code for a text that `parse_rupiah` refused, and what its sentence needs.

    >>> why_no_amount("1,500,000")
    ('amount-comma', {'better': '1.500.000'})
    """
    bare = _RUPIAH.sub("", text.strip())
    if _FOREIGN.search(text):
        return "amount-currency", {}
    if bare.startswith(("-", "+", "(", "−")):
        return "amount-sign", {}
    if any(character.isdigit() and not character.isascii() for character in text):
        return "amount-digits", {}
    if "_" in text:
        return "amount-underscore", _better(bare.replace("_", ""))
    if _EXPONENT.fullmatch(bare):
        return "amount-exponent", {}
    if _LONE_DIGITS.fullmatch(bare):
        digits = bare.replace(".", "")
        if digits.startswith("0") and digits.strip("0"):
            return "amount-zero-first", _better(digits.lstrip("0"))
        if len(digits) > 15:
            return "amount-large", {"limit": "Rp" + format_number(LARGEST)}
    if _ENGLISH.fullmatch(bare):
        return "amount-comma", _better(bare.replace(",", ""))
    if _SEN.fullmatch(bare):
        return "amount-sen", {}
    return "amount-format", {}


def why_no_date(text: str) -> tuple[str, dict[str, str | int]]:
    """Return the code for a text that `parse_date` refused, and what its sentence needs.

    >>> why_no_date("2026-1-5")
    ('date-format', {'better': '2026-01-05'})
    """
    if _CLOCK.fullmatch(text):
        return "date-clock", {"better": text[:10]}
    if short := _SHORT.fullmatch(text):
        better = f"{short[1]}-{int(short[2]):02}-{int(short[3]):02}"
        if parse_date(better):
            return "date-format", {"better": better}
        return "date-none", {}
    if first := _DAY_FIRST.fullmatch(text):
        year = first[3] if len(first[3]) == 4 else "20" + first[3]
        better = f"{year}-{int(first[2]):02}-{int(first[1]):02}"
        return "date-order", {"better": better} if parse_date(better) else {}
    return "date-format", {}


def _better(digits: str) -> dict[str, str | int]:
    """Return the proper way to write `digits`, where they are a whole number of sensible length."""
    good = digits.isdecimal() and len(digits) <= 15
    return {"better": format_number(int(digits))} if good else {}
