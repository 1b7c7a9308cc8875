"""What a letter that a human asked for says beside the fields of every message: `wish`, as ready strings.

What the human decided and what the book knows beside the figures of `context.py` stands in `wish`:

| name | meaning |
|---|---|
| `wish.says`, `.quotes` | the human's own sentences; what others say of us |
| `wish.proposed`, `.reason`, `.clause`, `.time`, `.place` | what was typed, empty where nothing was |
| `wish.on`, `.on_day` | the day that the letter names, without and with its weekday |
| `wish.amount`, `.words`, `.date` | the payment, the promise or the money too much; when |
| `wish.made`, `.by_day` | when a promise was given, by when it is kept |
| `wish.applied`, `.unapplied` | rows of `number`, `amount` that a payment settled; what of it waits |
| `wish.duty` | the paper says that more than Rp5.000.000 was received or settled: a duty stamp belongs on it |
| `wish.rows`, `.total`, `.total_words`, `.total_number` | invoices with all that is open, and its sum |
| `wish.ages` | rows of `name`, `amount`, `amount_number`: the sum by age; `.late` is what is past due, or empty |
| `wish.payments` | rows of `date`, `amount`: what came in for the invoices of the letter |
| `wish.offers` | plans: `count`, `count_words`, `first`, `last`, `each`, `last_amount` |
| `wish.table` | the offers side by side: rows of `number`, `due_day`, `cells` |
| `wish.until` | last day on which an offer can be taken up |
| `wish.plan`, `wish.agreement` | the instalment plan (see instalments.py); the number of its agreement, or empty |
| `wish.papers` | rows of `number`, `missing`: invoices and the papers that still have to come |
| `wish.credit`, `.all_papers` | how long the customer has, in words; the papers of its checklist |
| `wish.letters` | rows of `title`, `number`, `date`: the letters that are taken back |
| `wish.dispute` | `invoice`, `opened`, `amount` (empty: all of it), `rest`: the objection that is answered |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from kit.basics.dates import long_date, long_date_with_weekday
from kit.basics.money import Rupiah, format_number, format_rupiah
from kit.basics.terbilang import terbilang, terbilang_rupiah
from kit.composing.credit import credit
from kit.composing.instalments import plan_fields
from kit.composing.rows import NO_DAYS, in_words, listed, row
from kit.composing.stages import stage_name
from kit.composing.templates import Value
from kit.domain.agreements import agreement_of
from kit.domain.allowing import received
from kit.domain.byhand import DUTY_ABOVE, Case, Subject
from kit.domain.model import Book
from kit.domain.plans import Plan
from kit.domain.statement import Kind, Line

#: Upper ends of the ages of a statement, in days past due, with their names; the last has none.
AGES = (
    (0, "Belum jatuh tempo"),
    (30, "1–30 hari"),
    (60, "31–60 hari"),
    (90, "61–90 hari"),
    (None, "Lebih dari 90 hari"),
)

Facts = dict[str, Value]


def wish_of(book: Book, case: Case, occasion: str, subject: Subject) -> Facts:
    """Return everything that the templates of `occasion` may say beside the fields of every message."""
    asked = case.asked
    facts: Facts = {
        "says": asked.says,
        "quotes": asked.quotes,
        "proposed": asked.proposed,
        "reason": asked.reason,
        "clause": asked.clause,
        "time": asked.time,
        "place": asked.place,
        "on": long_date(asked.on) if asked.on else "",
        "on_day": long_date_with_weekday(asked.on) if asked.on else "",
    }
    more = _FACTS.get(occasion)
    return {**facts, **more(book, case, subject)} if more else facts


def _account(_book: Book, case: Case, subject: Subject) -> Facts:
    """All that is open, by invoice and by age, and what came in for these invoices."""
    as_of, lines = case.statement.as_of, subject.items
    ages: list[Rupiah] = [0] * len(AGES)
    for line in lines:
        place = next(i for i, (last, _) in enumerate(AGES) if last is None or line.days_past_due <= last)
        ages[place] += line.outstanding
    total = sum(line.outstanding for line in lines)
    late = sum(line.outstanding for line in lines if line.past_due)
    came = sorted({each.date for line in lines for each in line.applied if each.kind is Kind.PAYMENT})
    extra = case.statement.unallocated
    return {
        "rows": tuple(row(line, as_of) for line in lines),
        **_sum(total),
        "late": format_rupiah(late) if late else "",
        "ages": tuple(
            {"name": name, "amount": format_rupiah(amount), "amount_number": format_number(amount)}
            for (_, name), amount in zip(AGES, ages, strict=True)
        ),
        "payments": tuple(
            {"date": long_date(day), "amount": format_rupiah(sum(received(line, day) for line in lines))}
            for day in came
        ),
        "over": format_rupiah(extra) if extra else "",
    }


def _sum(total: Rupiah) -> Facts:
    return {
        "total": format_rupiah(total),
        "total_number": format_number(total),
        "total_words": terbilang_rupiah(total),
    }


def _payment(_book: Book, _case: Case, subject: Subject) -> Facts:
    """One payment, and what the money of its day settled; of several payments of one day only the sum is known."""
    payment = subject.payment
    if payment is None:
        return {}
    parts = [(line.invoice.number, received(line, payment.date)) for line in subject.items]
    settled = sum(amount for _, amount in parts)
    alone = settled <= payment.amount
    return {
        "amount": format_rupiah(payment.amount),
        "words": terbilang_rupiah(payment.amount),
        "date": long_date(payment.date),
        "method": payment.method or "",
        "applied": tuple(
            {"number": number, "amount": format_rupiah(amount), "amount_number": format_number(amount)}
            for number, amount in parts
        ) if alone else (),
        "unapplied": format_rupiah(payment.amount - settled) if alone and settled < payment.amount else "",
        "numbers": listed(tuple(number for number, _ in parts)),
        "duty": payment.amount > DUTY_ABOVE,
    }  # fmt: skip


def _settled(_book: Book, _case: Case, subject: Subject) -> Facts:
    paid = sum(line.paid for line in subject.items)
    return {**_sum(paid), "duty": paid > DUTY_ABOVE, "last": long_date(_last(subject.items))}


def _last(lines: tuple[Line, ...]) -> dt.date:
    return max(each.date for line in lines for each in line.applied)


def _over(_book: Book, case: Case, _subject: Subject) -> Facts:
    extra = case.statement.unallocated
    return {"amount": format_rupiah(extra), "words": terbilang_rupiah(extra)}


def _offers(_book: Book, case: Case, _subject: Subject) -> Facts:
    offers = case.asked.offers
    return {
        **_sum(offers[0].total),
        "offers": tuple(_offer(plan, place) for place, plan in enumerate(offers, 1)),
        "table": _side_by_side(offers),
        "long": max(len(plan.instalments) for plan in offers) > 24,
        "several": len(offers) > 1,
        "offered": in_words(len(offers)),
        "until": long_date_with_weekday(min(plan.valid_until for plan in offers)),
    }


def _side_by_side(offers: tuple[Plan, ...]) -> tuple[Value, ...]:
    """Return one row for each place in the longest of `offers`: all begin on one day and go by the same step."""
    longest = max(offers, key=lambda plan: len(plan.instalments))
    return tuple(
        {
            "number": str(place + 1),
            "due_day": long_date_with_weekday(each.due),
            "cells": tuple(
                format_number(plan.instalments[place].amount) if place < len(plan.instalments) else NO_DAYS
                for plan in offers
            ),
        }
        for place, each in enumerate(longest.instalments)
    )


def _offer(plan: Plan, place: int) -> Facts:
    amounts = [each.amount for each in plan.instalments]
    same = len(set(amounts)) == 1
    return {
        "place": place,
        "count": len(amounts),
        "count_words": in_words(len(amounts)),
        "each": format_rupiah(amounts[0]),
        "same": same,
        "last_amount": format_rupiah(amounts[-1]),
        "first": long_date(plan.instalments[0].due),
        "last": long_date(plan.instalments[-1].due),
    }  # fmt: skip


def _plan(book: Book, case: Case, subject: Subject) -> Facts:
    if subject.plan is None:
        return {}
    paper = agreement_of(subject.plan.plan, case.customer, book.register(case.customer.id), case.statement.as_of)
    left = subject.plan.left
    return {
        "plan": plan_fields(subject.plan),
        "agreement": paper.number if paper else "",
        "amount": format_rupiah(left),
        "words": terbilang_rupiah(left),
        "count_words": terbilang(len(subject.plan.rows)),
    }


def _papers(_book: Book, case: Case, subject: Subject) -> Facts:
    own = case.customer.exchange
    return {
        "papers": tuple(
            {"number": line.invoice.number, "missing": listed(own.missing(line.invoice.documents) if own else ())}
            for line in subject.items
        ),
        "all_papers": listed(subject.papers),
    }  # fmt: skip


def _letters(_book: Book, _case: Case, subject: Subject) -> Facts:
    left = sum(line.claim for line in subject.items)
    return {
        "letters": tuple(
            {"title": stage_name(each.stage), "number": each.number, "date": long_date(each.date)}
            for each in subject.somasi
        ),
        "several": len(subject.somasi) > 1,
        "settled": not left,
    }  # fmt: skip


def _promise(_book: Book, _case: Case, subject: Subject) -> Facts:
    word = subject.promise
    if word is None:
        return {}
    return {
        "amount": format_rupiah(word.amount),
        "made": long_date(word.made),
        "by_day": long_date_with_weekday(word.by),
    }


def _dispute(_book: Book, _case: Case, subject: Subject) -> Facts:
    dispute, line = subject.dispute, subject.items[0]
    if dispute is None:
        return {}
    rest = line.claim
    return {
        "dispute": {
            "invoice": dispute.invoice,
            "opened": long_date(dispute.opened),
            "amount": format_rupiah(line.disputed_part) if line.disputed_part < line.outstanding else "",
            "rest": format_rupiah(rest) if rest else "",
        }
    }


def _terms(_book: Book, case: Case, _subject: Subject) -> Facts:
    own = case.customer.exchange
    return {
        "credit": credit(case.customer.terms) if case.customer.terms else "",
        "all_papers": listed(own.documents) if own else "",
    }


_FACTS: Mapping[str, Callable[[Book, Case, Subject], Facts]] = {
    "breach-notice": _plan, "counter-offer": _offers, "dispute-answer": _dispute, "instalment-offer": _offers,
    "missing-documents": _papers, "overpayment": _over, "promise": _promise, "receipt": _payment,
    "settlement": _settled, "somasi-withdrawal": _letters, "standing-order": _plan, "statement": _account,
    "terms-sheet": _terms, "thanks-part": _payment,
}  # fmt: skip
