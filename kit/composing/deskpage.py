"""The consultant's desk, where the day begins: what to do in which order, what is blocked, how old, what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from kit.basics.money import format_number, format_rupiah
from kit.basics.problems import Problem
from kit.composing.chart import bars
from kit.composing.desk_words import PLACES, WORDS, begun, stage_word
from kit.composing.deskjobs import by_sender, links_of
from kit.composing.deskstyle import desk_frame, desk_page
from kit.composing.documents import Document, TextFile
from kit.composing.dossier import dossier, late
from kit.composing.faults import once
from kit.composing.people import telephone
from kit.composing.templates import Form, Value, Wording
from kit.composing.voice import Voice
from kit.domain.ageing import Band, ageing
from kit.domain.approach import ladder_of
from kit.domain.cases import Case
from kit.domain.drift import drifts
from kit.domain.evaluation import OTHER, UNASKED, Result, evaluation
from kit.domain.expected import expected
from kit.domain.history import history
from kit.domain.holds import questions
from kit.domain.model import Book
from kit.domain.promises import Kept, standings
from kit.domain.verdict import Blocked, OnHold

#: Days for which a promise is announced before its date, and after which bank statements are called old.
AHEAD, OLD = 3, 3
NAME = "desk/index.html"
#: Cards of a column of the board, and customers in the table of all; beyond them only their number is told.
CARDS, ROWS = 12, 2500
#: Lines of a list of blocked stages or warnings.
LINES = 200


def desk_pages(
    book: Book, found: tuple[Case, ...], documents: Sequence[Document], as_of: date, wording: Wording, voice: Voice
) -> tuple[tuple[TextFile, ...], tuple[Problem, ...]]:
    """Return the desk and a dossier per customer; `documents` are the papers of the day, to link to."""
    words = WORDS[voice.lang]
    papers: dict[str, list[Document]] = {}
    for each in documents:
        if each.customer is not None:
            papers.setdefault(each.customer, []).append(each)
    result = evaluation(found, book)
    weeks = expected(found)
    bands = ageing(case.statement for case in found)
    context: dict[str, Value] = {
        **desk_frame(book, wording, voice, as_of),
        "groups": by_sender(book, found, papers, as_of, voice, later=False),
        "later": by_sender(book, found, papers, as_of, voice, later=True),
        **_first("blocked", _blocked(found, voice)),
        **_first("warnings", _warnings(book, found, as_of, voice)),
        "ageing": tuple(_band(each, words) for each in bands),
        "ageing_chart": bars(
            words["ageing"], [(_age(each, words), each.amount, format_rupiah(each.amount)) for each in bands]
        ),
        "outstanding": format_rupiah(sum(each.amount for each in bands)),
        "weeks": tuple(
            {
                "monday": voice.day(each.monday),
                "promised": format_number(each.promised),
                "instalments": format_number(each.instalments),
                "total": format_number(each.total),
            }
            for each in weeks
        ),
        "weeks_chart": bars(
            words["expected"], [(voice.day(each.monday), each.total, format_rupiah(each.total)) for each in weeks]
        ),
        "board": tuple(_board(book, found, voice)),
        "everyone": tuple(_row(book, case, voice) for case in _most_late(found)[:ROWS]),
        "others": max(0, len(found) - ROWS),
        "results": tuple(
            {"title": words[title], "rows": tuple(_result(each, title, voice) for each in rows)}
            for title, rows in (
                ("stage", result.stages),
                ("channel", result.channels),
                ("approach", result.approaches),
            )
        ),
        "kept": result.promises_kept,
        "ended": result.promises_ended,
        "few_promises": result.few_promises,
    }
    html, problems = wording.fill("desk.html", context, Form.PAGE)
    files = [TextFile(None, NAME, desk_page(html, wording))]
    faults = [*problems]
    for case in found:
        links = links_of(papers.get(case.customer.id, ()), "../../", words)
        page, more = dossier(book, case, links, as_of, wording, voice)
        files.append(page)
        faults += more
    return (() if faults else tuple(files)), once(faults)


def _first(name: str, lines: Iterable[Value]) -> dict[str, Value]:
    """Return the first lines of a list, and how many more there are."""
    found = tuple(lines)
    return {name: found[:LINES], f"{name}_more": max(0, len(found) - LINES)}


def _blocked(found: Iterable[Case], voice: Voice) -> Iterator[Value]:
    for case in found:
        if isinstance(case.verdict, Blocked):
            yield {
                "id": case.customer.id,
                "name": case.customer.name,
                "stage": begun(stage_word(case.verdict.stage.name, voice.lang)),
                "needs": tuple(voice.reason(each) for each in case.verdict.needs),
            }


def _warnings(book: Book, found: Iterable[Case], as_of: date, voice: Voice) -> Iterator[Value]:
    """Yield `who` and `what` for everything that a person should look at, the book's own matters first."""
    words = WORDS[voice.lang]
    for account in book.creditor.accounts:
        if account.read_until is None:
            yield {"id": "", "name": account.bank, "what": words["not_counted"].format(account=account.number)}
        elif account.read_until < as_of - timedelta(OLD):
            told = words["stale"].format(account=account.number, day=voice.day(account.read_until))
            yield {"id": "", "name": account.bank, "what": told}
    for case in found:
        for what in _about(book, case, as_of, voice):
            yield {"id": case.customer.id, "name": case.customer.name, "what": what}


