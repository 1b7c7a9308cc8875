"""The field table and its reader: what a record may hold, as data, and one way from a YAML tree to values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, Protocol

from kit.basics.problems import Problem, Severity, Source
from kit.reading.nodes import ListNode, MapNode, Node, key_node, key_place, place

#: Problems of one file that are kept, and words of it that get a suggestion.
_KEPT, _SUGGESTED = 500, 20

#: Longest piece of a value that a message repeats.
_QUOTED = 40


class Missing:
    """Stands where a value could not be read."""


MISSING: Final = Missing()


class Findings:
    """The problems of one file, collected while it is read."""

    __slots__ = ("more", "path", "problems", "suggested")

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        #: Problems beyond those that are kept.
        self.more = 0
        #: Words for which a known one was sought; each search takes its time, and a few are enough.
        self.suggested = 0

    def error(self, code: str, at: Node | Source, /, *, other: Source | None = None, **data: str | int) -> Missing:
        """Note an error at a node or place, and return what stands for the value."""
        if len(self.problems) < _KEPT:
            self.problems.append(Problem(code, self._source(at), data, Severity.ERROR, other))
        else:
            self.more += 1
        return MISSING

    def warning(self, code: str, at: Node | Source, /, *, other: Source | None = None, **data: str | int) -> None:
        """Note a warning at a node or place."""
        self.problems.append(Problem(code, self._source(at), data, Severity.WARNING, other))

    def nearest(self, text: str, known: Iterable[str]) -> Any:
        """Return the known word most like `text` as data of a problem, for the first few words of a file."""
        self.suggested += 1
        return nearest(text, known) if self.suggested <= _SUGGESTED else {}

    def _source(self, at: Node | Source) -> Source:
        return at if isinstance(at, Source) else place(self.path, at)


class Kind(Protocol):
    """What a field holds, and how it is read from a node."""

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the value that `node` writes for the field called `name`, or MISSING with a problem told."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    key: str
    kind: Kind
    required: bool = False
    #: The model's word for it, where that is another.
    attribute: str = ""

    @property
    def target(self) -> str:
        """The name under which the value is kept."""
        return self.attribute or self.key


class Got:
    """What was read of one record: values by attribute, absent where the file has none or a wrong one."""

    __slots__ = ("node", "path", "places", "values")

    def __init__(self, path: str, node: MapNode) -> None:
        self.path, self.node = path, node
        self.values: dict[str, Any] = {}
        #: The node of each value, by attribute.
        self.places: dict[str, Node] = {}

    @property
    def at(self) -> Source:
        """Where the record begins."""
        return place(self.path, self.node)

    def place(self, attribute: str) -> Source:
        """Return where the value of `attribute` stands, or the record where it has none."""
        return place(self.path, self.places.get(attribute, self.node))

    def item_place(self, attribute: str, index: int) -> Source:
        """Return where the item `index` of a list stands; a single value, or a list with gaps, as a whole."""
        node = self.places[attribute]
        whole = isinstance(node, ListNode) and len(node.items) == len(self.values[attribute])
        return place(self.path, node.items[index] if isinstance(node, ListNode) and whole else node)

    def get(self, attribute: str) -> Any:
        """Return the value of `attribute`, or None."""
        return self.values.get(attribute)


@dataclass(frozen=True, slots=True)
class Record:
    """A map with known keys."""

    name: str
    fields: tuple[Field, ...]
    #: The same fields by key.
    known: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {each.key: each for each in self.fields})

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return what was read (`Got`), telling unknown keys, wrong values and required ones that are missing."""
        if type(node) is not MapNode:
            return to.error("expected-map", node, field=name, keys=": ..., ".join(list(self.known)[:3]) + ": ...")
        got = Got(to.path, node)
        known, values, places = self.known, got.values, got.places
        misspelt: set[str] = set()
        for key, value in node.entries.items():
            entry = known.get(key)
            if entry is None:
                misspelt.add(self._unknown(key, node, to))
                continue
            target = entry.attribute or key
            places[target] = value
            read = entry.kind.read(value, key, to)
            if read is not MISSING:
                values[target] = read
        for entry in self.fields:
            if entry.required and entry.key not in node.entries and entry.key not in misspelt:
                to.error("field-missing", node, field=entry.key, record=self.name)
        return got

    def _unknown(self, key: str, node: MapNode, to: Findings) -> str:
        """Tell an unknown key; return the one that was probably meant."""
        if len(to.problems) >= _KEPT:
            to.more += 1
            return ""
        near: dict[str, str] = to.nearest(key, (each for each in self.known if each not in node.entries))
        known = ", ".join(self.known)
        at = key_place(to.path, node, key)
        to.error("key-unknown", at, key=quoted(key), record=self.name, known=known, **near)  # type: ignore[arg-type]
        return near.get("nearest", "")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of things of one kind."""

    kind: Kind
    least: int = 0

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the items that could be read, as a tuple."""
        if type(node) is not ListNode:
            return to.error("expected-list", node, field=name)
        if len(node.items) < self.least:
            return to.error("list-empty", node, field=name)
        each = self.kind.name if isinstance(self.kind, Record) else name
        items = [self.kind.read(item, each, to) for item in node.items]
        return tuple([item for item in items if item is not MISSING])


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One value, or a list of them; read as a tuple either way."""

    kind: Kind

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the values as a tuple."""
        if type(node) is ListNode:
            return ListOf(self.kind, least=1).read(node, name, to)
        value = self.kind.read(node, name, to)
        return MISSING if value is MISSING else (value,)


@dataclass(frozen=True, slots=True)
class MapOf:
    """A map whose keys the user chose, each checked by `key`, with values of one kind."""

    kind: Kind
    key: Kind

    def read(self, node: Node, name: str, to: Findings) -> Any:
        """Return the values by key, in the file's order."""
        if type(node) is not MapNode:
            return to.error("expected-map", node, field=name, keys="NAME: ...")
        values: dict[str, Any] = {}
        for key, value in node.entries.items():
            read_key = self.key.read(key_node(node, key), quoted(key), to)
            read = value if read_key is MISSING else self.kind.read(value, key, to)
            if read_key is not MISSING and read is not MISSING:
                values[read_key] = read
        return values


def top(node: Node | None, record: Record, to: Findings) -> Got | None:
    """Read a whole file as one `record`; None where the file is no map."""
    if node is None:
        return None
    if type(node) is not MapNode:
        to.error("top-map", node)
        return None
    got: Got = record.read(node, record.name, to)
    return got


def quoted(text: str) -> str:
    """Return `text` short enough to be repeated in a message, on one line."""
    line = text.split("\n", 1)[0]
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"


def nearest(text: str, known: Iterable[str]) -> dict[str, str]:
    """Return the known word most like `text` as `nearest`, or nothing where none is like it."""
    if len(text) > 2 * _QUOTED:
        return {}
    spelled = {word.casefold(): word for word in known}
    match = get_close_matches(text.casefold(), spelled, 1, 0.6)
    return {"nearest": spelled[match[0]]} if match else {}
