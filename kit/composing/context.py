"""What a template may say about one customer on one occasion: names, figures and dates as ready strings.

Consultants write wording with these names. Every figure is computed elsewhere and only spelled
here; a template does no arithmetic. Empty strings mean "there is none" and are false in an `if`.

| name | meaning |
|---|---|
| `customer.name`, `.form`, `.street`, `.city`, `.province`, `.postcode` | the debtor |
| `customer.addressee`, `.attention` | the line behind "Yth.", and the one behind "u.p." or empty |
| `customer.company` | true unless the customer is a private person |
| `contact.name`, `.call_as`, `.formal`, `.you` | whom we speak to; `you` is Bapak, Ibu or Bapak/Ibu |
| `creditor.name`, `.tagline`, `.street`, `.city`, `.province`, `.postcode` | who is owed |
| `creditor.phone`, `.email`, `.whatsapp`, `.website`, `.service_hours`, `.payment_link` | how to reach and pay it |
| `signatory.name`, `.position` | who signs letters of this stage |
| `sender.name`, `.position`, `.email`, `.whatsapp` | who sends |
| `sender.introduction` | name, position, for whom and in what capacity |
| `stage`, `approach`, `series` | name of the stage, how it speaks, its series of numbers or empty |
| `invoices`, `listed` | rows the message is about, rows listed for completeness (see rows.py) |
| `rest`, `rest_total`, `rest_number` | how many more than `invoices` shows, or empty; what remains of them |
| `first`, `numbers` | the oldest row of `invoices`; the numbers of all as a sentence names them |
| `count`, `count_words`, `many`, `few` | how many rows; more than one; at most three |
| `total`, `total_words`, `total_number` | sum of what remains of `invoices` |
| `paid_total` | what was paid of `invoices`, for thanks; empty where nothing was |
| `fees.*` | late fees, their clause and their computation (see fees.py); empty where none is charged |
| `special` | more than payments and credit notes is deducted from one of the invoices |
| `disputed_part`, `awaiting_slip` (also `_number`) | what is discussed, awaits a tax slip, and is not asked |
| `overpaid` | money beyond all invoices, above the tolerance, or empty |
| `settled`, `reduced`, `credited`, `wide` | nothing is left; paid or credited; credited; large amounts |
| `oldest_due`, `oldest_due_day` | earliest due date, without and with its weekday |
| `plan.*` | the instalment plan that the message is about, empty in all others (see instalments.py) |
| `days_late` | age of the oldest in days at the end of `as_of`; empty while none is past due |
| `deadline`, `deadline_plain` | the day the message gives, with and without weekday; empty: none |
| `accounts` | rows of `bank`, `number`, `holder` |
| `transfer.*`, `virtual_accounts`, `payment_link`, `qris.*` | other ways to pay (see ways.py) |
| `page_link` | address of the customer's page, or empty |
| `reminded_on` | days on which we wrote about these invoices, as a sentence names them, or empty |
| `promise.*`, `breach.*` | a promise and an instalment plan that were not kept, or empty (see breach.py) |
| `giro.*`, `giros_held` | a bilyet giro that the bank refused; those that we hold (see giros.py) |
| `claim.amount`, `.made` | the last payment the customer told of that was not found, or empty |
| `discount.*`, `incentive`, `exchange.*` | what early payment gains, how invoices are exchanged (see offers.py) |
| `act_on`, `as_of` | day of the letter, day of the figures |
| `counted_until` | day up to which payments are counted, or empty |
| `letter.number`, `.attached`, `.draft`, `.enclosures` | the paper; its number is a placeholder while a draft |
| `wish.*` | what somebody decided who asked for the letter, empty in all others (see wishes.py) |
| `brief` | in a chat only: the first form was too long, leave out what can be left out |
| `token.*` | in e-mail only: colours and the font from site/tokens.css |
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.basics.dates import ROMAN_MONTHS, long_date, long_date_with_weekday
from kit.basics.money import Rupiah, format_number, format_rupiah
from kit.basics.terbilang import terbilang_rupiah
from kit.composing.breach import breach, promise
from kit.composing.fees import fees_of
from kit.composing.giros import bounced, held
from kit.composing.instalments import running, spoken_of
from kit.composing.offers import discount_fields, exchange_fields, incentive
from kit.composing.people import parties
from kit.composing.rows import in_words, is_special, listed, row
from kit.composing.templates import Context, Value
from kit.composing.ways import code_of, qris_fields, transfer_fields, ways
from kit.domain.agreements import AGREEMENT
from kit.domain.asked import asked_by, bears_code
from kit.domain.claims import unfound_claim
from kit.domain.model import Book, Customer
from kit.domain.policy import Approach, Channel
from kit.domain.qris import Qris
from kit.domain.register import Issued, Sent
from kit.domain.statement import Statement
from kit.domain.terms import UNKNOWN
from kit.domain.verdict import Send

#: From this amount on the columns of a letter need a smaller face.
WIDE = 10**8
#: Invoices that a message shows one by one; those beyond share one row, and stand on the customer's page in full.
MOST_ROWS = 200

_COUNTER = re.compile(r"\{number[^}]*\}")


@dataclass(frozen=True, slots=True)
class Paper:
    """The state of the letter of an occasion: its number once issued, and whether the mail carries it."""

    number: str = ""
    attached: bool = False
    #: How many papers are enclosed, as the head of the letter says it.
    enclosures: str = ""
    #: What a human has decided for this occasion, where one asked for the letter (see wishes.py).
    wish: Context = field(default_factory=dict)


def context_for(
    book: Book, customer: Customer, statement: Statement, send: Send, channel: Channel, paper: Paper | None = None
) -> dict[str, Value]:
    """Return everything a template may say to `customer` when `send` goes out on `channel`."""
    as_of = statement.as_of
    rows = tuple(row(line, as_of, asked=True) for line in send.items[:MOST_ROWS])
    rest = send.items[MOST_ROWS:]
    total = sum(line.claim for line in send.items)
    paid = sum(line.paid for line in send.items)
    late = max((line.days_past_due for line in send.items), default=0)
    oldest = min((line.invoice.due for line in send.items), default=as_of)
    known = oldest != UNKNOWN
    paper = paper or Paper()
    resting = {number for each in running(customer, statement) for number in each.plan.invoices}
    return {
        **parties(book, customer, channel, send.stage.signatory),
        "stage": send.stage.name,
        "approach": str(send.stage.approach or ""),
        "series": send.stage.series or "",
        "invoices": rows,
        "rest": format_number(len(rest)) if rest else "",
        "rest_total": format_rupiah(sum(line.claim for line in rest)),
        "rest_number": format_number(sum(line.claim for line in rest)),
        "listed": tuple(row(line, as_of, in_plan=line.invoice.number in resting) for line in send.listed[:MOST_ROWS]),
        "first": rows[0] if rows else {},
        "numbers": listed(tuple(each["number"] for each in rows)),
        "count": len(send.items),
        "count_words": in_words(len(send.items)),
        "many": len(send.items) > 1,
        "few": len(send.items) <= 3,
        "total": format_rupiah(total),
        "total_number": format_number(total),
        "total_words": terbilang_rupiah(total),
        "paid_total": format_rupiah(paid) if paid else "",
        "overpaid": _overpaid(book, customer, statement),
        "fees": fees_of(send.items),
        "special": any(is_special(line) for line in send.items),
        "disputed_part": _rupiah(sum(line.disputed_part for line in send.items)),
        "awaiting_slip": _rupiah(sum(line.awaiting_slip for line in send.items)),
        "awaiting_slip_number": format_number(sum(line.awaiting_slip for line in send.items)),
        "settled": not total,
        "reduced": any(line.reduced for line in send.items),
        "credited": any(line.credited for line in (*send.items, *send.listed)),
        "wide": max([total, *(line.invoice.amount for line in (*send.items, *send.listed))]) >= WIDE,
        **ways(book, customer, send.items),
        "transfer": transfer_fields(asked_by(customer, statement, send), _code(book, customer, statement, send)),
        "qris": _qris(book, customer, statement, send, channel),
        "plan": spoken_of(customer, statement, send),
        "oldest_due": long_date(oldest) if known else "",
        "oldest_due_day": long_date_with_weekday(oldest) if known else "",
        "days_late": format_number(late) if late else "",
        "deadline": long_date_with_weekday(send.deadline) if send.deadline else "",
        "deadline_plain": long_date(send.deadline) if send.deadline else "",
        "page_link": page_link(book, customer),
        "reminded_on": _reminded_on(book, customer, send, as_of),
        "promise": promise(customer, statement, send),
        "breach": breach(book, customer, statement, send),
        "claim": _claim(book, customer, statement),
        "giro": bounced(customer, statement),
        "giros_held": held(book, customer, statement, send),
        "discount": discount_fields(send.items, send.act_on),
        "incentive": incentive(book, send.items),
        "exchange": exchange_fields(customer, send.items, send.act_on),
        "act_on": long_date(send.act_on),
        "as_of": long_date(as_of),
        "letter": {
            "number": paper.number or placeholder(book.policy.numbering, send),
            "attached": paper.attached,
            "draft": bool(send.stage.series) and not paper.number,
            "enclosures": paper.enclosures,
        },
        "wish": paper.wish,
    }


def qris_code(book: Book, customer: Customer, statement: Statement, send: Send) -> Qris | None:
    """Return the QRIS code by which what `send` asks for is paid; None for thanks, for a somasi and above the limit."""
    merchant = book.creditor.qris
    if merchant is None or send.stage.approach is Approach.LEGAL:
        return None
    pay = asked_by(customer, statement, send) + _code(book, customer, statement, send)
    return merchant.for_amount(pay, statement.as_of)


def _overpaid(book: Book, customer: Customer, statement: Statement) -> str:
    extra = statement.unallocated
    return format_rupiah(extra) if extra > customer.tolerance_in(book.policy) else ""


def _rupiah(amount: Rupiah) -> str:
    return format_rupiah(amount) if amount else ""


def _code(book: Book, customer: Customer, statement: Statement, send: Send) -> Rupiah:
    return code_of(book, customer, asked_by(customer, statement, send)) if bears_code(send) else 0


def _qris(book: Book, customer: Customer, statement: Statement, send: Send, channel: Channel) -> dict[str, Value]:
    code = qris_code(book, customer, statement, send)
    image = "kit:qris" if channel is Channel.LETTER else ""
    pay = asked_by(customer, statement, send) + _code(book, customer, statement, send)
    return qris_fields(code, pay, image)


def page_link(book: Book, customer: Customer) -> str:
    """Return the address of the customer's page, empty without a base address or a token."""
    link, base = book.links.get(customer.id), book.creditor.base_url
    return f"{base.rstrip('/')}/{link.token}/" if link and base else ""


