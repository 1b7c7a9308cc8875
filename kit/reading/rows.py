"""Rows of what people did, from a file that the desk or a spreadsheet saved: JSON or CSV, each with its line."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.basics.problems import Problem, Source, error
from kit.reading.fields import quoted

#: Bytes of a file and rows in it that are taken at once.
MOST_BYTES, MOST_ROWS = 5_000_000, 5_000
#: What a row says: a word, several words, yes or no.
Said = str | bool | tuple[str, ...]

_LIST = re.compile(r'"entries"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that somebody did: the `kit record` command that enters it, and what it is given."""

    kind: str
    said: Mapping[str, Said]
    #: What tells it from every other row for ever: its own `id`, else its content and how often it stood before.
    key: str
    #: SHA-256 of its content.
    content: str
    at: Source


class _Twice(ValueError):
    """A key stands twice in one map."""


def read_rows(raw: bytes, name: str) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Return every row of a file called `name`, or why it cannot be read; rows or problems, never both."""
    whole = Source(name, width=0)
    if len(raw) > MOST_BYTES:
        return (), (error("rows-large", whole, limit=MOST_BYTES),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (), (error("rows-unreadable", whole, reason="UTF-8"),)
    found, problems = _json(text, name) if text.lstrip()[:1] in ("{", "[") else _csv(text, name)
    if not problems and len(found) > MOST_ROWS:
        problems = [error("rows-many", whole, limit=MOST_ROWS)]
    rows: list[Row] = []
    seen: Counter[str] = Counter()
    for line, values in found if not problems else ():
        at = Source(name, line)
        faults = [error("row-value", at, field=quoted(key)) for key, value in values.items() if not _is_said(value)]
        kind, own = values.get("kind"), values.get("id")
        if not isinstance(kind, str):
            faults.append(error("row-kind", at))
        problems += faults
        if not faults and isinstance(kind, str):
            said = {key: _said(value) for key, value in values.items() if key not in ("kind", "id")}
            content = _digest({"kind": kind, **said})
            seen[content] += 1
            key = _digest({"id": str(own)}) if own not in (None, "") else f"{content}-{seen[content]}"
            rows.append(Row(kind, said, key, content, at))
    problems += _repeated(rows)
    return ((), tuple(problems)) if problems else (tuple(rows), ())


def _json(text: str, name: str) -> tuple[list[tuple[int, Mapping[str, Any]]], list[Problem]]:
    """Return line and map of each entry of `{"format": 1, "entries": [...]}`, as the desk saves it."""
    try:
        whole = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as fault:
        return [], [error("rows-unreadable", Source(name, fault.lineno, fault.colno), reason=fault.msg)]
    except (_Twice, RecursionError, ValueError) as fault:
        return [], [error("rows-unreadable", Source(name, width=0), reason=str(fault)[:80])]
    entries = whole.get("entries") if isinstance(whole, dict) else None
    if not isinstance(entries, list) or whole.get("format") != 1 or set(whole) != {"format", "entries"}:
        return [], [error("rows-format", Source(name, width=0))]
    wrong = [number for number, each in enumerate(entries, 1) if not isinstance(each, dict)]
    if wrong:
        return [], [error("row-kind", Source(name, width=0))]
    return list(zip(_lines(text, len(entries)), entries, strict=True)), []


def _lines(text: str, count: int) -> Iterator[int]:
    """Yield the line on which each of the `count` entries begins; the first line where that cannot be seen."""
    match = _LIST.search(text)
    decoder, at = json.JSONDecoder(), match.end() if match else 0
    for _ in range(count):
        begin = text.find("{", at) if match else -1
        try:
            at = decoder.raw_decode(text, begin)[1] if begin >= 0 else at
        except ValueError:
            begin, match = -1, None
        yield text.count("\n", 0, begin) + 1 if begin >= 0 else 1


def _csv(text: str, name: str) -> tuple[list[tuple[int, Mapping[str, Any]]], list[Problem]]:
    """Return line and cells of each row; the first row names the columns; empty cells are none."""
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",",
                        strict=True)  # fmt: skip
    found: list[tuple[int, Mapping[str, Any]]] = []
    try:
        columns = [each.strip() for each in next(reader, [])]
        if "kind" not in columns or len(set(columns)) < len(columns):
            return [], [error("rows-columns", Source(name, width=0))]
        for cells in reader:
            if len(cells) > len(columns):
                return [], [error("rows-cells", Source(name, reader.line_num), count=len(columns))]
            values = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if cell.strip()}
            if values:
                found.append((reader.line_num, values))
    except csv.Error as fault:
        return [], [error("rows-unreadable", Source(name, reader.line_num), reason=str(fault)[:80])]
    return found, []


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twice("a key stands twice")
    return found


def _is_said(value: object) -> bool:
    """Tell whether a row may say `value`: words, whole numbers, yes and no, lists of words; no other number, no map."""
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    return isinstance(value, str | int)


def _said(value: Any) -> Said:
    if isinstance(value, bool):
        return value
    return tuple(value) if isinstance(value, list) else str(value)


def _digest(values: Mapping[str, Said]) -> str:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _repeated(rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield a problem for each row whose own id an earlier row bears."""
    first: dict[str, Row] = {}
    for row in rows:
        other = first.setdefault(row.key, row)
        if other is not row:
            yield error("row-id-twice", row.at, other=other.at)
