"""Bars for the desk as inline SVG: drawn from whole numbers, named for who cannot see them, without a script."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from kit.composing.templates import safe

#: Width of the longest bar, height of a row, in units of the drawing.
LONGEST, ROW = 220, 30
_LABEL, _WIDE = 150, 560


def bars(title: str, rows: Sequence[tuple[str, int, str]]) -> Markup:
    """Return a bar per row of label, amount and the amount in words; the longest has the largest amount.

    A row above nothing is never drawn shorter than one unit, so that it can be seen.

    >>> "width='220'" in bars("Umur", [("1-30", 10, "Rp10"), ("31-60", 5, "Rp5")])
    True
    """
    largest = max((amount for _, amount, _ in rows), default=0)
    drawn = [_bar(place, *row, largest) for place, row in enumerate(rows)]
    high = ROW * len(rows)
    return safe(
        f"<svg class='bars' viewBox='0 0 {_WIDE} {high}' role='img' aria-label='{escape(title)}'>{''.join(drawn)}</svg>"
    )


def _bar(place: int, label: str, amount: int, told: str, largest: int) -> str:
    wide = max(1, amount * LONGEST // largest) if amount else 0
    top = place * ROW
    line = top + ROW // 2 + 5
    return (
        f"<text x='0' y='{line}'>{escape(label)}</text>"
        f"<rect x='{_LABEL}' y='{top + 6}' width='{wide}' height='{ROW - 12}' rx='2'/>"
        f"<text class='sum' x='{_LABEL + wide + 8}' y='{line}'>{escape(told)}</text>"
    )