def placeholder(numbering: str, send: Send) -> str:
    """Return the letter number with its counter still open; empty for a stage that is never numbered."""
    if send.stage.series is None:
        return ""
    pattern = _COUNTER.sub("…", numbering)
    day = send.act_on
    return pattern.format(series=send.stage.series, month=ROMAN_MONTHS[day.month - 1], year=day.year)


def issued_paper(book: Book, customer: Customer, send: Send, as_of: dt.date) -> Issued | None:
    """Return the newest issued letter of this stage about exactly these invoices that has not been sent, or None."""
    return next(reversed(unsent_papers(book, customer, send, as_of)), None)


def unsent_papers(book: Book, customer: Customer, send: Send, as_of: dt.date) -> tuple[Issued, ...]:
    """Return every issued letter of this stage about exactly these invoices that has not been sent, oldest first."""
    wanted = {line.invoice.number for line in send.items}
    found: list[Issued] = []
    for entry in book.register(customer.id).entries(as_of):
        if isinstance(entry, Issued) and entry.stage == send.stage.name and set(entry.items) == wanted:
            found.append(entry)
        elif isinstance(entry, Sent):
            found = [each for each in found if each.number != entry.number]
    return tuple(found)


def as_plain(context: Context) -> dict[str, Value]:
    """Return `context` for a chat: marks that a chat would turn into bold or italic are taken out of the values."""
    return {name: value if name.endswith("link") else _plain(value) for name, value in context.items()}


def neutral(text: str) -> str:
    """Return `text` without the marks of a chat; an underscore between letters or digits marks nothing and stays.

    >>> neutral("*Budi* _x_ INV_2026_1")
    'Budi x INV_2026_1'
    """
    return re.sub(r"[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "", text)


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    if isinstance(value, Mapping):
        return {
            name: each if name.endswith(("link", "email", "website")) else _plain(each) for name, each in value.items()
        }
    return value


def _claim(book: Book, customer: Customer, statement: Statement) -> dict[str, Value]:
    claim = unfound_claim(customer, statement, book.policy, book.calendar)
    return {
        "amount": format_rupiah(claim.amount) if claim else "",
        "made": long_date(claim.made) if claim else "",
    }


def _reminded_on(book: Book, customer: Customer, send: Send, as_of: dt.date) -> str:
    """Name the last three days on which a message about these invoices left."""
    about = {line.invoice.number for line in send.items}
    sent = (each for each in book.register(customer.id).entries(as_of) if isinstance(each, Sent))
    days = {each.date for each in sent if about & set(each.items) and each.stage != AGREEMENT}
    return listed(tuple(long_date(day) for day in sorted(days)[-3:]))
