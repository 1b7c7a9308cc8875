"""Letters that a human decides on, composed: the same messages and sheets as a build makes, in a set of their own.

What the human decided and what the book knows beside the figures of context.py stands in `wish` (see wishes.py).
"""

from __future__ import annotations

from dataclasses import replace

from kit.basics.problems import Problem
from kit.composing.assets import Assets
from kit.composing.context import Paper
from kit.composing.documents import Document
from kit.composing.faults import once
from kit.composing.letters import letter_sheet
from kit.composing.messages import chat, mail
from kit.composing.templates import Wording
from kit.composing.wishes import wish_of
from kit.domain.byhand import OCCASIONS, Case, Subject
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
    documents: list[Document] = []
    problems: list[Problem] = []
    for channel in channels:
        made: Document | None
        if channel is Channel.EMAIL:
            made, faults = mail(book, customer, statement, send, wording, None, Paper(wish=wish))
        elif channel is Channel.WHATSAPP:
            made, faults = chat(book, customer, statement, send, wording, Paper(wish=wish))
        else:
            frame = "certificate" if occasion in CERTIFICATES else "letter"
            sheet = replace(send, act_on=statement.as_of) if occasion in CERTIFICATES else send
            made, faults = letter_sheet(
                book, customer, statement, sheet, wording, assets, wish=wish, frame_name=frame
            )  # fmt: skip
        documents += [made] if made else []
        problems += faults
    return tuple(documents), once(problems)
