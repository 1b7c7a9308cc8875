"""How the files that only the kit writes are spelled: registers and links as plain YAML, the same text every time."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping

from kit.domain.addresses import Trace
from kit.domain.codes import Codes
from kit.domain.forgotten import Stone
from kit.domain.model import Link
from kit.domain.register import Record, plain

_REGISTER = """\
# Written by kit, append-only: each entry carries the hash of the one before it.
# Do not edit. A wrong entry is taken back by a new one (kit record).
"""
_LINKS = """\
# Written by kit. Whoever knows a token sees that customer's page: keep this file out of git,
# and in your backup. To lose it is to give every customer a new address.
"""
_TRAIL = """\
# Written by kit, append-only: what became of private page addresses, told by marks that do not lead to them.
# It is what tells a lost or an old links.yaml. Keep it with the book; nothing in it is secret.
"""
_FORGOTTEN = """\
# Written by kit: numbers of papers of people who were forgotten. None is ever given again. Do not edit.
"""
_CODES = """\
# Written by kit. A code, once given, is kept: it tells whose transfer a bank statement shows.
# Keep this file out of git, and in your backup.
"""
#: Unassigned, control, format, surrogate and private characters, line and paragraph separators.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def register(records: Iterable[Record]) -> str:
    """Return the text of a register file with `records`, oldest first."""
    return _REGISTER + "".join(_item(record) for record in records)


def links(tokens: Mapping[str, Link]) -> str:
    """Return the text of links.yaml, customers in alphabetical order."""
    lines = [
        f"{quoted(customer)}:\n  token: {quoted(link.token)}\n  made: {quoted(link.made.isoformat())}\n"
        for customer, link in sorted(tokens.items())
    ]
    return _LINKS + ("".join(lines) or "{}\n")


def trail(traces: Iterable[Trace]) -> str:
    """Return the text of data/links.txt, oldest first."""
    return _TRAIL + "".join(f"{each.date} {each.act} {each.customer or '-'} {each.mark}\n" for each in traces)


def forgotten(kept: Iterable[Stone]) -> str:
    """Return the text of data/forgotten.txt, in the order in which people were forgotten."""
    return _FORGOTTEN + "".join(f"{each.date} {each.year} {each.sequence} {each.series}\n" for each in kept)


def codes(kept: Codes) -> str:
    """Return the text of codes.yaml, in the order in which the codes were given."""
    lines = [
        f"  - {{customer: {quoted(each.customer)}, amount: {each.amount}, code: {each.code}, "
        f"date: {quoted(each.date.isoformat())}}}\n"
        for each in kept.given
    ]
    return f"{_CODES}key: {quoted(kept.key)}\ngiven:{'' if lines else ' []'}\n" + "".join(lines)


def quoted(text: str) -> str:
    r"""Return `text` as a double-quoted YAML scalar on one line.

    >>> print(quoted('CV "Maju" – Jaya'))
    "CV \"Maju\" – Jaya"
    """
    plain_json = json.dumps(text, ensure_ascii=False)
    return "".join(_escape(each) if unicodedata.category(each) in _ESCAPED else each for each in plain_json)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _item(record: Record) -> str:
    fields = {**plain(record.entry), "previous": record.previous, "hash": record.hash}
    lines = [f"{name}:{_value(value)}\n" for name, value in fields.items()]
    return "- " + "  ".join(lines)


def _value(value: object) -> str:
    """Return `value` with the space or line break before it."""
    if isinstance(value, dict):
        return "".join(f"\n    {quoted(str(key))}: {each}" for key, each in value.items()) or " {}"
    if isinstance(value, list):
        return " [" + ", ".join(quoted(str(each)) for each in value) + "]"
    if isinstance(value, int):
        return f" {value}"
    return " " + quoted(str(value))
