"""The paper as it really went out: what it must state, looked for in its text or in what a person read. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kit.basics.dates import long_date, parse_date
from kit.basics.money import Rupiah, format_rupiah, parse_rupiah
from kit.basics.terbilang import terbilang_rupiah
from kit.domain.register import Issued

#: Series of the numbers that somebody else gave: a law firm's own. They are counted apart and never given by the kit.
OUTSIDE = "outside"
#: Characters of text from which on a PDF counts as one that can be read.
LEAST_TEXT = 40

_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?!\d)|(?<![\d.,])\d+(?![.,]?\d)")
_RUPIAH = re.compile(r"Rp\.?\s*(\d{1,3}(?:[.,]\d{3})+|\d+)(?!\d)")
_ROW = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d+)")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a paper must state: amounts and days by name, and names and numbers as they stand."""

    amounts: Mapping[str, Rupiah]
    days: Mapping[str, dt.date]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differs:
    """One thing that the paper does not state as it was frozen; `found` is what a person read, or None."""

    figure: str
    frozen: str
    found: str | None = None


def stated(paper: Issued, debtor: str) -> Stated:
    """Return what a paper to `debtor` must state: number, invoices, every figure, the date it gives, instalments."""
    rows = [match for each in paper.terms or () if (match := _ROW.fullmatch(each))]
    amounts = {name: amount for name, amount in paper.figures if amount}
    days = {"deadline": paper.deadline} if paper.deadline is not None else {}
    return Stated(
        {**amounts, **{match[1]: int(match[2]) for match in rows}},
        {**days, **{match[1]: dt.date.fromisoformat(match[1]) for match in rows}},
        (paper.number, debtor, *paper.items),
    )


def missing_in(text: str, wanted: Stated) -> tuple[Differs, ...]:
    """Return what of `wanted` does not stand in the text of a paper, however its lines break."""
    amounts = {int(re.sub(r"[.,]", "", each)) for each in _AMOUNT.findall(text)}
    bare = _squeezed(text)
    found = [Differs(each, each) for each in wanted.words if _squeezed(each) not in bare]
    found += [Differs(name, format_rupiah(each)) for name, each in wanted.amounts.items() if each not in amounts]
    return (
        *found,
        *(
            Differs(name, str(day))
            for name, day in wanted.days.items()
            if not any(each in bare for each in _spelt(day))
        ),
    )


def other_amounts(text: str, wanted: Stated) -> tuple[Rupiah, ...]:
    """Return the amounts in rupiah that the text states beside those that are wanted, largest first."""
    found = {int(re.sub(r"[.,]", "", each)) for each in _RUPIAH.findall(text)}
    return tuple(sorted(found - set(wanted.amounts.values()), reverse=True))


def says_other_words(text: str, wanted: Stated) -> bool:
    """Tell whether the text spells amounts out, and the total not among them."""
    bare = _squeezed(text)
    total = wanted.amounts.get("total")
    return total is not None and "rupiah" in bare and _squeezed(terbilang_rupiah(total)) not in bare


def misread(read: Mapping[str, str], wanted: Stated) -> tuple[Differs, ...]:
    """Return what a person read otherwise than it was frozen, did not read, or read of what is not there."""
    found = []
    for name, amount in wanted.amounts.items():
        own = read.get(name)
        if own is None or parse_rupiah(own) != amount:
            found.append(Differs(name, format_rupiah(amount), own))
    for name, day in wanted.days.items():
        own = read.get(name)
        if name not in wanted.amounts and (own is None or parse_date(own) != day):
            found.append(Differs(name, str(day), own))
    known = {*wanted.amounts, *wanted.days}
    return (*found, *(Differs(name, "-", own) for name, own in read.items() if name not in known))


def _spelt(day: dt.date) -> tuple[str, ...]:
    """Return the ways in which a letter may write `day`, squeezed."""
    numbers = f"{day.day:02}", f"{day.month:02}", str(day.year)
    english = f"{day:%B}"
    ways = (long_date(day), f"{numbers[0]}{long_date(day)[len(str(day.day)):]}", str(day),
            *(mark.join(numbers) for mark in "-/."), f"{day.day}/{day.month}/{day.year}",
            f"{day.day} {english} {day.year}", f"{english} {day.day}, {day.year}")  # fmt: skip
    return tuple(map(_squeezed, ways))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text).casefold()
