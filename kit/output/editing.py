"""Put an item into a customer's own file, or change one field of it; every other byte stays as it was.

The text functions know places, not meanings. `edit_customer` writes only what reads back, by the
parser that the door hands in, as the old file with exactly the intended difference.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kit.basics.money import format_number
from kit.basics.problems import Problem, Source, error, has_errors
from kit.output import disk, wording
from kit.output.failure import operating
from kit.output.places import Place, Unplaced, column, line_end, line_start, places
from kit.output.recording import Held

#: What a field may be given: amounts as whole numbers, dates, texts, yes and no, lists and maps of these.
Value = str | int | date | bool | list[Any] | tuple[Any, ...] | Mapping[str, Any]
Fields = Mapping[str, Value]

#: A file's bytes -> its maps, lists and texts, nothing else; and every problem of the book it would stand in.
ReadBack = Callable[[bytes], tuple[Any, tuple[Problem, ...]]]

#: The keys of a customer's file in the order in which a new one takes its place.
ORDER = (
    "name", "form", "language", "liable", "contact", "address", "ladder", "channels", "tolerance", "invoices",
    "credit_notes", "payments", "slips", "write_offs", "refunds", "principal_first",
    "promises", "claims", "disputes", "holds", "plans", "giros", "handed", "returns", "insolvent", "deceased", "notes",
)  # fmt: skip

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_BARE = re.compile(r"[^\W_](?:[\w ./()+%@&'–-]*[\w.()%'])?")
_WORDS = frozenset({"yes", "no", "true", "false", "null", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Insertion:
    """A new item at the end of the list under `key`."""

    key: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Setting:
    """Another value for one field of the item `index` (counted from 0) of the list under `key`; None: of its map."""

    key: str
    index: int | None
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Fact:
    """A new map under `key`, which the file does not have yet."""

    key: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Addition:
    """A new item at the end of the list in one field of the item `index` of the list under `key`."""

    key: str
    index: int
    field: str
    fields: Fields


Change = Insertion | Setting | Fact | Addition


def edit_customer(held: Held, customer: str, change: Change, read_back: ReadBack) -> tuple[Problem, ...]:
    """Make `change` in the customer's file, whole or not at all; a problem means that nothing was written."""
    if not _ID.fullmatch(customer):
        raise ValueError(f"not an id: {customer!r}")
    name = f"data/customers/{customer}.yaml"
    with operating(held.book / name):
        path = (held.book / name).resolve()
        before = path.read_bytes()
        old, problems = read_back(before)
        if has_errors(problems) or not path.is_relative_to(held.book.resolve()):
            return problems or (error("edit-unsafe", Source(name, width=0), customer=customer),)
        try:
            after = changed(before.decode(), change).encode()
        except (Unplaced, UnicodeDecodeError):
            return (error("edit-unsafe", Source(name, width=0), customer=customer),)
        new, problems = read_back(after)
        if has_errors(problems):
            return problems
        if new != intended(old, change):
            return (error("edit-unsafe", Source(name, width=0), customer=customer),)
        _write(path, before, after)
    return ()


def _write(path: Path, before: bytes, after: bytes) -> None:
    if before != after:
        disk.replace(path, after, path.stat().st_mode & 0o777)


def changed(text: str, change: Change) -> str:
    """Return `text` with `change` made in it."""
    if isinstance(change, Insertion):
        return insert_item(text, change.key, change.fields)
    if isinstance(change, Fact):
        return insert_map(text, change.key, change.fields)
    if isinstance(change, Addition):
        return add_row(text, change)
    return set_field(text, change.key, change.index, change.field, change.value)


def intended(old: Any, change: Change) -> Any:
    """Return the maps and lists of a file as they must read after `change`."""
    new = copy.deepcopy(old)
    if isinstance(change, Insertion):
        new[change.key] = [*(new.get(change.key) or []), _plain(change.fields)]
    elif isinstance(change, Fact):
        new[change.key] = _plain(change.fields)
    elif isinstance(change, Addition):
        item = new[change.key][change.index]
        item[change.field] = [*(item.get(change.field) or []), _plain(change.fields)]
    else:
        item = new[change.key] if change.index is None else new[change.key][change.index]
        item[change.field] = _plain(change.value)
    return new


def insert_item(text: str, key: str, fields: Fields) -> str:
    """Return `text` with a new item at the end of the list under `key`; the list is made where it is missing."""
    root = places(text)
    found = root.value(key)
    indent = column(text, root.start)
    if found is None:
        dash, block = _manner(text, root)
        return _after_line(text, _before(root, key), " " * indent + f"{key}:", *_item(fields, dash, block))
    if found.kind == "list" and not found.flow:
        at, last = found.items[-1]
        gap = last.start - at if line_end(text, at) >= last.start > at else 2
        return _after_line(text, found.end, *_item(fields, column(text, at), not last.flow, gap))
    if found.flow and found.kind == "list":
        return _into_brackets(text, found, _inline(dict(fields)))
    if found.start < found.end:
        raise Unplaced
    dash, block = _manner(text, root)
    return _after_line(text, found.start, *_item(fields, dash, block))


