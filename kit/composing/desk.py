"""The agenda for the desk of whoever collects: a calendar file (RFC 5545) and the same list as CSV. Never in site/."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from kit.composing.documents import TextFile
from kit.domain.agenda import Coming, Kind, agenda
from kit.domain.calendar import PROVINCES, Zone, hours_of
from kit.domain.cases import Case
from kit.domain.model import Book
from kit.domain.pacing import province_of

#: Octets of a line of a calendar file, without its end (RFC 5545, 3.1).
LONGEST = 75
#: A cell that begins with one of these, in ASCII or full width, is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

_WORDS: Mapping[str, Mapping[Kind, str]] = {
    "id": {
        Kind.CONTACT: "Hubungi {who}: {about}", Kind.LOOK: "Lihat lagi: {who}", Kind.PROMISE: "Janji bayar {who}",
        Kind.INSTALMENT: "Angsuran {about} {who}", Kind.DEADLINE: "Tenggat surat {about}: {who}",
    },
    "en": {
        Kind.CONTACT: "Contact {who}: {about}", Kind.LOOK: "Look again: {who}", Kind.PROMISE: "Promise of {who}",
        Kind.INSTALMENT: "Instalment {about} of {who}", Kind.DEADLINE: "Date given by {about}: {who}",
    },
}  # fmt: skip
_COLUMNS = ("date", "hours", "kind", "customer", "call_as", "about")


def desk_files(book: Book, found: tuple[Case, ...], as_of: date) -> tuple[TextFile, ...]:
    """Return the agenda twice: for a calendar and for a spreadsheet; both name a customer as they are called."""
    lines = agenda(found, book)
    zones = {case.customer.id: PROVINCES[province_of(case.customer, book.creditor)] for case in found}
    return (
        TextFile(None, "desk/contacts.csv", _table(book, lines, zones)),
        TextFile(None, "desk/contacts.ics", _calendar(book, lines, zones, as_of)),
    )


def cell(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula.

    >>> cell("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _table(book: Book, lines: tuple[Coming, ...], zones: Mapping[str, Zone]) -> str:
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(_COLUMNS)
    for each in lines:
        row = (str(each.day), _hours(book, each, zones), each.kind, each.customer, each.call_as, each.about)
        sheet.writerow(map(cell, row))
    return out.getvalue()


def _hours(book: Book, each: Coming, zones: Mapping[str, Zone]) -> str:
    """Return the hours in which the customer may be contacted; nothing for what is no contact."""
    return hours_of(book.policy.window, zones[each.customer], each.day) if each.kind is Kind.CONTACT else ""


def _calendar(book: Book, lines: tuple[Coming, ...], zones: Mapping[str, Zone], as_of: date) -> str:
    words = _WORDS[book.creditor.lang or "id"]
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Santun//kit//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for each in lines:
        said = words[each.kind].format(who=f"{each.call_as} ({each.customer})", about=each.about)
        hours = _hours(book, each, zones)
        text += ["BEGIN:VEVENT", f"UID:{_uid(book, each)}", f"DTSTAMP:{as_of:%Y%m%d}T000000Z"]
        text += _times(book, each, zones[each.customer]) if hours else _whole_day(each.day)
        text += [f"SUMMARY:{_escaped(said)}", *([f"DESCRIPTION:{_escaped(hours)}"] if hours else [])]
        text += ["CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"]
    return "".join(f"{part}\r\n" for line in (*text, "END:VCALENDAR") for part in _folded(line))


def _uid(book: Book, each: Coming) -> str:
    """Return the same name for the same line, whatever its day, and another one in another book."""
    basis = f"{book.creditor.name}\n{each.customer}\n{each.kind}\n{each.key}"
    return hashlib.sha256(basis.encode()).hexdigest()[:32]


def _times(book: Book, each: Coming, zone: Zone) -> list[str]:
    """Return the first and last hour of the window in UTC: every calendar shows them on its own clock."""
    spans = book.policy.window.spans(each.day.weekday())
    starts, ends = (_utc(each.day, at, zone) for at in (spans[0][0], spans[-1][1]))
    return [f"DTSTART:{starts:%Y%m%dT%H%M%SZ}", f"DTEND:{ends:%Y%m%dT%H%M%SZ}"]


def _utc(day: date, at: time, zone: Zone) -> datetime:
    return datetime.combine(day, at) - timedelta(hours=zone.hours)


def _whole_day(day: date) -> list[str]:
    return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}"]


def _escaped(text: str) -> str:
    """Return a text value with what has a meaning of its own in the format escaped (RFC 5545, 3.3.11)."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield `line` in parts of at most 75 octets, no character cut in two; what continues begins with a space."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
