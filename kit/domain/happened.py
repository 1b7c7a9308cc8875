"""What became of a message on its way, and of a customer's contact: register entries beside papers, words and talks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kit.domain.policy import Channel


class Detail(StrEnum):
    """What of a customer's contact may change: the person, the forms of address, the ways to reach them."""

    NAME = "name"
    CALL_AS = "call_as"
    FORMAL = "formal"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message lies ready in a mailbox or a chat and has not left: no word to the customer yet."""

    KIND: ClassVar[str] = "drafted"
    date: dt.date
    stage: str
    channel: Channel
    by: str


@dataclass(frozen=True, slots=True)
class Read:
    """A message that was sent was seen, as its channel shows; that proves no receipt of a paper."""

    KIND: ClassVar[str] = "read"
    date: dt.date
    stage: str
    channel: Channel
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The newest message of a stage on a channel came back. It reached nobody, and no longer counts as sent."""

    KIND: ClassVar[str] = "failed"
    date: dt.date
    stage: str
    channel: Channel
    reason: str


@dataclass(frozen=True, slots=True)
class ContactChanged:
    """A detail of the customer's contact was changed in the customer's file, and on whose word."""

    KIND: ClassVar[str] = "contact-changed"
    date: dt.date
    detail: Detail
    now: str
    source: str
    by: str
    #: What stood there before; None: nothing.
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Torn:
    """The end of a file was cut off in the middle of an entry; what was left of it, kept where it stood."""

    KIND: ClassVar[str] = "torn"
    date: dt.date
    remains: str
    #: The number that a torn issue had taken: it stays used.
    series: str | None = None
    sequence: int | None = None