def _about(book: Book, case: Case, as_of: date, voice: Voice) -> Iterator[str]:
    words, who, account = WORDS[voice.lang], case.customer, case.statement
    if account.unallocated > who.tolerance_in(book.policy):
        yield words["unallocated"].format(amount=format_rupiah(account.unallocated))
    ways = (who.contact.email, who.contact.whatsapp, who.contact.phone, who.address)
    if account.open and not any(ways):
        yield words["no_contact"]
    for each in standings(who, as_of) if account.past_due else ():
        promise = each.promise
        data = {"amount": format_rupiah(promise.amount), "day": voice.day(promise.by), "paid": format_rupiah(each.paid)}
        if each.state is Kept.OPEN and promise.by <= as_of + timedelta(AHEAD):
            yield words["promise_due"].format(**data)
        elif each.state in (Kept.PARTLY, Kept.BROKEN) and promise.by >= as_of - timedelta(AHEAD):
            yield words["promise_partly" if each.state is Kept.PARTLY else "promise_broken"].format(**data)
    for found in drifts(who, book.register(who.id), as_of):
        figures = {"stated": format_rupiah(found.stated), "now": format_rupiah(found.now)}
        yield words["drift"].format(number=found.paper.number, invoice=found.invoice, **figures)
    yield from (voice.reason(each) for each in questions(who, as_of, book.policy, book.calendar))


def _age(band: Band, words: Mapping[str, str]) -> str:
    if band.last is None:
        return words["band-last"].format(before=band.first - 1)
    return words["band"].format(first=band.first, last=band.last) if band.last else words["band-0"]


def _band(band: Band, words: Mapping[str, str]) -> Value:
    return {"age": _age(band, words), "invoices": band.invoices, "amount": format_number(band.amount)}


def _board(book: Book, found: Iterable[Case], voice: Voice) -> Iterator[Value]:
    """Yield a column per place where customers with open invoices stand, the mildest first."""
    words = WORDS[voice.lang]
    places: dict[str, list[Case]] = {}
    for case in found:
        if case.statement.open:
            places.setdefault(_place(book, case), []).append(case)
    order = ["none", *dict.fromkeys(each.name for lad in book.policy.ladders.values() for each in lad.stages)]
    ranks = {name: rank for rank, name in enumerate(order)}
    for name in sorted(places, key=lambda each: (ranks.get(each, len(ranks)), each)):
        cases = sorted(places[name], key=lambda case: (-case.statement.outstanding, case.customer.id))
        yield {
            "stage": _place_word(name, voice),
            "amount": format_rupiah(sum(case.statement.outstanding for case in cases)),
            "cards": tuple(
                {
                    "id": case.customer.id,
                    "name": case.customer.name,
                    "amount": format_rupiah(case.statement.outstanding),
                    "late": late(case.statement.days_past_due, words),
                }
                for case in cases[:CARDS]
            ),
            "more": max(0, len(cases) - CARDS),
        }


def _place(book: Book, case: Case) -> str:
    """Return where a customer stands: on hold, without arrears, or the last stage that was sent."""
    if isinstance(case.verdict, OnHold):
        return "held"
    if not case.statement.overdue:
        return "clear"
    ladder = ladder_of(case.customer, case.statement, book.policy)
    last = history(book.register(case.customer.id), ladder, case.statement.as_of).last()
    return last.stage if last else "none"


def _most_late(found: tuple[Case, ...]) -> list[Case]:
    """Return all customers, by id where everybody fits, else those first who owe most of what is late."""
    if len(found) <= ROWS:
        return list(found)
    return sorted(found, key=lambda case: (-case.statement.past_due, -case.statement.outstanding, case.customer.id))


def _place_word(place: str, voice: Voice) -> str:
    return WORDS[voice.lang][place] if place in PLACES else begun(stage_word(place, voice.lang))


def _row(book: Book, case: Case, voice: Voice) -> Value:
    account = case.statement
    place = _place(book, case)
    whatsapp = case.customer.contact.whatsapp
    return {
        "id": case.customer.id,
        "name": case.customer.name,
        "call_as": case.customer.contact.call_as,
        "number": telephone(whatsapp) if whatsapp else "",
        "outstanding": account.outstanding,
        "outstanding_text": format_number(account.outstanding),
        "past_due": account.past_due,
        "past_due_text": format_number(account.past_due),
        "days": account.days_past_due,
        "stage": _place_word(place, voice),
        "next": voice.verdict(case.verdict),
    }


def _result(result: Result, kind: str, voice: Voice) -> Value:
    words = WORDS[voice.lang]
    if result.name in (UNASKED, OTHER):
        name = words["unasked" if result.name == UNASKED else "other"]
    else:
        name = stage_word(result.name, voice.lang) if kind == "stage" else words[result.name]
    return {
        "name": begun(name),
        "asked": result.asked,
        "answered": result.answered,
        "recovered": format_number(result.recovered),
        "days": "" if result.days_to_pay is None else result.days_to_pay,
        "few": result.few,
    }
