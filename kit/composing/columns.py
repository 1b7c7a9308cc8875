"""A paper in two languages: the Indonesian text on the left, the English one on the right, paragraph by paragraph.

The Indonesian text prevails; both state the same figures, row by row, or there is no second column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from kit.basics.problems import Problem, Source, warning

#: Elements that stand across both columns: the English template holds them with heads in both languages.
_WHOLE = ("table", "div")
_HEADS = ("h2", "h3")
_VOID = frozenset({"br", "img", "hr", "col"})
_FIGURE = re.compile(r"[0-9](?:[0-9.,/:-]*[0-9])?")


class _Blocks(HTMLParser):
    """Cuts HTML into the elements of its top level."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, str]] = []
        self._depth = 0
        self._begin = 0
        self._name = ""
        self._lines: list[int] = []

    def cut(self, html: str) -> list[tuple[str, str]]:
        """Return the name and the source of each element of the top level of `html`."""
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.html = html
        self.feed(html)
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        if self._depth == 0:
            self._begin, self._name = self._place(), tag
        self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= 1
        if self._depth == 0:
            end = self.html.index(">", self._place()) + 1
            self.found.append((self._name, self.html[self._begin : end]))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def blocks(html: str) -> list[tuple[str, str]]:
    """Return the name and the source of each element of the top level of `html`.

    >>> blocks("<p>a<br>b</p> <ol><li>c</li></ol>")
    [('p', '<p>a<br>b</p>'), ('ol', '<ol><li>c</li></ol>')]
    """
    return _Blocks().cut(html)


def figures(html: str) -> Counter[str]:
    """Return every figure of a text, tags aside: amounts, numbers, days and years, with how often it stands there."""
    return Counter(_FIGURE.findall(re.sub(r"<[^>]+>", " ", html)))


def in_columns(indonesian: str, english: str, template: str) -> tuple[str, tuple[Problem, ...]]:
    """Return both texts side by side; the Indonesian alone, and why, where they do not go together.

    Paragraphs, headings and lists are paired in their order. Tables and boxes stand across both
    columns, as the English template has them.
    """
    left, right = blocks(indonesian), blocks(english)
    names = [name for name, _ in left], [name for name, _ in right]
    different = (
        next((place for place, (ours, theirs) in enumerate(zip(left, right, strict=True), 1)
              if figures(ours[1]) != figures(theirs[1]) and ours[0] not in _WHOLE), None)
        if names[0] == names[1] else min(len(left), len(right))
    )  # fmt: skip
    if different is not None:
        return indonesian, (warning("columns-differ", Source(f"letters/{template}"), place=different),)
    return "\n".join(_rows(left, right)), ()


def _rows(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the pairs as rows, a heading with what follows it, and what stands across both columns."""
    ours, theirs = "", ""
    for (name, mine), (_, other) in zip(left, right, strict=True):
        if name in _WHOLE:
            if ours:
                yield _row(ours, theirs, "columns leads")
            ours, theirs = "", ""
            yield other
            continue
        ours, theirs = ours + mine, theirs + other
        if name not in _HEADS and 'class="lead' not in mine:
            yield _row(ours, theirs, "columns")
            ours, theirs = "", ""
    if ours:
        yield _row(ours, theirs, "columns")


def _row(ours: str, theirs: str, kind: str) -> str:
    pair = f'<td>{ours}</td><td lang="en" class="second">{theirs}</td>'
    return f'<table class="{kind}"><tr>{pair}</tr></table>'
