"""The tokens of the look: read from one CSS file, with the creditor's accent made readable on light and dark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

#: Smallest contrast between text and its ground (WCAG 2.2, success criterion 1.4.3).
READABLE = Fraction(9, 2)

_TOKEN = re.compile(r"--([a-z][a-z0-9-]*):\s*([^;]+);")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")

Colour = tuple[int, int, int]

#: Parts into which a brightness is divided.
_EXACT = 10**9


def tokens(css: str) -> Mapping[str, str]:
    """Return the custom properties of the first rule of `css`, without their dashes."""
    block = css.partition("{")[2].partition("}")[0]
    return {match[1]: match[2].strip() for match in _TOKEN.finditer(block)}


@cache
def look(css: str, accent: str) -> Mapping[str, str]:
    """Return the tokens of the file `css` under the creditor's accent, by name."""
    return tokens(with_accent(css, accent))


@cache
def with_accent(css: str, accent: str) -> str:
    """Return the token file `css` with the creditor's accent in place of the default, light and dark each readable."""
    light, dark = _grounds(css)
    css = re.sub(r"(--accent:\s*)[^;]+;", lambda match: f"{match[1]}{readable(accent, light)};", css)
    return re.sub(r"(--accent-dark:\s*)[^;]+;", lambda match: f"{match[1]}{readable(accent, dark)};", css)


def readable(colour: str, ground: str) -> str:
    """Return `colour`, moved towards black or white by as little as it takes to read it on `ground`.

    >>> readable("#1f5f5b", "#ffffff")
    '#1f5f5b'
    """
    if not _HEX.fullmatch(colour) or not _HEX.fullmatch(ground):
        return "#1f5f5b" if not _HEX.fullmatch(colour) else colour
    start, paper = _parsed(colour), _parsed(ground)
    goal: Colour = (0, 0, 0) if contrast("#000000", ground) > contrast("#ffffff", ground) else (255, 255, 255)
    for step in range(101):
        mixed = _mixed(start, goal, step)
        if _ratio(mixed, paper) >= READABLE:
            return "#{:02x}{:02x}{:02x}".format(*mixed)
    return "#{:02x}{:02x}{:02x}".format(*goal)


def contrast(one: str, other: str) -> Fraction:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21.

    >>> int(contrast("#000000", "#ffffff"))
    21
    """
    return _ratio(_parsed(one), _parsed(other))


def _grounds(css: str) -> tuple[str, str]:
    found = tokens(css)
    return found.get("panel", "#f6f7f9"), found.get("panel-dark", "#1a202c")


def _parsed(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(start: Colour, goal: Colour, step: int) -> Colour:
    red, green, blue = ((a * (100 - step) + b * step) // 100 for a, b in zip(start, goal, strict=True))
    return red, green, blue


def _ratio(one: Colour, other: Colour) -> Fraction:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + Fraction(1, 20)) / (low + Fraction(1, 20))


def _luminance(colour: Colour) -> Fraction:
    red, green, blue = (_linear(channel) for channel in colour)
    return Fraction(2126, 10000) * red + Fraction(7152, 10000) * green + Fraction(722, 10000) * blue


@cache
def _linear(channel: int) -> Fraction:
    share = Fraction(channel, 255)
    if share <= Fraction(4045, 100000):
        return share / Fraction(1292, 100)
    base = (share + Fraction(55, 1000)) / Fraction(1055, 1000)
    return Fraction(_fifth_root(base**12 * _EXACT**5), _EXACT)


def _fifth_root(number: Fraction) -> int:
    """Return the whole part of the fifth root: base^2.4 is the fifth root of base^12, without a float."""
    low, high = 0, _EXACT
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**5 <= number else (low, middle - 1)
    return low
