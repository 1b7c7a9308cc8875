"""The field tables as JSON Schema (draft 2020-12), so that editors complete a book and underline mistakes.

An editor reads YAML 1.2, where an unquoted 0812 is a number: wherever the reader takes unquoted text, the schema
takes what an editor makes of it. It is the milder of the two; `kit check` has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kit.basics.money import LARGEST
from kit.reading import kinds
from kit.reading.calendar import CALENDAR
from kit.reading.contacts import Email, Phone, WhatsApp
from kit.reading.creditor import CREDITOR
from kit.reading.customers import CUSTOMER
from kit.reading.fields import Field, Kind, ListOf, MapOf, OneOrMany, Record
from kit.reading.meanings import MEANINGS
from kit.reading.payload import LONGEST, QrisCode
from kit.reading.policy import POLICY, Numbering
from kit.reading.terms import Terms

#: What can be a file of its own, by the name of its schema.
TABLES: Mapping[str, Record] = {"creditor": CREDITOR, "policy": POLICY, "calendar": CALENDAR, "customer": CUSTOMER}

Schema = dict[str, Any]

#: What YAML 1.2 may take unquoted text for.
_UNQUOTED = ["string", "number", "boolean"]
_DIGITS = ["string", "number"]
_REPEATED = re.compile(r"(\[[^\]]+\])(\{[0-9,]+\})")


def schema(name: str) -> Schema:
    """Return the schema of the file called `name`, one of `TABLES`."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": f"Santun: {name}", **_record(TABLES[name])}


def meaning(record: Record, field: Field) -> str | None:
    """Return what `field` of `record` is for, in a sentence."""
    return MEANINGS.get(f"{record.name}.{field.key}")


