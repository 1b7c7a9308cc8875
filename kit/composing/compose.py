"""Step 5, compose: every document of one customer, and the few that are nobody's. Pure, given the shelf."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kit.basics.problems import Problem, warning
from kit.composing.agreement import agreements
from kit.composing.assets import Assets
from kit.composing.callsheet import call_sheet, has_call_sheet
from kit.composing.context import Paper, issued_paper
from kit.composing.documents import Document, Kept, Sheet, TextFile, twin
from kit.composing.faults import once
from kit.composing.letters import letter_sheet
from kit.composing.messages import chat, mail
from kit.composing.page import site_files, status_page
from kit.composing.papers import Copy
from kit.composing.templates import Wording
from kit.domain.model import Book, Customer
from kit.domain.policy import Channel
from kit.domain.register import Issued
from kit.domain.statement import Statement
from kit.domain.verdict import Send, Verdict, occasion


def compose(
    book: Book,
    customer: Customer,
    statement: Statement,
    verdict: Verdict,
    as_of: dt.date,
    wording: Wording,
    assets: Assets,
    copies: Mapping[str, Copy] = MappingProxyType({}),
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the documents of `customer` at the end of `as_of`, and what is wrong with the wording.

    A page exists for everybody with a link; letter and messages only where something is to be sent,
    one for each channel that reaches the customer; an agreement
    for each plan that waits for its signature. An issued letter that has not left the house
    is passed on as it was frozen, and the e-mail carries it.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    page, found = status_page(book, customer, statement, verdict, wording, assets, copies)
    documents += page
    problems += found
    papers, found = agreements(book, customer, statement, wording, assets)
    documents += papers
    documents += [twin(each) for each in papers if isinstance(each, Sheet)]
    problems += found
    send = occasion(verdict)
    if send is not None:
        made, more = _message_set(book, customer, statement, send, as_of, wording, assets)
        documents += made
        problems += more
        if has_call_sheet(book, customer, send, as_of):
            sheets, found = call_sheet(book, customer, statement, send, wording)
            documents += sheets
            problems += found
    return tuple(documents), once(problems)


def compose_site(book: Book, wording: Wording) -> tuple[tuple[TextFile, ...], tuple[Problem, ...]]:
    """Return the files of the site that are nobody's: headers, the page for lost links, an empty index."""
    return site_files(book, wording)


def _message_set(
    book: Book,
    customer: Customer,
    statement: Statement,
    send: Send,
    as_of: dt.date,
    wording: Wording,
    assets: Assets,
) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    issued = issued_paper(book, customer, send, as_of)
    if issued is not None and not states_the_same(issued, send):
        problems.append(warning("letter-outdated", customer.at, customer=customer.id, number=issued.number))
        issued = None
    kept, paper = None, Paper()
    if issued is not None:
        path = f"letters/{customer.id}/{send.stage.name}.pdf"
        kept = Kept(customer.id, path, f"data/issued/{customer.id}/{issued.file}", issued.sha256)
        paper = Paper(issued.number, attached=True)
        # What the messages say agrees with the paper that goes out, not with today's counting.
        send = replace(send, deadline=issued.deadline)
    for channel in send.channels:
        made: Document | None
        if channel is Channel.EMAIL:
            made, found = mail(book, customer, statement, send, wording, kept, paper)
        elif channel is Channel.WHATSAPP:
            made, found = chat(book, customer, statement, send, wording, paper)
        elif kept is not None:
            made, found = kept, ()
        else:
            made, found = letter_sheet(book, customer, statement, send, wording, assets)
        documents += [made] if made else []
        if send.stage.is_somasi and isinstance(made, Sheet):
            documents.append(twin(made))
        problems += found
    return documents, problems


def states_the_same(issued: Issued, send: Send) -> bool:
    """Tell whether an issued letter still states today's sum; a payment since then makes it outdated.

    So does time: a somasi of which less than half the days are left has lain too long to be fair.
    """
    if send.stage.is_somasi and issued.deadline is not None:
        left, given = issued.deadline - send.act_on, issued.deadline - issued.date
        if left * 2 < given:
            return False
    figures = dict(issued.figures)
    stated = figures.get("total", 0) - figures.get("charged", 0)
    return stated == sum(line.claim - line.charged for line in send.items)
