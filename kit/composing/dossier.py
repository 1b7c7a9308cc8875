"""The dossier of one customer on one page: who, how to reach them, what is owed, what happened, what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kit.basics.money import format_number, format_rupiah
from kit.basics.problems import Problem
from kit.composing.desk_words import WORDS, begun
from kit.composing.deskstyle import desk_frame, desk_page
from kit.composing.documents import TextFile
from kit.composing.people import telephone
from kit.composing.templates import Form, Value, Wording
from kit.composing.timeline import timeline
from kit.composing.voice import Voice
from kit.domain.calendar import PROVINCES, hours_of
from kit.domain.cases import Case
from kit.domain.model import Book, Customer
from kit.domain.pacing import province_of
from kit.domain.promises import kept_rate
from kit.domain.statement import Line


def dossier(
    book: Book, case: Case, links: tuple[Value, ...], as_of: date, wording: Wording, voice: Voice
) -> tuple[TextFile, tuple[Problem, ...]]:
    """Return the dossier of `case`, with `links` to the papers of the day."""
    who, account = case.customer, case.statement
    zone = PROVINCES[province_of(who, book.creditor)]
    words = WORDS[voice.lang]
    kept, ended = kept_rate(who, as_of)
    context: dict[str, Value] = {
        **desk_frame(book, wording, voice, as_of),
        "id": who.id,
        "name": who.name,
        "facts": tuple({"what": words[what], "value": value} for what, value in _facts(who, words) if value),
        "hours": hours_of(book.policy.window, zone),
        "outstanding": format_rupiah(account.outstanding),
        "past_due": format_rupiah(account.past_due),
        "days": late(account.days_past_due, words),
        "verdict": begun(voice.verdict(case.verdict)),
        "why": tuple(voice.reason(each) for each in case.verdict.reasons),
        "lines": tuple(_line(each, words, voice) for each in account.lines),
        "kept": kept,
        "ended": ended,
        "links": links,
        "notes": who.notes or "",
        "history": tuple(
            {"day": voice.day(day), "said": said} for day, said in timeline(case, book.register(who.id), voice)
        ),
    }
    html, problems = wording.fill("dossier.html", context, Form.PAGE)
    return TextFile(who.id, f"desk/customers/{who.id}.html", desk_page(html, wording)), problems


def late(days: int, words: Mapping[str, str]) -> str:
    """Return for how many days something is late; nothing where it is not."""
    return words["late"].format(days=days) if days else ""


def _facts(who: Customer, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    contact, address = who.contact, who.address
    numbers = dict.fromkeys(each for each in (contact.whatsapp, contact.phone) if each)
    return (
        ("contact", f"{contact.formal} ({contact.call_as})"),
        ("liable", f"{who.liable.name}, {who.liable.position}" if who.liable else ""),
        ("phone", ", ".join(telephone(each) for each in numbers) or words["not_on_file"]),
        ("email", contact.email or words["not_on_file"]),
        (
            "address",
            f"{address.street}, {address.city} {address.postcode}, {address.province}"
            if address
            else words["not_on_file"],
        ),
    )


def _line(line: Line, words: Mapping[str, str], voice: Voice) -> Value:
    return {
        "number": line.invoice.number,
        "what": line.invoice.description or "",
        "issued": voice.day(line.invoice.issued),
        "due": "" if line.invoice.awaits else voice.day(line.invoice.due),
        "amount": format_number(line.invoice.amount),
        "left": format_number(line.outstanding),
        "state": _state(line, words, voice),
    }


def _state(line: Line, words: Mapping[str, str], voice: Voice) -> str:
    if line.settled_on:
        return words["settled"].format(day=voice.day(line.settled_on))
    if line.disputed:
        return words["disputed"]
    return late(line.days_past_due, words) or words["open"]
