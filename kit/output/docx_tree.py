"""The HTML of a paper as a tree: tags, classes, words; just enough for what our own templates write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "img", "col", "meta", "hr", "input", "link"})


@dataclass(slots=True)
class Node:
    """One element: its tag, classes and other attributes, its children in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    kids: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The words of its class attribute."""
        return frozenset(self.attributes.get("class", "").split())

    def all(self, *tags: str) -> Iterator[Node]:
        """Yield the elements of these tags below this one, in order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                if kid.tag in tags:
                    yield kid
                yield from kid.all(*tags)

    @property
    def text(self) -> str:
        """The words below it, white space as single spaces."""
        words = [kid if isinstance(kid, str) else " " if kid.tag == "br" else kid.text for kid in self.kids]
        return re.sub(r"\s+", " ", "".join(words)).strip()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].kids.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, node in enumerate(self._open) if node.tag == tag]
        if places and places[-1]:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        self._open[-1].kids.append(data)


def tree(html: str) -> Node:
    """Return the root of a whole HTML document."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def widths(css: str) -> list[tuple[str, str, int]]:
    """Return the widths of columns in a style sheet: class of the table or empty, class of the column, tenths of a mm.

    >>> widths(".c-name { width: 18mm; } .wide .c-date { width: 20.5mm; }")
    [('', 'c-name', 180), ('wide', 'c-date', 205)]
    """
    found = re.findall(r"(?:\.([a-z-]+) )?\.(c-[a-z]+) \{ width: ([0-9]+)(?:\.([0-9]))?mm; \}", css)
    return [(table, column, int(whole) * 10 + int(tenth or 0)) for table, column, whole, tenth in found]


def accent(css: str) -> str:
    """Return the accent of the tokens in `css` as six hexadecimal digits in capitals.

    >>> accent(":root { --accent: #1f5f5b; }")
    '1F5F5B'
    """
    found = re.findall(r"--accent:\s*#([0-9a-fA-F]{6})", css)
    return found[0].upper() if found else "1F5F5B"
