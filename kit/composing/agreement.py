"""The instalment agreement as a sheet: two parties, what is owed, the schedule, and room for signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kit.basics.dates import MONTHS, ROMAN_MONTHS, WEEKDAYS, long_date, long_date_with_weekday
from kit.basics.money import format_number, format_rupiah
from kit.basics.problems import Problem, warning
from kit.basics.terbilang import terbilang, terbilang_rupiah
from kit.composing.assets import Assets
from kit.composing.columns import in_columns
from kit.composing.context import WIDE
from kit.composing.documents import Kept, Sheet
from kit.composing.english import ENGLISH_MONTHS, ENGLISH_WEEKDAYS, in_english, number_in_words
from kit.composing.fees import fees_of
from kit.composing.letters import letter_css
from kit.composing.people import parties
from kit.composing.rows import is_special, row
from kit.composing.templates import Filled, Form, Value, Wording, safe
from kit.domain.agreements import AGREEMENT, SERIES, agreement_of
from kit.domain.ledger import statement_of_account
from kit.domain.model import Book, Customer, LegalForm
from kit.domain.plans import Charges, Plan
from kit.domain.policy import Channel
from kit.domain.standing import State, standings
from kit.domain.statement import Statement

#: Who of the creditor signs an agreement, by role.
ROLE = "manager"
_TEMPLATE = "agreement/agreement.md"
_BLANK = "……………………………………"
_COUNTER = re.compile(r"\{number[^}]*\}")


def agreements(
    book: Book, customer: Customer, statement: Statement, wording: Wording, assets: Assets
) -> tuple[tuple[Sheet | Kept, ...], tuple[Problem, ...]]:
    """Return the agreement of each plan that is offered or sent and not signed yet.

    An issued one is passed on as it was frozen while it states the plan as it is; else it is a
    draft, dated the statement's day, DRAF on its face. A plan whose total is not what its invoices
    had open on the day of the offer gets none: the paper would contradict itself.
    """
    found: list[Sheet | Kept] = []
    problems: list[Problem] = []
    for plan in waiting(customer, statement):
        name = AGREEMENT if not found else f"{AGREEMENT}-{len(found) + 1}"
        path = f"letters/{customer.id}/{name}.pdf"
        paper = agreement_of(plan, customer, book.register(customer.id), statement.as_of)
        if paper is not None:
            found.append(Kept(customer.id, path, f"data/issued/{customer.id}/{paper.file}", paper.sha256))
            continue
        made, faults = agreement_sheet(book, customer, plan, statement.as_of, wording, assets, path)
        found += [made] if made else []
        problems += faults
    return tuple(found), tuple(problems)


def waiting(customer: Customer, statement: Statement) -> tuple[Plan, ...]:
    """Return the plans that wait for a signature at the end of the statement's day."""
    return tuple(each.plan for each in standings(customer, statement) if each.state in (State.OFFERED, State.SENT))


def day_in_words(day: date) -> str:
    """Return a day as the opening of a deed writes it.

    >>> day_in_words(date(2026, 11, 23))
    'Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)'
    """
    words = f"{WEEKDAYS[day.weekday()]}, tanggal {terbilang(day.day)} bulan {MONTHS[day.month - 1]}"
    return f"{words} tahun {terbilang(day.year)} ({day:%d-%m-%Y})"


def english_day_in_words(day: date) -> str:
    """Return a day as the opening of a deed writes it, in English.

    >>> english_day_in_words(date(2026, 11, 23))
    'Monday, the day twenty-three of November of the year two thousand twenty-six (23-11-2026)'
    """
    words = f"{ENGLISH_WEEKDAYS[day.weekday()]}, the day {number_in_words(day.day)} of {ENGLISH_MONTHS[day.month - 1]}"
    return f"{words} of the year {number_in_words(day.year)} ({day:%d-%m-%Y})"


