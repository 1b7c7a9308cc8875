"""The customer's status page and the files of the site that are nobody's: one script of ours, nothing from outside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from urllib.parse import quote

from kit.basics.dates import long_date, long_date_with_weekday
from kit.basics.money import format_rupiah
from kit.basics.problems import Problem
from kit.composing.assets import Assets
from kit.composing.colours import with_accent
from kit.composing.documents import Kept, TextFile
from kit.composing.faults import once
from kit.composing.instalments import plan_fields, running
from kit.composing.offers import discount_fields
from kit.composing.papers import Copy, shelf
from kit.composing.people import parties, sender_for
from kit.composing.rows import in_words, row
from kit.composing.scripts import allowed, digest, with_scripts
from kit.composing.simulator import simulator_fields
from kit.composing.templates import Form, Value, Wording, safe, tidy
from kit.composing.ways import code_of, inside_page, qris_fields, transfer_fields, ways
from kit.domain.addresses import until
from kit.domain.asked import asked_on_page
from kit.domain.model import Book, Creditor, Customer, Payment
from kit.domain.policy import Channel
from kit.domain.register import Sent
from kit.domain.statement import Line, Statement
from kit.domain.verdict import OnHold, Verdict, occasion

#: Copies digits, and works out instalments where some may be proposed; the page is whole without them.
SCRIPT, SIMULATOR = "site/page.js", "site/simulator.js"
#: Settled invoices and payments that a page still shows, newest first.
SETTLED_SHOWN = 5
PAYMENTS_SHOWN = 10

#: What a customer may want to say, as the first words of a message. No amounts, no names.
ASKED = {
    "differs": "Halo, ada rincian pada halaman tagihan kami yang menurut kami tidak sesuai.",
    "paid": "Halo, kami sudah melakukan pembayaran. Berikut kami kirimkan bukti transfernya.",
    "instalments": "Halo, kami ingin membicarakan kemungkinan pembayaran secara bertahap.",
    "question": "Halo, kami ingin bertanya mengenai halaman tagihan kami.",
}


def status_page(
    book: Book,
    customer: Customer,
    statement: Statement,
    verdict: Verdict,
    wording: Wording,
    assets: Assets,
    copies: Mapping[str, Copy] = MappingProxyType({}),
) -> tuple[tuple[TextFile | Kept, ...], tuple[Problem, ...]]:
    """Return the page of `customer` with the papers beside it, nothing without a link.

    `copies` are the copies of invoices that the book keeps, by invoice number.
    """
    link = book.links.get(customer.id)
    if link is None:
        return (), ()
    beside = shelf(book, customer, statement, _shown(statement), copies)
    context: dict[str, Value] = {
        **_page(book, wording),
        **parties(book, customer, Channel.WHATSAPP),
        **_figures(customer, statement, beside.copies),
        "overpaid": statement.unallocated > customer.tolerance_in(book.policy),
        **ways(book, customer, [line for line in statement.open if not line.disputed]),
        **_pay(book, customer, statement),
        "logo_link": assets.on_page,
        "deadline": _deadline(book, customer, statement, verdict),
        "promise_until": _promise(verdict),
        "ask": _contact_links(book.creditor),
        "papers": beside.issued,
        "simulator": simulator_fields(book, customer, statement),
        "as_of": long_date(statement.as_of),
        "link_until": long_date(until(link, book.policy.link_days)),
    }
    html, problems = wording.fill("page.html", context, Form.PAGE)
    text = with_scripts(_lines(html), wording, SCRIPT, *([SIMULATOR] if context["simulator"] else []))
    page = TextFile(customer.id, f"site/{link.token}/index.html", text)
    return (() if problems else (page, *beside.files)), problems


def site_files(book: Book, wording: Wording) -> tuple[tuple[TextFile, ...], tuple[Problem, ...]]:
    """Return `_headers`, the page for lost links and an index that leads nowhere."""
    context: dict[str, Value] = {**_page(book, wording), "creditor": {"name": book.creditor.name}}
    files: list[TextFile] = []
    problems: list[Problem] = []
    for name, form in (("_headers", Form.PAGE), ("404.html", Form.PAGE), ("index.html", Form.PAGE)):
        text, found = wording.fill(name, context, form)
        files.append(TextFile(None, f"site/{name}", _lines(text)))
        problems += found
    return tuple(files) if not problems else (), once(problems)


def page_style(book: Book, wording: Wording) -> tuple[str, str]:
    """Return the one style sheet of all pages of a book, and the policy that allows it and nothing else."""
    css = _style(wording.text("site/tokens.css"), wording.text("site/page.css"), book.creditor.accent)
    return css, (
        f"default-src 'none'; style-src 'sha256-{digest(css)}'; script-src {allowed(wording, SCRIPT, SIMULATOR)}; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _style(tokens: str, css: str, accent: str) -> str:
    kept = (line.strip() for line in (with_accent(tokens, accent) + css).split("\n"))
    return "\n".join(line for line in kept if line and not (line.startswith("/*") and line.endswith("*/")))


def _page(book: Book, wording: Wording) -> dict[str, Value]:
    css, policy = page_style(book, wording)
    return {"css": safe(css), "policy": safe(policy)}


def _figures(customer: Customer, statement: Statement, copies: Mapping[str, str]) -> dict[str, Value]:
    as_of = statement.as_of
    plans = running(customer, statement)
    resting = {number for each in plans for number in each.plan.invoices}
    free = [line for line in statement.open if not line.disputed and line.invoice.number not in resting]
    planned = sum(not line.disputed for each in plans for line in each.lines)
    claimed = [line for line in free if line.past_due]
    slips = [line for line in free if line.awaiting_slip]
    coming = [line for line in free if not line.past_due and line.claim]
    disputed = [line for line in statement.open if line.disputed]
    following = min((line.invoice.due for line in coming if not line.invoice.awaits), default=None)
    next_lines = [line for line in coming if line.invoice.due == following]
    payments = sorted((each for each in customer.payments if each.stands(as_of)), key=_newest_first)
    return {
        "empty": not statement.lines and not statement.unallocated,
        "settled": not statement.outstanding,
        "sentence": _sentence(len(claimed), len(coming), len(disputed), planned, len(slips)),
        "claim": format_rupiah(sum(line.claim for line in claimed)) if claimed else "",
        "plans": tuple(plan_fields(each) for each in plans),
        "coming": format_rupiah(sum(line.claim for line in next_lines)) if next_lines else "",
        "coming_discount": discount_fields(next_lines, as_of),
        "coming_due": long_date_with_weekday(following) if following else "",
        "outstanding": format_rupiah(statement.outstanding),
        "disputed_part": _sum(line.disputed_part for line in claimed),
        "awaiting_slip": _sum(line.awaiting_slip for line in slips),
        "pays": bool(claimed or plans or next_lines or not slips),
        "several": len(statement.open) > 1,
        "lines": tuple(
            {
                **row(line, as_of, in_plan=line.invoice.number in resting),
                "copy_link": copies.get(line.invoice.number, ""),
            }
            for line in _shown(statement)
        ),
        "payments": tuple(_payment(each) for each in payments[:PAYMENTS_SHOWN]),
        "unallocated": format_rupiah(statement.unallocated) if statement.unallocated else "",
    }


def _sum(amounts: Iterable[int]) -> str:
    total = sum(amounts)
    return format_rupiah(total) if total else ""


def _pay(book: Book, customer: Customer, statement: Statement) -> dict[str, Value]:
    """Return the sum to transfer where it bears a code, and the QRIS code for the same sum."""
    asked = asked_on_page(customer, statement)
    extra = code_of(book, customer, asked)
    pay = asked + extra
    code = book.creditor.qris.for_amount(pay, statement.as_of) if book.creditor.qris else None
    qris = qris_fields(code, pay, inside_page(code)) if code else {}
    digits = {"pay_digits": str(pay), "pay_text": format_rupiah(pay)} if asked else {"pay_digits": "", "pay_text": ""}
    return {"transfer": transfer_fields(asked, extra), "qris": qris, **digits}


def _shown(statement: Statement) -> Iterable[Line]:
    """Return what is open, oldest first, then the newest of what is settled."""
    settled = [line for line in statement.lines if not line.outstanding]
    return *statement.open, *sorted(settled, key=lambda line: line.settled_on or line.invoice.due)[-SETTLED_SHOWN:]


def _sentence(late: int, coming: int, disputed: int, planned: int = 0, slips: int = 0) -> str:
    """Say in one human sentence how things stand.

    >>> _sentence(1, 1, 0)
    'Ada satu invoice yang sudah lewat jatuh tempo dan satu yang belum jatuh tempo.'
    """
    parts = [
        f"{in_words(number)} {words}"
        for number, words in (
            (late, "yang sudah lewat jatuh tempo"),
            (coming, "yang belum jatuh tempo"),
            (disputed, "yang masih kita bahas bersama"),
            (planned, "yang dibayar dengan cicilan"),
            (slips, "yang menunggu bukti potong"),
        )
        if number
    ]
    if not parts:
        return ""
    first = parts[0].replace(" yang", " invoice yang", 1)
    rest = [first, *parts[1:]]
    told = " dan ".join(rest) if len(rest) < 3 else ", ".join(rest[:-1]) + ", dan " + rest[-1]
    return f"Ada {told}."


def _deadline(book: Book, customer: Customer, statement: Statement, verdict: Verdict) -> str:
    """Return the day that our message names, or the last one that we gave and that has not passed."""
    if not statement.claim:
        return ""
    send = occasion(verdict)
    if send is not None and send.deadline is not None:
        return long_date_with_weekday(send.deadline)
    owed = {line.invoice.number for line in statement.overdue if not line.disputed}
    given: list[dt.date] = [
        entry.deadline
        for entry in book.register(customer.id).entries(statement.as_of)
        if isinstance(entry, Sent) and entry.deadline is not None and owed & set(entry.items)
    ]
    return long_date_with_weekday(given[-1]) if given and given[-1] >= statement.as_of else ""


def _promise(verdict: Verdict) -> str:
    if isinstance(verdict, OnHold) and verdict.hold == "promise" and verdict.until is not None:
        return long_date_with_weekday(verdict.until)
    return ""


def _contact_links(creditor: Creditor) -> dict[str, Value]:
    """Return the ways to answer, each with its first words, by WhatsApp where there is a number, else by e-mail."""
    sender = sender_for(creditor, Channel.WHATSAPP)
    number = creditor.whatsapp or (sender.whatsapp if sender else None)
    address = creditor.email or (sender.email if sender else None)
    return dict(_answers(number or "", address or ""))


@cache
def _answers(number: str, address: str) -> Mapping[str, str]:
    links: dict[str, str] = {}
    for name, words in ASKED.items():
        chat = f"https://wa.me/{number}?text={quote(words, safe='')}" if number else ""
        post = f"mailto:{quote(address, safe='@')}?subject=Tagihan&body={quote(words, safe='')}" if address else ""
        links[f"{name}_link"] = chat or post
        links[f"{name}_mail_link"] = post
    return links


def _payment(payment: Payment) -> dict[str, Value]:
    return {
        "date": long_date(payment.date),
        "amount": format_rupiah(payment.amount),
        "method": payment.method or "",
    }


def _newest_first(payment: Payment) -> tuple[int, int]:
    return -payment.date.toordinal(), -payment.amount


def _lines(html: str) -> str:
    """Return `html` without the empty lines that conditions leave."""
    return "\n".join(line.rstrip() for line in tidy(html).split("\n") if line.strip()) + "\n"
