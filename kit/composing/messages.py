"""E-mail and WhatsApp for one customer on one occasion: complete, ready to be checked and sent by a human."""

from __future__ import annotations

import re
from urllib.parse import quote

from kit.basics.problems import Problem, Source, error, warning
from kit.composing.colours import look
from kit.composing.context import Paper, as_plain, context_for
from kit.composing.documents import Kept, Mail, Mailbox, TextFile
from kit.composing.english import spoken
from kit.composing.faults import once
from kit.composing.people import sender_for
from kit.composing.templates import Context, Form, Wording, safe
from kit.domain.model import Book, Creditor, Customer
from kit.domain.policy import Channel
from kit.domain.statement import Statement
from kit.domain.verdict import Send

#: Longest chat message, in characters, and longest address that carries one.
LONGEST_CHAT = 700
LONGEST_LINK = 2_000
#: Characters of a chat that a locked telephone shows to others: greeting and sender only.
SHOWN_LOCKED = 60
#: Longest subject of an e-mail, in characters.
LONGEST_SUBJECT = 90

_RULE = "-" * 40
_KEPT: Context = {"missed": "", "made": "", "number": ""}
#: From the full message to the shortest: without what can be left out, then without a list of invoices,
#: then without the words that were not kept, then without giros.
_SHAPES: tuple[Context, ...] = (
    {"brief": False},
    {"brief": True},
    {"brief": True, "few": False},
    {"brief": True, "few": False, "breach": _KEPT, "promise": _KEPT},
    {"brief": True, "few": False, "breach": _KEPT, "promise": _KEPT, "giro": _KEPT, "giros_held": ()},
)
_TELLING = re.compile(r"\b(?:invoice|tagihan|jatuh tempo|pembayaran|utang|Rp[0-9])", re.IGNORECASE)


def mail(
    book: Book, customer: Customer, statement: Statement, send: Send, wording: Wording, kept: Kept | None, paper: Paper
) -> tuple[Mail | None, tuple[Problem, ...]]:
    """Return the e-mail of `send`, with the issued letter attached where there is one."""
    contact, creditor = customer.contact, book.creditor
    sender = mailbox(creditor)
    if sender is None:
        return None, (error("mail-sender-missing", creditor.at),)
    if contact.email is None:
        return None, ()
    name = f"{send.stage.template}/email.md"
    tongue = wording.prefix(name, customer.language)
    context = spoken(context_for(book, customer, statement, send, Channel.EMAIL, paper), tongue)
    context["token"] = look(wording.text("site/tokens.css"), creditor.accent)
    text, problems = wording.message(tongue + name, context, Form.TEXT)
    html, others = wording.message(tongue + name, context, Form.MAIL)
    if text is None or html is None:
        return None, once((*problems, *others))
    subject = shortened(text.subject)
    frame = {**context, "subject": subject, "goal": text.goal}
    whole_text, problems = wording.fill(f"{tongue}frames/email.txt", {**frame, "body": text.body}, Form.TEXT)
    whole_html, others = wording.fill(f"{tongue}frames/email.html", {**frame, "body": safe(html.body)}, Form.MAIL)
    if problems or others:
        return None, once((*problems, *others))
    items = [line.invoice.number for line in send.items]
    return Mail(
        customer=customer.id,
        path=f"outbox/{customer.id}/{send.stage.name}/message.eml",
        sender=sender,
        to=Mailbox(contact.name, contact.email),
        subject=subject,
        text=whole_text,
        html=whole_html,
        day=send.act_on,
        utc_offset=creditor.zone.hours,
        key="|".join([customer.id, send.stage.name, *items]),
        attachment=kept,
    ), ()


def chat(
    book: Book, customer: Customer, statement: Statement, send: Send, wording: Wording, paper: Paper
) -> tuple[TextFile | None, tuple[Problem, ...]]:
    """Return the WhatsApp message of `send`: its text, a rule, and the link that opens it as a draft."""
    if customer.contact.whatsapp is None:
        return None, ()
    name = f"{send.stage.template}/whatsapp.txt"
    tongue = wording.prefix(name, customer.language)
    context = as_plain(spoken(context_for(book, customer, statement, send, Channel.WHATSAPP, paper), tongue))
    text = ""
    problems: tuple[Problem, ...] = ()
    for shape in _SHAPES:
        text, problems = wording.fill(tongue + name, {**context, **shape}, Form.TEXT)
        text = _paragraphs(text)
        if problems or len(text) <= LONGEST_CHAT:
            break
    if problems:
        return None, problems
    link = chat_link(customer.contact.whatsapp, text)
    at = Source(f"letters/{tongue}{name}")
    if len(text) > LONGEST_CHAT or len(link) > LONGEST_LINK:
        return None, (error("message-too-long", at, customer=customer.id, length=len(text), limit=LONGEST_CHAT),)
    found = (warning("message-opening", at, customer=customer.id, limit=SHOWN_LOCKED),) if _tells_early(text) else ()
    path = f"outbox/{customer.id}/{send.stage.name}/whatsapp.txt"
    return TextFile(customer.id, path, f"{text}\n{_RULE}\n{link}\n"), found


def chat_link(number: str, text: str) -> str:
    """Return the address that opens a chat with `number` and `text` as an unsent draft."""
    return f"https://wa.me/{number}?text={quote(text, safe='')}"


def mailbox(creditor: Creditor) -> Mailbox | None:
    """Return who e-mails come from: the first of the staff with an address, else the creditor itself."""
    sender = sender_for(creditor, Channel.EMAIL)
    if sender is not None and sender.capacity == "staff" and sender.email:
        return Mailbox(f"{sender.name} ({creditor.name})", sender.email)
    return Mailbox(creditor.name, creditor.email) if creditor.email else None


def shortened(subject: str) -> str:
    """Return `subject` cut between words to the length that a list of mails shows."""
    if len(subject) <= LONGEST_SUBJECT:
        return subject
    return subject[: LONGEST_SUBJECT - 1].rpartition(" ")[0].rstrip(" ,;:–") + "…"


def _paragraphs(text: str) -> str:
    """Return `text` with one empty line between paragraphs, none at the ends, and no space at the end of a line."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    return "\n".join(line for i, line in enumerate(lines) if line or lines[i - 1])


def _tells_early(text: str) -> bool:
    return _TELLING.search(text[:SHOWN_LOCKED]) is not None
