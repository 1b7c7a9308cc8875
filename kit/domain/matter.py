"""What a case folder is about: which invoices, and whether the matter has come to counsel. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator

from kit.domain.approach import ladder_of
from kit.domain.history import History, history
from kit.domain.model import Book, Customer
from kit.domain.policy import STANDARD, Channel
from kit.domain.series import Series, running, somasi_places
from kit.domain.somasi import deadline
from kit.domain.statement import Statement
from kit.domain.verdict import Send, Verdict

#: The paper that says so, where no ladder of the book has one.
_NOTE = next(stage for stage in STANDARD.stages if stage.internal)


def at_counsel(book: Book, statement: Statement, verdict: Verdict) -> bool:
    """Tell whether the matter is to be handed over, or was and still has something to pay."""
    if isinstance(verdict, Send) and verdict.stage.internal:
        return True
    return any(series.handed_over for series, _ in _series(book, statement))


def matter(book: Book, statement: Statement, verdict: Verdict) -> Send | None:
    """Return what a case folder speaks of as a note to counsel; None where nothing may be demanded.

    The invoices of the paper that is due, where it is a somasi or the note; else of the series that
    was handed over or runs; else everything past due that nobody disputes.
    """
    if isinstance(verdict, Send) and (verdict.stage.internal or verdict.stage.is_somasi):
        items = verdict.items
    else:
        found = sorted(_series(book, statement), key=lambda each: each[0].handed_over is None)
        frozen = found[0][0].items if found else ()
        late = tuple(line for line in statement.overdue if line.claim)
        items = tuple(line for line in late if line.invoice.number in frozen) or late
    if not items:
        return None
    stage = verdict.stage if isinstance(verdict, Send) and verdict.stage.internal else _NOTE
    return Send(stage, items, (), Channel.LETTER, (Channel.LETTER,), statement.as_of, None, ())


def next_somasi(book: Book, customer: Customer, statement: Statement, verdict: Verdict) -> Send | None:
    """Return the somasi that comes next in `matter`, due or not, for counsel to work from; None after the last one.

    Its gate is not asked: it is a draft, and only `kit issue` makes a somasi of it.
    """
    if isinstance(verdict, Send) and verdict.stage.is_somasi:
        return verdict
    whole = matter(book, statement, verdict)
    if whole is None:
        return None
    about = {line.invoice.number for line in whole.items}
    found = [each for each in _series(book, statement) if about & set(each[0].items)]
    if found:
        series, past = found[0]
        ladder, gone = past.ladder, {step.place for step in series.steps}
    else:
        ladder, gone = ladder_of(customer, statement, book.policy, whole.items[0].invoice.number), set()
    left = [place for place in somasi_places(ladder) if place > max(gone, default=-1)]
    if not left:
        return None
    stage = ladder.stages[left[0]]
    until = deadline(stage, statement.as_of, book.policy, book.calendar)
    return Send(stage, whole.items, (), Channel.LETTER, (Channel.LETTER,), statement.as_of, until, ())


def told(book: Book, statement: Statement) -> History:
    """Return what the register says, seen by the ladder whose series runs, else by the first one of the book."""
    found = list(_series(book, statement))
    return found[0][1] if found else next(_histories(book, statement))


def _series(book: Book, statement: Statement) -> Iterator[tuple[Series, History]]:
    for past in _histories(book, statement):
        yield from ((each, past) for each in running(past, statement))


def _histories(book: Book, statement: Statement) -> Iterator[History]:
    register, ladders = book.register(statement.customer), book.policy.ladders
    for ladder in ladders.values():
        yield history(register, ladder, statement.as_of, ladders.values())
