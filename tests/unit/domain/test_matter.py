"""What a case folder is about, when a matter is at counsel, and which somasi comes next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

from kit.domain.calendar import Calendar
from kit.domain.ledger import statement_of_account
from kit.domain.matter import at_counsel, matter, next_somasi, told
from kit.domain.model import Book, Customer, Dispute
from kit.domain.policy import STANDARD, Channel, Ladder, Policy
from kit.domain.register import Delivered, Entry, Issued, Outcome, Sent
from kit.domain.statement import Statement
from kit.domain.verdict import Send, Verdict, Wait
from tests.builders import creditor, customer, days, invoice, register

SHORT = Ladder("short", STANDARD.stages[:5])
QUIET = Wait(None, ())
NAMES = ("somasi-1", "somasi-2", "somasi-3")


def book(*entries: Entry, who: Customer | None = None, ladders: tuple[Ladder, ...] = (STANDARD,)) -> Book:
    who = who or customer(invoice(), invoice("A-2", due=days(20)))
    return Book(
        creditor(),
        Policy(ladders=MappingProxyType({each.name: each for each in ladders})),
        Calendar(),
        (who,),
        MappingProxyType({"budi": register(*entries)}),
        MappingProxyType({}),
    )


def state(of: Book, day: int = 60) -> Statement:
    return statement_of_account(of.customers[0], days(day))


def paper(place: int, day: int) -> tuple[Entry, ...]:
    number, name = f"00{place}", NAMES[place - 1]
    return (
        Issued(days(day), name, ("A-1",), number, "SOM", place, (("total", 1),), days(day + 9), "0" * 64, "x.pdf", "R"),
        Sent(days(day), name, ("A-1",), Channel.LETTER, "Dewi", number=number),
        Delivered(days(day + 1), number, Outcome.RECEIVED, "Sari", "R1"),
    )


def letter(of: Book, stage: str, day: int = 60) -> Send:
    """Return a verdict at `stage` about A-1."""
    place = STANDARD.position(stage)
    assert place is not None
    items = state(of, day).lines[:1]
    return Send(STANDARD.stages[place], items, (), Channel.LETTER, (Channel.LETTER,), days(day), None, ())


def about(of: Book, verdict: Verdict, day: int = 60) -> tuple[str, ...]:
    found = matter(of, state(of, day), verdict)
    assert found is not None
    assert found.stage.internal
    return tuple(line.invoice.number for line in found.items)


def test_a_paper_that_is_due_says_what_the_matter_is() -> None:
    of = book()
    assert about(of, letter(of, "somasi-2")) == ("A-1",)
    assert about(of, letter(of, "handover")) == ("A-1",)


def test_before_a_somasi_it_is_all_that_is_past_due() -> None:
    of = book()
    assert about(of, letter(of, "firm")) == ("A-1", "A-2")
    assert about(of, QUIET, 10) == ("A-1",)


def test_a_series_freezes_it() -> None:
    of = book(*paper(1, 35))
    assert about(of, QUIET) == ("A-1",)


def test_what_is_disputed_or_not_due_is_no_matter() -> None:
    who = customer(invoice(), disputes=(Dispute("A-1", days(5)),))
    of = book(who=who)
    assert matter(of, state(of), QUIET) is None
    assert next_somasi(of, who, state(of), QUIET) is None
    assert matter(of, state(of, -1), QUIET) is None


def test_a_frozen_invoice_in_dispute_leaves_the_others() -> None:
    who = customer(invoice(), invoice("A-2", due=days(20)), disputes=(Dispute("A-1", days(50)),))
    assert about(book(*paper(1, 35), who=who), QUIET) == ("A-2",)


def test_counsel_has_it_at_the_handover_and_after() -> None:
    of = book(*paper(1, 35))
    assert not at_counsel(of, state(of), QUIET)
    assert not at_counsel(of, state(of), letter(of, "somasi-2"))
    assert at_counsel(of, state(of), letter(of, "handover"))
    handed = book(*paper(1, 35), Sent(days(55), "handover", ("A-1",), Channel.LETTER, "Dewi"))
    assert at_counsel(handed, state(handed), QUIET)


def test_the_next_somasi_follows_the_last_one() -> None:
    for gone, name in ((0, "somasi-1"), (1, "somasi-2"), (2, "somasi-3")):
        of = book(*(each for place in range(1, gone + 1) for each in paper(place, 25 + 12 * place)))
        found = next_somasi(of, of.customers[0], state(of, 70), QUIET)
        assert found is not None
        assert found.stage.name == name
        assert found.deadline is not None
        assert found.deadline >= days(77)
    of = book(*(each for place in (1, 2, 3) for each in paper(place, 25 + 12 * place)))
    assert next_somasi(of, of.customers[0], state(of, 80), QUIET) is None


def test_a_somasi_that_is_due_is_the_next_one() -> None:
    of = book()
    due = replace(letter(of, "somasi-2"), deadline=dt.date(2027, 2, 1))
    assert next_somasi(of, of.customers[0], state(of), due) is due


def test_a_ladder_without_somasi_has_no_next_one() -> None:
    of = book(ladders=(SHORT, STANDARD))
    who = replace(of.customers[0], ladder="short")
    assert next_somasi(replace(of, customers=(who,)), who, state(of), QUIET) is None


def test_a_series_is_told_by_its_own_ladder() -> None:
    of = book(*paper(1, 35), ladders=(SHORT, STANDARD))
    assert told(of, state(of)).ladder is STANDARD
    assert told(book(ladders=(SHORT, STANDARD)), state(of)).ladder is SHORT