def _record(record: Record) -> Schema:
    required = [field.key for field in record.fields if field.required]
    return {
        "type": "object",
        "properties": {field.key: _field(record, field) for field in record.fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(record: Record, field: Field) -> Schema:
    said = meaning(record, field)
    return {**({"description": said} if said else {}), **_kind(field.kind)}


def _kind(kind: Kind) -> Schema:
    match kind:
        case Record():
            return _record(kind)
        case ListOf():
            return {"type": "array", "items": _kind(kind.kind), **({"minItems": kind.least} if kind.least else {})}
        case OneOrMany():
            return {"anyOf": [_kind(kind.kind), {"type": "array", "items": _kind(kind.kind), "minItems": 1}]}
        case MapOf():
            return {"type": "object", "propertyNames": _kind(kind.key), "additionalProperties": _kind(kind.kind)}
    return _value(kind)


def _value(kind: Kind) -> Schema:
    """Return the schema of a single value."""
    match kind:
        case kinds.Text():
            one_line = {} if kind.lines else {"pattern": r"^[^\n]*$"}
            return {"type": _UNQUOTED, "minLength": 1, "maxLength": kind.most, **one_line}
        case kinds.Amount():
            return _amount(kind.least)
        case kinds.Day():
            return {"type": "string", "format": "date", "pattern": "^(19[5-9]|20[0-9]|21[0-9])[0-9]-[0-9]{2}-[0-9]{2}$"}
        case kinds.Whole():
            bounds = {"minimum": kind.least, "maximum": kind.most}
            return {"type": ["integer", "string"], **bounds, "pattern": "^(0|[1-9][0-9]{0,8})$"}
        case kinds.Choice():
            return {"enum": [seen for word in kind.options for seen in _as_seen(word)]}
        case kinds.Pattern():
            return _pattern(kind)
        case kinds.Timing():
            pattern = "^(H([+-][0-9]{1,3})?|(issued|sent|received)[+][0-9]{1,3})$"
            return {"type": "string", "pattern": pattern, "examples": ["H-3", "H+7", "sent+14"]}
        case Terms():
            start = "( from (issue|receipt|acceptance))?"
            eom = "( end of month)?"
            pattern = (
                f"^(net [0-9]{{1,3}}( days?)?{eom}|[0-9]{{1,3}} days?{eom}|[0-9]{{1,2}} months?{eom}"
                f"|end of (next )?month|[0-9]{{1,2}} of (next )?month){start}$"
            )
            return {"type": "string", "pattern": pattern, "examples": ["net 30", "1 month from receipt"]}
        case kinds.Rate():
            pattern = "^[0-9]{1,4}(,[0-9]{1,4})? ?(%|persen|‰|permil)$"
            return {"type": "string", "pattern": pattern, "examples": ["2 %", "0,5 %", "1 permil"]}
        case kinds.Clock():
            clock = "^([01][0-9]|2[0-3])[:.][0-5][0-9]$"
            return {"type": _DIGITS, "minimum": 0, "exclusiveMaximum": 24, "pattern": clock, "examples": ["08:00"]}
        case kinds.ClockSpan():
            clock = "([01][0-9]|2[0-3])[:.][0-5][0-9]"
            return {"anyOf": [{"const": False}, {"type": "string", "pattern": f"^(no|{clock} *- *{clock})$"}]}
        case kinds.FileName():
            return _file(kind.endings)
        case QrisCode():
            return {"type": "string", "maxLength": LONGEST, "pattern": "^000201.*6304[0-9A-F]{4}$"}
        case kinds.Url():
            return {"type": "string", "maxLength": 500, "pattern": "^[hH][tT][tT][pP][sS]://[A-Za-z0-9][!-~]*$"}
        case Email():
            mailbox = "[A-Za-z0-9_%+-]+([.][A-Za-z0-9_%+-]+)*"
            return {"type": "string", "pattern": rf"^{mailbox}@[^@\s,;.]+([.][^@\s,;.]+)+$"}
        case WhatsApp():
            return _telephone(r"^[ ().-]*([+][ ().-]*[1-9]|6[ ().-]*2|0)[0-9 ().-]{6,30}$")
        case Phone():
            return _telephone("^[+]?[0-9 ().-]{6,25}$")
        case Numbering():
            return {"type": "string", "maxLength": 60, "pattern": "[{]number(:0[1-9])?[}]"}
    raise TypeError(f"kit/reading/schema.py does not say how an editor sees {type(kind).__name__}")


def _amount(least: int) -> Schema:
    first = "[1-9]" if least else "(0$|0,|[1-9])"
    return {
        "type": ["integer", "number", "string"],
        # 12.500 is a fraction to an editor, which cannot tell it from 12.5
        "minimum": least,
        "maximum": LARGEST,
        "pattern": f"^(Rp ?)?(?={first})([0-9]{{1,16}}|[0-9]{{1,3}}([.][0-9]{{3}})+)(,00|,-)?$",
        "examples": ["12.500.000"],
    }


def _pattern(kind: kinds.Pattern) -> Schema:
    shape = kind.shape
    if kind.ignored:
        apart = _REPEATED.fullmatch(shape)
        if apart is None:
            raise TypeError(f"kit/reading/schema.py cannot put {kind.ignored!r} between the characters of {shape!r}")
        between = f"[{kind.ignored}]*"
        shape = f"{between}(?:{apart[1]}{between}){apart[2]}"
    numeric = any(re.fullmatch(kind.shape, "6" * length) for length in range(1, 30))
    return {"type": _DIGITS if numeric else "string", "pattern": f"^(?:{shape})$", "examples": [kind.example]}


def _file(endings: tuple[str, ...]) -> Schema:
    one_of = "|".join(
        "".join(f"[{each}{each.upper()}]" if each.isalpha() else f"[{each}]" for each in end) for end in endings
    )
    kind: str | list[str] = "string" if endings else _DIGITS
    return {"type": kind, "maxLength": 200, "pattern": rf"^[^/~:\\][^:\\]*{f'({one_of})' if endings else ''}$"}


def _telephone(pattern: str) -> Schema:
    return {"type": ["string", "integer"], "pattern": pattern, "minimum": 100_000, "examples": ["0812-0000-0100"]}


def _as_seen(word: str) -> list[str | int | bool]:
    """Return what an editor may make of a word: itself, and the number or truth value that it spells unquoted."""
    if word in ("true", "false"):
        return [word, word == "true"]
    return [word, int(word)] if word.isdecimal() else [word]
