"""What was done and when: the kinds of register entries, and the chain that makes them tamper-evident."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import ClassVar

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.happened import ContactChanged, Drafted, Failed, Read, Torn
from kit.domain.policy import Channel


class Outcome(StrEnum):
    """What became of a delivery. A refusal with proof counts as receipt; the last two do not."""

    RECEIVED = "received"
    REFUSED = "refused"
    RETURNED = "returned"
    NOT_FOUND = "not-found"


class Reach(StrEnum):
    """What became of an attempt to speak to somebody. Only the first is a conversation."""

    REACHED = "reached"
    NO_ANSWER = "no-answer"
    WRONG_PERSON = "wrong-person"
    #: The person asks to be called at another time.
    CALL_BACK = "call-back"
    #: The person will not talk about it.
    DECLINED = "declined"
    #: Nobody came to, or was found at, a meeting.
    ABSENT = "absent"
    #: The number is dead, or the place is empty: not even an attempt.
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper got its number and was frozen. `figures` are the amounts it states, by invoice and "total"."""

    KIND: ClassVar[str] = "issued"
    date: dt.date
    stage: str
    items: tuple[str, ...]
    number: str
    #: The series of letter numbers and the place in it within the year, counted from 1.
    series: str
    sequence: int
    figures: tuple[tuple[str, Rupiah], ...]
    #: The date the paper gives, inclusive; None: it gives none.
    deadline: dt.date | None
    #: SHA-256 of the PDF in data/issued/<id>/, and its file name there.
    sha256: str
    file: str
    #: Who signs the paper; several of a law firm with "; " between them.
    signatory: str
    #: What an agreement or a certificate states beside its figures (agreements.py, certificates.py); None: a letter.
    terms: tuple[str, ...] | None = None
    #: Who compared a paper that somebody else made with these figures; None: the kit made it.
    confirmed: str | None = None


@dataclass(frozen=True, slots=True)
class Final:
    """An issued paper as it really went out, such as its signed scan; from then on this is the paper."""

    KIND: ClassVar[str] = "final"
    date: dt.date
    number: str
    #: File name in data/issued/<id>/, and its SHA-256.
    file: str
    sha256: str
    #: Who compared it with the frozen figures.
    by: str


@dataclass(frozen=True, slots=True)
class Approved:
    """The owner allowed a stage to go out."""

    KIND: ClassVar[str] = "approved"
    date: dt.date
    stage: str
    by: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A message left the house on one channel, about these invoices."""

    KIND: ClassVar[str] = "sent"
    date: dt.date
    stage: str
    items: tuple[str, ...]
    channel: Channel
    #: Who sent it, and from which number or mailbox.
    by: str
    sender: str | None = None
    deadline: dt.date | None = None
    #: Number of the issued paper that went out, where there was one.
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of an issued paper at its addressee."""

    KIND: ClassVar[str] = "delivered"
    date: dt.date
    number: str
    outcome: Outcome
    receiver: str | None = None
    #: Tracking number of the post or courier.
    resi: str | None = None
    #: Proof below data/evidence/<id>/, with its SHA-256.
    file: str | None = None
    sha256: str | None = None

    @property
    def proven(self) -> bool:
        """Tell whether something outside our own word shows it: a tracking number or a kept proof."""
        return self.resi is not None or self.file is not None

    @property
    def proves_receipt(self) -> bool:
        """Tell whether the paper counts as received: handed over or refused, with proof."""
        return self.outcome in (Outcome.RECEIVED, Outcome.REFUSED) and self.proven


@dataclass(frozen=True, slots=True)
class Contacted:
    """Somebody called or met the customer, or tried to."""

    KIND: ClassVar[str] = "contact"
    date: dt.date
    #: "call" or "meeting", or the channel of a written answer.
    via: str
    outcome: Reach
    by: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Voided:
    """An earlier entry was wrong. It stays in the file and no longer counts."""

    KIND: ClassVar[str] = "voided"
    date: dt.date
    #: Place of the wrong entry in the file, counted from 1.
    entry: int
    reason: str