def insert_map(text: str, key: str, fields: Fields) -> str:
    """Return `text` with a map on one line under a key that is not there yet."""
    root = places(text)
    if root.value(key) is not None:
        raise Unplaced
    return _after_line(text, _before(root, key), " " * column(text, root.start) + f"{key}: {_inline(dict(fields))}")


def set_field(text: str, key: str, index: int | None, field: str, value: Value) -> str:
    """Return `text` with `value` in one field of an item, or of a map; the field is added where it has none."""
    found = places(text).value(key)
    if found is None or (index is not None and (found.kind != "list" or not 0 <= index < len(found.items))):
        raise Unplaced
    item = found if index is None else found.items[index][1]
    if item.kind != "map" or not item.entries:
        raise Unplaced
    old = item.value(field)
    if old is None and item.flow:
        return _into_brackets(text, item, f"{field}: {_inline(value)}")
    if old is None:
        return _after_line(text, item.end, " " * column(text, item.entries[-1][1]) + f"{field}: {_inline(value)}")
    if line_end(text, old.start) < old.end or line_start(text, old.start) > item.entries[-1][1] >= old.start:
        raise Unplaced
    space = "" if old.start < old.end or text[old.start - 1 : old.start] == " " else " "
    return text[: old.start] + space + _inline(value) + text[old.end :]


def add_row(text: str, change: Addition) -> str:
    """Return `text` with a new item in a list of an item; the list is made where the item has none."""
    found = places(text).value(change.key)
    old = found.items[change.index][1].value(change.field) if found and change.index < len(found.items) else None
    if old is None:
        return set_field(text, change.key, change.index, change.field, [change.fields])
    if old.kind != "list":
        raise Unplaced
    if old.flow:
        return _into_brackets(text, old, _inline(dict(change.fields)))
    at, last = old.items[-1]
    return _after_line(text, old.end, *_item(change.fields, column(text, at), not last.flow))


def _before(root: Place, key: str) -> int:
    """Return the end of what a new key comes after."""
    before = [value for name, _, value in root.entries if name in ORDER[: _rank(key)]]
    return before[-1].end if before else root.entries[0][2].end


def _rank(key: str) -> int:
    return ORDER.index(key) if key in ORDER else len(ORDER) - 1


def _manner(text: str, root: Place) -> tuple[int, bool]:
    """Return where the hyphens of this file stand, and whether items are written over several lines."""
    lists = [value for _, _, value in root.entries if value.kind == "list" and not value.flow]
    if not lists:
        return column(text, root.start) + 2, False
    return column(text, lists[-1].start), not any(item.flow for each in lists for _, item in each.items)


def _item(fields: Fields, dash: int, block: bool, gap: int = 2) -> list[str]:  # noqa: FBT001 - says how it looks
    """Return the lines of an item whose hyphen stands at column `dash`, its text `gap` characters further."""
    head = " " * dash + "-" + " " * (gap - 1)
    nested = any(_is_rows(value) for value in fields.values())
    if not block and not nested:
        return [head + _inline(dict(fields))]
    lines: list[str] = []
    for key, value in fields.items():
        if _is_rows(value):
            lines += [f"{key}:", *("  - " + _inline(row) for row in value)]  # type: ignore[union-attr]
        else:
            lines.append(f"{key}: {_inline(value)}")
    return [head + lines[0], *(" " * (dash + gap) + line for line in lines[1:])]


def _is_rows(value: Value) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value)


def _after_line(text: str, at: int, *lines: str) -> str:
    """Return `text` with `lines` below the line of `at`, with the line end that stands there."""
    stop = line_end(text, at)
    mark = re.match(r"\r\n|\n|\r", text[stop:]) or re.search(r"\r\n|\n|\r", text)
    end = mark[0] if mark else "\n"
    return text[:stop] + "".join(end + line for line in lines) + text[stop:]


def _into_brackets(text: str, holder: Place, written: str) -> str:
    """Return `text` with one more thing before the closing bracket of a list or map."""
    ends = [value.end for _, value in holder.items] + [value.end for _, _, value in holder.entries]
    starts = [start for start, _ in holder.items] + [start for _, start, _ in holder.entries]
    close = holder.end - 1
    if not ends:
        return text[: holder.start + 1] + written + text[holder.start + 1 :]
    last = ends[-1]
    comma = re.match(r"\s*,", text[last:close])
    behind, comma_needed = last + (comma.end() if comma else 0), "" if comma else ","
    if line_end(text, last) > close:
        return text[:last] + comma_needed + text[last:behind] + " " + written + text[behind:]
    own_line = not text[line_start(text, starts[-1]) : starts[-1]].strip()
    indent = column(text, starts[-1]) if own_line else column(text, line_start(text, holder.start)) + 2
    with_comma = text[:last] + comma_needed + text[last:]
    return _after_line(with_comma, behind + len(comma_needed), " " * indent + written + ("," if comma else ""))


def _inline(value: Value) -> str:
    """Return `value` as it is written on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    text = _plain(value)
    bare = _BARE.fullmatch(text) and text.isprintable() and text.lower() not in _WORDS and "  " not in text
    return text if bare or isinstance(value, bool) else wording.quoted(text)


def _plain(value: Any) -> Any:
    """Return `value` as the texts, lists and maps that reading finds."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return format_number(value)
    return value.isoformat() if isinstance(value, date) else str(value)
