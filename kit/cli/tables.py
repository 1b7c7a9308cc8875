"""Sets rows of text under each other in columns, figures to the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int], foot: Sequence[str] = ()) -> str:
    """Return `rows` in columns under `head`, with the columns numbered in `right` set to the right."""
    everything = [head, *rows, *([foot] if foot else [])]
    widths = [max(_width(row[column]) for row in everything) for column in range(len(head))]
    rule = "  ".join("-" * width for width in widths)
    body = [_line(row, widths, right) for row in rows]
    end = [rule, _line(foot, widths, right)] if foot else []
    return "\n".join([_line(head, widths, right), rule, *body, *end])


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    cells = []
    for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - _width(cell))
        cells.append(space + cell if column in right else cell + space)
    return "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Return the columns that `text` takes on a terminal: marks none, wide characters two."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
