"""The kinds of single values a field may hold: text, amount, date, number, choice, time, file, address of a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from fractions import Fraction
from typing import Any

from kit.basics.dates import parse_date
from kit.basics.money import parse_rupiah
from kit.domain.policy import Anchor
from kit.reading.amounts import why_no_amount, why_no_date
from kit.reading.characters import text_fault
from kit.reading.fields import MISSING, Findings, Missing, quoted
from kit.reading.nodes import Node, Scalar

#: Years that a date of a book may lie in; what is outside was mistyped.
FIRST_YEAR, LAST_YEAR = 1950, 2199

_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)
_TIMING = re.compile(r"H(?:([+-])([0-9]{1,3}))?|(issued|sent|received)\+([0-9]{1,3})", re.ASCII)
_RATE = re.compile(r"([0-9]{1,4})(?:,([0-9]{1,4}))? ?(%|persen|‰|permil)", re.ASCII)
_CLOCK = re.compile(r"([01][0-9]|2[0-3])[:.]([0-5][0-9])", re.ASCII)
_URL = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/[!-~]*)?", re.IGNORECASE | re.ASCII)
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def text_of(node: Node, name: str, to: Findings) -> str | Missing:
    """Return the text of a single value without the spaces around it; tell of lists, maps and emptiness."""
    if type(node) is not Scalar:
        return to.error("expected-value", node, field=name)
    text = node.text.strip()
    return text or to.error("value-empty", node, field=name)


@dataclass(frozen=True, slots=True)
class Text:
    """Words: normalised, visible, of bounded length; on one line unless `lines`."""

    most: int = 120
    lines: bool = False
    #: Kept to the letter, as the register's hashes demand.
    exact: bool = False

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the text in its composed form (NFC)."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        if len(text) > self.most:
            return to.error("text-long", node, field=name, length=len(text), limit=self.most)
        if "\n" in text and not self.lines:
            return to.error("text-lines", node, field=name)
        if fault := text_fault(text):
            return to.error(fault, node, field=name)
        if self.exact and isinstance(node, Scalar):
            return node.text
        return text if text.isascii() else unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole rupiah, `least` or more."""

    least: int = 1

    def read(self, node: Node, name: str, to: Findings) -> int | Missing:
        """Return the amount."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        amount = parse_rupiah(text)
        if amount is None:
            code, data = why_no_amount(text)
            return to.error(code, node, field=name, text=quoted(text), **data)  # type: ignore[arg-type]
        return amount if amount >= self.least else to.error("amount-zero", node, field=name)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written YYYY-MM-DD."""

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the day."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        day = parse_date(text)
        if day is None:
            code, data = why_no_date(text)
            return to.error(code, node, field=name, text=quoted(text), **data)  # type: ignore[arg-type]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return to.error("date-range", node, field=name, text=text, first=FIRST_YEAR, last=LAST_YEAR)
        return day


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def read(self, node: Node, name: str, to: Findings) -> int | Missing:
        """Return the number."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        number = int(text) if _WHOLE.fullmatch(text) else -1
        if self.least <= number <= self.most:
            return number
        return to.error("number-range", node, field=name, text=quoted(text), least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words, each standing for a value."""

    options: Mapping[str, Any]

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the value behind the word."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        value = self.options.get(text, MISSING)
        if value is not MISSING:
            return value
        near = to.nearest(text, self.options)
        return to.error("choice", node, field=name, text=quoted(text), options=", ".join(self.options), **near)


def choice(words: type[StrEnum]) -> Choice:
    """Return the kind whose words are the values of an enumeration."""
    return Choice({member.value: member for member in words})