def agreement_sheet(
    book: Book,
    customer: Customer,
    plan: Plan,
    as_of: date,
    wording: Wording,
    assets: Assets,
    path: str,
    number: str | None = None,
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Return the agreement of `plan`, dated `as_of`; with `number` the final one, without it a draft."""
    then = statement_of_account(customer, plan.offered)
    lines = [line for line in then.open if line.invoice.number in plan.invoices]
    owed = sum(line.outstanding for line in lines)
    if owed != plan.total:
        return None, (
            warning("plan-total-differs", plan.at, customer=customer.id, offered=str(plan.offered),
                    total=format_rupiah(plan.total), open=format_rupiah(owed)),
        )  # fmt: skip
    wide = max(plan.total, *(line.invoice.amount for line in lines)) >= WIDE
    context: dict[str, Value] = {
        **parties(book, customer, Channel.LETTER, ROLE),
        "debtor": _debtor(customer),
        "invoices": tuple(row(line, plan.offered) for line in lines),
        "fees": fees_of(lines),
        "special": any(is_special(line) for line in lines),
        "plan": {
            **_plan(plan),
            "wide": wide,
            "today": day_in_words(as_of),
            "charged": any(line.charged for line in lines),
            "bilingual": False,
            "waives": plan.charges is Charges.WAIVED and any(line.invoice.fees for line in lines),
        },
    }
    body, second, problems = _body(context, as_of, wording, customer.language)
    if body is None:
        return None, problems
    open_number = _COUNTER.sub("……", book.policy.numbering).format(
        series=SERIES, month=ROMAN_MONTHS[as_of.month - 1], year=as_of.year
    )
    frame = {
        **context,
        "subject": body.subject,
        "second_subject": second,
        "body": safe(body.body),
        "number": number or open_number,
        "draft": number is None,
        "logo": "kit:logo" if assets.images else "",
    }
    html, faults = wording.fill("frames/agreement.html", frame, Form.LETTER)
    if faults:
        return None, faults
    css = f"{letter_css(book, wording)}\n{wording.text('letters/agreement/agreement.css')}"
    return Sheet(customer.id, path, body.subject, html, css, assets.images), problems


def _body(
    context: dict[str, Value], as_of: date, wording: Wording, language: str
) -> tuple[Filled | None, str, tuple[Problem, ...]]:
    """Return the text of the agreement, in two columns where the shelf has one in `language`, and its other subject.

    The second column is left out, with a warning, where it states other figures than the Indonesian text.
    """
    tongue = wording.prefix(_TEMPLATE, language)
    plan = context["plan"]
    if not tongue or not isinstance(plan, Mapping):
        return _single(context, wording, ())
    left, problems = wording.message(_TEMPLATE, {**context, "plan": {**plan, "bilingual": True}}, Form.LETTER)
    said = in_english(context)
    words = {f"{name}_words": number_in_words(int(str(plan[name]))) for name in ("count", "grace", "missed")}
    numbers = said["plan"] if isinstance(said["plan"], Mapping) else {}
    said["plan"] = {**numbers, **words, "today": english_day_in_words(as_of)}
    right, faults = wording.message(tongue + _TEMPLATE, {**said, "original": context}, Form.LETTER)
    if left is None or right is None:
        return None, "", (*problems, *faults)
    both, different = in_columns(left.body, right.body, tongue + _TEMPLATE)
    if different:
        return _single(context, wording, different)
    return Filled(left.goal, left.subject, both), right.subject, ()


def _single(
    context: dict[str, Value], wording: Wording, told: tuple[Problem, ...]
) -> tuple[Filled | None, str, tuple[Problem, ...]]:
    """Return the Indonesian text alone, with what is to be told beside it."""
    body, problems = wording.message(_TEMPLATE, context, Form.LETTER)
    return body, "", (*told, *problems)


def _plan(plan: Plan) -> dict[str, Value]:
    left = plan.total
    rows: list[Value] = []
    for number, each in enumerate(plan.instalments, 1):
        left -= each.amount
        rows.append({
            "number": str(number), "due_day": long_date_with_weekday(each.due),
            "amount_number": format_number(each.amount), "left_number": format_number(left),
        })  # fmt: skip
    return {
        "offered": long_date(plan.offered),
        "valid_until": long_date_with_weekday(plan.valid_until),
        "total": format_rupiah(plan.total),
        "total_number": format_number(plan.total),
        "total_words": terbilang_rupiah(plan.total),
        "count": len(plan.instalments),
        "count_words": terbilang(len(plan.instalments)),
        "grace": plan.grace,
        "grace_words": terbilang(plan.grace),
        "missed": plan.acceleration_after,
        "missed_words": terbilang(plan.acceleration_after),
        "one_missed": plan.acceleration_after == 1,
        "rows": tuple(rows),
    }


def _debtor(customer: Customer) -> dict[str, Value]:
    """Return who is bound and who signs: for a person the person, for UD and CV a human being, else who represents."""
    liable = customer.liable
    name, position = (liable.name, liable.position) if liable else (_BLANK, "")
    human = f"{name}, {position}" if position else name
    if customer.form is LegalForm.PERSON:
        return {"name": customer.name, "capacity": "", "by": "", "signs": customer.name, "position": ""}
    if customer.form is LegalForm.UD:
        # A trading name is no legal person: its owner is the debtor.
        capacity = f"{position or 'Pemilik'} {customer.name}, bertindak untuk diri sendiri"
        return {"name": name, "capacity": capacity, "by": "", "signs": name, "position": position}
    capacity = ""
    if customer.form in (LegalForm.CV, LegalForm.FIRMA):
        capacity = "diwakili sekutu yang bertindak untuk diri sendiri serta untuk dan atas nama persekutuan"
    return {"name": customer.name, "capacity": capacity, "by": human, "signs": name, "position": position}
