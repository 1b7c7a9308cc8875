"""What is coming: the next contact of each customer, promises, instalments and the dates that papers gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kit.domain.cases import Case
from kit.domain.model import Book
from kit.domain.promises import Kept
from kit.domain.promises import standings as promises
from kit.domain.register import Issued
from kit.domain.standing import standings
from kit.domain.verdict import OnHold, Wait, occasion


class Kind(StrEnum):
    """What happens on a day of the agenda."""

    #: A word is to go out.
    CONTACT = "contact"
    #: Nothing until then; the verdict is worth a look again.
    LOOK = "look"
    PROMISE = "promise"
    INSTALMENT = "instalment"
    #: The date that an issued paper gave.
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Coming:
    """One line of the agenda, with nothing of the customer but how they are called."""

    day: date
    kind: Kind
    customer: str
    call_as: str
    #: Stage, number of the instalment or of the letter; empty where the kind says everything.
    about: str
    #: What makes it the same line again in the next build, also when its day moved.
    key: str


def agenda(found: tuple[Case, ...], book: Book) -> tuple[Coming, ...]:
    """Return what is coming for every customer from the statement's day on (inclusive), earliest first."""
    lines = (line for case in found for line in _of(case, book))
    return tuple(sorted(lines, key=lambda each: (each.day, each.customer, each.kind, each.key)))


def _of(case: Case, book: Book) -> Iterator[Coming]:
    who, as_of = case.customer, case.statement.as_of

    def line(day: date, kind: Kind, about: str, key: str) -> Coming:
        return Coming(day, kind, who.id, who.contact.call_as, about, key)

    message = occasion(case.verdict)
    if message is not None:
        numbers = ",".join(sorted(each.invoice.number for each in message.items))
        yield line(message.act_on, Kind.CONTACT, message.stage.name, f"{message.stage.name} {numbers}")
    elif isinstance(case.verdict, Wait | OnHold) and case.verdict.until is not None:
        yield line(case.verdict.until, Kind.LOOK, "", "")
    for place, promise in enumerate(promises(who, as_of)):
        if promise.state is Kept.OPEN:
            yield line(promise.promise.by, Kind.PROMISE, "", f"{promise.promise.made} {place}")
    for plan in standings(who, case.statement):
        for row in plan.rows if plan.pauses else ():
            if row.left and row.due >= as_of:
                yield line(row.due, Kind.INSTALMENT, str(row.number), f"{plan.plan.offered} {row.number}")
    unpaid = {each.invoice.number for each in case.statement.open}
    papers = [each for each in book.register(who.id).entries(as_of) if isinstance(each, Issued)]
    for paper in papers:
        if paper.deadline is not None and paper.deadline >= as_of and unpaid & set(paper.items):
            yield line(paper.deadline, Kind.DEADLINE, paper.number, paper.number)
