"""The day's list for the desk: what goes out from which number or mailbox, in which order, and at what pace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import islice

from kit.basics.money import format_rupiah
from kit.composing.desk_words import WORDS, begun, stage_word
from kit.composing.documents import Document, TextFile
from kit.composing.people import sender_for, telephone
from kit.composing.templates import Value
from kit.composing.voice import Voice
from kit.domain.calendar import PROVINCES, hours_of
from kit.domain.cases import Case
from kit.domain.model import Book
from kit.domain.pacing import province_of
from kit.domain.policy import Channel, ContactWindow
from kit.domain.verdict import Send, occasion

#: Minutes between two messages of one sender, and after the window opens before the first: nobody is woken.
PACE, LATER = 5, 60
#: Messages of one sender that the desk lists; `kit plan --list` has them all.
MOST = 250
#: Kinds of papers by how their file ends, in the order of the buttons.
KINDS = (
    ("whatsapp.txt", "whatsapp"),
    ("message.eml", "email"),
    ("call-sheet.html", "call-sheet"),
    ("agreement.pdf", "agreement"),
)


def by_sender(
    book: Book,
    found: Iterable[Case],
    papers: Mapping[str, Sequence[Document]],
    as_of: date,
    voice: Voice,
    *,
    later: bool,
) -> tuple[Value, ...]:
    """Return the day's messages by who sends them: those of `as_of`, or with `later` those moved to another day.

    Within a sender the customers whose evening comes first stand first, then the larger sums.
    """
    groups: dict[str, list[tuple[Case, Send]]] = {}
    for case in found:
        send = occasion(case.verdict)
        if send is not None and (send.act_on > as_of) == later:
            groups.setdefault(_sender(book, send), []).append((case, send))
    return tuple(
        {
            "sender": sender,
            "rows": tuple(islice(_rows(book, groups[sender], papers, voice, later=later), MOST)),
            "more": max(0, len(groups[sender]) - MOST),
        }
        for sender in sorted(groups)
    )


def links_of(documents: Iterable[Document], up: str, words: Mapping[str, str]) -> tuple[Value, ...]:
    """Return a link to each paper that a person opens, seen from a page `up` below the build; chats open WhatsApp."""
    links: list[tuple[int, str, str]] = []
    for each in documents:
        place = next((at for at, (end, _) in enumerate(KINDS) if each.path.endswith(end)), None)
        if place is not None:
            links.append((place, words[KINDS[place][1]], _target(each, up)))
        elif each.path.startswith("letters/"):
            links.append((len(KINDS), words["letter"], up + each.path))
        elif each.path.startswith("lawyers/") and "/01-" in each.path:
            links.append((len(KINDS) + 2, words["casefile"], up + each.path))
        elif each.path.startswith("site/") and each.path.endswith("index.html"):
            links.append((len(KINDS) + 1, words["page"], up + each.path))
    return tuple({"label": label, "href_link": target} for _, label, target in sorted(links))


def slots(window: ContactWindow, day: date) -> Iterator[str]:
    """Yield times of the sender's clock at which messages of one sender may leave on `day`, paced; "" when it is full.

    >>> list(zip(slots(ContactWindow(), date(2026, 11, 23)), range(2)))
    [('09.00', 0), ('09.05', 1)]
    """
    first = True
    for opens, closes in window.spans(day.weekday()):
        at = _minutes(opens) + (LATER if first else 0)
        first = False
        while at < _minutes(closes):
            yield f"{at // 60:02}.{at % 60:02}"
            at += PACE
    while True:
        yield ""


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _target(document: Document, up: str) -> str:
    """Return where a button leads: to the chat itself where there is a link, else to the file."""
    if isinstance(document, TextFile) and document.path.endswith("whatsapp.txt"):
        last = document.text.rstrip().rsplit("\n", 1)[-1]
        if last.startswith("https://wa.me/"):
            return last
    return up + document.path


def _sender(book: Book, send: Send) -> str:
    """Return who sends and from where, as one line; a letter is signed, not sent from a number."""
    who = sender_for(book.creditor, send.channel)
    name = who.name if who else book.creditor.name
    if send.channel is Channel.LETTER or who is None:
        return book.creditor.name if send.channel is Channel.LETTER else name
    if send.channel is Channel.WHATSAPP:
        return f"{name}, WhatsApp {telephone(who.whatsapp)}" if who.whatsapp else name
    return f"{name}, {who.email}" if who.email else name


def _rows(
    book: Book, group: list[tuple[Case, Send]], papers: Mapping[str, Sequence[Document]], voice: Voice, *, later: bool
) -> Iterator[Value]:
    zones = {case.customer.id: PROVINCES[province_of(case.customer, book.creditor)] for case, _ in group}
    order = sorted(group, key=lambda each: _rank(each[0], each[1], zones[each[0].customer.id].hours))
    paces: dict[date, Iterator[str]] = {}
    for case, send in order:
        who, zone = case.customer, zones[case.customer.id]
        written = send.channel is not Channel.LETTER
        pace = paces.setdefault(send.act_on, slots(book.policy.window, send.act_on))
        yield {
            "id": who.id,
            "name": who.name,
            "call_as": who.contact.call_as,
            "stage": begun(stage_word(send.stage.name, voice.lang)),
            "key": send.stage.name,
            "items": ",".join(line.invoice.number for line in send.items),
            "channels": tuple({"key": str(each), "name": WORDS[voice.lang][each]} for each in send.channels),
            "amount": format_rupiah(sum(line.claim or line.paid for line in send.items)),
            "why": tuple(voice.reason(each) for each in send.reasons),
            "hours": hours_of(book.policy.window, zone, send.act_on) if written else "",
            "at": next(pace) if written else "",
            "day": voice.day(send.act_on) if later else "",
            "links": links_of(papers.get(who.id, ()), "../", WORDS[voice.lang]),
        }


def _rank(case: Case, send: Send, hours: int) -> tuple[date, int, int, str]:
    return send.act_on, -hours, -sum(line.outstanding for line in send.items), case.customer.id
