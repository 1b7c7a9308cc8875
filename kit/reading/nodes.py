"""YAML as a tree of text with places: the only room that knows the YAML library. Decides no type, reads no disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kit.basics.problems import Problem, Source, error
from kit.reading.characters import folded, invisible, visible
from kit.reading.decoding import TOLD, decoded
from kit.reading.syntax import reworded

try:
    from yaml.cyaml import CParser as Parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - PyYAML without its C part: the same events, twenty times slower
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

#: A file's limits: nodes, and levels inside each other.
MOST_NODES, MOST_LEVELS = 200_000, 20

_LONGEST_KEY = 100
_CUT_OFF = re.compile(r"[ \t]#[^\s]")
_TRAP = re.compile(r"[ \t]+(#\S.*)")


class Mark(Protocol):
    """A place as the parser tells it, counted from 0."""

    @property
    def line(self) -> int:
        """Lines above this one."""

    @property
    def column(self) -> int:
        """Characters before this one."""


class Scalar:
    """One value: always text, whatever it looks like."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: Mark, end: Mark) -> None:
        self.text, self.start, self.end = text, start, end

    @property
    def width(self) -> int:
        """Characters that the value takes on its first line, quotes included."""
        same_line = self.start.line == self.end.line
        return max(self.end.column - self.start.column, 1) if same_line else 1


class ListNode:
    """Values in their order."""

    __slots__ = ("items", "start")

    def __init__(self, start: Mark) -> None:
        self.items: list[Node] = []
        self.start = start

    width = 1


class MapNode:
    """Values by key; `places` remembers where each key stands."""

    __slots__ = ("entries", "places", "start")

    def __init__(self, start: Mark) -> None:
        self.entries: dict[str, Node] = {}
        self.places: dict[str, Mark] = {}
        self.start = start

    width = 1


Node = Scalar | ListNode | MapNode


def place(path: str, node: Node) -> Source:
    """Return where `node` stands in the file at `path`."""
    return Source(path, node.start.line + 1, node.start.column + 1, node.width)


def key_place(path: str, node: MapNode, key: str) -> Source:
    """Return where `key` stands in a map of the file at `path`."""
    mark = node.places[key]
    return Source(path, mark.line + 1, mark.column + 1, max(len(key), 1))


class _Spot(NamedTuple):
    line: int
    column: int


def key_node(node: MapNode, key: str) -> Scalar:
    """Return a key as a value of its own, for maps whose keys the user chose."""
    start = node.places[key]
    return Scalar(key, start, _Spot(start.line, start.column + len(key)))