YES_NO = Choice({"yes": True, "no": False, "true": True, "false": False})


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text of a fixed shape, explained by an example."""

    shape: str
    example: str
    #: Characters that people put in for the eye and that are taken out again.
    ignored: str = ""

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the text without its ignored characters."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        bare = "".join(character for character in text if character not in self.ignored)
        if re.fullmatch(self.shape, bare, re.ASCII):
            return bare
        return to.error("shape", node, field=name, example=self.example)


@dataclass(frozen=True, slots=True)
class Timing:
    """Days counted from the due date (hari H), the invoice, or the stage before: `H-3`, `issued+5`, `sent+14`."""

    def read(self, node: Node, name: str, to: Findings) -> tuple[Anchor, int] | Missing:
        """Return what the days are counted from, and the days, negative before the due date."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        match = _TIMING.fullmatch(text)
        if match is None:
            return to.error("timing", node, field=name, text=quoted(text))
        if match[3]:
            return Anchor(match[3]), int(match[4])
        days = int(match[2] or 0)
        return Anchor.DUE, -days if match[1] == "-" else days


@dataclass(frozen=True, slots=True)
class Rate:
    """A part of something, 0 to 100 %: `2 %`, `0,5 %`, `1 permil`."""

    def read(self, node: Node, name: str, to: Findings) -> Fraction | Missing:
        """Return the part: 1/50 for `2 %`."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        match = _RATE.fullmatch(text)
        if match is None:
            return to.error("rate", node, field=name, text=quoted(text))
        decimals = match[2] or ""
        number = Fraction(int(match[1] + decimals), 10 ** len(decimals))
        rate = number / (100 if match[3] in ("%", "persen") else 1000)
        return rate if rate <= 1 else to.error("rate-range", node, field=name, text=quoted(text))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, `08:00` or `08.00`."""

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the time."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        match = _CLOCK.fullmatch(text)
        return time(int(match[1]), int(match[2])) if match else to.error("clock", node, field=name, text=quoted(text))


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """Hours from and until, `11:30-13:00`, or `no` for none."""

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return both times, or None."""
        text = text_of(node, name, to)
        if isinstance(text, Missing) or text == "no":
            return text if isinstance(text, Missing) else None
        first, _, last = text.partition("-")
        match = _CLOCK.fullmatch(first.strip()), _CLOCK.fullmatch(last.strip())
        if match[0] is None or match[1] is None:
            return to.error("clock-span", node, field=name, text=quoted(text))
        opens, closes = (time(int(each[1]), int(each[2])) for each in match if each)
        return (opens, closes) if opens < closes else to.error("clock-span", node, field=name, text=quoted(text))


@dataclass(frozen=True, slots=True)
class FileName:
    """A file below a folder of the book, written with forward slashes."""

    endings: tuple[str, ...] = ()

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the path."""
        text = Text(200).read(node, name, to)
        if isinstance(text, Missing):
            return text
        if text.startswith(("/", "~")) or "\\" in text or ":" in text or not all(map(_is_name, text.split("/"))):
            return to.error("file-name", node, field=name)
        if self.endings and not text.lower().endswith(self.endings):
            return to.error("file-ending", node, field=name, endings=", ".join(self.endings))
        return text


@dataclass(frozen=True, slots=True)
class Url:
    """An address on the web, https only."""

    #: Made to end in a slash, so that more can be added to it.
    folder: bool = False

    def read(self, node: Node, name: str, to: Findings) -> str | Missing:
        """Return the address."""
        text = text_of(node, name, to)
        if isinstance(text, Missing):
            return text
        bad_folder = self.folder and ("?" in text or "#" in text)
        if not _URL.fullmatch(text) or len(text) > 500 or bad_folder:
            return to.error("url", node, field=name)
        return text + "/" if self.folder and not text.endswith("/") else text


def is_device(name: str) -> bool:
    """Tell whether Windows takes a file called `name` for a device, whatever its ending."""
    return _DEVICES.fullmatch(name.split(".", 1)[0]) is not None


def _is_name(part: str) -> bool:
    return part not in ("", ".", "..") and not part.endswith((".", " ")) and not is_device(part)