Entry = (
    Issued | Approved | Sent | Delivered | Contacted | Voided | Drafted | Read | Failed | ContactChanged | Torn | Final
)

#: Every kind of entry by the word that stands in the file.
KINDS: Mapping[str, type[Entry]] = {
    kind.KIND: kind
    for kind in (Issued, Approved, Sent, Delivered, Contacted, Voided, Drafted, Read, Failed, ContactChanged, Torn,
                 Final)
}  # fmt: skip

#: What stands as `previous` in the first entry of a register.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Record:
    """An entry in its place: counted from 1, chained to the one before it."""

    place: int
    entry: Entry
    previous: str
    hash: str
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Register:
    """One customer's entries in the order in which they were recorded."""

    customer: str
    records: tuple[Record, ...] = ()
    #: The parts (termin) of each invoice of the customer that has some: what was said of the whole was said of them.
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def entries(self, as_of: dt.date) -> Iterator[Entry]:
        """Yield the entries dated `as_of` or earlier that count then, oldest record first.

        An issued paper bears the file that really went out.
        """
        counted = tuple(self.counted(as_of))
        final = {each.entry.number: each.entry for each in counted if isinstance(each.entry, Final)}
        for record in counted:
            entry = record.entry
            if isinstance(entry, Issued) and entry.number in final:
                entry = replace(entry, file=final[entry.number].file, sha256=final[entry.number].sha256)
            yield self._in_parts(entry)

    def counted(self, as_of: dt.date) -> Iterator[Record]:
        """Yield the records of the entries dated `as_of` or earlier that count then, oldest first.

        What was voided, and a message that failed, does not count; its failure does.
        """
        seen = [record for record in self.records if record.entry.date <= as_of]
        gone = {record.entry.entry for record in seen if isinstance(record.entry, Voided)}
        valid = [each for each in seen if each.place not in gone and not isinstance(each.entry, Voided)]
        failed = _failed(valid)
        yield from (record for record in valid if record.place not in failed)

    def _in_parts(self, entry: Entry) -> Entry:
        if not self.parts or not isinstance(entry, Issued | Sent):
            return entry
        items = (part for number in entry.items for part in self.parts.get(number, (number,)))
        return replace(entry, items=tuple(items))

    @property
    def newest(self) -> dt.date | None:
        """The latest day that any entry bears."""
        return max((record.entry.date for record in self.records), default=None)

    @property
    def head(self) -> str:
        """The hash on which the next entry builds."""
        return self.records[-1].hash if self.records else GENESIS

    def appended(self, entry: Entry) -> Record:
        """Return `entry` chained as the next record; the register itself stays as it is."""
        place = len(self.records) + 1
        return Record(place, entry, self.head, chain(self.head, entry))


def _failed(records: Sequence[Record]) -> set[int]:
    """Return the places of messages that reached nobody: for each failure the newest of its stage and channel."""
    left: dict[tuple[str, Channel], list[int]] = {}
    gone: set[int] = set()
    for record in records:
        entry = record.entry
        if isinstance(entry, Sent):
            left.setdefault((entry.stage, entry.channel), []).append(record.place)
        elif isinstance(entry, Failed) and left.get((entry.stage, entry.channel)):
            gone.add(left[entry.stage, entry.channel].pop())
    return gone


def plain(entry: Entry) -> dict[str, object]:
    """Return `entry` as text, numbers, lists and maps, kind first, without empty fields: the form that is written."""
    result: dict[str, object] = {"kind": entry.KIND}
    for each in fields(entry):
        value = getattr(entry, each.name)
        if value is None:
            continue
        if each.name == "figures":
            result["figures"] = dict(value)
        elif isinstance(value, tuple):
            result[each.name] = list(value)
        elif isinstance(value, dt.date):
            result[each.name] = value.isoformat()
        else:
            result[each.name] = value if isinstance(value, int) else str(value)
    return result


def chain(previous: str, entry: Entry) -> str:
    """Return the SHA-256, in hex, of `entry` together with the hash of the entry before it."""
    text = json.dumps([previous, plain(entry)], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
