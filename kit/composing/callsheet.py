"""The call sheet: one page for whoever telephones about what is past due; for the screen and as a paper."""

from __future__ import annotations

from datetime import date

from kit.basics.dates import WEEKDAYS, long_date, long_date_with_weekday
from kit.basics.money import format_number
from kit.basics.problems import Problem
from kit.composing.colours import with_accent
from kit.composing.context import context_for
from kit.composing.documents import Sheet, TextFile
from kit.composing.people import telephone
from kit.composing.rows import row
from kit.composing.stages import stage_name
from kit.composing.templates import Form, Value, Wording, safe
from kit.domain.approach import ladders_of
from kit.domain.calendar import PROVINCES, Zone, hours_of
from kit.domain.history import history
from kit.domain.model import Book, Customer
from kit.domain.pacing import may_call, province_of
from kit.domain.policy import FRIDAY, THANKS, Approach, Channel, ContactWindow
from kit.domain.register import Contacted, Sent
from kit.domain.statement import Statement
from kit.domain.verdict import Send

#: Invoices and earlier words that one page shows; the rest is counted.
MOST_ROWS, MOST_SENT = 5, 4

_CHANNELS = {Channel.EMAIL: "e-mail", Channel.WHATSAPP: "WhatsApp", Channel.LETTER: "surat"}
_OUTCOMES = {
    "reached": "tersambung",
    "no-answer": "tidak diangkat",
    "wrong-person": "bukan orangnya",
    "call-back": "minta dihubungi kembali",
    "declined": "tidak bersedia membahas",
    "absent": "tidak hadir",
    "unreachable": "tidak dapat dihubungi",
}


def has_call_sheet(book: Book, customer: Customer, send: Send, as_of: date) -> bool:
    """Tell whether a call belongs to `send`: about what is past due, not for counsel yet, calls left in the week."""
    past = history(book.register(customer.id), ladders_of(customer, book.policy)[0], as_of)
    if not may_call(past, book.policy, send.act_on):
        return False
    approach = send.stage.approach
    late = any(line.past_due for line in send.items)
    return late and send.stage.name != THANKS.name and approach is not None and approach is not Approach.LEGAL


def call_sheet(
    book: Book, customer: Customer, statement: Statement, send: Send, wording: Wording
) -> tuple[tuple[TextFile | Sheet, ...], tuple[Problem, ...]]:
    """Return the sheet as a page and as a paper, both with the same words."""
    tokens = with_accent(wording.text("site/tokens.css"), book.creditor.accent)
    css = f"{tokens}\n{wording.text('letters/call-sheet/sheet.css')}"
    context = {
        **context_for(book, customer, statement, send, Channel.WHATSAPP),
        "call": _call(book, customer, statement, send),
        "css": safe(css + wording.text("letters/call-sheet/screen.css")),
    }
    paper, problems = wording.fill("call-sheet/sheet.html", {**context, "screen": False}, Form.LETTER)
    screen, more = wording.fill("call-sheet/sheet.html", {**context, "screen": True}, Form.LETTER)
    if problems or more:
        return (), problems
    start = f"outbox/{customer.id}/{send.stage.name}/call-sheet"
    title = f"Lembar telepon {customer.name}"
    page = TextFile(customer.id, f"{start}.html", screen)
    return (page, Sheet(customer.id, f"{start}.pdf", title, paper, css)), ()


def _call(book: Book, customer: Customer, statement: Statement, send: Send) -> dict[str, Value]:
    """Return what only a call needs: number, hours, what was said before, commands to enter what came of it."""
    number = customer.contact.phone or (telephone(customer.contact.whatsapp) if customer.contact.whatsapp else "")
    rest = len(send.items) - MOST_ROWS
    window = book.policy.window
    persuasive = send.stage.approach is Approach.PERSUASIVE
    return {
        "id": customer.id,
        "number": number,
        "day": long_date_with_weekday(send.act_on),
        "days": _days(window),
        "hours": _hours(window, PROVINCES[province_of(customer, book.creditor)]),
        "rows": tuple(row(line, statement.as_of, asked=True) for line in send.items[:MOST_ROWS]),
        "rest": format_number(rest) if rest > 0 else "",
        "before": _before(book, customer, send, statement),
        "humour": book.policy.humour and persuasive,
    }


def _days(window: ContactWindow) -> str:
    days = sorted(window.weekdays)
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{WEEKDAYS[days[0]]}–{WEEKDAYS[days[-1]]}"
    return ", ".join(WEEKDAYS[day] for day in days)


def _hours(window: ContactWindow, zone: Zone) -> str:
    """Return the hours of any day, with those of Friday's prayer, which concern whoever calls on one."""
    hours = hours_of(window, zone)
    if window.friday is None or FRIDAY not in window.weekdays:
        return hours
    starts, ends = window.friday
    return f"{hours} (Jumat kecuali {starts:%H.%M}–{ends:%H.%M})"


def _before(book: Book, customer: Customer, send: Send, statement: Statement) -> tuple[Value, ...]:
    """Name the last words about these invoices: day, and by which way or with which outcome."""
    about = {line.invoice.number for line in send.items}
    told = []
    for each in book.register(customer.id).entries(statement.as_of):
        if isinstance(each, Sent) and about & set(each.items):
            told.append((each.date, f"{stage_name(each.stage)} lewat {_CHANNELS[each.channel]}"))
        elif isinstance(each, Contacted):
            way = "telepon" if each.via == "call" else "pertemuan" if each.via == "meeting" else each.via
            told.append((each.date, f"{way}: {_OUTCOMES[each.outcome.value]}"))
    return tuple({"day": long_date(day), "what": what} for day, what in sorted(told)[-MOST_SENT:])