def parse(raw: bytes, path: str, parser: Callable[[str], Any] = Parser) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read `raw` as one YAML document; the tree is None where the text is no YAML that the kit accepts.

    Anchors, aliases, tags, merge keys, directives, a second document and invisible characters are
    refused, as is everything beyond the limits. Repeated keys are told, and the first one counts.
    """
    text, problems = decoded(raw, path)
    if text is None or problems:
        return None, tuple(problems)
    tree = _Tree(text, path)
    try:
        root = tree.grow(parser(text).get_event)
    except yaml.MarkedYAMLError as fault:
        return None, (*tree.problems, _syntax_error(fault, path, text))
    if (root is None and not tree.problems) or (type(root) is Scalar and not root.text):
        return None, (error("file-empty", Source(path, width=0)),)
    return root, tuple(tree.problems)


def _syntax_error(fault: yaml.MarkedYAMLError, path: str, text: str) -> Problem:
    at, opened = fault.problem_mark, fault.context_mark
    return reworded(
        path,
        text.split("\n"),
        fault.problem or "",
        fault.context or "",
        (at.line, at.column) if at else (0, 0),
        (opened.line, opened.column) if opened else None,
    )


class _Tree:
    """The tree that one document's events make, with what was wrong on the way."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        #: Lines of the text, kept only where a value may be cut off by a `#`.
        self._lines = text.split("\n") if _CUT_OFF.search(text) else []
        self._careful = bool(self._lines) or "\\" in text or "\t" in text
        self._dropped: list[tuple[MapNode, str]] = []

    def grow(self, get_event: Callable[[], Any]) -> Node | None:
        """Return the tree of the one document that the events tell, or None where it must not go on."""
        root: Node | None = None
        here: ListNode | MapNode | None = None
        above: list[ListNode | MapNode | None] = []
        key: str | None = None
        count = 0
        while True:
            event = get_event()
            kind = type(event)
            node: Node
            if kind is ScalarEvent:
                if self._careful or event.anchor is not None or event.tag is not None:
                    self._look_closer(event)
                if key is None and type(here) is MapNode:
                    key = event.value
                    if key in here.entries or key == "<<" or len(key) > _LONGEST_KEY:
                        key = self._drop(here, event)
                    here.places[key] = event.start_mark
                    continue
                node = Scalar(event.value, event.start_mark, event.end_mark)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._look_closer(event)
                node = MapNode(event.start_mark) if kind is MappingStartEvent else ListNode(event.start_mark)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if type(here) is MapNode:
                    self._compare_keys(here)
                here = above.pop()
                continue
            elif kind is StreamEndEvent:
                for where, name in self._dropped:
                    del where.entries[name], where.places[name]
                return root
            elif kind is AliasEvent or (kind is DocumentStartEvent and root is not None):
                self._refuse("yaml-alias" if kind is AliasEvent else "yaml-second-document", event)
                return None
            else:
                continue
            count += 1
            if type(here) is MapNode:
                if key is None:
                    self._refuse("yaml-key", event)
                    return None
                here.entries[key] = node
                key = None
            elif type(here) is ListNode:
                here.items.append(node)
            else:
                root = node
            if not isinstance(node, Scalar):
                above.append(here)
                here = node
            if count > MOST_NODES:
                self._refuse("file-nodes", event, 0, limit=MOST_NODES)
                return None
            if len(above) > MOST_LEVELS:
                self._refuse("yaml-deep", event, limit=MOST_LEVELS)
                return None

    def _refuse(self, code: str, event: Any, width: int = 1, **data: str | int) -> None:
        mark = event.start_mark
        self.problems.append(Problem(code, Source(self.path, mark.line + 1, mark.column + 1, width), data))

    def _look_closer(self, event: Any) -> None:
        """Tell what a value may not have: an anchor, a tag, a hidden character, a tail cut off by `#`."""
        if len(self.problems) >= TOLD:
            return
        if event.anchor is not None:
            self._refuse("yaml-anchor", event, len(event.anchor) + 1)
        if event.tag is not None:
            self._refuse("yaml-tag", event)
        if type(event) is ScalarEvent:
            self._look_at_text(event)

    def _look_at_text(self, event: Any) -> None:
        end = event.end_mark
        if not visible(event.value):
            # Escapes such as "\u202e" get past a look at the raw file.
            for _, name in list(invisible(event.value))[:1]:
                width = end.column - event.start_mark.column if end.line == event.start_mark.line else 1
                self._refuse("character", event, width, character=name)
        plain = self._lines and not event.style and end.line < len(self._lines)
        if plain and (cut := _TRAP.match(self._lines[end.line], end.column)):
            at = Source(self.path, end.line + 1, cut.start(1) + 1, len(cut[1].rstrip()))
            self.problems.append(error("yaml-cut-off", at))

    def _drop(self, here: MapNode, event: Any) -> str:
        """Refuse a key; return a name under which its value can be kept until it is thrown away."""
        key = event.value
        if key == "<<":
            self._refuse("yaml-merge-key", event, 2)
        elif len(key) > _LONGEST_KEY:
            self._refuse("yaml-key", event, len(key))
        else:
            self._repeated(here, key, event.start_mark, key)
        name = f"\n{len(self._dropped)}"
        self._dropped.append((here, name))
        return name

    def _repeated(self, here: MapNode, key: str, mark: Mark, first: str) -> None:
        if len(self.problems) < TOLD:
            at = Source(self.path, mark.line + 1, mark.column + 1, len(key))
            self.problems.append(
                error("key-repeated", at, other=key_place(self.path, here, first), key=key, first=first)
            )

    def _compare_keys(self, here: MapNode) -> None:
        """Tell keys that differ only in case or width, as they would be one to a reader."""
        together = "".join(here.entries)
        if together.isascii() and together.islower():
            return
        seen: dict[str, str] = {}
        for key, mark in here.places.items():
            first = seen.setdefault(folded(key), key)
            if first != key:
                self._repeated(here, key, mark, first)
                self._dropped.append((here, key))
