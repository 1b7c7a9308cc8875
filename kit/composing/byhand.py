"""Letters that a human decides on, composed: the same messages and sheets as a build makes, in a set of their own.

What the human decided and what the book knows beside the figures of context.py stands in `wish` (see wishes.py).
"""

from __future__ import annotations

from dataclasses import replace

from kit.basics.problems import Problem
from kit.composing.assets import Assets
from kit.composing.context import Paper
from kit.composing.documents import Document, Kept, Sheet
from kit.composing.faults import once
from kit.composing.letters import letter_sheet
from kit.composing.messages import chat, mail
from kit.composing.templates import Wording
from kit.composing.wishes import wish_of
from kit.domain.byhand import OCCASIONS, Case, Subject
from kit.domain.certificates import NUMBERED, paper_stating
from kit.domain.model import Book
from kit.domain.policy import Channel
from kit.domain.reach import channels_for
from kit.domain.verdict import Send

#: Papers that are no letter to anybody: a title in the middle, no addressee, no salutation.
CERTIFICATES = frozenset({"receipt", "settlement"})


def letter_set(
    book: Book, case: Case, occasion: str, subject: Subject, wording: Wording, assets: Assets
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the drafts of `occasion`: a message for each channel that reaches the customer, and the paper."""
    customer, statement, stage = case.customer, case.statement, OCCASIONS[occasion]
    found = tuple(each for each in channels_for(customer, stage)[0] if each in stage.channels)
    channels = found if Channel.LETTER in found else (*found, Channel.LETTER)
    act_on = case.calendar.next_open(statement.as_of, case.policy.window)
    send = Send(stage, subject.items, subject.listed, channels[0], channels, act_on, case.asked.by, ())
    wish = wish_of(book, case, occasion, subject)
    kept, paper = _frozen(case, occasion, subject), Paper(wish=wish)
    if kept is not None:
        paper = Paper(kept[0], attached=True, wish=wish)
    documents: list[Document] = []
    problems: list[Problem] = []
    for channel in channels:
        made: Document | None
        if channel is Channel.EMAIL:
            made, faults = mail(book, customer, statement, send, wording, kept[1] if kept else None, paper)
        elif channel is Channel.WHATSAPP:
            made, faults = chat(book, customer, statement, send, wording, paper)
        elif kept is not None:
            made, faults = kept[1], ()
        else:
            sheet = replace(send, act_on=statement.as_of) if occasion in CERTIFICATES else send
            made, faults = letter_sheet(
                book, customer, statement, sheet, wording, assets, wish=wish, frame_name=_frame(occasion)
            )  # fmt: skip
        documents += [made] if made else []
        problems += faults
    return tuple(documents), once(problems)


def asked_sheet(
    book: Book, case: Case, occasion: str, subject: Subject, wording: Wording, assets: Assets, number: str
) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Return the paper of `occasion` under its `number`, dated the day of the case."""
    statement, stage = case.statement, OCCASIONS[occasion]
    send = Send(stage, subject.items, subject.listed, Channel.LETTER, (Channel.LETTER,), statement.as_of,
                case.asked.by, ())  # fmt: skip
    wish = wish_of(book, case, occasion, subject)
    return letter_sheet(
        book, case.customer, statement, send, wording, assets, number, wish=wish, frame_name=_frame(occasion)
    )


def _frame(occasion: str) -> str:
    return "certificate" if occasion in CERTIFICATES else "letter"


def _frozen(case: Case, occasion: str, subject: Subject) -> tuple[str, Kept] | None:
    """Return the number and the file of the issued paper that states just this, or None."""
    if occasion not in NUMBERED:
        return None
    paper = paper_stating(case.register, case.statement.as_of, occasion, subject)
    if paper is None:
        return None
    who = case.customer.id
    return paper.number, Kept(who, f"letters/{who}/{occasion}.pdf", f"data/issued/{who}/{paper.file}", paper.sha256)
