"""A customer's register as `kit` wrote it: kinds, fields and the chain of hashes, verified entry by entry."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

from kit.basics.dates import parse_date
from kit.basics.problems import Problem, Source, error
from kit.domain.happened import Detail, Torn
from kit.domain.policy import Channel
from kit.domain.register import GENESIS, KINDS, Entry, Outcome, Reach, Record, Register, chain
from kit.reading import fields
from kit.reading.fields import Field, Findings, Got, ListOf, MapOf
from kit.reading.kinds import Amount, Day, Pattern, Text, Whole, choice
from kit.reading.nodes import ListNode, MapNode, Node, Scalar, parse, place

_TEXT = Text(2000, lines=True, exact=True)
#: What is sought in the remains of an entry.
_KIND = re.compile(r'- kind: "([a-z-]+)"')
_DATE = re.compile(r'^  date: "(\d{4}-\d{2}-\d{2})"$', re.MULTILINE)
_SERIES = re.compile(r'^  series: "([^"\\]+)"$', re.MULTILINE)
_SEQUENCE = re.compile(r"^  sequence: (\d+)\n", re.MULTILINE)
_HASH = Pattern("[0-9a-f]{64}", "64 digits of 0-9 and a-f")


def _record(kind: str, *own: Field) -> fields.Record:
    """Return the table of one kind of entry: its own fields between kind and date, and the chain."""
    return fields.Record(
        kind,
        (
            Field("kind", _TEXT, required=True),
            Field("date", Day(), required=True),
            *own,
            Field("previous", _HASH, required=True),
            Field("hash", _HASH, required=True),
        ),
    )


def _needed(key: str, kind: fields.Kind = _TEXT) -> Field:
    return Field(key, kind, required=True)


_ITEMS = _needed("items", ListOf(_TEXT))

#: The table of each kind of entry, by its word in the file.
ENTRIES = {
    "issued": _record(
        "issued", _needed("stage"), _ITEMS, _needed("number"), _needed("series"),
        _needed("sequence", Whole(1, 999_999)), _needed("figures", MapOf(Amount(least=0), _TEXT)),
        Field("deadline", Day()), _needed("sha256", _HASH), _needed("file"), _needed("signatory"),
        Field("terms", ListOf(_TEXT)), Field("confirmed", _TEXT),
    ),
    "final": _record("final", _needed("number"), _needed("file"), _needed("sha256", _HASH), _needed("by")),
    "approved": _record("approved", _needed("stage"), _needed("by")),
    "sent": _record(
        "sent", _needed("stage"), _ITEMS, _needed("channel", choice(Channel)), _needed("by"), Field("sender", _TEXT),
        Field("deadline", Day()), Field("number", _TEXT),
    ),
    "delivered": _record(
        "delivered", _needed("number"), _needed("outcome", choice(Outcome)), Field("receiver", _TEXT),
        Field("resi", _TEXT), Field("file", _TEXT), Field("sha256", _HASH),
    ),
    "contact": _record(
        "contact", _needed("via"), _needed("outcome", choice(Reach)), _needed("by"), Field("note", _TEXT)
    ),
    "drafted": _record("drafted", _needed("stage"), _needed("channel", choice(Channel)), _needed("by")),
    "read": _record("read", _needed("stage"), _needed("channel", choice(Channel)), Field("note", _TEXT)),
    "failed": _record("failed", _needed("stage"), _needed("channel", choice(Channel)), _needed("reason")),
    "contact-changed": _record(
        "contact-changed", _needed("detail", choice(Detail)), _needed("now"), _needed("source"), _needed("by"),
        Field("was", _TEXT),
    ),
    "torn": _record(
        "torn", _needed("remains"), Field("series", _TEXT), Field("sequence", Whole(1, 999_999))
    ),
    "voided": _record("voided", _needed("entry", Whole(1, 999_999)), _needed("reason")),
}  # fmt: skip


def read_register(raw: bytes, path: str, customer: str) -> tuple[Register, tuple[Problem, ...]]:
    """Return the register in `raw` as far as it is whole, and what is wrong with the rest."""
    tree, problems = parse(raw, path)
    if tree is None or problems:
        return Register(customer), _cut(raw, path) or problems
    to = Findings(path)
    if type(tree) is not ListNode:
        to.error("top-list", tree)
        return Register(customer), tuple(to.problems)
    records: list[Record] = []
    for number, node in enumerate(tree.items, 1):
        record = _entry(node, number, records[-1].hash if records else GENESIS, to)
        if record is None:
            if number == len(tree.items) and type(node) is MapNode and "hash" not in node.entries:
                to.problems[:] = [_cut_at(place(path, node))]
            break
        records.append(record)
    return Register(customer, tuple(records)), tuple(to.problems)


def cut_register(raw: bytes, path: str, customer: str) -> tuple[Register, str] | None:
    """Return what stands before a last entry that was cut off, and what is left of it; None: it is not only that."""
    problems = read_register(raw, path, customer)[1]
    at = problems[0].at if [each.code for each in problems] == ["register-cut"] else None
    if at is None:
        return None
    lines = raw.split(b"\n")
    head = b"\n".join(lines[: at.line - 1]) + b"\n"
    register, faults = (
        read_register(head, path, customer) if at.line > 1 and b"- " in head else (Register(customer), ())
    )
    if faults:
        return None
    text = b"\n".join(lines[at.line - 1 :]).decode("utf-8", "replace")
    shown = "".join(each if each == "\n" or (each.isprintable() and each != "\ufffd") else "?" for each in text)
    return register, shown[:2000].strip() or "-"


def torn(left: str, newest: dt.date | None) -> Torn | None:
    """Return the entry that takes the place of a torn one, or None where it may have had a number that is lost.

    It bears the torn entry's own day, else the newest of the register, else the first day of all.

    An issue that was cut off before its place in the series cannot be mended: the number might be given again.
    """
    own = _DATE.search(left)
    then = parse_date(own[1]) if own else None
    date = then or newest or dt.date(1950, 1, 1)
    series, sequence = _SERIES.search(left), _SEQUENCE.search(left)
    if series and sequence:
        return Torn(date, left, series[1], int(sequence[1]))
    kind = _KIND.match(left)
    return Torn(date, left) if kind is not None and kind[1] in set(ENTRIES) - {"issued"} else None


def _entry(node: Node, number: int, head: str, to: Findings) -> Record | None:
    """Return one entry in its place, or None with the reason told."""
    kind = node.entries.get("kind") if type(node) is MapNode else None
    word = kind.text if type(kind) is Scalar else ""
    if word not in ENTRIES:
        to.error("register-kind", kind or node, text=fields.quoted(word), known=", ".join(ENTRIES))
        return None
    told = len(to.problems)
    got: Got = ENTRIES[word].read(node, word, to)
    if len(to.problems) > told:
        return None
    # What an entry leaves out is None in its value.
    values: dict[str, Any] = dict.fromkeys(each.name for each in dataclasses.fields(KINDS[word])) | got.values
    del values["kind"]
    previous, own = values.pop("previous"), values.pop("hash")
    if "figures" in values:
        values["figures"] = tuple(values["figures"].items())
    entry: Entry = KINDS[word](**values)
    if previous != head or own != chain(head, entry):
        to.error("register-chain-broken", node, entry=number)
        return None
    return Record(number, entry, previous, own, got.at)


def _cut(raw: bytes, path: str) -> tuple[Problem, ...]:
    """Return the problem of a last entry that was never written to its end, where that is all that is wrong."""
    start = raw.rfind(b"\n- ") + 1
    if start == 0 and not raw.startswith(b"- "):
        return ()
    head = raw[:start]
    if head.strip() and parse(head, path)[1]:
        return ()
    return (_cut_at(Source(path, head.count(b"\n") + 1, 1, 1)),)


def _cut_at(at: Source) -> Problem:
    return error("register-cut", at)
